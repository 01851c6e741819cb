r"""The text of a clause taken apart: words, slots, and stretches that may be left out.

    *Requests* the Secretary-General to report {? on {subject} ?}at its {session} session;

`*...*` at the very start are the opening words, elsewhere italics; `{name}` is a slot; `{? ... ?}`
is left out when all slots in it are empty; `\` before a sign makes it stand for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from drafter.errors import Malformed, Place

_TOKEN = re.compile(
    r"\\(?P<escaped>[\\*{}?])"
    r"|(?P<open>\{\?)|(?P<close>\?\})"
    r"|\{(?P<slot>[a-z0-9]+(?:-[a-z0-9]+)*)\}"
    r"|(?P<star>\*)"
    r"|(?P<words>[^\\*{}?]+|\?)"
)
_ABOUT = (
    r"write *italics*, {slot}, {? a stretch with a {slot} ?}, and \ before a sign that stands for"
    " itself"
)


@dataclass(frozen=True, slots=True)
class Words:
    """Words that every filling has."""

    text: str
    slanted: bool = False


@dataclass(frozen=True, slots=True)
class Hole:
    """The place of a slot."""

    slot: str
    slanted: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words and holes that are left out when every slot in them is empty."""

    pieces: tuple[Words | Hole, ...]


Piece: TypeAlias = Words | Hole | Stretch


@cache  # a text is looked at when its file is checked and when its clause is made
def parse_template(text: str) -> tuple[Piece, ...]:
    """The pieces of a clause's text, in order.

    Raises:
        Malformed: a brace or an asterisk has no partner, a stretch stands in a stretch or has no
            slot.
    """
    return _Parser(text).pieces()


def holes(pieces: tuple[Piece, ...]) -> Iterator[tuple[str, bool]]:
    """The slots of a text in order, each with whether it stands in a stretch."""
    for piece in pieces:
        if isinstance(piece, Hole):
            yield piece.slot, False
        elif isinstance(piece, Stretch):
            yield from ((inner.slot, True) for inner in piece.pieces if isinstance(inner, Hole))


def opens(pieces: tuple[Piece, ...]) -> bool:
    """Whether a text begins with opening words."""
    return bool(pieces) and not isinstance(pieces[0], Stretch) and pieces[0].slanted


class _Parser:
    """Goes through a text once; keeps the state that a sign can be in."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.slanted = -1  # where the open asterisk stands
        self.opened = -1  # where the open stretch stands
        self.outer: list[Piece] = []
        self.inner: list[Words | Hole] = []

    def pieces(self) -> tuple[Piece, ...]:
        at = 0
        while at < len(self.text):
            found = _TOKEN.match(self.text, at)
            if found is None:
                raise self.fault(at, f"{self.text[at]!r} begins nothing that is known here")
            self.take(found)
            at = found.end()
        if self.slanted >= 0:
            raise self.fault(self.slanted, "this asterisk has no second one")
        if self.opened >= 0:
            raise self.fault(self.opened, "this stretch has no end ?}")
        return tuple(self.outer)

    def take(self, found: re.Match[str]) -> None:
        slanted = self.slanted >= 0
        match found.lastgroup:
            case "open":
                self.open_stretch(found.start())
            case "close":
                self.close_stretch(found.start())
            case "star":
                self.slanted = -1 if slanted else found.start()
            case "slot":
                self.put(Hole(found["slot"], slanted))
            case group:
                self.put_words(found[group or "words"], slanted=slanted)

    def put(self, piece: Words | Hole) -> None:
        if self.opened >= 0:
            self.inner.append(piece)
        else:
            self.outer.append(piece)

    def put_words(self, words: str, *, slanted: bool) -> None:
        held = self.inner if self.opened >= 0 else self.outer
        last = held[-1] if held else None
        if isinstance(last, Words) and last.slanted == slanted:
            held.pop()
            words = last.text + words
        self.put(Words(words, slanted))

    def open_stretch(self, at: int) -> None:
        if self.opened >= 0:
            raise self.fault(at, "a stretch stands in a stretch")
        if self.slanted >= 0:
            raise self.fault(at, "a stretch begins inside italics")
        self.opened = at

    def close_stretch(self, at: int) -> None:
        if self.opened < 0:
            raise self.fault(at, "no stretch {? is open here")
        if self.slanted >= 0:
            raise self.fault(self.slanted, "italics go on beyond the stretch")
        if not any(isinstance(piece, Hole) for piece in self.inner):
            raise self.fault(self.opened, "this stretch has no slot")
        self.outer.append(Stretch(tuple(self.inner)))
        self.inner, self.opened = [], -1

    def fault(self, at: int, what: str) -> Malformed:
        near = self.text[max(at - 20, 0) : at + 20]
        return Malformed(f"{what}, near {near!r}", hint=_ABOUT, where=Place(column=at + 1))
