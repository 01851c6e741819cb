"""Tables, lettered parts, the list of notes, and the words that newcomers say."""

from __future__ import annotations

import pytest

from drafter.app import open_resolution
from drafter.commands import Edit, Say, Show, State, run
from drafter.edit import columns_of, find, table_of, text_of
from drafter.errors import DrafterError
from drafter.model import (
    Cell,
    Note,
    Part,
    Resolution,
    Row,
    Table,
    Text,
    passages,
    plain_text,
    text,
)
from drafter.model.invariants import faults
from tests.cli_runner import EXAMPLES
from tests.sessions import after, state_of


@pytest.fixture
def state() -> State:
    return state_of(open_resolution(str(EXAMPLES / "libraries-draft.draft")).value)


@pytest.fixture
def spanned() -> State:
    """A table whose first cell spans two rows and whose head spans two columns.

    A B B
    A c d
    e f g
    """
    rows = (
        Row((Cell(text("A"), header=True, rows=2), Cell(text("B"), header=True, columns=2))),
        Row((Cell(text("c")), Cell(text("d")))),
        Row((Cell(text("e")), Cell(text("f")), Cell(text("g")))),
    )
    return state_of(Resolution(parts=(Part(operative=(Table("t-1", rows),)),)))


def rows_of(state: State) -> list[str]:
    """The rows of the first table: its cells as text, with their spans where they have one."""
    table = table_of(state.resolution, state.addresses.ids["table 1"])
    return [" ".join(map(shown, row.cells)) for row in table.rows]


def shown(cell: Cell) -> str:
    words = plain_text(cell.body) or "-"
    return words if (cell.rows, cell.columns) == (1, 1) else f"{words}/{cell.rows}x{cell.columns}"


def test_a_table_is_built_cell_by_cell(state: State) -> None:
    now = after(
        state,
        "table add after op 3 State | Boats",
        "table row table 1 Kenya | 12",
        "table row table 1 Chile | 3",
        "table column table 1 before 2 Region",
        "table cell table 1 row 2 column 2 Africa{note: A/79/1.}",
    )
    assert rows_of(now) == ["State Region Boats", "Kenya Africa 12", "Chile - 3"]
    assert any(plain_text(note.body) == "A/79/1." for note in notes_of(now))
    fewer = after(now, "table delete table 1 row 3", "table delete table 1 column 1")
    assert rows_of(fewer) == ["Region Boats", "Africa 12"]
    assert "table 1" not in after(now, "delete table 1").addresses.ids
    for one in (now, fewer):
        assert faults(one.resolution) == ()


def notes_of(state: State) -> list[Note]:
    return [
        inline
        for passage in passages(state.resolution)
        for inline in passage.text
        if isinstance(inline, Note)
    ]


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("table row table 1 before 2 x | y", ["A/3x1 B/1x2", "x y", "c d", "e f g"]),
        ("table row table 1 before 3 x | y", ["A/2x1 B/1x2", "c d", "x y -", "e f g"]),
        ("table column table 1 before 3 x | y", ["A/2x1 B/1x3", "c x d", "e f y g"]),
        ("table column table 1", ["A/2x1 B/1x2 -", "c d -", "e f g -"]),
        ("table delete table 1 row 1", ["A c d", "e f g"]),
        ("table delete table 1 row 2", ["A B/1x2", "e f g"]),
        ("table delete table 1 column 1", ["B/1x2", "c d", "f g"]),
        ("table delete table 1 column 3", ["A/2x1 B", "c", "e f"]),
    ],
)
def test_spans_follow_rows_and_columns(line: str, rows: list[str], spanned: State) -> None:
    assert rows_of(after(spanned, line)) == rows


@pytest.mark.parametrize(
    ("line", "what", "hint"),
    [
        ("table row table 1 a | b | c | d", "4 cells are given", "room for 3"),
        ("table cell table 1 row 9 column 1 x", "no cell in row 9", "3 rows and 3 columns"),
        ("table delete table 1 row 4", "there is no row 4", "there are 3"),
        ("table delete table 1", "which row or column is missing", "row 2 or column 2"),
        ("part delete part 1", "the only part", "delete its paragraphs"),
        ("part title part C x", "there is no part 'C'", "one part alone"),
        ("show part C op 1", "there is no part 'C'", "one part alone"),
    ],
)
def test_an_error_of_tables_and_parts_teaches(
    line: str, what: str, hint: str, spanned: State
) -> None:
    with pytest.raises(DrafterError) as caught:
        run(line, spanned)
    assert what in f"{caught.value.what} {caught.value.hint}"
    assert hint in f"{caught.value.what} {caught.value.hint}"


