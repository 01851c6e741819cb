from __future__ import annotations

import pytest

from drafter.app.review import subject_of
from drafter.model import Emphasis, Note, Paragraph, Reference, Resolution, Style, Text, query
from drafter.rules import Exchange, Finding, Fix, Replace, Rewrite, Severity, Spot, mended
from drafter.rules.mend import replaced
from tests import drafts

LINES = """
OP  *Requests* the Secretary-General to report;[^one]  {#first}
OP  *Decides* to act under {para:first}.  {#last}

[^one]: See resolution 1/2.
"""
FIRST = Spot("first", "body")


def _finding(*edits: Replace | Rewrite | Exchange) -> Finding:
    fix = Fix("Mend it", edits)
    return Finding("P201", Severity.ERROR, "1.", "operative", "odd", "", FIRST, fix=fix)


def _mend(*findings: Finding) -> tuple[Resolution, int]:
    result = mended(subject_of(drafts.resolution(LINES)), findings)
    return result.resolution, len(result.findings)


def _paragraph(resolution: Resolution, id_: str) -> Paragraph:
    block = next(site.block for site in query(resolution) if site.block.id == id_)
    assert isinstance(block, Paragraph)
    return block


def test_words_are_replaced_and_the_note_behind_them_stays() -> None:
    text = "Requests the Secretary-General to report;"
    mended_, count = _mend(_finding(Replace(FIRST, len(text) - 1, len(text), ".")))
    body = _paragraph(mended_, "first").body
    assert count == 1
    assert body[:2] == (
        Emphasis(Style.OPENING, (Text("Requests"),)),
        Text(" the Secretary-General to report."),
    )
    assert isinstance(body[2], Note)


def test_new_words_at_a_call_stand_before_the_note() -> None:
    text = "Requests the Secretary-General to report;"
    mended_, _ = _mend(_finding(Replace(FIRST, len(text), len(text), " and")))
    body = _paragraph(mended_, "first").body
    assert body[1] == Text(" the Secretary-General to report; and")
    assert isinstance(body[2], Note)


def test_new_words_take_the_style_of_those_they_replace() -> None:
    mended_, _ = _mend(_finding(Replace(FIRST, 0, 8, "Also requests")))
    assert _paragraph(mended_, "first").body[0] == Emphasis(Style.OPENING, (Text("Also requests"),))


def test_a_reference_takes_the_place_of_words() -> None:
    text = "Decides to act under paragraph 1 above."
    last = Spot("last", "body")
    subject = subject_of(drafts.resolution(LINES))
    line = subject.by_spot[last]
    assert line.plain == text
    assert replaced(line, [Replace(last, 0, 7, Reference("first"))])[0] == Emphasis(
        Style.OPENING, (Reference("first"),)
    )


def test_the_text_of_a_note_is_mended_in_the_text_that_calls_it() -> None:
    note = next(iter(subject_of(drafts.resolution(LINES)).notes))
    mended_, _ = _mend(
        _finding(Replace(Spot(note.id, "note"), 0, 3, "Cf.")),
        _finding(Replace(FIRST, 0, 8, "Asks")),
    )
    body = _paragraph(mended_, "first").body
    assert body[0] == Emphasis(Style.OPENING, (Text("Asks"),))
    assert isinstance(body[2], Note)
    assert body[2].body == (Text("Cf. resolution 1/2."),)


@pytest.mark.parametrize(
    "second",
    [
        Replace(FIRST, 8, 9, " "),
        Rewrite(FIRST, (Text("Other"),)),
        Exchange("first", ()),
    ],
)
def test_a_fix_that_meets_an_earlier_one_waits(second: Replace | Rewrite | Exchange) -> None:
    mended_, count = _mend(_finding(Replace(FIRST, 0, 8, "Asks")), _finding(second))
    assert count == 1
    assert _paragraph(mended_, "first").body[0] == Emphasis(Style.OPENING, (Text("Asks"),))


def test_a_fix_is_applied_whole_or_not_at_all() -> None:
    last = Spot("last", "body")
    both = _finding(Replace(last, 0, 7, "Resolves"), Replace(FIRST, 0, 8, "Begs"))
    mended_, count = _mend(_finding(Replace(FIRST, 0, 8, "Asks")), both)
    assert count == 1
    assert _paragraph(mended_, "last").body[0] == Emphasis(Style.OPENING, (Text("Decides"),))


def test_texts_outside_blocks_are_mended_by_their_place_among_their_like() -> None:
    lines = "kind: resolution\nagenda: Item 1\nagenda: Item 2\nCLOSING  1st meeting\nCLOSING  May"
    subject = subject_of(drafts.resolution(lines))
    finding = _finding(
        Replace(Spot("", "agenda", 1), 5, 6, "3"), Replace(Spot("", "line", 1), 0, 3, "June")
    )
    result = mended(subject, [finding]).resolution
    assert [item.line for item in result.masthead.agenda] == [(Text("Item 1"),), (Text("Item 3"),)]
    assert result.parts[0].closing == ((Text("1st meeting"),), (Text("June"),))
