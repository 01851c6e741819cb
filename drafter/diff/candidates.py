"""Which units may be versions of each other: found by rare words, judged by likeness."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from drafter.diff.items import Item, Sides
from drafter.diff.spine import Gaps

_RARE_WORDS = 16
_LONGEST_POSTING = 24
_BEST = 6
_NEAR = 3
"""Bounds of the work for one unit, so that time grows with the length of the texts, not with its
square: rare words looked up, units looked at under one word, units judged, neighbours tried."""
_SHORT = 5
_HELD = 8
"""Words of a text that stand, all of them and in order, in the other one: no coincidence."""
_AS_HELD = 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two units that may be one paragraph; `likeness` from 0 to 1."""

    old: Item
    new: Item
    likeness: float


def likeness(a: Item, b: Item, sides: Sides) -> float:
    """How alike two texts are: the mean of the words in common in order and by weight.

    Order alone takes formulae ("to submit to the General Assembly at its ... session a report on")
    for likeness, weight alone takes two paragraphs about one thing for one paragraph. A text that
    has only grown is the same text, however much came in.
    """
    size, distance = len(a.code) + len(b.code), Indel.distance(a.code, b.code)
    in_order = 1 - distance / size if size else 1.0
    both = a.weight + b.weight
    by_weight = 2 * sides.mass(a.bag & b.bag) / both if both else 1.0
    mean = (in_order + by_weight) / 2
    shorter = min(len(a.code), len(b.code))
    if shorter >= _HELD and distance == size - 2 * shorter:
        return max(mean, _AS_HELD)
    if shorter > _SHORT:
        return mean
    return max(mean, ratio(a.unit.text, b.unit.text) / 100 - 0.1)


def candidates(
    olds: Sequence[Item], news: Sequence[Item], gaps: Gaps, sides: Sides
) -> list[Candidate]:
    """The pairs worth judging among units without a partner, given in order."""
    index = _index(news)
    found: list[Candidate] = []
    for old, near in zip(olds, _neighbours(olds, news, gaps), strict=True):
        some = {item.place: item for item in (*_look_up(old, index, sides), *near)}
        found += [
            Candidate(old, new, likeness(old, new, sides))
            for new in some.values()
            if old.group == new.group
        ]
    return found


def _index(items: Iterable[Item]) -> dict[str, list[Item]]:
    index: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for sign in item.bag:
            index[sign].append(item)
    return index


def _look_up(item: Item, index: dict[str, list[Item]], sides: Sides) -> Iterator[Item]:
    """The units that share the heaviest words with this one."""
    scores: dict[int, float] = defaultdict(float)
    seen: dict[int, Item] = {}
    known = [sign for sign in item.bag if 0 < len(index.get(sign, ())) <= _LONGEST_POSTING]
    for sign in sorted(known, key=lambda s: (len(index[s]), s))[:_RARE_WORDS]:
        for other in index[sign]:
            scores[other.place] += sides.weights[sign]
            seen[other.place] = other
    best = sorted(scores, key=lambda place: (-scores[place], place))[:_BEST]
    return (seen[place] for place in best)


def _neighbours(olds: Sequence[Item], news: Sequence[Item], gaps: Gaps) -> Iterator[list[Item]]:
    """For each old unit the new ones at about the same place of the same gap."""
    here: Counter[int] = Counter(gaps.of_old(item.place) for item in olds)
    there: dict[int, list[Item]] = defaultdict(list)
    for item in news:
        there[gaps.of_new(item.place)].append(item)
    seen: Counter[int] = Counter()
    for item in olds:
        gap = gaps.of_old(item.place)
        middle = seen[gap] * len(there[gap]) // here[gap]
        seen[gap] += 1
        yield there[gap][max(0, middle - _NEAR) : middle + _NEAR + 1]
