"""From the path of a fault in a value to the line that the value was read from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drafter.errors import DrafterError, Place
from drafter.formats.draft.faults import Line
from drafter.formats.draft.words import MARKER, PLAIN_KEYS
from drafter.model import Resolution

_KEYS: Mapping[str, str] = {
    **{f"masthead/{name}": key for key, name in PLAIN_KEYS.items()},
    "masthead/original": "original",
    "masthead/agenda": "agenda",
    "origin/sponsors": "sponsor",
    "origin/line": "adoption",
    "origin/bracket": "bracket",
    "votes": "vote",
}


def located(
    error: DrafterError, resolution: Resolution, keys: Mapping[str, Line], lines: Mapping[str, Line]
) -> DrafterError:
    """The same faults, each with its line: of the block with an id that holds it, or of the key."""

    def with_place(fault: DrafterError) -> DrafterError:
        line = _line(fault.where.path, resolution, keys, lines)
        if line is None:
            return type(fault)(fault.what, hint=fault.hint, where=fault.where)
        marker = MARKER.match(line.text, line.start, line.end)
        spaces = line.text.find("  ", marker.end() if marker else line.start)
        doubled = "two spaces" in fault.what and spaces >= 0
        place = line.place(spaces if doubled else line.start)
        where = Place(place.line, place.column, fault.where.path, place.excerpt)
        return type(fault)(fault.what, hint=fault.hint, where=where)

    first, *others = (with_place(fault) for fault in (error, *error.also))
    first.also = tuple(others)
    return first


def _line(
    path: str, resolution: Resolution, keys: Mapping[str, Line], lines: Mapping[str, Line]
) -> Line | None:
    """The line of the key, or of the innermost thing on the path whose line is known."""
    steps = path.split("/")
    if steps[0] not in {"parts", "annexes"}:
        key = _KEYS.get("/".join(steps[:2])) or _KEYS.get(steps[0]) or steps[0]
        return keys.get(key) or keys.get("submitted")
    found = None
    value: Any = resolution
    for place, step in enumerate(steps, 1):
        value = value[int(step)] if step.isdecimal() else getattr(value, step, None)
        found = lines.get("/".join(steps[:place])) or lines.get(getattr(value, "id", "")) or found
    return found
