"""Proof-reading: what was written is read back, and a file that says something else is refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any

from drafter.codec import encode
from drafter.errors import Place, Refused
from drafter.formats.word.read import DEFAULTS, ReadOptions, read
from drafter.model import Resolution
from drafter.report import Kind

_ABSENT = "nothing"
_SHORT = 60
"""Signs of a text that a message shows."""


def prove(resolution: Resolution, data: bytes, options: ReadOptions = DEFAULTS) -> None:
    """Read the bytes back and compare values, printed labels and marks.

    `options` say which side of tracked changes is read.

    Raises:
        Refused: the file says something else; the first difference, with its path.
    """
    found = read(data, options)
    if found.value != resolution:
        path, ours, theirs = next(
            _differences(encode(resolution), encode(found.value)), ("", "", "")
        )
        raise Refused(
            f"the Word file would not read back as this text: {ours} became {theirs}",
            hint="this is a defect of drafter; please report it with the text at this place",
            where=Place(path=path),
        )
    for notice in found.notices:
        if notice.kind in (Kind.NUMBER, Kind.NOTE):
            raise Refused(
                f"the Word file would not print the derived numbers: {notice.message}",
                hint="this is a defect of drafter; please report it",
                where=notice.where,
            )


def _differences(ours: Any, theirs: Any, path: str = "") -> Iterator[tuple[str, str, str]]:
    """The places where two values of plain data differ: (path, one, other)."""
    if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
        for key in dict.fromkeys((*ours, *theirs)):
            below = f"{path}/{key}".lstrip("/")
            yield from _differences(ours.get(key, _ABSENT), theirs.get(key, _ABSENT), below)
    elif isinstance(ours, list) and isinstance(theirs, list):
        for place, pair in enumerate(zip_longest(ours, theirs, fillvalue=_ABSENT)):
            yield from _differences(*pair, f"{path}/{place}".lstrip("/"))
    elif ours != theirs:
        yield path, _short(ours), _short(theirs)


def _short(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= _SHORT else f"{shown[:_SHORT]}..."
