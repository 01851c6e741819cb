"""Running text as painted spans, and spans wrapped to the width of a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import assert_never
from unicodedata import category

from drafter.model import (
    Atom,
    Blank,
    Break,
    Inlines,
    Note,
    NoteMark,
    Reference,
    Run,
    Style,
    Text,
    flatten,
)
from drafter.numbering import Numbering, resolve
from drafter.render.safe import safe, width


class Look(StrEnum):
    """How a span is painted; the values are the codes of the terminal (SGR)."""

    PLAIN = ""
    ITALIC = "3"
    BOLD = "1"
    UNDERLINE = "4"
    DIM = "2"
    DELETED = "9;31"  # struck out and red; without the colour the stroke remains
    INSERTED = "4;36"  # underlined and cyan: told from red by every eye


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one look; a line end inside them is kept."""

    text: str
    look: Look = Look.PLAIN


Spans = tuple[Span, ...]

_LOOKS = {
    Style.BOLD: Look.BOLD,
    Style.OPENING: Look.ITALIC,
    Style.ITALIC: Look.ITALIC,
    Style.UNDERLINE: Look.UNDERLINE,
}
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

# A word with the sign that closes it, one sign of a script without spaces, or spaces. No-break
# spaces are part of words.
_TOKEN = re.compile(
    "\n| +|[\u2e80-\ufaff\uff00-\uffef][\u3001\u3002\u300b\u300d\uff0c\uff1a\uff1b\uff09]*"
    "|[^ \n\u2e80-\ufaff\uff00-\uffef]+"
)


def spans(inlines: Inlines, numbering: Numbering, within: str = "") -> Spans:
    """The words of a text with its note marks and references as they are printed."""
    return tuple(Span(_words(run.atom, numbering, within), _look(run)) for run in flatten(inlines))


def words(painted: Iterable[Span]) -> str:
    """The text of spans without their looks."""
    return "".join(span.text for span in painted)


def printed_mark(mark: str) -> str:
    """A note mark as it stands in running text: raised digits, other marks as they are."""
    return mark.translate(_SUPERSCRIPT)


def wrap(painted: Spans, columns: int) -> Iterator[Spans]:
    """The spans cut into lines of at most so many columns; longer words are cut."""
    line: list[Span] = []
    used = 0
    for chunk in _chunks(painted, max(columns, 8)):
        end = chunk[0].text == "\n"
        size = width(words(chunk))
        if end or (used + size > columns and words(chunk).strip(" ")):
            yield _trimmed(line)
            line, used = [], 0
        if not end and (line or words(chunk).strip(" ")):
            line.extend(chunk)
            used += size
    yield _trimmed(line)


def paint(line: Iterable[Span], *, colour: bool) -> str:
    """A line for the terminal; without colour, its words alone."""
    if not colour:
        return words(line)
    looks = ((look, words(some)) for look, some in groupby(line, key=lambda span: span.look))
    return "".join(f"\x1b[{look}m{text}\x1b[0m" if look else text for look, text in looks)


def _words(atom: Atom, numbering: Numbering, within: str) -> str:
    match atom:
        case Text(text=text):
            return safe(text)
        case Note() | NoteMark():
            return printed_mark(safe(numbering.mark(atom)))
        case Reference():
            return safe(resolve(atom, numbering, within).text)
        case Blank(name=name):
            return f"[{safe(name)}]"
        case Break():
            return "\n"
        case _:
            assert_never(atom)


def _look(run: Run) -> Look:
    return next((look for style, look in _LOOKS.items() if style in run.styles), Look.PLAIN)


def _chunks(painted: Spans, longest: int) -> Iterator[list[Span]]:
    """What must not be parted by a line end: a word with the sign and the note mark after it."""
    chunk: list[Span] = []
    for span in painted:
        for place, token in enumerate(_TOKEN.findall(span.text)):
            if chunk and not (place == 0 and _glued(chunk[-1].text, token)):
                yield from _fitting(chunk, longest)
                chunk = []
            chunk.append(Span(token, span.look))
    if chunk:
        yield from _fitting(chunk, longest)


def _fitting(chunk: list[Span], longest: int) -> Iterator[list[Span]]:
    """A chunk, in parts where a line has no room for it; an opening sign stays with its word."""
    part: list[Span] = []
    for span in (piece for whole in chunk for piece in _pieces(whole, longest)):
        if part and width(words((*part, span))) > longest:
            kept = part[:-1] if _opens(part[-1], span, longest) else part
            yield kept
            part = part[len(kept) :]
        part.append(span)
    yield part


def _opens(sign: Span, word: Span, longest: int) -> bool:
    """Whether a span is an opening bracket that has room on a line with the word after it."""
    return category(sign.text[0]) == "Ps" and width(sign.text + word.text) <= longest


def _pieces(span: Span, longest: int) -> Iterator[Span]:
    """A span cut where a line would end; accents stay with their letters."""
    room, start = longest, 0
    for place, sign in enumerate(span.text):
        size = width(sign)
        if size > room:
            yield Span(span.text[start:place], span.look)
            room, start = longest, place
        room -= size
    yield Span(span.text[start:], span.look)


def _glued(before: str, after: str) -> bool:
    """Whether two tokens on both sides of a change of look are one word."""
    return not (before[-1] in " \n" or after[0] in " \n")


def _trimmed(line: list[Span]) -> Spans:
    while line and not line[-1].text.strip(" "):
        line = line[:-1]
    return tuple(line)
