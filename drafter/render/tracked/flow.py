"""The body of the file in the making: what stays, and between it what went and what came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from drafter.formats.word.xml import Element
from drafter.render.tracked import tables
from drafter.render.tracked.loom import Loom
from drafter.render.tracked.pairs import Group, Pairing, ranges
from drafter.render.tracked.sides import Side
from drafter.render.tracked.signs import tag
from drafter.render.tracked.stamps import Status

_TABLE = tag("tbl")


@dataclass(slots=True)
class Flow:
    """Puts the blocks of both bodies in one order.

    `left` and `come` are the woven paragraphs of moves by the place of the first of them, on the
    old and the new side; places that hold nothing are those of the others.
    """

    old: Side
    new: Side
    pairing: Pairing
    loom: Loom
    left: dict[int, list[Element]] = field(default_factory=dict)
    came: dict[int, list[Element]] = field(default_factory=dict)

    def blocks(self) -> Iterator[Element]:
        """Every block of the woven body; what was deleted stands before what was inserted."""
        self._moves()
        i = j = 0
        for group in self.pairing.stays:
            yield from self._between(i, group.olds[0], j, group.news[0])
            yield from self._kept(group)
            i, j = group.olds[-1] + 1, group.news[-1] + 1
        yield from self._between(i, len(self.old.body), j, len(self.new.body))

    def _between(self, i: int, i_end: int, j: int, j_end: int) -> Iterator[Element]:
        for place in range(i, i_end):
            block = self.old.body[place]
            if place in self.left:
                yield from self.left[place]
            elif block.tag == _TABLE:
                yield tables.gone(block, self.loom)
            else:
                yield from self.loom.gone([block])
        for place in range(j, j_end):
            block = self.new.body[place]
            if place in self.came:
                yield from self.came[place]
            elif block.tag == _TABLE:
                yield tables.come(block, self.loom)
            else:
                yield from self.loom.come([block])

    def _kept(self, group: Group) -> Iterator[Element]:
        olds, news = self._of(group)
        if olds[0].tag == _TABLE:
            keys = self.old.keys[group.olds[0]], self.new.keys[group.news[0]]
            yield tables.together(olds[0], news[0], self.pairing.rows.get(keys, []), self.loom)
        else:
            yield from self.loom.together(olds, news)

    def _of(self, group: Group) -> tuple[list[Element], list[Element]]:
        olds = [self.old.body[place] for place in group.olds]
        return olds, [self.new.body[place] for place in group.news]

    def _moves(self) -> None:
        """Weave what moved; a table that moved is deleted and inserted, for Word moves none."""
        moved = [group for group in self.pairing.moves if self._has_words(group)]
        for number, run in enumerate(ranges(moved), 1):
            self._range(run, f"move{number}")

    def _range(self, run: list[Group], name: str) -> None:
        """The paragraphs of one move, with the ends of its range at both places."""
        halves: tuple[list[list[Element]], list[list[Element]]] = [], []
        for group in run:
            for half, woven in zip(halves, self.loom.moved(*self._of(group)), strict=True):
                half.append(woven)
        for half, status in zip(halves, (Status.MOVED_FROM, Status.MOVED_TO), strict=True):
            start, end = self.loom.stamps.around(status, name)
            half[0][0].insert(1, start)
            half[-1].append(end)
        for group, left, came in zip(run, *halves, strict=True):
            self.left |= {place: [] for place in group.olds} | {group.olds[0]: left}
            self.came |= {place: [] for place in group.news} | {group.news[0]: came}

    def _has_words(self, group: Group) -> bool:
        olds, news = self._of(group)
        texts = (one.find(f".//{tag('t')}") for one in (*olds, *news))
        return all(one.tag != _TABLE for one in olds) and all(one is not None for one in texts)
