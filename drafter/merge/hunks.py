"""Where two texts differ from the one they come from, and where these places meet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from drafter.diff.readable import readable
from drafter.diff.tokens import Coder
from drafter.diff.wordwise import wordwise

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Hunk:
    """Base tokens from `start` up to `stop` that a side replaced by its own, `first` to `last`."""

    start: int
    stop: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the base that one side changed, or both: the hunks of each side in it."""

    start: int
    stop: int
    ours: tuple[Hunk, ...] = ()
    theirs: tuple[Hunk, ...] = ()

    @property
    def shared(self) -> bool:
        """Whether both sides changed something here."""
        return bool(self.ours and self.theirs)

    def joined(self, other: Region) -> Region:
        """This region and a later one as one, with what lies between them."""
        return Region(
            min(self.start, other.start),
            max(self.stop, other.stop),
            self.ours + other.ours,
            self.theirs + other.theirs,
        )


Meet = Callable[[Region, Region], bool]
"""Whether two regions, in order of their starts, are one place of the text."""


def hunks(base: Sequence[str], side: Sequence[str]) -> tuple[Hunk, ...]:
    """Where a side differs from the base, in order, by the keys of their tokens."""
    coder = Coder()
    left, right = coder.code(base), coder.code(side)
    names = {code: key for key, code in coder.codes.items()}
    return tuple(_hunks(readable(wordwise(left, right), names)))


def regions(ours: Sequence[Hunk], theirs: Sequence[Hunk], meet: Meet) -> list[Region]:
    """All changes of both sides, those that meet put together."""
    alone = [Region(h.start, h.stop, ours=(h,)) for h in ours]
    alone += [Region(h.start, h.stop, theirs=(h,)) for h in theirs]
    return join(sorted(alone, key=lambda region: (region.start, region.stop)), meet)


def join(some: Sequence[Region], meet: Meet) -> list[Region]:
    """Regions in order, neighbours that meet put together."""
    out: list[Region] = []
    for region in some:
        if out and meet(out[-1], region):
            out[-1] = out[-1].joined(region)
        else:
            out.append(region)
    return out


def version(
    base: Sequence[T], side: Sequence[T], changes: Sequence[Hunk], region: Region
) -> list[T]:
    """A region as one side has it, whose changes in it are given."""
    out: list[T] = []
    place = region.start
    for hunk in changes:
        out += [*base[place : hunk.start], *side[hunk.first : hunk.last]]
        place = hunk.stop
    return [*out, *base[place : region.stop]]


def _hunks(steps: list[tuple[int, str]]) -> Iterator[Hunk]:
    i = j = 0
    for equal, some in groupby(steps, key=lambda step: step[0] == 0):
        sizes = {-1: 0, 0: 0, 1: 0}
        for sign, codes in some:
            sizes[sign] += len(codes)
        if equal:
            i, j = i + sizes[0], j + sizes[0]
            continue
        yield Hunk(i, i + sizes[-1], j, j + sizes[1])
        i, j = i + sizes[-1], j + sizes[1]
