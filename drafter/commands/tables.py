"""Commands for tables: add one, its rows and columns, the text of a cell."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from drafter.commands.command import Argument, Call, Command, Kind
from drafter.commands.faults import Unclear
from drafter.commands.markup import read_text, write_text
from drafter.commands.requests import Edit, Outcome, Show
from drafter.commands.shared import WHAT, maker, part_of
from drafter.commands.state import State, change
from drafter.edit import (
    End,
    add_column,
    add_row,
    cell_at,
    columns_of,
    delete_column,
    delete_row,
    insert,
    rewrite_cell,
    table_of,
)
from drafter.model import Cell, IdMaker, Inlines, Resolution, Row, Table, Zone, plain_text

_BAR = re.compile(r"(?<!\\)\|")
Adding: TypeAlias = Callable[[Resolution, str, int, tuple[Inlines, ...]], Resolution]
Taking: TypeAlias = Callable[[Resolution, str, int], Resolution]


def _cells(typed: str, state: State, make: IdMaker) -> tuple[Inlines, ...]:
    """The texts of cells that are parted by bars."""
    words = _BAR.split(typed.strip())
    return tuple(read_text(word.replace("\\|", "|").strip(), state, make) for word in words)


def _add(state: State, call: Call) -> Outcome:
    make = maker(state)
    heads = tuple(Cell(text, header=True) for text in _cells(call.text("cells"), state, make))
    words = " ".join(plain_text(cell.body) for cell in heads)
    table = Table(make.make("t", words), (Row(heads), Row((Cell(),) * len(heads))))
    position = call.position("position") or End(Zone.OPERATIVE, part_of(state))
    new = insert(state.resolution, table, position)
    after = change(state, new, lambda now: f"{now.address(table.id)} added", table.id)
    return after, Show((table.id,), (after.said,))


def _grown(thing: str, size: Callable[[Table], int], add: Adding) -> Callable[..., Outcome]:
    def run(state: State, call: Call) -> Outcome:
        id_ = call.text("what")
        table = table_of(state.resolution, id_)
        count = size(table)
        place = call.number("place", count + 1) - 1
        texts = _cells(call.text("cells"), state, maker(state)) if call.has("cells") else ()
        new = _instead_of_empty(state, table, thing, texts) if not call.has("place") else None
        if new is not None:
            place = count - 1
        else:
            new = add(state.resolution, id_, place, texts)
        said = f"{state.address(id_)}: {thing} {place + 1} added"
        return change(state, new, said, id_), Show((id_,), (said,))

    return run


def _instead_of_empty(
    state: State, table: Table, thing: str, texts: tuple[Inlines, ...]
) -> Resolution | None:
    """The first row of a new table takes the place of the empty one it is made with."""
    last = len(table.rows) - 1
    fresh = last == 1 and not any(cell.body for cell in table.rows[1].cells)
    if thing != "row" or not fresh or not any(texts):
        return None
    return delete_row(add_row(state.resolution, table.id, last, texts), table.id, last + 1)


def _cell(state: State, call: Call) -> Outcome:
    id_, row, column = call.text("what"), call.number("row", 1), call.number("column", 1)
    found = cell_at(table_of(state.resolution, id_), row - 1, column - 1)
    title = f"{state.address(id_)}, row {row}, column {column}"

    def reworded(now: State, typed: str) -> Outcome:
        body = read_text(typed, now, maker(now), found.cell.body)
        new = rewrite_cell(now.resolution, id_, row - 1, column - 1, body)
        return change(now, new, f"{title} edited", id_), Show((id_,), (f"{title} edited",))

    if call.has("text"):
        return reworded(state, call.text("text"))
    hint = f"give its text: table cell {state.address(id_)} row {row} column {column} TEXT"
    return state, Edit(title, write_text(found.cell.body, state), reworded, hint=hint)


def _delete(state: State, call: Call) -> Outcome:
    id_ = call.text("what")
    for thing, take in _TAKEN:
        if call.has(thing):
            place = call.number(thing, 1)
            new = take(state.resolution, id_, place - 1)
            said = f"{state.address(id_)}: {thing} {place} deleted"
            return change(state, new, said, id_), Show((id_,), (said,))
    raise Unclear(
        "which row or column is missing", hint="write row 2 or column 2; delete takes the table"
    )


_TAKEN: tuple[tuple[str, Taking], ...] = (("row", delete_row), ("column", delete_column))

_TABLE = replace(WHAT, help="a table, such as table 1", of="table")
_CELLS = Argument("cells", Kind.TEXT, "the texts of cells, parted by |")
_ROW = Argument("row", Kind.NUMBER, "the number of a row", keyword="row")
_COLUMN = Argument("column", Kind.NUMBER, "the number of a column", keyword="column")
_BEFORE = Argument("place", Kind.NUMBER, "a number", optional=True, keyword="before")

TABLES: tuple[Command, ...] = (
    Command(
        "table add",
        "table add [before|after|below ADDRESS] CELL | CELL ...",
        "Add a table with these column heads and an empty row.",
        _add,
        (
            Argument("position", Kind.POSITION, "a position, such as after op 2", optional=True),
            replace(_CELLS, help="the heads of the columns, parted by |"),
        ),
        help="`delete table 1` takes it away; `add text below table 1` adds a note under it.",
        examples=("table add after op 3 State | Boats | Readers",),
        aliases=("add table",),
        group="Tables",
    ),
    Command(
        "table row",
        "table row ADDRESS [before NUMBER] [CELL | CELL ...]",
        "Add a row to a table, at its end or before another row.",
        _grown("row", lambda table: len(table.rows), add_row),
        (_TABLE, _BEFORE, replace(_CELLS, optional=True)),
        help="The first row that is given takes the place of the empty one of a new table.",
        examples=("table row table 1 Kenya | 12 | 3,400", "table row table 1 before 2 Chile | 4"),
        group="Tables",
    ),
    Command(
        "table column",
        "table column ADDRESS [before NUMBER] [CELL | CELL ...]",
        "Add a column to a table, its cells from top to bottom.",
        _grown("column", columns_of, add_column),
        (_TABLE, _BEFORE, replace(_CELLS, optional=True)),
        examples=("table column table 1 Rivers | 3", "table column table 1 before 2 Region"),
        group="Tables",
    ),
    Command(
        "table cell",
        "table cell ADDRESS row NUMBER column NUMBER [TEXT]",
        "Edit the text of a cell; rows and columns are counted from 1, heads included.",
        _cell,
        (_TABLE, _ROW, _COLUMN, Argument("text", Kind.TEXT, "a text", optional=True)),
        examples=("table cell table 1 row 2 column 1 Kenya", "table cell table 1 row 2 column 3"),
        group="Tables",
    ),
    Command(
        "table delete",
        "table delete ADDRESS row NUMBER|column NUMBER",
        "Delete a row or a column of a table; delete takes the whole table.",
        _delete,
        (_TABLE, replace(_ROW, optional=True), replace(_COLUMN, optional=True)),
        ("table rm",),
        examples=("table delete table 1 row 3", "table delete table 1 column 2"),
        group="Tables",
    ),
)
