"""The order of changes: where the new text stands; what was deleted, after what it followed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from drafter.diff.items import Links
from drafter.diff.spine import Pair


class Event(IntEnum):
    """What stands at a place of the order; LEFT is the old place of a unit that moved."""

    GONE = 0
    LEFT = 1
    THERE = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One event: the old and the new units concerned, by index."""

    event: Event
    old: tuple[int, ...]
    new: tuple[int, ...]


def ordered(size_old: int, size_new: int, links: Links, stays: Sequence[Pair]) -> list[Entry]:
    """Every unit of both sides in reading order; `stays` are the pairs of the spine, in order."""
    entries = [*_there(size_new, links), *_gone(size_old, links, stays)]
    entries.sort(key=lambda entry: entry[0])
    return [entry for _, entry in entries]


def _there(size_new: int, links: Links) -> Iterator[tuple[tuple[int, ...], Entry]]:
    split = {group.many[0]: group for group in links.splits}
    merged = {group.one: group for group in links.merges}
    later = {place for group in links.splits for place in group.many[1:]}
    for new in range(size_new):
        if new in later:
            continue
        if new in split:
            group = split[new]
            yield (new, 1), Entry(Event.THERE, (group.one,), group.many)
        elif new in merged:
            yield (new, 1), Entry(Event.THERE, merged[new].many, (new,))
        else:
            old = links.old_of.get(new)
            yield (new, 1), Entry(Event.THERE, () if old is None else (old,), (new,))


def _gone(
    size_old: int, links: Links, stays: Sequence[Pair]
) -> Iterator[tuple[tuple[int, ...], Entry]]:
    """Deleted units, and the old places of those that moved."""
    olds = [pair.old for pair in stays]
    last = {group.one: group.many[-1] for group in links.splits}
    in_place = set(olds) | {place for group in links.merges for place in group.many}
    for old in range(size_old):
        if old in in_place:
            continue
        before = bisect_left(olds, old) - 1
        after = -1 if before < 0 else last.get(olds[before], stays[before].new)
        event = Event.LEFT if old in links.taken_old else Event.GONE
        yield (after, 2, old), Entry(event, (old,), ())
