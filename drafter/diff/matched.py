"""Everything found out about two texts before it is put into words: who is who, and who moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.diff.align import align
from drafter.diff.items import Links
from drafter.diff.notes import align_notes
from drafter.diff.order import Entry, ordered
from drafter.diff.spine import Pair, spine
from drafter.diff.value import Sort, Unit

_SUB = 0.15
_SAME = 0.05
_LONG = 100_000
"""What it weighs that a sub-paragraph or row keeps its place, a paragraph with its list being one
move to a reader. Between equally short lists of moves the one that moves reworded paragraphs wins,
then the one that moves fewer signs."""


@dataclass(frozen=True, slots=True)
class Matched:
    """The units of both sides, their links (notes too), and the pairs that kept their order.

    `in_order` are the old units of those pairs, `moved_notes` the old notes that another paragraph
    calls now. `ids` leads from the id of an old block to that of the new one.
    """

    olds: Sequence[Unit]
    news: Sequence[Unit]
    links: Links
    stays: tuple[Pair, ...]
    in_order: frozenset[int]
    moved_notes: frozenset[int]
    ids: dict[str, str]

    def entries(self) -> list[Entry]:
        """All units in reading order."""
        return ordered(len(self.olds), len(self.news), self.links, self.stays)

    def moved(self, old: Unit, new: Unit) -> bool:
        """Whether one paragraph stands elsewhere: in order, in section or in level."""
        if new.sort is Sort.NOTE:
            return old.index in self.moved_notes
        if new.sort is Sort.FIELD:
            return False
        if old.index not in self.in_order or old.section is not new.section:
            return True
        return self._relevelled(old, new)

    def _relevelled(self, old: Unit, new: Unit) -> bool:
        """Whether it was promoted or demoted by itself, not with the paragraph that holds it."""
        step = new.level - old.level
        if not step or not old.sort is new.sort is Sort.PARAGRAPH:
            return False
        if old.parent < 0 or new.parent < 0:
            return True
        outer = self.news[new.parent].level - self.olds[old.parent].level
        return self.links.new_of.get(old.parent) != new.parent or outer != step


def match(olds: Sequence[Unit], news: Sequence[Unit]) -> Matched:
    """Align two lists of units, paragraphs first, then the notes they call."""
    links = align(olds, news)
    stays = _spine(Pair(p.old, p.new, _weight(olds[p.old], news[p.new])) for p in links.pairs())
    notes = align_notes(olds, news, links)
    still = {call.id for pair in stays for call in olds[pair.old].notes}
    stays += _spine(
        Pair(old, new, 1.0 if olds[old].id in still else _SUB) for old, new in notes.new_of.items()
    )
    for old, new in notes.new_of.items():
        links.pair(old, new)
    return Matched(
        olds=olds,
        news=news,
        links=links,
        stays=stays,
        in_order=frozenset(pair.old for pair in stays),
        moved_notes=frozenset(notes.moved),
        ids={olds[i].id: news[j].id for i, j in links.new_of.items() if olds[i].id},
    )


def _spine(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    found = list(pairs)
    return tuple(spine(found)) if found else ()


def _weight(old: Unit, new: Unit) -> float:
    """What it is worth that a pair keeps its place; the number of paragraphs comes first."""
    weight = _SUB if new.level or new.sort is Sort.ROW else 1.0
    worth = 1 + _SAME * (old.text == new.text) + min(len(new.text), _LONG / 100) / _LONG
    return weight * worth
