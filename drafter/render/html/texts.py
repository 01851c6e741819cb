"""The text of a unit as pieces: words in one style, references, and the marks of notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from drafter.diff import Unit
from drafter.model import Blank, Break, Note, NoteMark, Reference, Run, Style, Text, flatten

BORDER = "\n"
"""What stands between the texts of several units, as in the words of a split or merge."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one style; `target` is the id that a reference names, `note` that of a called note.

    A piece with a `note` has no words.
    """

    words: str
    styles: tuple[Style, ...] = ()
    target: str = ""
    note: str = ""


class Reader:
    """Reads the text of some units from start to end, so many characters at a time."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.text = BORDER.join(unit.text for unit in units)
        self.place = 0
        self._pieces = _all_pieces(units)
        self._next = next(self._pieces, None)

    def take(self, size: int) -> Iterator[Piece]:
        """The next characters, with the marks of notes that stand among or right after them."""
        self.place += size
        while self._next is not None and (size > 0 or self._next.note):
            piece, rest = _cut(self._next, size)
            size -= len(piece.words)
            self._next = rest if rest is not None else next(self._pieces, None)
            yield piece

    def skip_to(self, place: int) -> None:
        """Pass over what stands before a place."""
        for _ in self.take(place - self.place):
            pass


def pieces(unit: Unit) -> Iterator[Piece]:
    """The whole text of a unit."""
    look = _look(unit)
    targets = {call.start: call.target for call in unit.calls}
    ends = {call.end for call in unit.calls}
    cuts = sorted({0, len(unit.text), *look.styles, *look.marks, *targets, *ends})
    styles: tuple[Style, ...] = ()
    target = ""
    yield from _marks(look, 0)
    for start, end in pairwise(cuts):
        styles = look.styles.get(start, styles)
        target = targets.get(start, "" if start in ends else target)
        yield Piece(unit.text[start:end], styles, target)
        yield from _marks(look, end)


def _all_pieces(units: Sequence[Unit]) -> Iterator[Piece]:
    for place, unit in enumerate(units):
        if place:
            yield Piece(BORDER)
        yield from pieces(unit)


def _cut(piece: Piece, size: int) -> tuple[Piece, Piece | None]:
    if len(piece.words) <= size:
        return piece, None
    return replace(piece, words=piece.words[:size]), replace(piece, words=piece.words[size:])


@dataclass(slots=True)
class _Look:
    """Where styles begin and notes are called in a text."""

    styles: dict[int, tuple[Style, ...]] = field(default_factory=dict)
    marks: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))


def _marks(look: _Look, place: int) -> Iterator[Piece]:
    return (Piece("", note=id_) for id_ in look.marks.get(place, ()))


def _look(unit: Unit) -> _Look:
    """The look of the printed text; without styles where text and body do not go together."""
    look = _Look()
    ends = {call.start: call.end for call in unit.calls}
    place = 0
    for run in flatten(unit.body):
        size = _size(run, place, ends)
        if isinstance(run.atom, Text) and not unit.text.startswith(run.atom.text, place):
            return _plain(unit)
        if isinstance(run.atom, Note | NoteMark):
            look.marks[place].append(_called(run.atom))
        else:
            look.styles[place] = run.styles
        place += size
    return look if place == len(unit.text) else _plain(unit)


def _plain(unit: Unit) -> _Look:
    look = _Look()
    for call in unit.notes:
        look.marks[call.place].append(call.id)
    return look


def _called(atom: Note | NoteMark) -> str:
    return atom.id if isinstance(atom, Note) else atom.target


def _size(run: Run, place: int, ends: Mapping[int, int]) -> int:
    """How many characters a run takes in the printed text."""
    match run.atom:
        case Text(text):
            return len(text)
        case Reference(pinned=pinned):
            return ends.get(place, place) - place if pinned is None else len(pinned)
        case Blank(name):
            return len(name) + 2
        case Break():
            return 1
        case Note() | NoteMark():
            return 0
