"""Tables: cells with spans laid on a grid, columns as wide as their contents ask.

The model repeats no spanned place; Word wants a cell that continues the merge in every row below,
so the rows are laid out on a grid first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from drafter.formats.word.runs import runs
from drafter.formats.word.skeleton import bookmark
from drafter.formats.word.writing import Line, Spot, Writing
from drafter.formats.word.xml import Element, w
from drafter.model import Break, Cell, Inlines, Row, Table, plain_text
from drafter.profiles.layout import TableLook

_MOST_COLUMNS = 63
"""Word opens no table with more columns."""
_NARROWEST, _FIGURE, _WIDEST = 4, 14, 60
"""Signs: the least a column has room for, the longest figure, the longest line that counts."""
_NUMBER = re.compile(r"[(\-–]?[\d\s.,]+%?\)?|[\-–—]")
"""A figure, which stands at the right side of its column."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A finished `w:tbl`."""

    table: Element

    def opened(self, marks: list[Element]) -> Grid:
        """The same with something at the start of its first paragraph."""
        first = next(self.table.iter(w("p").tag))
        for place, mark in enumerate(marks, 1):
            first.insert(place, mark)
        return self

    def element(self, *, rtl: bool = False) -> Element:  # noqa: ARG002 - as `Line.element`
        """The `w:tbl`."""
        return self.table


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in a row of the grid: a cell that starts here, one that goes on, or a gap."""

    columns: int
    cell: Cell | None = None
    goes_on: bool = False
    spans: bool = False


@dataclass(frozen=True, slots=True)
class _Head:
    """Whether a row is a head of columns, and whether it is ruled below."""

    head: bool
    ruled: bool


def table(block: Table, writing: Writing) -> Grid:
    """A table with its bookmark in the first cell; its notes are not part of it."""
    rows, columns = laid(block.rows)
    measure = writing.layout.page.measure - 2 * writing.layout.tables.inset
    widths = _widths(rows, columns, measure)
    look = writing.layout.tables
    heads = _heads(block.rows)
    body = [
        _row(places, widths, block, writing, head) for places, head in zip(rows, heads, strict=True)
    ]
    properties = _properties(look, sum(widths), rtl=writing.rtl)
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    made = Grid(w("tbl", properties, grid, *body))
    return made.opened(writing.mark(bookmark(block.id), []))


def laid(rows: tuple[Row, ...]) -> tuple[list[list[_Place]], int]:
    """Every row as places from left to right, and the number of columns."""
    open_spans: dict[int, tuple[int, int]] = {}
    laid = []
    for number, row in enumerate(rows):
        places, open_spans = _lay_row(row, open_spans, last=number == len(rows) - 1)
        laid.append(places)
    columns = max((sum(place.columns for place in row) for row in laid), default=1)
    return laid, max(columns, 1)


def _lay_row(
    row: Row, above: dict[int, tuple[int, int]], *, last: bool
) -> tuple[list[_Place], dict[int, tuple[int, int]]]:
    """One row; `above` maps a column to (columns, rows left) of a cell that reaches down to it."""
    places: list[_Place] = []
    below: dict[int, tuple[int, int]] = {}
    column = 0
    waiting = list(row.cells)
    while waiting or any(start >= column for start in above):
        if column in above:
            columns, left = above[column]
            places.append(_Place(columns, goes_on=True))
            if left > 1:
                below[column] = (columns, left - 1)
        elif waiting:
            cell = waiting.pop(0)
            columns = _room(column, cell.columns, above)
            places.append(_Place(columns, cell, spans=cell.rows > 1 and not last))
            if cell.rows > 1:
                below[column] = (columns, cell.rows - 1)
        else:
            columns = min(start for start in above if start > column) - column
            places.append(_Place(columns))
        column += columns
    return places, below


def _room(column: int, wanted: int, above: dict[int, tuple[int, int]]) -> int:
    """How many columns a cell gets: what it asks for, up to a cell that reaches down from above."""
    limit = min((start for start in above if start > column), default=column + wanted)
    return max(1, min(wanted, limit - column, _MOST_COLUMNS))


def _widths(rows: list[list[_Place]], columns: int, measure: int) -> list[int]:
    """Column widths that fill the measure: room for what must not break, the rest by need."""
    least, wanted = [_NARROWEST] * columns, [_NARROWEST] * columns
    for row in rows:
        column = 0
        for place in row:
            if place.cell is not None and place.columns == 1:
                said = plain_text(place.cell.body)
                least[column] = max(least[column], _unbroken(said))
                wanted[column] = max(wanted[column], min(len(said), _WIDEST))
            column += place.columns
    spare = max(sum(wanted), 2 * sum(least)) - sum(least)
    shares = [low + spare * high / sum(wanted) for low, high in zip(least, wanted, strict=True)]
    widths = [int(measure * share / sum(shares)) for share in shares]
    return [*widths[:-1], measure - sum(widths[:-1])]


def _unbroken(said: str) -> int:
    """Signs that should stay on one line: a figure whole ("28 863 500"), else the longest word."""
    if len(said) <= _FIGURE:
        return len(said)
    return min(max(map(len, said.split(" "))), _WIDEST)


def _heads(rows: tuple[Row, ...]) -> list[_Head]:
    """Which rows are heads of columns; the last of them is ruled."""
    heads = [bool(row.cells) and all(cell.header for cell in row.cells) for row in rows]
    after = [*heads[1:], False]
    return [_Head(here, ruled=here and not then) for here, then in zip(heads, after, strict=True)]


def _row(
    places: list[_Place], widths: list[int], block: Table, writing: Writing, head: _Head
) -> Element:
    cells = []
    column = 0
    for place in filled(places, len(widths)):
        width = sum(widths[column : column + place.columns])
        body = _paragraphs(place.cell.body if place.cell else (), block, writing, head=head.head)
        cells.append(w("tc", _cell(place, width, writing, head), *body))
        column += place.columns
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if head.head else None), *cells)


def filled(places: list[_Place], columns: int) -> Iterator[_Place]:
    """The places and an empty one for whatever a short row leaves."""
    yield from places
    rest = columns - sum(place.columns for place in places)
    if rest:
        yield _Place(rest)


def _cell(place: _Place, width: int, writing: Writing, head: _Head) -> Element:
    """The properties of a cell."""
    rule = writing.layout.tables.rules[1]
    merge = w("vMerge") if place.goes_on else w("vMerge", val="restart") if place.spans else None
    return w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=place.columns) if place.columns > 1 else None,
        merge,
        w("tcBorders", border("bottom", rule)) if head.ruled else None,
        w("vAlign", val="bottom") if head.head else None,
    )


def _paragraphs(body: Inlines, block: Table, writing: Writing, *, head: bool) -> list[Element]:
    """A cell's paragraphs: a break in it is a new one."""
    style = "TableHead" if head else "TableText"
    spot = Spot(writing.document, block.id)
    lines = [Line(style, tuple(runs(part, writing, spot))) for part in _parts(body)]
    if _NUMBER.fullmatch(plain_text(body)):
        lines = [line.aligned("right") for line in lines]
    return [line.element(rtl=writing.rtl) for line in lines]


def _parts(body: Inlines) -> list[Inlines]:
    parts: list[Inlines] = [()]
    for is_break, group in groupby(body, key=lambda inline: isinstance(inline, Break)):
        if is_break:
            parts += [()] * len(list(group))
        else:
            parts[-1] = tuple(group)
    return parts


def _properties(look: TableLook, width: int, *, rtl: bool) -> Element:
    top, bottom = look.rules
    margins = [w(side, w=look.padding, type="dxa") for side in ("left", "right")]
    return w(
        "tblPr",
        w("bidiVisual") if rtl else None,
        w("tblW", w=width, type="dxa"),
        w("tblInd", w=look.inset, type="dxa"),
        w("tblBorders", border("top", top), border("bottom", bottom)),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *margins),
        w("tblLook", val="0000"),
    )


def border(side: str, size: int) -> Element:
    """A rule on one side, in eighths of a point."""
    return w(side, val="single", sz=size, space=0, color="auto")
