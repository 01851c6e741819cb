"""The longest run of pairs that keep their order: what stayed, so that the rest is what moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Places of an old and a new unit that are one paragraph, and how much that weighs."""

    old: int
    new: int
    weight: float = 1.0


def spine(pairs: Sequence[Pair]) -> list[Pair]:
    """The heaviest choice of pairs that rise on both sides, in order; n log n.

    No two pairs share a place.
    """
    ordered = sorted(pairs)
    if all(a.new < b.new for a, b in pairwise(ordered)):
        return ordered
    if len({pair.weight for pair in ordered}) == 1:
        return _longest(ordered)
    ranks = sorted(pair.new for pair in ordered)
    best = _Best(len(ranks))
    before: list[int] = []
    total: list[float] = []
    for place, pair in enumerate(ordered):
        rank = bisect_left(ranks, pair.new)
        weight, previous = best.below(rank)
        before.append(previous)
        total.append(weight + pair.weight)
        best.put(rank, total[place], place)
    return _trace(ordered, before, total)


def _longest(ordered: list[Pair]) -> list[Pair]:
    """The same for pairs of one weight: patience sorting."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, pair in enumerate(ordered):
        pile = bisect_left(tops, pair.new)
        before.append(ends[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [pair.new]
        ends[pile : pile + 1] = [place]
    return _chain(ordered, before, ends[-1])


def _trace(ordered: list[Pair], before: list[int], total: list[float]) -> list[Pair]:
    return _chain(ordered, before, max(range(len(total)), key=total.__getitem__))


def _chain(ordered: list[Pair], before: list[int], place: int) -> list[Pair]:
    chosen = []
    while place >= 0:
        chosen.append(ordered[place])
        place = before[place]
    return chosen[::-1]


class _Best:
    """The heaviest chain that ends below a rank: a binary indexed tree of (weight, place)."""

    def __init__(self, size: int) -> None:
        self.tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def below(self, rank: int) -> tuple[float, int]:
        """The heaviest chain that ends at a rank under this one."""
        found = (0.0, -1)
        while rank > 0:
            found = max(found, self.tree[rank], key=_weight)
            rank -= rank & -rank
        return found

    def put(self, rank: int, weight: float, place: int) -> None:
        """Enter a chain that ends at this rank."""
        rank += 1
        while rank < len(self.tree):
            self.tree[rank] = max(self.tree[rank], (weight, place), key=_weight)
            rank += rank & -rank


def _weight(entry: tuple[float, int]) -> float:
    return entry[0]


class Gaps:
    """The gaps that a spine leaves on both sides, numbered from 0."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self.olds = [pair.old for pair in pairs]
        self.news = [pair.new for pair in pairs]

    def of_old(self, place: int) -> int:
        """The gap that an old unit stands in."""
        return bisect_left(self.olds, place)

    def of_new(self, place: int) -> int:
        """The gap that a new unit stands in."""
        return bisect_left(self.news, place)
