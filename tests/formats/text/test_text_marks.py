"""Where notes are called: the texts of `tests/cases/marks/`, and what is said of the others."""

from __future__ import annotations

import pytest

from drafter.formats.common.calls import place_notes
from drafter.formats.common.line import Line, whole
from drafter.formats.common.log import Log
from drafter.formats.common.notes import Definition
from drafter.formats.common.words import words
from drafter.model import Note, NoteMark, Text
from drafter.report import Kind
from tests.told import CASES


def rows(name: str) -> dict[str, tuple[str, str]]:
    """The cases of a file: blocks of three lines, parted by blank ones."""
    text = (CASES / "marks" / f"{name}.txt").read_text(encoding="utf-8")
    blocks = [block.splitlines() for block in text.split("\n\n")[1:]]
    return {name: (source, expected) for name, source, expected in blocks}


GLUED = rows("glued")
ALONE = rows("alone")


def placed(text: str, *, spaced: bool, defined: int = 2) -> tuple[str, Log]:
    log = Log()
    one = whole(Line(1, text))
    notes = [
        Definition(str(n), f"Note {n}.", Line(1 + n, f"{n} Note {n}."))
        for n in range(1, defined + 1)
    ]
    texts = place_notes([one], notes, words("en"), log, spaced=spaced)
    out, marks = "", {}
    for inline in texts.inlines([one]):
        if isinstance(inline, Text):
            out += inline.text
        elif isinstance(inline, Note):
            marks[inline.id] = inline.body[0].text[5:-1] if isinstance(inline.body[0], Text) else ""
            out += f"{{{marks[inline.id]}}}"
        elif isinstance(inline, NoteMark):
            out += f"{{={marks[inline.target]}}}"
    return out, log


@pytest.mark.parametrize("name", GLUED)
def test_a_glued_mark_is_found(name: str) -> None:
    text, expected = GLUED[name]
    assert placed(text, spaced=False)[0] == expected


@pytest.mark.parametrize("name", ALONE)
def test_a_mark_that_stands_alone_is_found_in_pdf_text(name: str) -> None:
    text, expected = ALONE[name]
    assert placed(text, spaced=True)[0] == expected


def test_a_number_that_stands_alone_is_no_mark_in_other_texts() -> None:
    assert placed("from 1 to 2 of the Plan", spaced=False)[0] == "from 1 to 2 of the Plan"


def test_a_note_that_nothing_calls_is_reported_with_its_words() -> None:
    _, log = placed("the Plan1 and no more", spaced=False)
    (notice,) = log.in_order()
    assert (notice.kind, notice.where.line, notice.text) == (Kind.NOTE, 3, "2 Note 2.")
    assert "put the mark 2 after the word" in notice.message


def test_a_mark_without_a_note_stays_in_the_text_and_is_reported() -> None:
    text, log = placed("the Plan1 and the Charter2", spaced=False, defined=1)
    (notice,) = log.in_order()
    assert text == "the Plan{1} and the Charter2"
    assert (notice.kind, notice.text, notice.where.column) == (Kind.NOTE, "2", 26)


def test_of_two_possible_places_neither_is_guessed() -> None:
    text, log = placed("resolution 59/301 and resolution 60/301", spaced=False, defined=1)
    assert text == "resolution 59/301 and resolution 60/301"
    assert [notice.kind for notice in log.in_order()] == [Kind.NOTE]
