"""The order of things in a row: who moved within it, and the rows of both sides made one."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from drafter.merge.tree import Tree

START = ""
"""Stands for the beginning of a row, before everything in it."""


def moved(base: Tree, side: Tree) -> frozenset[str]:
    """What a side put elsewhere within its row: the fewest things that explain its order."""
    out: set[str] = set()
    for place, row in side.rows.items():
        ranks = {key: rank for rank, key in enumerate(base.rows.get(place, ()))}
        shared = [key for key in row if key in ranks]
        out |= set(shared) - _in_order(shared, ranks)
    return frozenset(out)


def weave(
    row: Sequence[str], spine: set[str], ours: Sequence[str], theirs: Sequence[str]
) -> list[str]:
    """One row: the spine in the order of the base, and after each the things each side put there.

    `row` is the base's; `ours` and `theirs` are the rows of the sides without what the other side
    placed.
    """
    runs = _runs(ours, spine), _runs(theirs, spine)
    out: list[str] = []
    for anchor in (START, *(key for key in row if key in spine)):
        if anchor:
            out.append(anchor)
        out.extend(_zipped(runs[0][anchor], runs[1][anchor]))
    return out


def anchors(row: Iterable[str], spine: set[str]) -> dict[str, str]:
    """After which of the spine each thing of a row stands."""
    return {key: anchor for anchor, run in _runs(row, spine).items() for key in run}


def _runs(row: Iterable[str], spine: set[str]) -> dict[str, list[str]]:
    runs: dict[str, list[str]] = defaultdict(list)
    anchor = START
    for key in row:
        if key in spine:
            anchor = key
        else:
            runs[anchor].append(key)
    return runs


def _zipped(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[str]:
    """Two runs as one, ours first; what both have stands once, with what came before it."""
    places = {key: place for place, key in enumerate(theirs)}
    mine = set(ours)
    at = 0
    for key in ours:
        if places.get(key, -1) >= at:
            yield from (other for other in theirs[at : places[key]] if other not in mine)
            at = places[key] + 1
        yield key
    yield from (other for other in theirs[at:] if other not in mine)


def _in_order(row: Sequence[str], ranks: dict[str, int]) -> set[str]:
    """The longest part of a row that stands in the order of the ranks; the first such part."""
    tails: list[int] = []
    last: list[str] = []
    before: dict[str, str] = {}
    for key in row:
        size = bisect_left(tails, ranks[key])
        if size:
            before[key] = last[size - 1]
        tails[size : size + 1] = [ranks[key]]
        last[size : size + 1] = [key]
    out: set[str] = set()
    key = last[-1] if last else ""
    while key:
        out.add(key)
        key = before.get(key, "")
    return out
