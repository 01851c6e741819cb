"""Whether data from a file have the fields they need: what is wrong, where, what to write.

The JSON Schemas say the same to other programs; this says it without loading one, because every
start of the editor reads the clauses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from drafter.codec import nearest
from drafter.model.invariants import Fault
from drafter.model.text_rules import BAD_SIGN

Kind: TypeAlias = Callable[[object], str]
"""What a value should be and is not: "a text"; "" where it is."""

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Field:
    """What a field holds, and whether it must be there."""

    kind: Kind
    required: bool = False


def shape_faults(data: object, fields: Mapping[str, Field], path: str = "") -> Iterator[Fault]:
    """The faults of an object by its fields: missing, unknown, or of another kind."""
    if not isinstance(data, dict):
        yield Fault(path, f"an object is expected, this is {shown(data)}", "write { ... } here")
        return
    for name, field in fields.items():
        if name not in data and field.required:
            yield Fault(path, f"the field {name!r} is missing", f"add {name!r}")
    for name, value in data.items():
        here = f"{path}/{name}" if path else name
        if name not in fields:
            yield Fault(here, f"there is no field {name!r} here", nearest(name, fields))
        elif wanted := fields[name].kind(value):
            yield Fault(
                here, f"{wanted} is expected, this is {shown(value)}", f"write {wanted} here"
            )


def text(value: object) -> str:
    """A line of text that says something and can be printed."""
    if not isinstance(value, str) or not value.strip():
        return "a text"
    return "a text in one line, without control characters" if BAD_SIGN.search(value) else ""


def word(value: object) -> str:
    """A name as the data files use them."""
    good = isinstance(value, str) and KEBAB.fullmatch(value)
    return "" if good else "a lower-case name such as 'general-assembly'"


def flag(value: object) -> str:
    """True or false."""
    return "" if isinstance(value, bool) else "true or false"


def whole(value: object) -> str:
    """A whole number."""
    good = isinstance(value, int) and not isinstance(value, bool)
    return "" if good else "a whole number"


def record(value: object) -> str:
    """An object, whatever is in it."""
    return "" if isinstance(value, dict) else "an object"


def anything(_value: object) -> str:
    """Any value: another rule looks at it."""
    return ""


def one_of(words: Iterable[str]) -> Kind:
    """One of these words."""
    known = tuple(map(str, words))

    def kind(value: object) -> str:
        if value in known:
            return ""
        hint = nearest(str(value), known)
        return f"one of {', '.join(known)}" + (f" ({hint})" if hint.startswith("did") else "")

    return kind


def row_of(kind: Kind, *, least: int = 0) -> Kind:
    """A list of values of one kind, `least` of them at least."""

    def row(value: object) -> str:
        if not isinstance(value, list):
            return "a list"
        if len(value) < least:
            return f"a list of {least} or more"
        wrong = next(filter(None, map(kind, value)), "")
        return f"a list with {wrong} in each place" if wrong else ""

    return row


def shown(value: Any) -> str:
    """A value as messages name it."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case str():
            return f"the text {value[:40]!r}" if value else "an empty text"
        case list():
            return f"a list of {len(value)}"
        case dict():
            return "an object"
        case _:
            return f"the number {value!r:.40}"
