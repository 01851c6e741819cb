from __future__ import annotations

import pytest

from drafter.commands import run
from drafter.model import Role
from drafter.rules import negotiating
from drafter.shell.counts import WORD_LIMIT, Counts, counts, told
from drafter.shell.display import Page, renumbered, shown
from drafter.shell.highlight import command_line, running
from drafter.shell.toolbar import Bar, bar_of, toolbar
from tests.shells import made

STATE = made()
BAR = Bar("south-south.draft", Counts(9, 12, 6, 812), 2, unsaved=True)


def text(pieces: list[tuple[str, str]]) -> str:
    return "".join(words for _, words in pieces)


def test_the_toolbar_tells_all_where_there_is_room() -> None:
    assert text(toolbar(BAR, 100)) == (
        " south-south.draft | unsaved | 9 pp 12 op | 6 notes | 812/3,300 words | 2 problems"
        " | F1 help"
    )


def test_the_limit_of_words_is_that_of_the_rule() -> None:
    assert WORD_LIMIT == negotiating.WORD_LIMIT


@pytest.mark.parametrize("columns", range(20, 121, 5))
def test_the_toolbar_fits_and_keeps_the_file(columns: int) -> None:
    shown_ = text(toolbar(BAR, columns))
    assert len(shown_) <= columns
    assert "south-south.draft" in shown_


def test_a_narrow_toolbar_keeps_what_matters_most() -> None:
    assert text(toolbar(BAR, 44)) == " south-south.draft | unsaved | 9 pp 12 op"


def test_a_name_that_steers_the_terminal_does_not_reach_it() -> None:
    state = made(path="evil\x1b[2J.draft")
    assert "\x1b" not in text(toolbar(bar_of(state, Counts(), 0), 100))


def test_words_notes_and_paragraphs_are_counted() -> None:
    state, _ = run('note add pp 1 "See A/60/1."', STATE)
    found = counts(state.resolution)
    assert (found.preambular, found.operative, found.notes) == (2, 3, 1)
    assert found.words == counts(STATE.resolution).words + 4
    assert [told(count, "note") for count in (0, 1, 2)] == ["no notes", "1 note", "2 notes"]


def test_what_a_change_renumbers_is_told_in_runs() -> None:
    state, _ = run("delete op 1", STATE)
    assert renumbered(STATE, state) == ("op 2 to op 3 are now op 1 to op 2",)


def test_items_that_move_with_their_holder_are_not_told() -> None:
    state, _ = run("move op 1 after op 3", STATE)
    assert renumbered(STATE, state) == ("op 1 is now op 3", "op 2 to op 3 are now op 1 to op 2")


def test_items_that_move_by_themselves_are_told() -> None:
    state, _ = run("delete op 1 (a)", STATE)
    assert renumbered(STATE, state) == ("op 1 (b) is now op 1 (a)",)


def test_a_paragraph_is_shown_with_its_label_of_the_whole_draft() -> None:
    (id_,) = [id_ for text_, id_ in STATE.addresses.ids.items() if text_ == "op 2"]
    assert shown(STATE, (id_,), Page(80)) == [
        "2.    Invites Member States to consider paragraph 1 above;"
    ]


def test_notes_are_shown_with_the_paragraph_that_calls_them_or_alone() -> None:
    state, _ = run('note add pp 1 "See A/60/1."', STATE)
    ids = state.addresses.ids
    assert shown(state, (ids["note 1"],), Page(80))[-1] == "1     See A/60/1."
    assert shown(state, (ids["pp 1"],), Page(80))[-1] == "1     See A/60/1."


def test_brackets_and_marks_of_notes_stand_out_on_a_painted_page() -> None:
    state, _ = run('note add pp 2 "See A/60/1."', STATE)
    id_ = state.addresses.ids["pp 2"]
    (line, *_) = shown(state, (id_,), Page(80, colour=True))
    assert "\x1b[1;33m[\x1b[22;39mand its annex\x1b[1;33m]\x1b[22;39m,\x1b[36m¹\x1b[39m" in line
    assert shown(state, (id_,), Page(80))[0] == (
        "PP2   Noting the report of the Secretary-General, [and its annex],¹"
    )


def test_every_line_that_is_shown_fits() -> None:
    for columns in (40, 60, 80):
        assert max(map(len, shown(STATE, (), Page(columns)))) <= columns


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        (
            "delete op 1 (a)",
            [("class:command", "delete"), ("", " "), ("class:address", "op 1 (a)")],
        ),
        ("frob", [("class:unknown", "frob")]),
        (
            "add pp Recalling also [60/1]",
            [
                ("class:command", "add"),
                ("", " pp "),
                ("class:opening", "Recalling also"),
                ("", " "),
                ("class:bracket", "["),
                ("", "60/1"),
                ("class:bracket", "]"),
            ],
        ),
        (
            'add op "Requests that',
            [
                ("class:command", "add"),
                ("", " op "),
                ("", '"'),
                ("class:opening", "Requests"),
                ("", " that"),
            ],
        ),
        ("", [("", "")]),
    ],
)
def test_a_line_is_painted_as_it_is_typed(line: str, pieces: list[tuple[str, str]]) -> None:
    assert command_line(line, STATE) == pieces


def test_opening_words_blanks_and_notes_are_painted_in_a_text() -> None:
    assert running("*Requests* {blank:what}[^crc]", Role.OPERATIVE, STATE) == [
        ("class:opening", "*Requests*"),
        ("", " "),
        ("class:blank", "{blank:what}"),
        ("class:note", "[^crc]"),
    ]


@pytest.mark.parametrize("line", ["add op Requests [a] {op 1} *b* session=81", "a  b", "add pp x"])
def test_painting_changes_no_sign(line: str) -> None:
    assert text(command_line(line, STATE)) == line
