"""Changes that nobody made: numbers, references and signs that follow from other changes.

Each level of each list is followed through the changes in order. What was inserted or deleted
before a paragraph explains its new number; an insertion and a deletion cancel each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from drafter.diff.value import Area, Cause, Change, Kind, Sort, Unit, Why

_TOLD = 3
"""Causes named one by one; of more, the last three are named."""


@dataclass(frozen=True, slots=True)
class _Shift:
    """Something that moves the numbers after it: by how much, what happened to what, and where."""

    by: int
    name: str
    verb: str
    place: int


@dataclass(slots=True)
class Shifts:
    """The shifts in force at the place that has been reached, a stack for each list.

    `new_parent` and `new_scope` lead from the old text to the new one, so that both sides know a
    list by the same name.
    """

    new_parent: dict[int, int]
    new_scope: dict[str, str]
    stacks: dict[tuple[object, ...], list[_Shift]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def appear(self, unit: Unit, verb: str, place: int, origin: Unit | None = None) -> None:
        """A numbered unit stands here that did not before; `origin` is what it came from."""
        if unit.label:
            far = origin is not None and self.crossed(origin, unit)
            name = called(origin or unit, far=far)
            self._push(self._new_list(unit), _Shift(1, name, verb, place))

    def vanish(self, unit: Unit, verb: str, place: int) -> None:
        """A numbered unit no longer stands here."""
        if unit.label:
            self._push(self._old_list(unit), _Shift(-1, called(unit), verb, place))

    def crossed(self, old: Unit, new: Unit) -> bool:
        """Whether two parts or annexes count them: "paragraph 3" would be that of the reader's."""
        return self.new_scope.get(old.scope, old.scope) != new.scope

    def cause(self, old: Unit, new: Unit) -> Cause:
        """Why a unit has another number, when it has one."""
        if self._old_list(old) != self._new_list(new):
            return Cause(Why.RENUMBERED, "because it stands in another list now")
        stack = self.stacks[self._new_list(new)]
        if not stack:
            return Cause(Why.RENUMBERED, "because its list is numbered in another way")
        told = stack[-_TOLD:]
        others = ", among others" if len(stack) > _TOLD else ""
        places = tuple(shift.place for shift in told)
        return Cause(Why.RENUMBERED, f"because {_because(told)}{others}", places)

    def _new_list(self, unit: Unit) -> tuple[object, ...]:
        return (_list(unit), unit.scope, unit.parent)

    def _old_list(self, unit: Unit) -> tuple[object, ...]:
        parent = self.new_parent.get(unit.parent, -2) if unit.parent >= 0 else -1
        return (_list(unit), self.new_scope.get(unit.scope, unit.scope), parent)

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
    """The kind of list that a unit is counted in."""
    if unit.sort is Sort.NOTE:
        return (Area.NOTE, "*" if unit.label.startswith("*") else "")
    return (unit.section, unit.sort, unit.level)


def called(unit: Unit, *, far: bool = False) -> str:
    """What a unit is called in a sentence: "paragraph 3", "OP3 (a)", "note 2".

    From `far`, another part or annex, it is called by its full name.
    """
    is_item = unit.level or unit.sort is not Sort.PARAGRAPH
    if far or is_item or unit.section is not Area.OPERATIVE:
        return unit.name
    return f"paragraph {unit.label.rstrip('.')}"


def _because(shifts: Sequence[_Shift]) -> str:
    """What happened: "paragraphs 3 and 7 were inserted and paragraph 9 was deleted"."""
    return _and([_happened([s.name for s in some], verb) for verb, some in groupby(shifts, _verb)])


def _verb(shift: _Shift) -> str:
    return shift.verb


def _happened(names: Sequence[str], verb: str) -> str:
    unique = list(dict.fromkeys(names))
    if len(unique) == 1:
        return f"{unique[0]} was {verb}"
    words = {name.partition(" ")[0] for name in unique}
    if len(words) == 1 and words <= {"paragraph", "note"}:
        rest = [name.partition(" ")[2] for name in unique]
        return f"{words.pop()}s {_and(rest)} were {verb}"
    return f"{_and(unique)} were {verb}"


def _and(texts: Sequence[str]) -> str:
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} and {texts[-1]}"


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
