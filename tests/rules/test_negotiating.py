from __future__ import annotations

from tests.drafts import told


def test_a_bracket_may_close_in_a_later_paragraph() -> None:
    lines = "PP  [*Noting* the light,\nPP  *Noting also* the lamp],"
    assert told(lines, "X801") == []


def test_a_bracket_without_a_partner_is_an_error() -> None:
    assert told("PP  *Noting* the [bright light,", "X801") == [
        "X801 PP1: the bracket [ has no partner"
    ]


def test_the_letter_of_an_item_in_running_text_needs_no_opening_bracket() -> None:
    assert told("PP  *Noting* that a) the lamp is lit, and b) the horn is heard,", "X802") == []


def test_brackets_and_blanks_are_at_home_in_a_draft() -> None:
    assert told("PP  *Noting* the [bright] light,", "X803") == []
    assert told("kind: resolution\nPP  *Noting* the [bright] light,", "X803") == [
        "X803 PP1: words in square brackets are left in a final text"
    ]


def test_a_roman_number_is_no_placeholder() -> None:
    lines = "PP  *Recalling* section XX of its resolution 2106 A (XX) and the XXIV Games,"
    assert told(lines, "X806") == []


def test_the_limit_of_words_can_be_set() -> None:
    assert told("PP  *Noting* the light,", "X807") == []
    assert told("PP  *Noting* the light,", "X807", **{"word-limit": 10})


def test_numbers_and_lines_of_forms_stand_for_nothing() -> None:
    form = "_" * 40
    assert told(f"PP  *Noting* decision IOC-XXX/11.1 and the form {form},", "X806") == []
    assert len(told("PP  *Noting* resolution XX/1, A/C.2/80/L.XX and ____,", "X806")) == 3
