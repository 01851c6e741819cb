"""A resolution as lines of text for line-by-line tools: a paragraph a line, without its number.

Numbers and note marks only follow from the text: with them in the lines, one insertion would change
every line after it.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diff import Area, Side, Sort, Unit, units
from drafter.model import Resolution
from drafter.render.safe import safe

_INDENT = "  "
_CALL = "[^]"
"""Stands where a note is called."""


def plain_lines(resolution: Resolution, side: Side) -> Iterator[str]:
    """The lines; an empty one between sections."""
    last: Area | None = None
    for unit in units(resolution, side):
        if last is not None and unit.section is not last:
            yield ""
        last = unit.section
        yield safe(f"{_INDENT * unit.level}{_sign(unit)}{_with_calls(unit)}").rstrip()


def _sign(unit: Unit) -> str:
    """What tells the sort of a line."""
    if unit.section is Area.MASTHEAD or unit.section is Area.TITLE:
        return f"{unit.name}: "
    if unit.sort is Sort.HEADING:
        return "# "
    if unit.sort is Sort.NOTE:
        return f"{_CALL} "
    return "- " if unit.level and unit.part == "body" else ""


def _with_calls(unit: Unit) -> str:
    text = unit.text
    for call in sorted(unit.notes, key=lambda call: -call.place):
        text = f"{text[: call.place]}{_CALL}{text[call.place :]}"
    return text