def test_a_cell_is_offered_as_it_is(spanned: State) -> None:
    _, request = run("table cell table 1 row 2 column 2", spanned)
    assert isinstance(request, Edit)
    assert (request.title, request.text) == ("table 1, row 2, column 2", "c")
    assert columns_of(table_of(spanned.resolution, "t-1")) == 3


def test_parts_are_added_named_moved_and_deleted(state: State) -> None:
    now = after(
        state,
        "part add On lakes",
        "add op Decides to meet",
        "add op to part A Requests all to swim",
        "enacting part B The Council,",
        "part title part A On rivers",
    )
    assert [part.letter for part in now.resolution.parts] == ["A", "B"]
    assert plain_text(now.resolution.parts[1].enacting) == "The Council,"
    assert now.addresses.ids.keys() >= {"part A op 8", "part B op 1"}
    moved = after(now, "part move B to 1")
    assert [plain_text(part.title) for part in moved.resolution.parts] == ["On lakes", "On rivers"]
    alone = after(moved, "part delete A")
    assert [part.letter for part in alone.resolution.parts] == [""]
    _, request = run("show part B", now)
    assert isinstance(request, Show)
    assert request.ids == (now.addresses.ids["part B op 1"],)


def test_notes_are_listed_with_the_places_that_call_them(state: State) -> None:
    now = after(state, "edit op 4 Encourages all to swim{mark 1};")
    _, request = run("notes", now)
    assert isinstance(request, Say)
    assert request.lines[0] == "1  pp 1, op 4: See A/895/33."
    assert request.data[2]["text"] == "See A/CONF.990/7, chap. II."


@pytest.mark.parametrize(
    ("line", "now"),
    [
        ("move op 3 to the end", "op 7"),
        ("move op 3 to the top", "op 1"),
        ("move op 3 to the beginning", "op 1"),
        ("move op 3 last", "op 7"),
        ("move op 3 before op 1", "op 1"),
        ("move op 3 after op 5", "op 5"),
        ("move op 3 to the end of the preamble", "pp 6"),
        ("move op 2 (a) to the end", "op 2 (c)"),
    ],
)
def test_a_place_is_said_as_people_say_it(line: str, now: str, state: State) -> None:
    _, request = run(line, state)
    assert isinstance(request, Show)
    assert request.lines[0].endswith(f"now {now}")


def test_words_before_sub_paragraphs_keep_their_colon(state: State) -> None:
    for typed in (
        "Invites all to consider",
        "Invites all to consider;",
        "Invites all to consider ;",
    ):
        now = after(state, f"edit op 2 {typed}")
        assert plain_text(text_of(now.resolution, "measures")) == "Invites all to consider:"
    dash = after(state, "edit op 2 Invites all to consider —")
    assert plain_text(text_of(dash.resolution, "measures")) == "Invites all to consider —"


def test_a_reference_stands_apart_from_the_words_beside_it(state: State) -> None:
    now = after(state, 'reference op 4 to op 2 after "mark"')
    body = text_of(now.resolution, now.addresses.ids["op 4"])
    before, after_it = (plain_text((one,)) for one in body if isinstance(one, Text))
    assert before.endswith("to mark ")
    assert after_it.startswith(" the moorings")
    end = after(state, "reference op 4 to op 2")
    assert plain_text(text_of(end.resolution, end.addresses.ids["op 4"])).endswith("charts ;")
    assert find(end.resolution, "measures").block == find(state.resolution, "measures").block


def test_the_line_of_the_organ_is_offered_where_there_is_no_enacting_line() -> None:
    bare = state_of(Resolution())
    _, request = run("enacting", after(bare, "head organ=security-council"))
    assert isinstance(request, Edit)
    assert request.text == "*The Security Council*,"
