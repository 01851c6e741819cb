"""Word lines as lines of plain text, each sign of which still knows the piece that it came from.

The shared reading of United Nations texts works on plain lines and stretches of them; when it has
decided what a stretch is, `WordTexts` gives the stretch with its emphasis, links and notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from drafter.errors import Invalid, Place
from drafter.formats.common.line import Stretch
from drafter.formats.common.texts import Cut
from drafter.formats.word.read_inlines import Texts
from drafter.formats.word.read_lines import Line, Part, Piece, Sign
from drafter.model import Inline, Inlines, Note, NoteMark, Style, plain_text

_LONGEST_PRINTED_LINE = 160
"""Parts of a paragraph between breaks that are all this short are lines of their own."""
_SPACE = " "
_SPACES = re.compile("[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Rich:
    """A line of text with the pieces it is made of: their signs, put together, are the text."""

    text: str
    pieces: tuple[Piece, ...]
    where: Place = field(default_factory=Place)
    indented: bool = False

    def cut(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces between two offsets; a call at the edge belongs to what stands before it."""
        at = 0
        for piece in self.pieces:
            length = _length(piece)
            if not length:
                if start < at <= end or at == start == 0:
                    yield piece
                continue
            low, high = max(start, at), min(end, at + length)
            if low < high:
                whole = length == high - low
                yield piece if whole else replace(piece, text=piece.text[low - at : high - at])
            at += length


def rich_lines(line: Line) -> tuple[Rich, ...]:
    """A Word paragraph as lines of text: one, or one for each part between breaks."""
    parts = tuple(_parts(_with_label(line)))
    if any(len(_text(part)) > _LONGEST_PRINTED_LINE for part in parts):
        return (rich_whole(line),)
    return tuple(_rich(part, line) for part in parts)


def rich_whole(line: Line) -> Rich:
    """A Word paragraph as one line of text; breaks in it are spaces."""
    return _rich(_with_label(line), line)


def _rich(pieces: tuple[Piece, ...], line: Line) -> Rich:
    clean = tuple(_clean(pieces))
    return Rich(_text(clean), clean, line.where, indented=_begins_with_tab(pieces))


@dataclass(slots=True)
class WordTexts:
    """Running text of stretches of a Word file's lines: the `RunningText` of the shared reading.

    `opening` are the styles in which the language prints opening words; `typed` the marks of notes
    that are typed by hand, by line: from, to, and the note in their place.
    """

    texts: Texts
    lines: Mapping[int, Rich]
    opening: tuple[Style, ...] = ()
    typed: dict[int, list[tuple[int, int, Piece]]] = field(default_factory=dict)

    def inlines(self, stretches: Iterable[Stretch]) -> Inlines:
        """The text of some stretches, joined by spaces, with its notes."""
        pieces: list[Piece] = []
        where = Place()
        for stretch in stretches:
            if pieces and stretch.start < stretch.end:
                pieces.append(Piece(Sign.TAB))
            pieces.extend(self._pieces(stretch))
            where = self.lines[stretch.line.number].where
        return self.texts.text(opened(tuple(pieces), self.opening), where, opens=True)

    @property
    def ids(self) -> Iterable[str]:
        """The ids that its notes have."""
        return self.texts.ids.taken

    def place(self, cuts: Mapping[int, Iterable[Cut]]) -> None:
        """Put notes in the place of marks that are typed by hand."""
        new: dict[str, str] = {}
        for number, row in cuts.items():
            for call, inline in row:
                piece = self.texts.place(self._own(inline, new))
                self.typed.setdefault(number, []).append((call.start, call.end, piece))

    def _own(self, inline: Inline, new: dict[str, str]) -> Note | NoteMark:
        """A typed note or its repeated mark under an id that is free in this file."""
        match inline:
            case Note(id=id_):
                new[id_] = self.texts.ids.make("n", plain_text(inline.body))
                return replace(inline, id=new[id_])
            case NoteMark(target=target):
                return NoteMark(new.get(target, target))
            case _:
                raise Invalid("a mark stands for something that is no note")

    def _pieces(self, stretch: Stretch) -> Iterator[Piece]:
        rich, at = self.lines[stretch.line.number], stretch.start
        for start, end, piece in self.typed.get(stretch.line.number, ()):
            if start < stretch.start or end > stretch.end:
                continue
            yield from rich.cut(at, start)
            yield piece
            at = end
        yield from rich.cut(at, stretch.end)


