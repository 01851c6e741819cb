"""What was typed into a field, as plain data or as a message that teaches; and back to text.

Own rules come first, because they know what people mean; the schema has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from drafter.codec import nearest
from drafter.errors import BadAnswer
from drafter.schema.check import check
from drafter.schema.forms import Field, Kind

_YES = {"yes": True, "y": True, "true": True, "on": True, "no": False, "n": False}
_FLAGS: Mapping[str, bool] = {**_YES, "false": False, "off": False}


def check_value(field: Field, text: str) -> Any:
    """The plain value that a typed text means for a field; None when it is left empty.

    Raises:
        BadAnswer: the text cannot stand there; its hint says what can.
    """
    typed = " ".join(text.split()) or field.default
    if not typed:
        if field.required:
            raise BadAnswer(field.title, "", "an answer is needed", hint=_wanted(field))
        return None
    value = _READERS.get(field.kind, _text)(field, typed)
    for fault in check(value, field.rules) if field.rules else ():
        raise BadAnswer(field.title, typed, fault.message, hint=fault.hint or _wanted(field))
    return value


def shown(field: Field, value: Any) -> str:
    """A plain value as it would be typed: what a form puts before the cursor."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list() if field.kind == Kind.RUNNING:
            return "".join(one if isinstance(one, str) else _words(one) for one in value)
        case list():
            item = field.items or field
            return ", ".join(shown(item, one) for one in value)
        case tuple():
            return "; ".join(shown(field, one) for one in value)
        case dict():
            return " - ".join(
                shown(one, value[one.name]) for one in field.fields if one.name in value
            )
        case _:
            return str(value)


def _words(inline: Any) -> str:
    """The words of an inline object: those of its body; a note stands apart and has none here."""
    if not isinstance(inline, dict) or inline.get("type") == "note":
        return ""
    body = inline.get("body", inline.get("text", ""))
    parts = body if isinstance(body, list) else [body]
    return "".join(one if isinstance(one, str) else _words(one) for one in parts)


def _text(_field: Field, typed: str) -> str:
    return typed


def _running(_field: Field, typed: str) -> list[str]:
    return [typed]


def _choice(field: Field, typed: str) -> str:
    known = [choice.value for choice in field.choices]
    exact = [value for value in known if value.casefold() == typed.casefold()]
    near = [value for value in known if value.casefold().startswith(typed.casefold())]
    if exact or len(near) == 1:
        return (exact or near)[0]
    raise BadAnswer(field.title, typed, "is not one of the choices", hint=nearest(typed, known))


def _flag(field: Field, typed: str) -> bool:
    if typed.casefold() not in _FLAGS:
        raise BadAnswer(field.title, typed, "is neither yes nor no", hint="write yes or no")
    return _FLAGS[typed.casefold()]


def _whole(field: Field, typed: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,9}", typed):
        raise BadAnswer(field.title, typed, "is not a whole number", hint="write figures alone: 12")
    return int(typed)


def _number(field: Field, typed: str) -> float:
    if not re.fullmatch(r"[+-]?[0-9]{1,9}([.][0-9]{1,9})?", typed):
        raise BadAnswer(field.title, typed, "is not a number", hint="write figures: 12 or 12.5")
    return float(typed)


def _date(field: Field, typed: str) -> str:
    found = re.fullmatch(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})", typed)
    hint = "write year, month and day: 2026-10-06"
    if not found:
        raise BadAnswer(field.title, typed, "is not a date", hint=hint)
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError:
        raise BadAnswer(field.title, typed, "is no day of the calendar", hint=hint) from None


def _list(field: Field, typed: str) -> list[Any]:
    item = field.items or Field(field.name, field.title)
    parts = (part.strip() for part in typed.split(","))
    return [check_value(item, part) for part in parts if part]


def _wanted(field: Field) -> str:
    if field.choices:
        return f"one of {', '.join(choice.value for choice in field.choices)}"
    return field.help or f"write the {field.title.lower()}"


_READERS: Mapping[str, Callable[[Field, str], Any]] = {
    Kind.RUNNING: _running,
    Kind.CHOICE: _choice,
    Kind.FLAG: _flag,
    Kind.WHOLE: _whole,
    Kind.NUMBER: _number,
    Kind.DATE: _date,
    Kind.LIST: _list,
}
