from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.model import Emphasis, Form, Note, NoteMark, Reference, Style, Text, text
from drafter.numbering import Numbering
from drafter.render.safe import safe, width
from drafter.render.spans import Look, Span, paint, spans, words, wrap

NUMBERS = Numbering(marks={"n-one": "1", "n-star": "*"})


def _lines(text_: str, columns: int) -> list[str]:
    return [words(line) for line in wrap((Span(text_),), columns)]


def test_a_control_character_is_shown_as_an_escape() -> None:
    assert safe("red\x1b[31m, \x07bell, \u202eturned, \u009b") == (
        "red\\x1b[31m, \\x07bell, \\u202eturned, \\x9b"
    )


def test_words_of_every_script_pass_unchanged() -> None:
    for words_ in ("Rappelant « l’article »", "Ссылаясь", "إذ تشير إلى", "回顾", "no\u00a0break"):
        assert safe(words_) == words_


def test_a_byte_of_a_file_name_that_is_no_utf_8_is_shown_as_an_escape() -> None:
    assert safe("caf\udce9.txt") == "caf\\xe9.txt"


@given(st.text())
def test_nothing_that_steers_a_terminal_is_left(any_text: str) -> None:
    assert all(sign.isprintable() or ord(sign) > 0x9F for sign in safe(any_text))


def test_width_counts_columns() -> None:
    assert [width(t) for t in ("abc", "大会", "e\u0301", "a\u200fb")] == [3, 4, 1, 2]


def test_notes_and_references_are_printed_by_their_numbers() -> None:
    inlines = (
        Emphasis(Style.OPENING, text("Recalling")),
        Text(" it,"),
        Note("n-one", text("A/1/1.")),
        NoteMark("n-star"),
        Reference("p-gone", Form.NAMED),
    )
    assert spans(inlines, NUMBERS) == (
        Span("Recalling", Look.ITALIC),
        Span(" it,"),
        Span("¹"),
        Span("*"),
        Span("[paragraph not found]"),
    )


def test_lines_break_at_spaces_and_lose_them() -> None:
    assert _lines("Recalling its resolution", 14) == ["Recalling its", "resolution"]


def test_a_no_break_space_does_not_break() -> None:
    assert _lines("of 19\u00a0December 2007", 12) == ["of", "19\u00a0December", "2007"]


def test_a_note_mark_stays_with_its_word() -> None:
    painted = (Span("one two"), Span("¹"), Span(" three"))
    assert [words(line) for line in wrap(painted, 8)] == ["one two¹", "three"]
    painted = (Span("one twos"), Span("¹"), Span(" three"))
    assert [words(line) for line in wrap(painted, 8)] == ["one", "twos¹", "three"]


def test_chinese_breaks_between_signs_but_not_before_a_comma() -> None:
    assert _lines("大会回顾其决议，又", 10) == ["大会回顾其", "决议，又"]
    assert _lines("大会回顾其，又", 10) == ["大会回顾", "其，又"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert _lines("x" * 20, 8) == ["x" * 8, "x" * 8, "x" * 4]


def test_a_line_end_in_the_text_is_kept() -> None:
    assert _lines("Part one\nof two", 40) == ["Part one", "of two"]


@given(st.text("ab \u00a0大。\n", max_size=80), st.integers(8, 30))
def test_wrapping_keeps_every_sign_but_spaces_and_line_ends(any_text: str, columns: int) -> None:
    lines = _lines(any_text, columns)
    kept = "".join(lines).replace(" ", "")
    assert kept == any_text.replace(" ", "").replace("\n", "")
    assert all(width(line) <= 2 * columns for line in lines)


def test_paint_wraps_each_look_in_its_code() -> None:
    line = (Span("Recalling", Look.ITALIC), Span(" it"))
    assert paint(line, colour=True) == "\x1b[3mRecalling\x1b[0m it"
    assert paint(line, colour=False) == "Recalling it"


def test_marked_words_wider_than_a_line_are_parted_where_the_mark_changes() -> None:
    marked = (
        Span("[-"),
        Span("mismanagement"),
        Span("-]"),
        Span("{+"),
        Span("management"),
        Span("+}"),
    )
    assert [words(line) for line in wrap(marked, 20)] == ["[-mismanagement-]", "{+management+}"]


def test_wide_signs_are_cut_by_their_width() -> None:
    word = "\u30ab\u30e1\u30e9" * 4  # one sign, two columns
    lines = [words(line) for line in wrap((Span(f"a{word}"), Span("b" * 30)), 9)]
    assert "".join(lines) == f"a{word}" + "b" * 30
    assert max(map(width, lines)) <= 9


@given(
    st.lists(st.builds(Span, st.text("ab \u5e74\u0301\u0627[-]{+}", max_size=30))),
    st.integers(8, 20),
)
def test_no_line_is_wider_than_it_may_be(painted: list[Span], columns: int) -> None:
    for line in wrap(tuple(painted), columns):
        assert width(words(line)) <= columns
