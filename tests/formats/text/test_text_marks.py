"""Where notes are called: each text with the marks of its notes, and where they must be found.

In the expectation "{1}" stands where a note was put and "{=1}" where its mark is repeated.
"""

from __future__ import annotations

import pytest

from drafter.formats.text.calls import place_notes
from drafter.formats.text.log import Log
from drafter.formats.text.notes import Definition
from drafter.formats.text.source import Line, whole
from drafter.formats.text.words import words
from drafter.model import Note, NoteMark, Text
from drafter.report import Kind

GLUED = {
    "after a word": ("the Plan1 and the Charter2", "the Plan{1} and the Charter{2}"),
    "after a comma": ("of 1978,1 and of 1979,2", "of 1978,{1} and of 1979,{2}"),
    "a resolution's number is none": ("resolution 33/134 and the Plan1", "resolution 33/134 and the Plan{1}"),
    "a year is none": ("in 2001, in 2002,1", "in 2001, in 2002,{1}"),
    "a symbol is none": ("see A/64/L.1 and Add.1, the Plan;1", "see A/64/L.1 and Add.1, the Plan;{1}"),
    "several at one place": ("the Secretary-General,1,2 and", "the Secretary-General,{1}{2} and"),
    "with a space between": ("the Secretary-General,1, 2 and", "the Secretary-General,{1}{2} and"),
    "after quotation marks": ("“the Plan”1 and (the Charter)2", "“the Plan”{1} and (the Charter){2}"),
    "raised": ("the Plan¹ and the Charter,²", "the Plan{1} and the Charter,{2}"),
    "in brackets": ("the Plan[1] and the Charter, [2] too", "the Plan{1} and the Charter,{2} too"),
    "a square kilometre is none": ("the Plan1 for 3 km² of land", "the Plan{1} for 3 km² of land"),
    "repeated": ("the Plan,1 the Charter2 and that Plan,1", "the Plan,{1} the Charter{2} and that Plan,{=1}"),
    "both repeated": ("the Plan,1 the Charter2 and both,1,2", "the Plan,{1} the Charter{2} and both,{=1}{=2}"),
    "run into a number": ("resolution 59/3001 and the Plan2", "resolution 59/300{1} and the Plan{2}"),
    "run into a year": ("of 27 May 20161 and the Plan2", "of 27 May 2016{1} and the Plan{2}"),
    "run into a name's number": ("Agenda 211 and the Plan2", "Agenda 21{1} and the Plan{2}"),
    "carbon dioxide is none": ("of CO2 in the Plan1", "of CO2 in the Plan{1}"),
}  # fmt: skip
ALONE = {
    "alone": ("the Initiative 1 and the road map, 2 and", "the Initiative{1} and the road map,{2} and"),
    "a paragraph is none": ("see paragraph 1 above and the Plan 1", "see paragraph 1 above and the Plan{1}"),
    "a date is none": ("on 1 May 2031 the Plan 1 began", "on 1 May 2031 the Plan{1} began"),
    "at the end": ("in resolution 79/43, 1", "in resolution 79/43,{1}"),
}  # fmt: skip


def placed(text: str, *, spaced: bool, defined: int = 2) -> tuple[str, Log]:
    log = Log()
    one = whole(Line(1, text))
    notes = [Definition(str(n), f"Note {n}.", Line(1 + n, f"{n} Note {n}.")) for n in range(1, defined + 1)]
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
