"""The strict test first: units that say the same, word for word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator

from drafter.diff.items import Item, Links, Sides
from drafter.diff.spine import Gaps, Pair, spine

_STRONG = 4
"""Words a repeated text needs to be followed out of its gap: shorter ones are coincidences."""


def pair_fields(sides: Sides, links: Links) -> None:
    """Pair the lines of fields that exist once: symbol with symbol, title with title."""
    there = {item.unit.part: item for item in sides.news if item.group == "field"}
    for item in sides.olds:
        if item.group == "field" and (other := there.get(item.unit.part)) is not None:
            links.pair(item.place, other.place)


def pair_exact(sides: Sides, links: Links) -> None:
    """Pair the units that say the same, in five steps, each on what the one before left.

    Texts that stand once on each side; those that their notes tell apart; the neighbours of both,
    outwards; what is left in each gap, in order; long texts that stand elsewhere. What moved draws
    its neighbours along only after what stayed has drawn its own.
    """
    _pair_unique(sides, links)
    _pair_by_notes(sides, links)
    if found := list(links.pairs()):
        _extend(sides, links, spine(found))
    _extend(sides, links, links.pairs())
    _pair_in_gaps(sides, links)
    _extend(sides, links, links.pairs())
    _pair_across(sides, links)


def _matchable(items: Iterable[Item], taken: set[int]) -> Iterator[Item]:
    return (item for item in items if item.place not in taken and item.group != "note")


def _by_key(items: Iterable[Item], key: Callable[[Item], Hashable]) -> dict[Hashable, list[Item]]:
    found: dict[Hashable, list[Item]] = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return found


def _open(sides: Sides, links: Links) -> tuple[list[Item], list[Item]]:
    return (
        list(_matchable(sides.olds, links.taken_old)),
        list(_matchable(sides.news, links.taken_new)),
    )


def _pair_unique(sides: Sides, links: Links) -> None:
    olds, news = _open(sides, links)
    there = _by_key(news, lambda item: item.key)
    for key, here in _by_key(olds, lambda item: item.key).items():
        others = there.get(key, [])
        if len(here) == len(others) == 1 and here[0].group != "separator":
            links.pair(here[0].place, others[0].place)


def _pair_by_notes(sides: Sides, links: Links) -> None:
    """Pair repeated texts ("Having considered the report,") by the words of the notes they call."""
    olds, news = ([item for item in side if item.unit.notes] for side in _open(sides, links))
    before, after = _note_words(sides.olds), _note_words(sides.news)
    there = _by_key(news, lambda item: _with_notes(item, after))
    for key, here in _by_key(olds, lambda item: _with_notes(item, before)).items():
        others = there.get(key, [])
        if len(here) == len(others) == 1:
            links.pair(here[0].place, others[0].place)


def _note_words(items: Iterable[Item]) -> dict[str, str]:
    return {item.unit.id: item.code for item in items if item.group == "note"}


def _with_notes(item: Item, words: dict[str, str]) -> Hashable:
    return item.key, tuple(words.get(call.id, "") for call in item.unit.notes)


def _extend(sides: Sides, links: Links, pairs: Iterable[Pair]) -> None:
    """From each pair on: the next units on both sides, as long as they say the same."""
    some = sorted(pairs)
    for step in (1, -1):
        for pair in some[::step]:
            i, j = pair.old + step, pair.new + step
            while _same_at(sides, links, i, j):
                links.pair(i, j)
                i, j = i + step, j + step


def _same_at(sides: Sides, links: Links, i: int, j: int) -> bool:
    if not (0 <= i < len(sides.olds) and 0 <= j < len(sides.news)):
        return False
    old, new = sides.olds[i], sides.news[j]
    return old.group != "note" and links.free(old, new) and old.code == new.code


def _pair_in_gaps(sides: Sides, links: Links) -> None:
    gaps = Gaps(spine(list(links.pairs())))
    olds, news = _open(sides, links)
    there = _by_key(news, lambda item: (gaps.of_new(item.place), item.key))
    here = _by_key(olds, lambda item: (gaps.of_old(item.place), item.key))
    found = [
        Pair(old.place, new.place)
        for key, some in here.items()
        for old, new in zip(some, there.get(key, []), strict=False)
    ]
    for pair in spine(found) if found else []:
        links.pair(pair.old, pair.new)


def _pair_across(sides: Sides, links: Links) -> None:
    olds, news = _open(sides, links)
    there = _by_key(news, lambda item: item.key)
    for key, here in _by_key(olds, lambda item: item.key).items():
        others = there.get(key, [])
        if len(here[0].code) < _STRONG or here[0].group == "separator":
            continue
        for old, new in zip(*_same_ids_first(here, others), strict=False):
            links.pair(old.place, new.place)


def _same_ids_first(olds: list[Item], news: list[Item]) -> tuple[list[Item], list[Item]]:
    """Texts that are told apart by nothing else: those with one id on both sides come first."""
    shared = {item.unit.id for item in olds} & {item.unit.id for item in news} - {""}
    return _shared_first(olds, shared), _shared_first(news, shared)


def _shared_first(items: list[Item], shared: set[str]) -> list[Item]:
    return sorted(items, key=lambda item: (item.unit.id not in shared, item.unit.id, item.place))
