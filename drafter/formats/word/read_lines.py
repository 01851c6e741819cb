"""What a Word file holds, as far as a reader of resolutions cares: lines and grids of signs.

A `Line` is one Word paragraph, a `Grid` one table. Both are made from the XML once, by
`read_body`, and everything after that reads these values and no XML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias

from drafter.errors import Place
from drafter.model import Style


class Sign(StrEnum):
    """What a piece of a line is."""

    TEXT = "text"
    TAB = "tab"
    BREAK = "break"
    CALL = "call"  # the mark of a footnote or endnote


class Part(StrEnum):
    """What our own character styles say a run is; PLAIN for everything else."""

    PLAIN = "plain"
    REFERENCE = "reference"
    REPEATED = "repeated"
    BLANK = "blank"
    LAYOUT = "layout"  # wanted by the layout alone: the comma between two marks
    MARK = "mark"  # in the style of note marks: a mark typed by hand


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line that came from one run.

    `text` are its characters, or the custom mark of a CALL; `note` names the note that is called
    ("footnotes/3"). `run` counts the runs of the file, so that two references side by side stay
    two. `inside` are the bookmarks that are open around it.
    """

    sign: Sign
    text: str = ""
    note: str = ""
    styles: tuple[Style, ...] = ()
    href: str = ""
    part: Part = Part.PLAIN
    run: int = 0
    inside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """One Word paragraph.

    `label` is what Word's own numbering prints before it, `depth` how far inside other lists it
    stands; `style` is the id of its style, `opened` the bookmarks that begin in it (or just before
    it), in order.
    """

    pieces: tuple[Piece, ...] = ()
    label: str = ""
    depth: int = 0
    style: str = ""
    opened: tuple[str, ...] = ()
    where: Place = field(default_factory=Place)

    @property
    def words(self) -> str:
        """Its characters; tabs and breaks are spaces, marks are left out."""
        return words(self.pieces)


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a table; `rows` is 0 when the cell only goes on from the one above it.

    `Grid.joined` counts the rows of the others.
    """

    lines: tuple[Line, ...]
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table; `header` when Word repeats it on every page."""

    cells: tuple[GridCell, ...]
    header: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table."""

    rows: tuple[GridRow, ...]
    where: Place = field(default_factory=Place)

    def lines(self) -> Iterator[Line]:
        """Every line in it, row by row."""
        for row in self.rows:
            for cell in row.cells:
                yield from cell.lines

    def joined(self) -> tuple[GridRow, ...]:
        """The rows in which a cell that goes on below counts its rows, without its other parts.

        A part that goes on but holds words (damaged files) stays a cell of its own.
        """
        return _joined(self.rows)

    @property
    def opened(self) -> tuple[str, ...]:
        """The bookmarks that begin in it."""
        return tuple(name for line in self.lines() for name in line.opened)

    @property
    def words(self) -> str:
        """Its characters, cells parted by spaces."""
        return " ".join(line.words for line in self.lines())


Item: TypeAlias = Line | Grid


def words(pieces: Iterable[Piece]) -> str:
    """The characters of pieces; tabs and breaks are spaces, marks are left out."""
    return "".join(_characters(piece) for piece in pieces)


def lines_of(items: Iterable[Item]) -> Iterator[Line]:
    """Every line, those in tables included."""
    for item in items:
        if isinstance(item, Grid):
            yield from item.lines()
        else:
            yield item


def _characters(piece: Piece) -> str:
    match piece.sign:
        case Sign.TEXT:
            return piece.text
        case Sign.TAB | Sign.BREAK:
            return " "
        case Sign.CALL:
            return ""


def _joined(rows: tuple[GridRow, ...]) -> tuple[GridRow, ...]:
    """Rows in which a cell that goes on below counts its rows, and its other parts are gone.

    A part that goes on but holds words (damaged files) stays a cell of its own.
    """
    spans: dict[tuple[int, int], int] = {}
    owner: dict[int, tuple[int, int]] = {}
    gone: set[tuple[int, int]] = set()
    for r, row in enumerate(rows):
        column = 0
        for c, cell in enumerate(row.cells):
            if cell.rows == 0 and column in owner and not _has_words(cell):
                spans[owner[column]] += 1
                gone.add((r, c))
            else:
                owner[column] = (r, c)
                spans[r, c] = 1
            column += cell.columns
    return tuple(
        replace(
            row,
            cells=tuple(
                replace(cell, rows=spans[r, c])
                for c, cell in enumerate(row.cells)
                if (r, c) not in gone
            ),
        )
        for r, row in enumerate(rows)
    )


def _has_words(cell: GridCell) -> bool:
    return any(line.words.strip() for line in cell.lines)
