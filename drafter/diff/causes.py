"""Changes that nobody made: numbers, references and signs that follow from other changes.

Each level of each list is followed through the changes in order. What was inserted or deleted
before a paragraph explains its new number; an insertion and a deletion cancel each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from drafter.diff.value import Area, Cause, Change, Kind, Sort, Unit, Why

_TOLD = 3
"""Causes named one by one; of more, the last three are named."""


@dataclass(frozen=True, slots=True)
class _Shift:
    """Something that moves the numbers after it: by how much, what happened, in which change."""

    by: int
    text: str
    place: int


@dataclass(slots=True)
class Shifts:
    """The shifts in force at the place that has been reached, a stack for each list."""

    stacks: dict[tuple[object, ...], list[_Shift]] = field(
        default_factory=lambda: defaultdict(list)
    )
    new_parent: dict[int, int] = field(default_factory=dict)

    def appear(self, unit: Unit, text: str, place: int) -> None:
        """A numbered unit stands here that did not before."""
        if unit.label:
            self._push((_list(unit), unit.parent), _Shift(1, text, place))

    def vanish(self, unit: Unit, text: str, place: int) -> None:
        """A numbered unit no longer stands here."""
        if unit.label:
            parent = self.new_parent.get(unit.parent, -2) if unit.parent >= 0 else -1
            self._push((_list(unit), parent), _Shift(-1, text, place))

    def cause(self, new: Unit) -> Cause:
        """Why a unit has another number, when it has one."""
        stack = self.stacks[(_list(new), new.parent)]
        told = stack[-_TOLD:]
        return Cause(
            Why.RENUMBERED,
            f"because {_and([shift.text for shift in told])}" if told else "",
            tuple(shift.place for shift in told),
        )

    def _push(self, key: tuple[object, ...], shift: _Shift) -> None:
        """Enter a shift; against an opposite one it is set off, best against that of its move."""
        stack = self.stacks[key]
        own = [n for n, old in enumerate(stack) if (old.by, old.place) == (-shift.by, shift.place)]
        if own:
            del stack[own[-1]]
        elif stack and stack[-1].by == -shift.by:
            stack.pop()
        else:
            stack.append(shift)


def _list(unit: Unit) -> tuple[object, ...]:
    """The kind of list a unit is counted in; its scope is not known here, only its area."""
    if unit.sort is Sort.NOTE:
        return (Area.NOTE, "*" if unit.label.startswith("*") else "")
    return (unit.section, unit.sort, unit.level)


def called(unit: Unit) -> str:
    """What a unit is called in a sentence: "paragraph 3", "OP3 (a)", "note 2"."""
    if unit.section is Area.OPERATIVE and not unit.level and unit.sort is Sort.PARAGRAPH:
        return f"paragraph {unit.label.rstrip('.')}"
    return unit.name


def _and(texts: Sequence[str]) -> str:
    unique = list(dict.fromkeys(texts))
    if len(unique) < 2:
        return "".join(unique)
    return f"{', '.join(unique[:-1])} and {unique[-1]}"


def change_causes(change: Change) -> Iterator[Cause]:
    """The causes that a change shows by itself: another level, another section, another end."""
    if len(change.old) != 1 or len(change.new) != 1 or change.kind not in _PAIRS:
        return
    old, new = change.old[0], change.new[0]
    if old.section is not new.section:
        yield Cause(Why.SECTION, f"from {old.section} to {new.section}")
    elif old.level != new.level and old.sort is new.sort is Sort.PARAGRAPH:
        why = Why.PROMOTED if new.level < old.level else Why.DEMOTED
        yield Cause(why, f"from {old.name} to {new.name}")


_PAIRS = frozenset({Kind.MOVED, Kind.EDITED, Kind.KEPT})
