from __future__ import annotations

from drafter.formats.word import read, write
from drafter.model import (
    Break,
    Cell,
    Note,
    Paragraph,
    Part,
    Resolution,
    Role,
    Row,
    Table,
    Text,
    text,
)
from tests.word_tools import paragraphs, part, w


def cell(words: str, columns: int = 1, rows: int = 1, *, header: bool = False) -> Cell:
    return Cell(text(words) if words else (), header, columns, rows)


def with_table(*rows: tuple[Cell, ...], notes: tuple[Paragraph, ...] = ()) -> Resolution:
    table = Table("t-1", tuple(Row(cells) for cells in rows), notes)
    return Resolution(parts=(Part(operative=(table,)),))


def laid_out(document: Resolution) -> list[list[tuple[str, str, str]]]:
    """Rows of (text, columns, vertical merge) as Word has them."""
    (table,) = part(write(document), "word/document.xml").iter(w("tbl"))
    return [[_place(c) for c in row.iter(w("tc"))] for row in table.iter(w("tr"))]


def _place(element: object) -> tuple[str, str, str]:
    found = paragraphs(element)  # type: ignore[arg-type] # any element holds paragraphs
    properties = element[0]  # type: ignore[index] # the first child of a cell
    span = properties.find(w("gridSpan"))
    merge = properties.find(w("vMerge"))
    return (
        "\n".join(said for _, said in found),
        "1" if span is None else span.get(w("val")),
        "" if merge is None else merge.get(w("val"), "goes on"),
    )


def test_cells_stand_in_rows() -> None:
    table = with_table((cell("a"), cell("b")), (cell("c"), cell("d")))
    assert laid_out(table) == [
        [("a", "1", ""), ("b", "1", "")],
        [("c", "1", ""), ("d", "1", "")],
    ]


def test_a_cell_over_columns_and_rows_is_continued_in_the_rows_below() -> None:
    table = with_table(
        (cell("a", columns=2, rows=2), cell("b")), (cell("c"),), (cell("d"), cell("e"), cell("f"))
    )
    assert laid_out(table) == [
        [("a", "2", "restart"), ("b", "1", "")],
        [("", "2", "goes on"), ("c", "1", "")],
        [("d", "1", ""), ("e", "1", ""), ("f", "1", "")],
    ]


def test_a_short_row_is_filled_to_the_width_of_the_table() -> None:
    table = with_table((cell("a"), cell("b"), cell("c")), (cell("d"),))
    assert laid_out(table)[1] == [("d", "1", ""), ("", "2", "")]


def test_a_span_that_reaches_below_the_table_ends_with_it() -> None:
    table = with_table((cell("a", rows=5), cell("b")))
    assert laid_out(table) == [[("a", "1", ""), ("b", "1", "")]]
    assert read(write(table)).value == table


def test_a_break_in_a_cell_is_a_new_paragraph() -> None:
    table = with_table((Cell((Text("one"), Break(), Text("two"))),))
    assert laid_out(table) == [[("one\ntwo", "1", "")]]


def test_header_rows_repeat_on_every_page() -> None:
    data = write(with_table((cell("h", header=True),), (cell("a"),)))
    rows = part(data, "word/document.xml").iter(w("tr"))
    assert [row.find(f".//{w('tblHeader')}") is not None for row in rows] == [True, False]


def test_columns_fill_the_text_measure() -> None:
    data = write(with_table((cell("a"), cell("a much longer text than that beside it"))))
    widths = [int(g.get(w("w"), "0")) for g in part(data, "word/document.xml").iter(w("gridCol"))]
    assert sum(widths) == 9840 - 2 * 1267
    assert widths[0] < widths[1]


def test_notes_of_a_table_follow_it_and_footnotes_in_cells_are_real() -> None:
    noted = Cell((Text("a"), Note("n-1", text("See."))))
    table = with_table((noted,), notes=(Paragraph("p-1", Role.TABLE_NOTE, text("Source: us.")),))
    data = write(table)
    assert paragraphs(part(data, "word/document.xml")) == [
        ("TableText", "a^"),
        ("Spacer", ""),
        ("TableNote", "Source: us."),
    ]
