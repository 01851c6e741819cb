"""Three drafts compared: what each side changed since the common base, paragraph by paragraph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from drafter.diff import Change, Diff, Kind, Sort, Unit, Why, compare
from drafter.diff import Options as DiffOptions
from drafter.diff.options import Side
from drafter.merge.merge import merge
from drafter.merge.value import Conflict, Options, Trio
from drafter.model import Resolution

_REAL = frozenset({Why.TYPOGRAPHIC, Why.STYLE})
"""Causes that tell of an edit although no word is marked."""
_START = -1


class State(StrEnum):
    """Who changed something; the words of the published format."""

    UNCHANGED = "unchanged"
    OURS = "ours"
    THEIRS = "theirs"
    ALIKE = "both-alike"
    BOTH = "both"  # differently, and a merge has both
    CONFLICT = "conflict"  # differently, and a merge leaves it to people


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph of the base, or one that a side inserted, and what became of it on each side.

    `ours` and `theirs` are places in the changes of the two comparisons, None where the paragraph
    was inserted by the other side. `base` is None for an insertion.
    """

    state: State
    base: Unit | None
    ours: int | None
    theirs: int | None


@dataclass(frozen=True, slots=True)
class Three:
    """The comparison of a base with two versions of it.

    `ours` and `theirs` compare the base with each side; `entries` are in the order of the base,
    insertions after what they follow; `conflicts` are those that a merge would have.
    """

    base_name: str
    ours: Diff
    theirs: Diff
    entries: tuple[Entry, ...]
    conflicts: tuple[Conflict, ...] = ()

    @property
    def same(self) -> bool:
        """Whether neither side changed anything that a reader sees."""
        return all(entry.state is State.UNCHANGED for entry in self.entries)

    def changes(self, entry: Entry) -> tuple[Change | None, Change | None]:
        """What became of an entry on the side of ours and of theirs."""
        ours = None if entry.ours is None else self.ours.changes[entry.ours]
        theirs = None if entry.theirs is None else self.theirs.changes[entry.theirs]
        return ours, theirs


def compare_three(versions: Trio[Resolution], sides: Trio[Side]) -> Three:
    """What each side changed since the base; `sides` say how each text is read, and its name.

    Pure: the same texts give the same comparison on every machine.
    """
    ours = compare(versions.base, versions.ours, DiffOptions(old=sides.base, new=sides.ours))
    theirs = compare(versions.base, versions.theirs, DiffOptions(old=sides.base, new=sides.theirs))
    merged = merge(versions.base, versions.ours, versions.theirs, Options(side=sides.base))
    work = _Work(ours, theirs, {conflict.id or conflict.field for conflict in merged.conflicts})
    entries = tuple(work.entries())
    return Three(sides.base.name, ours, theirs, entries, merged.conflicts)


class _Work:
    """Two comparisons of one base, put side by side; `disputed` are ids and fields in conflict."""

    def __init__(self, ours: Diff, theirs: Diff, disputed: Iterable[str]) -> None:
        self.diffs = ours, theirs
        self.disputed = set(disputed)
        self.of = tuple(_by_base(diff) for diff in self.diffs)
        self.new = tuple(_insertions(diff) for diff in self.diffs)
        self.after = tuple(_followed(diff) for diff in self.diffs)

    def entries(self) -> Iterator[Entry]:
        yield from self.inserted(_START)
        units = {u.index: u for change in self.diffs[0].changes for u in change.old}
        for place in sorted(units):
            unit = units[place]
            ours, theirs = self.of[0][place], self.of[1][place]
            yield Entry(self.state(unit, ours, theirs), unit, ours, theirs)
            yield from self.inserted(place)

    def inserted(self, place: int) -> Iterator[Entry]:
        """What the sides put in after a paragraph of the base; what both put in alike, once."""
        ours, theirs = (dict.fromkeys(new[place]) for new in self.new)
        texts = {self.text(1, number): number for number in reversed(theirs)}
        for number in ours:
            twin = texts.pop(self.text(0, number), None)
            if twin is None:
                yield Entry(State.OURS, None, number, None)
            else:
                theirs.pop(twin)
                yield Entry(State.ALIKE, None, number, twin)
        for number in theirs:
            yield Entry(State.THEIRS, None, None, number)

    def text(self, side: int, number: int) -> str:
        return "\n".join(unit.text for unit in self.diffs[side].changes[number].new)

    def state(self, unit: Unit, ours: int, theirs: int) -> State:
        one, other = self.diffs[0].changes[ours], self.diffs[1].changes[theirs]
        changed = _is_changed(one), _is_changed(other)
        if not all(changed):
            return (State.UNCHANGED, State.THEIRS, State.OURS)[changed[1] + 2 * changed[0]]
        if self.alike(unit, ours, theirs):
            return State.ALIKE
        deleted = Kind.DELETED in {one.kind, other.kind}
        return State.CONFLICT if deleted or key(unit) in self.disputed else State.BOTH

    def alike(self, unit: Unit, ours: int, theirs: int) -> bool:
        """Whether both sides did the same: kind, words, and where it stands now."""
        one, other = self.diffs[0].changes[ours], self.diffs[1].changes[theirs]
        if one.kind is not other.kind or self.text(0, ours) != self.text(1, theirs):
            return False
        here, there = (after.get(unit.index) for after in self.after)
        return one.kind is not Kind.MOVED or here == there


def key(unit: Unit) -> str:
    """What a conflict about a unit is known by: an id, or the name of a field."""
    if unit.id:
        return unit.id
    return "closing" if unit.part == "line" else unit.part.replace("-", " ")


def _is_changed(change: Change) -> bool:
    """Whether somebody edited something; numbers and closing signs only follow."""
    if change.kind is Kind.KEPT or (change.kind is Kind.MOVED and _follows(change)):
        return any(cause.kind in _REAL for cause in change.causes)
    return True


def _follows(change: Change) -> bool:
    """Whether a note only stands elsewhere because its sentence does."""
    along = any(cause.kind is Why.WITH_SENTENCE for cause in change.causes)
    return along and change.new[0].sort is Sort.NOTE and change.similarity == 1


def _by_base(diff: Diff) -> dict[int, int]:
    return {u.index: place for place, change in enumerate(diff.changes) for u in change.old}


def _insertions(diff: Diff) -> dict[int, list[int]]:
    """The insertions of a side by the paragraph of the base that they follow."""
    found: dict[int, list[int]] = defaultdict(list)
    last = _START
    for place, change in enumerate(diff.changes):
        if change.kind is Kind.INSERTED:
            found[last].append(place)
        elif change.kind is not Kind.MOVED:
            last = change.old[-1].index
    return found


def _followed(diff: Diff) -> dict[int, int]:
    """For each paragraph of the base, the one that it follows on the side."""
    found: dict[int, int] = {}
    last = _START
    for change in diff.changes:
        for unit in change.old:
            found[unit.index] = last
        if change.old and change.kind is not Kind.DELETED:
            last = change.old[-1].index
    return found
