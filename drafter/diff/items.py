"""Units made ready for matching, and the links found so far between the two sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import fsum, log

from drafter.diff.spine import Pair
from drafter.diff.tokens import Coder
from drafter.diff.value import Sort, Unit

_GROUPS = {
    Sort.FIELD: "field",
    Sort.LINE: "line",
    Sort.PARAGRAPH: "text",
    Sort.HEADING: "text",  # one reader's heading is another reader's unnumbered paragraph
    Sort.ROW: "row",
    Sort.SEPARATOR: "separator",
    Sort.NOTE: "note",
}


@dataclass(frozen=True, slots=True)
class Item:
    """A unit as one sign a word. `place` is its index; only items of one group can be a pair."""

    place: int
    unit: Unit
    code: str
    group: str
    bag: frozenset[str]
    weight: float = 0.0

    @property
    def key(self) -> tuple[str, str]:
        """Equal for items that say the same."""
        return self.group, self.code


@dataclass(frozen=True, slots=True)
class Sides:
    """The items of both sides and the weight of every word: the rarer, the heavier."""

    olds: tuple[Item, ...]
    news: tuple[Item, ...]
    weights: dict[str, float]

    def mass(self, signs: Iterable[str]) -> float:
        """The weight of some words together, the same in whatever order they come."""
        return fsum(map(self.weights.__getitem__, signs))

    def turned(self) -> Sides:
        """The same with old and new exchanged."""
        return Sides(self.news, self.olds, self.weights)


def make_sides(olds: Sequence[Unit], news: Sequence[Unit]) -> Sides:
    """Encode all units of both sides with one code book and weigh the words."""
    coder = Coder()
    before, after = ([coder.encode(unit) for unit in side] for side in (olds, news))
    bags = {code: frozenset(code) for code in {*before, *after}}
    seen: Counter[str] = Counter()
    for code, times in Counter((*before, *after)).items():
        for sign in bags[code]:
            seen[sign] += times
    total = len(olds) + len(news)
    heavy = {count: log(1 + total / count) for count in set(seen.values())}
    weights = {sign: heavy[count] for sign, count in seen.items()}
    weight = {code: fsum(map(weights.__getitem__, bag)) for code, bag in bags.items()}
    return Sides(
        tuple(_item(unit, code, bags, weight) for unit, code in zip(olds, before, strict=True)),
        tuple(_item(unit, code, bags, weight) for unit, code in zip(news, after, strict=True)),
        weights,
    )


def _item(unit: Unit, code: str, bags: dict[str, frozenset[str]], weight: dict[str, float]) -> Item:
    group = _GROUPS[unit.sort]
    if unit.sort is Sort.LINE:
        group = f"{group} of {unit.section}"  # a closing line is no version of an agenda item
    return Item(unit.index, unit, code, group, bags[code], weight[code])


@dataclass(frozen=True, slots=True)
class Group:
    """One unit of one side that became several of the other, in order."""

    one: int
    many: tuple[int, ...]


@dataclass(slots=True)
class Links:
    """What is known so far: pairs, splits (old to several new), merges (new from several old)."""

    new_of: dict[int, int] = field(default_factory=dict)
    old_of: dict[int, int] = field(default_factory=dict)
    splits: list[Group] = field(default_factory=list)
    merges: list[Group] = field(default_factory=list)
    taken_old: set[int] = field(default_factory=set)
    taken_new: set[int] = field(default_factory=set)

    def pair(self, old: int, new: int) -> None:
        """Record that two units are one paragraph."""
        self.new_of[old] = new
        self.old_of[new] = old
        self.taken_old.add(old)
        self.taken_new.add(new)

    def split(self, group: Group) -> None:
        """Record that an old paragraph became several."""
        self.splits.append(group)
        self.taken_old.add(group.one)
        self.taken_new.update(group.many)

    def merge(self, group: Group) -> None:
        """Record that several old paragraphs became one."""
        self.merges.append(group)
        self.taken_new.add(group.one)
        self.taken_old.update(group.many)

    def free(self, old: Item, new: Item) -> bool:
        """Whether both are still without a partner and may be partners."""
        return (
            old.place not in self.taken_old
            and new.place not in self.taken_new
            and old.group == new.group
        )

    def pairs(self) -> Iterator[Pair]:
        """All pairs; a split or merge stands for the pair of its first units."""
        for old, new in self.new_of.items():
            yield Pair(old, new)
        for group in self.splits:
            yield Pair(group.one, group.many[0])
        for group in self.merges:
            yield Pair(group.many[0], group.one)
