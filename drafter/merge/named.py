"""Conflicts in reading order, each with what a delegate calls its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from drafter.diff import Side, units
from drafter.merge.value import Conflict
from drafter.model import Form, Reference, Resolution
from drafter.numbering import Numbering, number, resolve

_HEAD = -1
_SIDES = ("base", "ours", "theirs")
_REFERENCE = re.compile(r"\{(typed )?([a-z][a-z0-9-]*)\}")
"""A reference as `drafter.merge.tokens.said` names it."""


def in_reading_order(
    conflicts: Iterable[Conflict], merged: Resolution, side: Side
) -> tuple[Conflict, ...]:
    """The conflicts sorted by where they stand in the merged text; those of the masthead first."""
    numbering = number(merged, side.scheme)
    names: dict[str, tuple[int, str]] = {}
    for unit in units(merged, side):
        if unit.id:
            names.setdefault(unit.id, (unit.index, unit.name))
    ranked = []
    for found, conflict in enumerate(conflicts):
        index, name = names.get(conflict.id, (_HEAD, conflict.field))
        base, ours, theirs = (_printed(getattr(conflict, one), numbering) for one in _SIDES)
        told = replace(conflict, name=name, base=base, ours=ours, theirs=theirs)
        ranked.append((index, found, told))
    return tuple(conflict for _, _, conflict in sorted(ranked, key=lambda entry: entry[:2]))


def _printed(words: str, numbering: Numbering) -> str:
    """The words with references as the merged text prints them."""

    def printed(found: re.Match[str]) -> str:
        form = Form.BARE if found[1] else Form.NAMED
        known = found[2] in numbering.labels
        return resolve(Reference(found[2], form), numbering).text if known else found[0]

    return _REFERENCE.sub(printed, words)
