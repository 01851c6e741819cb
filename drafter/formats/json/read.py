"""A JSON file back to a resolution, strictly; each fault with its line, column and path."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from types import MappingProxyType
from typing import Any

from drafter.codec import decode
from drafter.errors import DrafterError, Invalid, Malformed
from drafter.formats.common.source import place_at, text_of
from drafter.formats.json.locate import doubled, offsets
from drafter.model import Resolution
from drafter.model.invariants import MOST
from drafter.report import Read


def read(data: bytes) -> Read[Resolution]:
    """The resolution in the bytes of a `.json` file.

    Raises:
        Unreadable: not a text in UTF-8, empty or too large.
        Malformed: not JSON, a key that stands twice, an unknown or missing field, a wrong value.
        Invalid: a rule of a well-formed resolution is broken.
        The error tells the first fault, its `also` the others.
    """
    source = text_of(data)
    parsed = _parse(source.value)
    try:
        return Read(decode(parsed), source.notices)
    except (Malformed, Invalid) as error:
        raise _located(error, source.value) from error


def _parse(text: str) -> Any:
    try:
        return _loads(text, _unique)
    except _DoubleKeyError as error:
        _loads(text, dict)  # a fault of the syntax further on must be mended first
        raise _together(_double_keys(text)) from error


def _loads(text: str, pairs: Callable[[list[tuple[str, Any]]], dict[str, Any]]) -> Any:
    try:
        return json.loads(text, object_pairs_hook=pairs, parse_int=_int)
    except json.JSONDecodeError as error:
        what, hint = _explained(error.msg)
        raise Malformed(what, hint=hint, where=place_at(text, error.pos)) from error
    except RecursionError as error:
        what = "lists and objects stand too deep in each other"
        raise Malformed(what, hint="no resolution needs such a depth") from error


class _DoubleKeyError(Exception):
    """A key stands twice in an object; where is found by a second look at the text."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _DoubleKeyError
    return found


def _int(digits: str) -> int | float:
    """A whole number; one beyond all counts becomes a float, which no field takes."""
    return int(digits) if len(digits) <= 18 else float(digits)


def _double_keys(text: str) -> Sequence[DrafterError]:
    return [
        Malformed(
            f"the key {key[:40]!r} stands twice in one object",
            hint="take one of the two away",
            where=place_at(text, offset, path),
        )
        for path, key, offset in islice(doubled(text), MOST)
    ]


def _together(errors: Iterable[DrafterError]) -> DrafterError:
    first, *others = errors
    first.also = tuple(others)
    return first


def _located(error: DrafterError, text: str) -> DrafterError:
    """The same faults, each with the line and the column of the data that its path names."""
    all_of_them = (error, *error.also)
    found = offsets(text, {fault.where.path for fault in all_of_them})
    return _together(
        type(fault)(
            fault.what,
            hint=fault.hint,
            where=place_at(text, found[fault.where.path], fault.where.path),
        )
        for fault in all_of_them
    )


_MESSAGES = MappingProxyType(
    {
        "Expecting property name": (
            "a key in double quotes is expected",
            'write the key as "title"; take a comma before } away',
        ),
        "Illegal trailing comma": ("a comma stands before the end", "take the comma away"),
        "Expecting ',' delimiter": (
            "a comma is expected",
            "part the items by commas, and close each list and each object",
        ),
        "Expecting ':' delimiter": ("a colon is expected", "write a colon after the key"),
        "Expecting value": (
            "a value is expected",
            "write a text in double quotes, a number, true, false, a list or an object",
        ),
        "Unterminated string": ("a text is not closed", 'end it with "'),
        "Invalid control character": (
            "a control character stands in a text",
            "write a line end as \\n, or take it out",
        ),
        "Invalid \\": ("an escape is not known", 'write \\\\ for a backslash, \\" for a quote'),
        "Extra data": ("something follows the end of the data", "a file holds one object"),
    }
)


def _explained(message: str) -> tuple[str, str]:
    return next(
        (told for start, told in _MESSAGES.items() if message.startswith(start)),
        (message, "see docs/formats/json.md"),
    )
