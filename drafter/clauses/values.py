"""The value of a slot as text, and back: how a paragraph remembers what it was filled with."""

from __future__ import annotations

import json
from datetime import date
from typing import TypeAlias

Value: TypeAlias = str | int | date | tuple[str | int | date, ...]
"""A checked value. A date is a date of the calendar; everything else prints from text or number."""

PARTED = ";"
"""What stands between the items of a list in one line: names of organizations hold commas."""


def value_text(value: Value) -> str:
    """A value as one line of text, from which `check_slot` makes the same value again."""
    if not isinstance(value, tuple):
        return value.isoformat() if isinstance(value, date) else str(value)
    items = [value_text(item) for item in value]
    if any(PARTED in item for item in items) or items[0].startswith("["):
        return json.dumps(items, ensure_ascii=False)
    return f"{PARTED} ".join(items)


def items_of(text: str) -> list[str]:
    """The items of a list written in one line: parted by ";", or as a list of JSON."""
    if text.lstrip().startswith("["):
        try:
            data = json.loads(text)
        except ValueError:
            data = None
        if isinstance(data, list) and all(isinstance(item, str | int) for item in data):
            return [str(item) for item in data]
    return [item.strip() for item in text.split(PARTED) if item.strip()]


def empty(value: object) -> bool:
    """Whether a value says that a slot is not filled."""
    return value is None or value in ("", [], ()) or (isinstance(value, str) and not value.strip())
