"""Three versions of a list made one: sponsors, closing lines, agenda items, table rows, metadata.

Items are matched when they are equal. Where both sides put something in at one place, both stay,
ours first, what is equal once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias, TypeVar

from drafter.merge.hunks import Hunk, Region, hunks, regions, version
from drafter.merge.value import Trio

T = TypeVar("T")

Row: TypeAlias = tuple[T, ...]
Pick = Callable[[Trio[tuple[T, ...]]], tuple[T, ...]]
"""What becomes of a stretch that both sides changed differently."""


def merge_rows(rows: Trio[tuple[T, ...]], one: Callable[[Trio[T]], T], rest: Pick[T]) -> Row[T]:
    """The list with the edits of both sides.

    `one` merges three versions of an item, where a stretch has as many items in all three; `rest`
    decides any other stretch that both changed.
    """
    if rows.clear:
        return rows.chosen
    found = regions(_hunks(rows.base, rows.ours), _hunks(rows.base, rows.theirs), _overlap)
    return tuple(_woven(rows, found, one, rest))


def either(rows: Trio[tuple[T, ...]]) -> tuple[T, ...]:
    """What both sides have, ours first; what stands in both once, at its place in ours."""
    mine = set(rows.ours)
    return (*rows.ours, *(item for item in rows.theirs if item not in mine))


def _woven(
    rows: Trio[tuple[T, ...]], found: Sequence[Region], one: Callable[[Trio[T]], T], rest: Pick[T]
) -> Iterator[T]:
    place = 0
    for region in found:
        yield from rows.base[place : region.start]
        stretch = Trio(
            rows.base[region.start : region.stop],
            tuple(version(rows.base, rows.ours, region.ours, region)),
            tuple(version(rows.base, rows.theirs, region.theirs, region)),
        )
        yield from _settled(stretch, one, rest)
        place = region.stop
    yield from rows.base[place:]


def _settled(
    stretch: Trio[tuple[T, ...]], one: Callable[[Trio[T]], T], rest: Pick[T]
) -> tuple[T, ...]:
    if stretch.clear:
        return stretch.chosen
    if not stretch.base:
        return either(stretch)
    if len(stretch.base) == len(stretch.ours) == len(stretch.theirs):
        both = zip(stretch.base, stretch.ours, stretch.theirs, strict=True)
        return tuple(one(Trio(*items)) for items in both)
    return rest(stretch)


def _hunks(base: Sequence[T], side: Sequence[T]) -> list[Hunk]:
    found = hunks([repr(item) for item in base], [repr(item) for item in side])
    return [single for hunk in found for single in _item_by_item(hunk)]


def _item_by_item(hunk: Hunk) -> list[Hunk]:
    """A stretch in which as many items stand as before is so many edits, not one."""
    size = hunk.stop - hunk.start
    if size != hunk.last - hunk.first:
        return [hunk]
    starts = zip(range(hunk.start, hunk.stop), range(hunk.first, hunk.last), strict=True)
    return [Hunk(old, old + 1, new, new + 1) for old, new in starts]


def _overlap(before: Region, after: Region) -> bool:
    """Whether two edits are about the same items, or put items in at the same place."""
    if after.start == after.stop or before.start == before.stop:
        same = before.start == after.start and before.stop == after.stop
        return same or before.start < after.start < before.stop
    return after.start < before.stop