def opened(pieces: tuple[Piece, ...], opening: tuple[Style, ...]) -> tuple[Piece, ...]:
    """Pieces whose leading words in the style of opening words are marked as such.

    Nothing is marked when all of the text has the style.
    """
    wanted = frozenset(opening)
    count = 0
    for piece in pieces:
        if piece.sign is not Sign.TEXT or not (wanted <= set(piece.styles) or piece.text == _SPACE):
            break
        count += 1
    while count and not wanted <= set(pieces[count - 1].styles):
        count -= 1
    if not count or not any(p.text.strip() for p in pieces[count:]):
        return pieces
    kept = tuple(
        replace(p, styles=(Style.OPENING, *(s for s in p.styles if s not in wanted)))
        for p in pieces[:count]
    )
    return (*kept, *pieces[count:])


def _with_label(line: Line) -> tuple[Piece, ...]:
    """The pieces with the label that Word's numbering prints before them."""
    if not line.label:
        return line.pieces
    return (Piece(Sign.TEXT, line.label), Piece(Sign.TAB), *line.pieces)


def _begins_with_tab(pieces: tuple[Piece, ...]) -> bool:
    return bool(pieces) and pieces[0].sign is Sign.TAB


def _parts(pieces: tuple[Piece, ...]) -> Iterator[tuple[Piece, ...]]:
    start = 0
    for place, piece in enumerate(pieces):
        if piece.sign is Sign.BREAK and piece.part is not Part.LAYOUT:
            yield pieces[start:place]
            start = place + 1
    yield pieces[start:]


def _clean(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces without white space at the edges and in runs; tabs inside take the spaces about them.

    That is the form of a line of plain text, in which offsets are counted.
    """
    gap: Piece | None = None
    begun = False
    for piece in _words(pieces):
        if piece.sign is Sign.CALL:
            yield piece
        elif piece.sign is Sign.TAB or piece.text == _SPACE:
            if gap is None or piece.sign is Sign.TAB:
                gap = piece
        else:
            if gap is not None and begun:
                yield gap
            gap, begun = None, True
            yield piece


def _words(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces cut so that every space stands alone; breaks are spaces."""
    for piece in pieces:
        if piece.part is Part.LAYOUT:
            continue
        if piece.sign is Sign.BREAK:
            yield replace(piece, sign=Sign.TEXT, text=_SPACE)
        elif piece.sign is not Sign.TEXT:
            yield piece
        else:
            yield from _split(piece)


def _split(piece: Piece) -> Iterator[Piece]:
    """A piece without double spaces, its outer spaces as pieces of their own."""
    text = _SPACES.sub(_SPACE, piece.text)
    core = text.strip(_SPACE)
    if core == piece.text:
        yield piece
        return
    if text.startswith(_SPACE):
        yield replace(piece, text=_SPACE)
    if core:
        yield replace(piece, text=core)
        if text.endswith(_SPACE):
            yield replace(piece, text=_SPACE)


def _length(piece: Piece) -> int:
    match piece.sign:
        case Sign.TEXT:
            return len(piece.text)
        case Sign.TAB | Sign.BREAK:
            return 1
        case Sign.CALL:
            return 0


def _text(pieces: Iterable[Piece]) -> str:
    signs = (
        piece.text if piece.sign is Sign.TEXT else "\t" if piece.sign is Sign.TAB else ""
        for piece in pieces
    )
    return "".join(signs)
