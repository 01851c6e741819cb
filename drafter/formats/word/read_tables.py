"""Tables of foreign Word files: rows and cells with their spans."""

from __future__ import annotations

from drafter.formats.word.read_inlines import Texts
from drafter.formats.word.read_lines import Grid, GridRow
from drafter.model import Cell, Row


def rows_of(grid: Grid, texts: Texts) -> tuple[Row, ...]:
    """The rows of a table; those that Word repeats on every page have header cells."""
    return tuple(_row(row, grid, texts) for row in grid.joined() if row.cells)


def _row(row: GridRow, grid: Grid, texts: Texts) -> Row:
    return Row(
        tuple(
            Cell(texts.lines(cell.lines, grid.where), row.header, cell.columns, cell.rows)
            for cell in row.cells
        )
    )
