"""The loom: paragraphs of two texts woven into one from which both can be had again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise

from drafter.formats.word.xml import Element, w
from drafter.render.tracked.bits import Bit, content
from drafter.render.tracked.signs import LOOSE, Cutter, Names, Piece, Word, look, tag, words
from drafter.render.tracked.stamps import Stamps, Status
from drafter.render.tracked.steps import Step, steps
from drafter.render.tracked.views import Frame, Shown, arriving, come, gone, here, leaving

Notes = Callable[[str, str], str]
"""Gives the number of a footnote of the new file, by those of the old and the new text or ""."""


@dataclass(slots=True)
class Loom:
    """Weaves the paragraphs of one part. `old` and `new` say how the names of each are compared.

    `link` makes relationships of addresses. `loose` names what the place alone decides of the
    looks of paragraphs: it is as in the new text and not tracked.
    """

    stamps: Stamps
    old: Names
    new: Names
    link: Callable[[str], str]
    notes: Notes
    loose: tuple[str, ...] = LOOSE
    bits: list[Bit] = field(default_factory=list)

    def together(self, olds: Sequence[Element], news: Sequence[Element]) -> list[Element]:
        """Old paragraphs and the new ones that they became, in their place."""
        return self._woven(here(self._steps(olds, news)))

    def moved(
        self, olds: Sequence[Element], news: Sequence[Element]
    ) -> tuple[list[Element], list[Element]]:
        """The same at two places: where the old ones stood, and where the new ones stand."""
        found = self._steps(olds, news)
        return self._woven(leaving(found)), self._woven(arriving(found))

    def gone(self, olds: Sequence[Element], frame: Frame = Frame.NONE) -> list[Element]:
        """Old paragraphs that are no more; `frame` says what stays of them."""
        return self._woven(gone(words(olds, self.old), frame))

    def come(self, news: Sequence[Element], frame: Frame = Frame.NONE) -> list[Element]:
        """New paragraphs; `frame` says what of them is there without being tracked."""
        return self._woven(come(words(news, self.new), frame))

    def _steps(self, olds: Sequence[Element], news: Sequence[Element]) -> list[Step]:
        """The steps between paragraphs; their text is cut into words only where it differs."""
        sides = [words(olds, self.old, whole=True), words(news, self.new, whole=True)]
        texts = [[word.key for word in side if not word.head] for side in sides]
        if texts[0] != texts[1]:
            sides = [words(olds, self.old), words(news, self.new)]
        return steps(*sides)

    def _woven(self, found: Iterable[Shown]) -> list[Element]:
        out = []
        for shown in found:
            self._fix(shown)
            if shown.old and shown.new:
                self.bits += self._pairs(shown.old.space, shown.new.space)
                self.bits += self._pairs(shown.old.pieces, self._called(shown))
            else:
                pieces = (*shown.word.space, *self._called(shown))
                self.bits += [Bit(shown.status, piece) for piece in pieces]
            if shown.word.ends:
                out.append(self._end(shown))
        return out

    def _fix(self, shown: Shown) -> None:
        """Bookmarks of both sides; drawings of the new one alone, for they hold no words."""
        if shown.old:
            marks = (one for one in shown.old.before if one.tag != tag("r"))
            self.bits += [Bit(fixed=deepcopy(one)) for one in marks]
        if shown.new:
            self.bits += [Bit(fixed=deepcopy(one)) for one in shown.new.before]

    def _pairs(self, olds: tuple[Piece, ...], news: tuple[Piece, ...]) -> Iterator[Bit]:
        """Words that are one, sign by sign where they differ; another address is a change."""
        pairs = list(_side_by_side(olds, news))
        if not pairs:
            yield from (Bit(Status.DELETED, old) for old in olds)
            yield from (Bit(Status.INSERTED, new) for new in news)
        for old, new in pairs:
            if old.text == new.text:
                yield Bit(Status.KEPT, new, None if old.look == new.look else old)
            else:
                yield from (Bit(Status.DELETED, old), Bit(Status.INSERTED, new))

    def _called(self, shown: Shown) -> tuple[Piece, ...]:
        """The pieces of a word; one that calls a note calls that of the file in the making."""
        pieces = shown.word.pieces
        if not shown.word.note:
            return pieces
        number = self.notes(
            shown.old.note if shown.old else "", shown.new.note if shown.new else ""
        )
        return tuple(replace(one, runs=_calling(one.runs, number)) for one in pieces)

    def _end(self, shown: Shown) -> Element:
        """The paragraph that ends here, with all that has gathered."""
        properties = _properties(shown.word)
        if shown.status is not Status.KEPT:
            properties.append(w("rPr", self.stamps.change(shown.status)))
        if shown.old and shown.new and self._laid(shown.old) != self._laid(shown.new):
            properties.append(self.stamps.change("pPrChange", _properties(shown.old)))
        bits, self.bits = self.bits, []
        return w("p", properties, *content(bits, self.stamps, self.link))

    def _laid(self, end: Word) -> str:
        """What is tracked of the looks of a paragraph."""
        bare = _properties(end)
        for name in self.loose:
            for one in bare.findall(tag(name)):
                bare.remove(one)
        return look(bare)


def _properties(end: Word) -> Element:
    """A copy of the properties of the paragraph that ends with a word."""
    return w("pPr") if end.properties is None else deepcopy(end.properties)


def _side_by_side(olds: tuple[Piece, ...], news: tuple[Piece, ...]) -> list[tuple[Piece, Piece]]:
    """Pieces of as many signs cut at the same places; none when sizes or addresses differ."""
    if len(olds) == len(news) == 1 and olds[0].runs and news[0].runs:
        return [(olds[0], news[0])] if olds[0].href == news[0].href else []
    before, after = ("".join(piece.text for piece in side) for side in (olds, news))
    if len(before) != len(after):
        return []
    borders = {*_borders(olds), *_borders(news), *_differing(before, after)}
    cutters = Cutter(olds), Cutter(news)
    sizes = [b - a for a, b in pairwise(sorted(borders))]
    pairs = [(cutters[0].next(size)[0], cutters[1].next(size)[0]) for size in sizes]
    return pairs if all(old.href == new.href for old, new in pairs) else []


def _borders(pieces: tuple[Piece, ...]) -> Iterator[int]:
    """Where pieces begin and end in their joined text."""
    return accumulate((len(piece.text) for piece in pieces), initial=0)


def _differing(before: str, after: str) -> Iterator[int]:
    """The borders around the signs that differ."""
    if before != after:
        for place, (one, other) in enumerate(zip(before, after, strict=True)):
            if one != other:
                yield from (place, place + 1)


def _calling(runs: tuple[Element, ...], number: str) -> tuple[Element, ...]:
    """Copies of runs that call another footnote."""
    copies = tuple(map(deepcopy, runs))
    for run in copies:
        for call in run.iter(tag("footnoteReference")):
            call.set(tag("id"), number)
    return copies
