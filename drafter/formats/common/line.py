"""A line of a source and a stretch of it: what all reading of United Nations texts works on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from drafter.errors import Place
from drafter.model import Row

LONGEST_EXCERPT = 120
_SPACES = re.compile(" {2,}")
_TABS = re.compile(r" *\t[ \t]*")
_FOLD = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "‑": "-", "“": '"', "”": '"'}
)
_GLUE = re.compile(r"(?:\w[-–]|\w/)$")


@dataclass(frozen=True)
class Line:
    """A line of the source, or several that were one paragraph before they were wrapped.

    `number` is the line in the source, from 1. `text` has no white space at its ends and no two
    spaces in a row; tabs inside it are kept, each with the spaces about it as one tab. `indented`:
    the line began with a tab. `page` counts form feeds from 0. `starts` says for a joined line
    from which offset on its text comes from which page.
    """

    number: int
    text: str
    indented: bool = False
    page: int = 0
    starts: tuple[tuple[int, int], ...] = ()

    @cached_property
    def folded(self) -> str:
        """The text for matching: straight quotes, plain spaces and hyphens, sign for sign."""
        return fold(self.text)

    @property
    def place(self) -> Place:
        """Where the line stands, with its text."""
        return Place(line=self.number, excerpt=self.text[:LONGEST_EXCERPT])


@dataclass(frozen=True)
class TableLine(Line):
    """A table of the source in the place of a line; its text stands for it in messages."""

    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a line, from offset `start` up to `end`."""

    line: Line
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words of the stretch, as they stand."""
        return self.line.text[self.start : self.end]

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.line.place


def whole(line: Line) -> Stretch:
    """All of a line."""
    return Stretch(line, 0, len(line.text))


def fold(text: str) -> str:
    """Text with typographic variants made plain; as long as before, so that offsets hold."""
    return text.translate(_FOLD)


def clean(text: str) -> str:
    """One line's text without white space at its ends and in runs."""
    return _TABS.sub("\t", _SPACES.sub(" ", text)).strip(" \t\f\u200e\u200f")


def join(texts: Sequence[str]) -> str:
    """Wrapped lines as one text; a word broken at its hyphen or slash gets no space."""
    joined = ""
    for text in texts:
        glued = _GLUE.search(joined) and text[:1].isalnum()
        joined += text if glued or not joined else f" {text}"
    return joined


def rest_of(line: Line, start: int) -> list[Stretch]:
    """What a line says from an offset on, if anything."""
    return [Stretch(line, start, len(line.text))] if start < len(line.text) else []


def cells_of(line: Line) -> list[Stretch]:
    """The parts of a line between its tabs."""
    cells, start = [], 0
    for cell in line.text.split("\t"):
        cells.append(Stretch(line, start, start + len(cell)))
        start += len(cell) + 1
    return cells
