"""Conflicts in reading order, each with what a delegate calls its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from drafter.diff import Side, units
from drafter.merge.value import Conflict
from drafter.model import Resolution

_HEAD = -1


def in_reading_order(
    conflicts: Iterable[Conflict], merged: Resolution, side: Side
) -> tuple[Conflict, ...]:
    """The conflicts sorted by where they stand in the merged text; those of the masthead first."""
    names: dict[str, tuple[int, str]] = {}
    for unit in units(merged, side):
        if unit.id:
            names.setdefault(unit.id, (unit.index, unit.name))
    ranked = []
    for found, conflict in enumerate(conflicts):
        index, name = names.get(conflict.id, (_HEAD, conflict.field))
        ranked.append((index, found, replace(conflict, name=name)))
    return tuple(conflict for _, _, conflict in sorted(ranked, key=lambda entry: entry[:2]))
