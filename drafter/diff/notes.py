"""Which old note is which new one: notes are known by their words and by the sentence calling them.

A note of a paragraph that moved is the same note; two notes of equal words stay apart when they are
called in different paragraphs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from drafter.diff.candidates import candidates, likeness
from drafter.diff.items import Item, Links, Sides, make_sides
from drafter.diff.spine import Gaps
from drafter.diff.tokens import plain
from drafter.diff.value import Sort, Unit

_SAME_PLACE = 0.2
"""Likeness that two notes need which are called at the same word of the same sentence."""
_SAME_PARAGRAPH = 0.6
_PLACE = 0.3
"""What the same word before both calls is worth against a likelier note of the same paragraph."""
_ELSEWHERE = 0.8
_UPDATED = 0.6
"""Likeness that makes a note of the same paragraph likelier than an equal one elsewhere."""


@dataclass(slots=True)
class NoteLinks:
    """Pairs of notes by index of their units; `moved` are the old ones called elsewhere now."""

    new_of: dict[int, int] = field(default_factory=dict)
    old_of: dict[int, int] = field(default_factory=dict)
    moved: set[int] = field(default_factory=set)

    def pair(self, old: Item, new: Item, *, moved: bool = False) -> None:
        """Record that two notes are one, unless one of them has its partner already."""
        if not self.free(old, new):
            return
        self.new_of[old.place] = new.place
        self.old_of[new.place] = old.place
        if moved:
            self.moved.add(old.place)

    def free(self, old: Item, new: Item) -> bool:
        """Whether both notes are still without a partner."""
        return old.place not in self.new_of and new.place not in self.old_of

    def free_olds(self, sides: Sides) -> list[Item]:
        """The old notes without a partner."""
        return [item for item in sides.olds if item.place not in self.new_of]

    def free_news(self, sides: Sides) -> list[Item]:
        """The new notes without a partner."""
        return [item for item in sides.news if item.place not in self.old_of]


def align_notes(olds: Sequence[Unit], news: Sequence[Unit], links: Links) -> NoteLinks:
    """Pair the notes: those of one paragraph that are equal or nearly, equal ones, alike ones.

    Two notes may exchange their words from year to year ("Supplement No. 26 (A/77/26)"): the
    sentence that calls them counts for more than an equal text elsewhere.
    """
    before, after = (tuple(u for u in side if u.sort is Sort.NOTE) for side in (olds, news))
    sides, found = make_sides(before, after), NoteLinks()
    callers = _Callers(olds, news, links, sides)
    for old, new in callers.related():
        if old.code == new.code:
            found.pair(old, new)
    _pair_alike_here(sides, found, callers, _UPDATED, _UPDATED)
    _pair_equal_elsewhere(sides, found)
    _pair_alike_here(sides, found, callers, _SAME_PLACE, _SAME_PARAGRAPH)
    _pair_alike_elsewhere(sides, found)
    return found


class _Callers:
    """Which unit calls a note, and which paragraphs became which."""

    def __init__(
        self, olds: Sequence[Unit], news: Sequence[Unit], links: Links, sides: Sides
    ) -> None:
        self.links = links
        self.sides = sides
        self.old = {call.id: (unit, call.place) for unit in olds for call in unit.notes}
        self.new = {call.id: (unit, call.place) for unit in news for call in unit.notes}
        self.called: dict[int, list[Item]] = defaultdict(list)
        for item in sides.news:
            if item.unit.id in self.new:
                self.called[self.new[item.unit.id][0].index].append(item)

    def related(self) -> Iterator[tuple[Item, Item]]:
        """The pairs of notes whose paragraphs are one paragraph."""
        became = _became(self.links)
        for old in self.sides.olds:
            if old.unit.id in self.old:
                for place in became[self.old[old.unit.id][0].index]:
                    yield from ((old, new) for new in self.called[place])

    def same_place(self, old: Item, new: Item) -> bool:
        """Whether the two are called after the same words."""
        return _before(*self.old[old.unit.id]) == _before(*self.new[new.unit.id])


def _became(links: Links) -> dict[int, list[int]]:
    became: dict[int, list[int]] = defaultdict(list)
    for old, new in links.new_of.items():
        became[old].append(new)
    for split in links.splits:
        became[split.one].extend(split.many)
    for merge in links.merges:
        for old in merge.many:
            became[old].append(merge.one)
    return became


def _before(unit: Unit, place: int) -> list[str]:
    return plain(unit.text[:place]).rstrip(" ,;.:").split()[-2:]


def _pair_equal_elsewhere(sides: Sides, found: NoteLinks) -> None:
    there: dict[str, list[Item]] = defaultdict(list)
    for new in reversed(found.free_news(sides)):
        there[new.code].append(new)
    for old in found.free_olds(sides):
        if there[old.code]:
            found.pair(old, there[old.code].pop(), moved=True)


def _pair_alike_here(
    sides: Sides, found: NoteLinks, callers: _Callers, same_place: float, same_paragraph: float
) -> None:
    ranked = []
    for old, new in callers.related():
        if found.free(old, new):
            alike, here = likeness(old, new, sides), callers.same_place(old, new)
            if alike >= (same_place if here else same_paragraph):
                ranked.append((alike + _PLACE * here, old, new))
    _pair_best(ranked, found, moved=False)


def _pair_alike_elsewhere(sides: Sides, found: NoteLinks) -> None:
    olds, news = found.free_olds(sides), found.free_news(sides)
    some = candidates(olds, news, Gaps(()), sides)
    ranked = [(c.likeness, c.old, c.new) for c in some if c.likeness >= _ELSEWHERE]
    _pair_best(ranked, found, moved=True)


def _pair_best(ranked: list[tuple[float, Item, Item]], found: NoteLinks, *, moved: bool) -> None:
    ranked.sort(key=lambda entry: (-entry[0], entry[1].place, entry[2].place))
    for _, old, new in ranked:
        found.pair(old, new, moved=moved)
