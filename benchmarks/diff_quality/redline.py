"""What a peer answers, whatever its form: a stream of pieces of the old text, the new one, or both.

Refusing every change of a Word file with tracked changes gives its old text, accepting every one
its new text; a paragraph ends where its mark stands on that side.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OLD_ONLY = frozenset({f"{_W}del", f"{_W}moveFrom"})
_NEW_ONLY = frozenset({f"{_W}ins", f"{_W}moveTo"})
_TRACKED = _OLD_ONLY | _NEW_ONLY
_RANGES = frozenset({f"{_W}moveFromRangeStart", f"{_W}moveToRangeStart"})
_RANGE_ENDS = frozenset({f"{_W}moveFromRangeEnd", f"{_W}moveToRangeEnd"})
_WORDS = frozenset({f"{_W}t", f"{_W}delText"})
_BLANKS = frozenset({f"{_W}tab", f"{_W}br", f"{_W}cr"})
_HYPHEN = f"{_W}noBreakHyphen"
_PROPERTIES = frozenset({f"{_W}pPr", f"{_W}rPr"})
END = "\n"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, the end of a paragraph (`END`), or the call of a note (text is empty).

    `move` is the name of the range in which it left or arrived, "" outside one.
    """

    text: str
    old: bool = True
    new: bool = True
    move: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Redline:
    """The body, and the words of each footnote by its number in the file."""

    body: tuple[Piece, ...]
    notes: Mapping[str, tuple[Piece, ...]] = field(default_factory=dict)


def read_redline(data: bytes) -> Redline:
    """A Word file, with tracked changes or without: body and footnotes."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        has_notes = "word/footnotes.xml" in package.namelist()
        feet = etree.fromstring(package.read("word/footnotes.xml")) if has_notes else None
    notes = {} if feet is None else dict(_notes(feet))
    return Redline(tuple(_pieces(body)), notes)


def _notes(feet: etree._Element) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    for note in feet.iter(f"{_W}footnote"):
        pieces = (piece for piece in _pieces(note) if piece.text.strip())
        yield note.get(f"{_W}id", ""), tuple(pieces)


def _pieces(root: etree._Element) -> Iterator[Piece]:
    move = ""
    for paragraph in root.iter(f"{_W}p"):
        for element in paragraph.iter():
            if element.tag in _RANGES:
                move = element.get(f"{_W}name", "")
            elif element.tag in _RANGE_ENDS:
                move = ""
            else:
                yield from _piece(element, paragraph, move)
        marks = {e.tag for e in paragraph.iterfind(f"{_W}pPr/{_W}rPr/*")} & _TRACKED
        yield Piece(END, not marks & _NEW_ONLY, not marks & _OLD_ONLY)


def _piece(element: etree._Element, paragraph: etree._Element, move: str) -> Iterator[Piece]:
    tag = element.tag
    text = element.text or "" if tag in _WORDS else " " if tag in _BLANKS else ""
    text = "\u2011" if tag == _HYPHEN else text
    note = element.get(f"{_W}id", "") if tag == f"{_W}footnoteReference" else ""
    if not text and not note:
        return
    above = {e.tag for e in element.iterancestors()}
    if above & _PROPERTIES or next(element.iterancestors(f"{_W}p")) is not paragraph:
        return
    tracked = above & _TRACKED
    named = move if tracked & {f"{_W}moveFrom", f"{_W}moveTo"} else ""
    yield Piece(text, not tracked & _NEW_ONLY, not tracked & _OLD_ONLY, named, note)
