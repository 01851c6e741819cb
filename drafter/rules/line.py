"""The texts of a resolution as rules read them: visible signs, with notes and styles apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import assert_never

from drafter.model import (
    Blank,
    Break,
    Inlines,
    Note,
    NoteMark,
    Passage,
    Reference,
    Resolution,
    Run,
    Style,
    Text,
    Zone,
    flatten,
    passages,
)
from drafter.numbering import Numbering, resolve
from drafter.rules.finding import Spot

NOTE = "note"
"""The section of a note's text, and its field."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run and the visible signs of its line that it stands for: `start` to `end`."""

    start: int
    end: int
    run: Run

    @property
    def editable(self) -> bool:
        """Whether its signs are text, not the words of a reference or a blank."""
        return isinstance(self.run.atom, Text)


@dataclass(frozen=True, slots=True)
class Call:
    """A note called at a place of a line: before the sign with this number."""

    place: int
    mark: Note | NoteMark


@dataclass(frozen=True)
class Line:
    """One text: a paragraph's body, a title, a cell, a note.

    `plain` are its visible signs: references in their words, blanks as "[name]", line breaks as a
    space, notes left out (they are in `calls`). `zone` is where it stands, for a note where it is
    called; `caller` is then the spot of the text that calls it.
    """

    spot: Spot
    zone: Zone
    inlines: Inlines
    plain: str
    pieces: tuple[Piece, ...]
    calls: tuple[Call, ...]
    caller: Spot | None = None

    @property
    def section(self) -> str:
        """The word of the published comparison for where it stands."""
        return NOTE if self.caller else str(self.zone)

    @cached_property
    def opening(self) -> str:
        """Its opening words as marked at its start; "" where none are."""
        first = self.pieces[0] if self.pieces else None
        return self.plain[: first.end] if first and Style.OPENING in first.run.styles else ""

    def styled(self, style: Style) -> Iterator[Piece]:
        """The pieces in a style, in order."""
        return (piece for piece in self.pieces if style in piece.run.styles)

    def plain_at(self, start: int, end: int) -> bool:
        """Whether these signs are all text that an edit may replace."""
        return all(p.editable for p in self.pieces if p.start < end and p.end > start)


def lines_of(resolution: Resolution, numbering: Numbering) -> tuple[Line, ...]:
    """Every text that is not empty, in reading order; a note's after the text that calls it."""
    out: list[Line] = []
    seen: Counter[tuple[str, str]] = Counter()
    for passage in passages(resolution):
        key = (passage.owner, passage.field)
        spot = Spot(passage.owner, passage.field, seen[key])
        seen[key] += 1
        if passage.text:
            out.extend(_with_notes(passage, spot, numbering))
    return tuple(out)


def _with_notes(passage: Passage, spot: Spot, numbering: Numbering) -> Iterator[Line]:
    line = _line(passage.text, spot, passage.zone, numbering)
    yield line
    for call in line.calls:
        if isinstance(call.mark, Note):
            own = Spot(call.mark.id, NOTE)
            yield _line(call.mark.body, own, passage.zone, numbering, caller=spot)


def _line(
    inlines: Inlines, spot: Spot, zone: Zone, numbering: Numbering, caller: Spot | None = None
) -> Line:
    pieces: list[Piece] = []
    calls: list[Call] = []
    words: list[str] = []
    at = 0
    within = caller.owner if caller else spot.owner
    for run in flatten(inlines):
        if isinstance(run.atom, Note | NoteMark):
            calls.append(Call(at, run.atom))
            continue
        shown = _shown(run, numbering, within)
        pieces.append(Piece(at, at + len(shown), run))
        words.append(shown)
        at += len(shown)
    return Line(spot, zone, inlines, "".join(words), tuple(pieces), tuple(calls), caller)


def _shown(run: Run, numbering: Numbering, within: str) -> str:
    match run.atom:
        case Text(text=text):
            return text
        case Reference():
            return resolve(run.atom, numbering, within).text
        case Blank(name=name):
            return f"[{name}]"
        case Break():
            return " "
        case Note() | NoteMark():
            return ""
        case _:
            assert_never(run.atom)
