"""Plain data back to a resolution, strictly: what is not known is a fault with its path."""

from __future__ import annotations

from typing import Any

from drafter.codec.encode import VERSION
from drafter.codec.faults import Faults
from drafter.codec.shapes import decode_record
from drafter.model import Resolution
from drafter.model.invariants import check

DEEPEST = 160
"""How deep lists and objects may stand in each other; a sound resolution stays below 120."""


def decode(data: Any) -> Resolution:
    """The resolution that the data describe.

    Raises:
        Malformed: the data have another form; the error tells the first fault and its path, `also`
            the others.
        Invalid: the form is right, but a rule of a well-formed resolution is broken.
    """
    faults = Faults()
    resolution = _decode(data, faults)
    faults.raise_any()
    return check(resolution)


def _decode(data: Any, faults: Faults) -> Any:
    if not isinstance(data, dict):
        return faults.wrong_type("", "an object", data)
    if too_deep(data):
        hint = "a resolution does not need this depth; look for a doubled list or object"
        return faults.add("", f"lists and objects stand more than {DEEPEST} deep", hint)
    if "drafter" not in data:
        faults.add("", "the field 'drafter' is missing", f'begin with "drafter": {VERSION}')
    elif type(data["drafter"]) is not int or data["drafter"] != VERSION:
        hint = f"this program reads version {VERSION}"
        faults.add("drafter", f"{data['drafter']!r:.40} is not a known version", hint)
    rest = {name: value for name, value in data.items() if name != "drafter"}
    return decode_record(Resolution, rest, "", faults)


def too_deep(data: Any) -> bool:
    """Whether lists and objects stand deeper in each other than `DEEPEST`; without recursion."""
    layer = [data]
    for _ in range(DEEPEST):
        inside: list[Any] = []
        for item in layer:
            inside.extend(_held(item))
        if not inside:
            return False
        layer = inside
    return True


def _held(item: Any) -> list[Any]:
    values = item.values() if isinstance(item, dict) else item
    return [value for value in values if isinstance(value, dict | list)]
