"""The words of a change laid out for the page: the old text with its marks, the new one with both.

The words of a comparison print equal stretches as the new text has them. The old column shows the
old text as it was, so deleted words are looked up in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.diff import Mark, Unit, Words
from drafter.render.html.texts import BORDER, Piece, Reader


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some pieces with one mark."""

    mark: Mark
    pieces: tuple[Piece, ...]


Lines = list[list[Stretch]]
"""The stretches of each unit of one side."""


def old_lines(words: Sequence[Words], olds: Sequence[Unit]) -> Lines:
    """The old text, deleted words marked."""
    reader = Reader(olds)
    places = _places(words, reader.text)
    if places is None:
        return _by_unit(_as_given(words, {Mark.EQUAL, Mark.DELETE}), Mark.DELETE)
    return _by_unit(_old_stretches(reader, places), Mark.DELETE)


def new_lines(words: Sequence[Words], olds: Sequence[Unit], news: Sequence[Unit]) -> Lines:
    """The new text with inserted words marked, and the deleted words where they stood."""
    old, new = Reader(olds), Reader(news)
    places = _places(words, old.text)
    if places is None or new.text != "".join(w.text for w in words if w.mark is not Mark.DELETE):
        return _by_unit(_as_given(words, set(Mark)), Mark.INSERT)
    return _by_unit(_new_stretches(words, places, old, new), Mark.INSERT)


def whole(unit: Unit, mark: Mark = Mark.EQUAL) -> Lines:
    """One unit with one mark."""
    return [[Stretch(mark, tuple(Reader((unit,)).take(len(unit.text))))]]


def _old_stretches(reader: Reader, places: Iterable[tuple[int, int]]) -> Iterator[Stretch]:
    for start, end in places:
        yield Stretch(Mark.EQUAL, tuple(reader.take(start - reader.place)))
        yield Stretch(Mark.DELETE, tuple(reader.take(end - start)))
    yield Stretch(Mark.EQUAL, tuple(reader.take(len(reader.text) - reader.place)))


def _new_stretches(
    words: Iterable[Words], places: Iterable[tuple[int, int]], old: Reader, new: Reader
) -> Iterator[Stretch]:
    deleted = iter(places)
    for stretch in words:
        if stretch.mark is Mark.DELETE:
            start, end = next(deleted)
            old.skip_to(start)
            yield Stretch(stretch.mark, tuple(old.take(end - start)))
        else:
            yield Stretch(stretch.mark, tuple(new.take(len(stretch.text))))


def _as_given(words: Iterable[Words], marks: set[Mark]) -> Iterator[Stretch]:
    """The words without any look, for a comparison whose words are not those of its units."""
    return (Stretch(w.mark, (Piece(w.text),)) for w in words if w.mark in marks)


def _places(words: Sequence[Words], text: str) -> list[tuple[int, int]] | None:
    """Where the deleted stretches stand in the old text; None when one does not."""
    found: list[tuple[int, int]] = []
    last = expected = 0
    for stretch in words:
        if stretch.mark is Mark.DELETE:
            start = _nearest(text, stretch.text, last, max(expected, last))
            if start < 0:
                return None
            last = expected = start + len(stretch.text)
            found.append((start, last))
        elif stretch.mark is Mark.EQUAL:
            expected += len(stretch.text)
    return found


def _nearest(text: str, words: str, least: int, expected: int) -> int:
    """The occurrence of some words that is nearest to where they should stand, or -1.

    It is exactly there unless typography or a reference changed the length of what stands before.
    """
    after = text.find(words, expected)
    if after == expected:
        return after
    before = text.rfind(words, least, expected + len(words))
    if before < 0 or after < 0:
        return max(before, after)
    return before if expected - before <= after - expected else after


def _by_unit(stretches: Iterable[Stretch], own: Mark) -> Lines:
    """Stretches cut where a unit of the side ends whose words have the mark `own`.

    A border of the other side stays in its line, for the reader to see.
    """
    lines: Lines = [[]]
    for stretch in stretches:
        if stretch.mark not in {Mark.EQUAL, own}:
            lines[-1].append(stretch)
            continue
        for place, pieces in enumerate(_cut(stretch.pieces)):
            if place:
                lines.append([])
            lines[-1].append(Stretch(stretch.mark, pieces))
    return lines


def _cut(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    """The pieces between the borders of units."""
    found: list[Piece] = []
    for piece in pieces:
        first, *rest = piece.words.split(BORDER)
        found.append(replace(piece, words=first))
        for part in rest:
            yield tuple(found)
            found = [replace(piece, words=part)]
    yield tuple(found)
