"""Splits and merges: one paragraph whose words are spread, in order, over several neighbours.

A merge is a split seen from the other side. What counts is coverage: every part must live mostly
from words of the whole, each from words of its own that no other part explains, and together they
must explain the whole better than any one of them does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from drafter.diff.candidates import Candidate
from drafter.diff.items import Group, Item, Links, Sides

_LEAST_WORDS = 8
"""A whole shorter than this is not told apart from a chance likeness."""
_SHARE = 0.3
"""How much of a part, by weight, must come from the whole."""
_COVER = 0.55
"""How much of the whole, by weight, the parts must hold together."""
_OWN = 0.3
"""How much of a part, by weight, must come from words of the whole that no other part has."""
_LEAST_SHARED = 3
_TRIED = 3
_STEPS = 3
"""Neighbours looked at: between two parts something may have come in, also from elsewhere."""


@dataclass(frozen=True, slots=True)
class _Cover:
    """How the words of a whole are spread over parts.

    `shares` of each part that come from the whole, `cover` of the whole that the parts hold,
    `alike` the likeness of the parts together, `fewest` words from the whole in any part.
    """

    shares: tuple[float, ...]
    cover: float
    alike: float
    fewest: int


@dataclass(frozen=True, slots=True)
class _Found:
    """A split that may be one: the whole, its parts, and how alike they are together."""

    whole: Item
    parts: tuple[Item, ...]
    alike: float


def find_groups(sides: Sides, links: Links, pairs: list[Candidate]) -> None:
    """Record the splits and merges among the units without a partner, the surest first."""
    splits = _find(sides, links.taken_new, pairs)
    turned = [Candidate(pair.new, pair.old, pair.likeness) for pair in pairs]
    merges = _find(sides.turned(), links.taken_old, turned)
    both = [(found, True) for found in splits] + [(found, False) for found in merges]
    for found, is_split in sorted(both, key=lambda entry: -entry[0].alike):
        taken_one, taken_many = (
            (links.taken_old, links.taken_new) if is_split else (links.taken_new, links.taken_old)
        )
        many = tuple(part.place for part in found.parts)
        if found.whole.place in taken_one or not taken_many.isdisjoint(many):
            continue
        record = links.split if is_split else links.merge
        record(Group(found.whole.place, many))


def _find(sides: Sides, taken: set[int], pairs: list[Candidate]) -> list[_Found]:
    by_whole: dict[int, list[Candidate]] = defaultdict(list)
    for pair in pairs:
        by_whole[pair.old.place].append(pair)
    rivals = _Rivals(pairs)
    found = []
    for some in by_whole.values():
        whole = some[0].old
        if whole.group != "text" or len(whole.code) < _LEAST_WORDS:
            continue
        options = [_grow(whole, pair.new, sides, taken) for pair in _starts(some, sides)]
        best = max((o for o in options if o), key=lambda o: o.alike, default=None)
        if best is not None and not rivals.any(best):
            found.append(best)
    return found


def _starts(pairs: Iterable[Candidate], sides: Sides) -> list[Candidate]:
    """The possible parts that hold most of the whole: a split is grown from one of them."""
    held = {pair.new.place: sides.mass(pair.old.bag & pair.new.bag) for pair in pairs}
    some = [pair for pair in pairs if held[pair.new.place] >= _SHARE * pair.new.weight]
    return sorted(some, key=lambda pair: (-held[pair.new.place], pair.new.place))[:_TRIED]


def _grow(whole: Item, start: Item, sides: Sides, taken: set[int]) -> _Found | None:
    """Take in neighbours on either side as long as they hold words of the whole."""
    alone = _cover(whole, (start,), sides)
    parts: tuple[Item, ...] = (start,)
    best = alone
    if alone.shares[0] < _SHARE:
        return None
    for step in (1, -1):
        while (wider := _wider(whole, parts, step, sides, taken)) is not None:
            cover = _cover(whole, wider, sides)
            if cover.alike <= best.alike:
                break
            parts, best = wider, cover
    if len(parts) < 2 or best.cover < _COVER or not _all_needed(whole, parts, best, sides):
        return None
    return _Found(whole, parts, best.alike)


def _all_needed(whole: Item, parts: tuple[Item, ...], together: _Cover, sides: Sides) -> bool:
    """Whether each part explains words of the whole which the others leave unexplained."""
    for place, part in enumerate(parts):
        rest = _cover(whole, parts[:place] + parts[place + 1 :], sides)
        own = (together.cover - rest.cover) * sides.mass(whole.code)
        if own < _OWN * sides.mass(part.code) or rest.alike >= together.alike:
            return False
    return True


def _wider(
    whole: Item, parts: tuple[Item, ...], step: int, sides: Sides, taken: set[int]
) -> tuple[Item, ...] | None:
    """The parts with the next unit that lives from the whole; None when there is none."""
    for more in _neighbours(parts, step, sides, taken):
        wider = (*parts, more) if step > 0 else (more, *parts)
        cover = _cover(whole, wider, sides)
        if min(cover.shares) >= _SHARE and cover.fewest >= _LEAST_SHARED:
            return wider
    return None


def _neighbours(
    parts: tuple[Item, ...], step: int, sides: Sides, taken: set[int]
) -> Iterator[Item]:
    """The next units that may be a part; paragraphs that came between are stepped over."""
    place = parts[-1].place if step > 0 else parts[0].place
    for _ in range(_STEPS):
        place += step
        if not 0 <= place < len(sides.news):
            return
        if place not in taken and sides.news[place].group == "text":
            yield sides.news[place]


def _cover(whole: Item, parts: tuple[Item, ...], sides: Sides) -> _Cover:
    joined = "".join(part.code for part in parts)
    shared = [0.0] * len(parts)
    counts = [0] * len(parts)
    ends = _ends(parts)
    held = 0.0
    for block in Indel.opcodes(whole.code, joined):
        if block.tag != "equal":
            continue
        for place in range(block.dest_start, block.dest_end):
            part = next(k for k, end in enumerate(ends) if place < end)
            weight = sides.weights[joined[place]]
            shared[part] += weight
            counts[part] += 1
            held += weight
    masses = [sides.mass(part.code) or 1.0 for part in parts]
    total = sides.mass(whole.code) or 1.0
    return _Cover(
        shares=tuple(s / m for s, m in zip(shared, masses, strict=True)),
        cover=held / total,
        alike=2 * held / (total + sum(masses)),
        fewest=min(counts),
    )


def _ends(parts: tuple[Item, ...]) -> list[int]:
    ends, end = [], 0
    for part in parts:
        end += len(part.code)
        ends.append(end)
    return ends


class _Rivals:
    """Whether a part has a better origin than the whole that claims it.

    An origin counts only for the unit that is most alike to it: it has no claim on others.
    """

    def __init__(self, pairs: Iterable[Candidate]) -> None:
        best: dict[int, Candidate] = {}
        for pair in pairs:
            known = best.get(pair.old.place)
            if known is None or pair.likeness > known.likeness:
                best[pair.old.place] = pair
        self.of: dict[int, list[Candidate]] = defaultdict(list)
        for pair in best.values():
            self.of[pair.new.place].append(pair)

    def any(self, found: _Found) -> bool:
        """Whether another unit is more alike to some part than the whole is to all of them."""
        return any(
            pair.likeness > found.alike
            for part in found.parts
            for pair in self.of[part.place]
            if pair.old.place != found.whole.place
        )
