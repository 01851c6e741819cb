"""Edits of tables: rows and columns put in and taken out, the text of a cell; spans follow.

Rows and columns are counted from 0. A cell that spans a new row or column between its places spans
one more; one that spans a row or column that goes spans one less.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from drafter.edit.blocks import replace_block
from drafter.edit.carry import keep_notes
from drafter.edit.mend import tidy
from drafter.edit.place import find
from drafter.errors import Refused, Unsupported
from drafter.model import Cell, Inlines, Resolution, Row, Table


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with the row and the column in which it begins."""

    row: int
    column: int
    cell: Cell

    def reaches(self, row: int, column: int) -> bool:
        """Whether the cell covers a place."""
        return (
            self.row <= row < self.row + self.cell.rows
            and self.column <= column < self.column + self.cell.columns
        )


def table_of(resolution: Resolution, id_: str) -> Table:
    """The table with this id.

    Raises:
        NoSuchParagraph: no block has this id.
        Unsupported: it is no table.
    """
    block = find(resolution, id_).block
    if not isinstance(block, Table):
        raise Unsupported(f"{id_!r} is no table", hint="name one: table 1")
    return block


def placed(table: Table) -> Iterator[Placed]:
    """The cells of a table with their places, row by row."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells.cells:
            while (row, column) in taken:
                column += 1
            taken.update(
                (row + down, column + across)
                for down in range(cell.rows)
                for across in range(cell.columns)
            )
            yield Placed(row, column, cell)
            column += cell.columns


def columns_of(table: Table) -> int:
    """How many columns a table has."""
    return max((one.column + one.cell.columns for one in placed(table)), default=0)


def cell_at(table: Table, row: int, column: int) -> Placed:
    """The cell that covers a place.

    Raises:
        Refused: there is no such row or column.
    """
    for one in placed(table):
        if one.reaches(row, column):
            return one
    size = f"the table has {len(table.rows)} rows and {columns_of(table)} columns"
    raise Refused(f"there is no cell in row {row + 1}, column {column + 1}", hint=size)


def rewrite_cell(
    resolution: Resolution, id_: str, row: int, column: int, body: Inlines
) -> Resolution:
    """The resolution with another text in one cell, which may be empty.

    Raises:
        NoSuchParagraph, Unsupported: as `table_of`.
        Refused: there is no such cell.
    """
    table = table_of(resolution, id_)
    wanted = cell_at(table, row, column)
    cells = (
        replace(one, cell=replace(one.cell, body=tidy(body))) if one == wanted else one
        for one in placed(table)
    )
    return _with(resolution, table, cells, len(table.rows))


def add_row(resolution: Resolution, id_: str, row: int, texts: tuple[Inlines, ...]) -> Resolution:
    """The resolution with a new row in a table, the cells from left to right.

    Cells that are not given are empty; places that a higher cell spans take none.

    Raises:
        NoSuchParagraph, Unsupported: as `table_of`.
        Refused: there is no such place, or there are more texts than cells.
    """
    table = table_of(resolution, id_)
    count, width = len(table.rows), columns_of(table)
    _within(row, count, "row")
    grown, spanned = [], set[int]()
    for one in placed(table):
        through = one.row < row < one.row + one.cell.rows
        if through:
            spanned |= {*range(one.column, one.column + one.cell.columns)}
        cell = replace(one.cell, rows=one.cell.rows + 1) if through else one.cell
        grown.append(Placed(one.row + (one.row >= row), one.column, cell))
    free = [column for column in range(width) if column not in spanned]
    made = (Placed(row, column, Cell(text)) for column, text in _paired(free, texts))
    rows = (*table.rows[:row], Row(()), *table.rows[row:])
    return _with(resolution, replace(table, rows=rows), (*grown, *made), count + 1)


def add_column(
    resolution: Resolution, id_: str, column: int, texts: tuple[Inlines, ...]
) -> Resolution:
    """The resolution with a new column in a table, the cells from top to bottom.

    A cell is a header where all other cells of its row are.

    Raises:
        As `add_row`.
    """
    table = table_of(resolution, id_)
    _within(column, columns_of(table), "column")
    grown, spanned = [], set[int]()
    for one in placed(table):
        through = one.column < column < one.column + one.cell.columns
        if through:
            spanned |= {*range(one.row, one.row + one.cell.rows)}
        cell = replace(one.cell, columns=one.cell.columns + 1) if through else one.cell
        grown.append(Placed(one.row, one.column + (one.column >= column), cell))
    free = [row for row in range(len(table.rows)) if row not in spanned]
    made = (
        Placed(row, column, Cell(text, header=_is_head(table.rows[row])))
        for row, text in _paired(free, texts)
    )
    return _with(resolution, table, (*grown, *made), len(table.rows))


def delete_row(resolution: Resolution, id_: str, row: int) -> Resolution:
    """The resolution without a row of a table; notes called elsewhere too pass to that call.

    Raises:
        NoSuchParagraph, Unsupported: as `table_of`.
        Refused: there is no such row, or no other.
    """
    table = table_of(resolution, id_)
    count = len(table.rows)
    _one_of(row, count, "row")

    def shrunk(one: Placed) -> Placed | None:
        if not one.row <= row < one.row + one.cell.rows:
            return replace(one, row=one.row - (one.row > row))
        left = replace(one.cell, rows=one.cell.rows - 1)
        return Placed(one.row, one.column, left) if left.rows else None

    rows = (*table.rows[:row], *table.rows[row + 1 :])
    cells = filter(None, map(shrunk, placed(table)))
    made = _with(resolution, replace(table, rows=rows), cells, count - 1)
    return keep_notes(resolution, made)


def delete_column(resolution: Resolution, id_: str, column: int) -> Resolution:
    """The resolution without a column of a table; notes called elsewhere too pass to that call.

    Raises:
        As `delete_row`.
    """
    table = table_of(resolution, id_)
    _one_of(column, columns_of(table), "column")

    def shrunk(one: Placed) -> Placed | None:
        if not one.column <= column < one.column + one.cell.columns:
            return replace(one, column=one.column - (one.column > column))
        left = replace(one.cell, columns=one.cell.columns - 1)
        return Placed(one.row, one.column, left) if left.columns else None

    cells = filter(None, map(shrunk, placed(table)))
    return keep_notes(resolution, _with(resolution, table, cells, len(table.rows)))


def _with(resolution: Resolution, table: Table, cells: Iterable[Placed], count: int) -> Resolution:
    """The resolution with the cells of a table at their places."""
    by_row: list[list[Placed]] = [[] for _ in range(count)]
    for one in cells:
        by_row[one.row].append(one)
    order: Callable[[Placed], int] = lambda one: one.column  # noqa: E731 - a key with its type
    rows = tuple(
        replace(old, cells=tuple(one.cell for one in sorted(row, key=order)))
        for old, row in zip(table.rows, by_row, strict=True)
    )
    return replace_block(resolution, table.id, replace(table, rows=rows))


def _paired(free: list[int], texts: tuple[Inlines, ...]) -> Iterator[tuple[int, Inlines]]:
    """The free places with their texts, empty where there is none."""
    if len(texts) > len(free):
        raise Refused(
            f"{len(texts)} cells are given, and there is room for {len(free)}",
            hint="cells are parted by |; \\| is the sign itself",
        )
    for place, at in enumerate(free):
        yield at, tidy(texts[place]) if place < len(texts) else ()


def _is_head(row: Row) -> bool:
    return bool(row.cells) and all(cell.header for cell in row.cells)


def _within(place: int, count: int, thing: str) -> None:
    if not 0 <= place <= count:
        raise Refused(f"there is no {thing} {place + 1}", hint=f"there are {count}")


def _one_of(place: int, count: int, thing: str) -> None:
    if not 0 <= place < count:
        raise Refused(f"there is no {thing} {place + 1}", hint=f"there are {count}")
    if count == 1:
        raise Refused(f"the table has no other {thing}", hint="delete the table itself")
