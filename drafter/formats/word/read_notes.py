"""Footnotes, endnotes and comments: parts of their own, called from the text by their ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from drafter.formats.word.read_lines import Line, Part, Piece, Sign, lines_of
from drafter.formats.word.read_xml import value, w

_KINDS = {"footnotes": "footnote", "endnotes": "endnote"}
_RULES = ("separator", "continuationSeparator", "continuationNotice")


@dataclass(frozen=True, slots=True)
class WordNote:
    """A note of the file: its key ("footnotes/3"), its lines without the mark at their head."""

    key: str
    lines: tuple[Line, ...]

    @property
    def words(self) -> str:
        """Its characters, lines parted by a space."""
        return " ".join(line.words for line in self.lines).strip()

    @property
    def opened(self) -> tuple[str, ...]:
        """The bookmarks that begin in it."""
        return tuple(name for line in self.lines for name in line.opened)


def notes_from(
    kind: str, root: etree._Element, lines: Callable[[etree._Element], tuple[Line, ...]]
) -> Iterator[WordNote]:
    """The notes of a part ("footnotes" or "endnotes"); the separators in it are none."""
    for one in root.findall(w(_KINDS[kind])):
        if value(one, "type") in _RULES:
            continue
        yield WordNote(f"{kind}/{value(one, 'id')}", without_mark(lines(one)))


def without_mark(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """A note's lines without its own mark at their head and the white space around it."""
    if not lines:
        return ()
    first = lines[0]
    pieces = without_space(first.pieces)
    while pieces and is_own_mark(pieces[0]):
        pieces = pieces[1:]
    return (replace(first, pieces=without_space(pieces)), *lines[1:])


def is_own_mark(piece: Piece) -> bool:
    """Whether a piece is a mark that a note begins with.

    It is an empty sign (`w:footnoteRef`, which `read_runs` makes a call of nothing) or, for custom
    marks, text in the style of marks.
    """
    if piece.sign is Sign.CALL:
        return not piece.note
    return piece.sign is Sign.TEXT and piece.part is Part.MARK


def without_space(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Pieces without tabs and white space at their head."""
    while pieces and (pieces[0].sign is Sign.TAB or not pieces[0].text.strip(" \t")):
        if pieces[0].sign in (Sign.CALL, Sign.BREAK):
            break
        pieces = pieces[1:]
    if pieces and pieces[0].sign is Sign.TEXT:
        head = replace(pieces[0], text=pieces[0].text.lstrip(" \t"))
        return (head, *pieces[1:])
    return pieces


def comments_from(
    root: etree._Element, lines: Callable[[etree._Element], tuple[Line, ...]]
) -> Iterator[tuple[str, str]]:
    """The comments of a file: who wrote it, what."""
    for one in root.findall(w("comment")):
        text = " ".join(line.words for line in lines_of(lines(one))).strip()
        yield value(one, "author"), text
