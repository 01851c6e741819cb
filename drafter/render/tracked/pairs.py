"""Which Word paragraphs and tables of the two texts are one, by the comparison of their units."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from drafter.diff import Change, Diff, Kind, Sort
from drafter.diff.spine import Pair, spine
from drafter.render.tracked.sides import Side, unit_keys

_STAYS, _MOVES, _FURNITURE = 1.0, 0.01, 0.001
"""What it weighs that a pair keeps its place. What the comparison calls moved gives way."""


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring paragraphs (or one table) that became neighbouring others, by their places."""

    olds: tuple[int, ...]
    news: tuple[int, ...]
    weight: float = _STAYS


@dataclass(slots=True)
class Pairing:
    """The groups in the order of the old text, those that stay in their place, and the tables.

    `rows` are the pairs of rows by the keys of two tables, `notes` lead from the id of an old note
    to that of the new one.
    """

    groups: list[Group] = field(default_factory=list)
    stays: list[Group] = field(default_factory=list)
    rows: dict[tuple[str, str], list[Pair]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def moves(self) -> list[Group]:
        """The groups that stand elsewhere now."""
        staying = {group.olds[0] for group in self.stays}
        return [group for group in self.groups if group.olds[0] not in staying]


def pair(diff: Diff, old: Side, new: Side) -> Pairing:
    """Pair the paragraphs and tables of both sides; each stands in one group at most."""
    keys = _Keys(diff, old, new)
    found = Pairing()
    for change in diff.changes:
        keys.take(change, found)
    keys.tables(found)
    keys.fields(found)
    keys.furniture(found)
    found.groups.sort(key=lambda group: group.olds)
    pairs = [Pair(one.olds[0], one.news[0], one.weight) for one in found.groups]
    staying = {one.old for one in spine(pairs)} if pairs else set()
    found.stays = [group for group in found.groups if group.olds[0] in staying]
    return found


class _Keys:
    """Makes groups of keys; `free` are the places that are in no group yet."""

    def __init__(self, diff: Diff, old: Side, new: Side) -> None:
        self.old, self.new = old, new
        olds = sorted((u for c in diff.changes for u in c.old), key=lambda unit: unit.index)
        news = sorted((u for c in diff.changes for u in c.new), key=lambda unit: unit.index)
        self.names = (
            unit_keys(olds, old.writing.resolution),
            unit_keys(news, new.writing.resolution),
        )
        self.places = tuple({key: n for n, key in enumerate(s.keys)} for s in (old, new))
        self.free = tuple(set(range(len(s.keys))) for s in (old, new))
        self.votes: Counter[tuple[str, str]] = Counter()
        self.rows: dict[tuple[str, str], list[Pair]] = defaultdict(list)

    def take(self, change: Change, found: Pairing) -> None:
        """What one change says about paragraphs, rows or notes."""
        if not change.old or not change.new:
            return
        first = change.old[0]
        if first.sort is Sort.NOTE:
            found.notes[first.id] = change.new[0].id
        elif first.sort is Sort.ROW:
            self._row(change)
        else:
            self._group(change, found)

    def tables(self, found: Pairing) -> None:
        """Tables that share rows; each is one other table at most."""
        for (old, new), _ in self.votes.most_common():
            if self._add(old, new, found):
                found.rows[old, new] = sorted(self.rows[old, new])

    def fields(self, found: Pairing) -> None:
        """Lines of the front that are what they are by their place."""
        for key in self.old.keys:
            if key.startswith("_0_"):
                self._add(key, key, found)

    def furniture(self, found: Pairing) -> None:
        """What stands before or behind a pair without a name of its own."""
        became = {
            self.old.keys[group.olds[-1]]: self.new.keys[group.news[-1]] for group in found.groups
        }
        for key in self.old.keys:
            where, space, name = key.rpartition(" ")
            if space and name in became:
                self._add(key, f"{where} {became[name]}", found, _FURNITURE)

    def _row(self, change: Change) -> None:
        old, new = change.old[0], change.new[0]
        names = self.names[0][old.index], self.names[1][new.index]
        self.votes[names] += 1
        self.rows[names].append(Pair(_row_place(old.part), _row_place(new.part)))

    def _group(self, change: Change, found: Pairing) -> None:
        units = change.old, change.new
        keys = [[s.get(u.index, "") for u in us] for s, us in zip(self.names, units, strict=True)]
        places = [
            [known.get(key, -1) for key in some]
            for known, some in zip(self.places, keys, strict=True)
        ]
        if not all(map(_is_run, places)):
            places = [some[:1] for some in places]
        self._join(places, found, _MOVES if change.kind is Kind.MOVED else _STAYS)

    def _add(self, old: str, new: str, found: Pairing, weight: float = _STAYS) -> bool:
        places = [[self.places[0].get(old, -1)], [self.places[1].get(new, -1)]]
        return self._join(places, found, weight)

    def _join(self, places: Sequence[Sequence[int]], found: Pairing, weight: float) -> bool:
        if not all(free.issuperset(some) for free, some in zip(self.free, places, strict=True)):
            return False
        for free, some in zip(self.free, places, strict=True):
            free.difference_update(some)
        found.groups.append(Group(tuple(places[0]), tuple(places[1]), weight))
        return True


def _row_place(part: str) -> int:
    """Which row of its table a unit is, from 0."""
    return int(part.removeprefix("row ")) - 1


def _is_run(places: Sequence[int]) -> bool:
    """Whether paragraphs stand one after the other."""
    return all(b == a + 1 for a, b in pairwise(places))


def ranges(moves: Sequence[Group]) -> Iterator[list[Group]]:
    """Moves in runs that stood, and stand, one after the other: each is one move to a reader."""
    run: list[Group] = []
    for group in moves:
        if run and not _goes_on(run[-1], group):
            yield run
            run = []
        run.append(group)
    if run:
        yield run


def _goes_on(one: Group, two: Group) -> bool:
    return two.olds[0] == one.olds[-1] + 1 and two.news[0] == one.news[-1] + 1
