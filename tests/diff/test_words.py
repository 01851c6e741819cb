from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.diff import Area, Mark, Unit
from drafter.diff.tokens import Coder, plain, tokens
from drafter.diff.words import Compared, compare_words
from drafter.diff.wordwise import wordwise

SIGNS = {Mark.EQUAL: "{}", Mark.DELETE: "[-{}-]", Mark.INSERT: "{{+{}+}}"}


def unit(text: str) -> Unit:
    return Unit(0, "", "", Area.OPERATIVE, text)


def shown(compared: Compared) -> str:
    return "".join(SIGNS[words.mark].format(words.text) for words in compared.words)


def compared(old: str, new: str) -> Compared:
    return compare_words([unit(t) for t in old.split("|")], [unit(t) for t in new.split("|")])


@pytest.mark.parametrize(
    ("old", "new", "marks"),
    [
        ("Meets at noon;", "Meets at dusk;", "Meets at [-noon-]{+dusk+};"),
        ("the Parties, and States;", "the Parties;", "the Parties[-, and States-];"),
        ("States, such as A;", "States that hold A;", "States[-, such as-]{+ that hold+} A;"),
        ("on 14\u00a0May;", "on 20\u00a0May;", "on [-14-]{+20+}\u00a0May;"),
        ("resolution 62/209 of", "resolution 62/210 of", "resolution [-62/209-]{+62/210+} of"),
        ("is well-known;", "is unknown;", "is [-well-known-]{+unknown+};"),
        ("boats and sails, and to meet;", "boats and sails;|To meet;",
         "boats and sails[-, and to-]{+;\nTo+} meet;"),
        ("A, B and C;", "A, B, B and C;", "A, {+B, +}B and C;"),
        ("大会决定召开会议。", "大会决定延期会议。", "大会决定[-召开-]{+延期+}会议。"),
    ],
)  # fmt: skip
def test_marks_are_whole_words_with_their_spaces(old: str, new: str, marks: str) -> None:
    assert shown(compared(old, new)) == marks


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("non-governmental", "non\u2011governmental"),
        ('the "boats" of 1 May', "the “boats” of 1\u00a0May"),
        ("from 1-3 May", "from 1–3 May"),
        ("the  boats", "the boats"),
    ],
)
def test_typography_is_told_and_not_marked(old: str, new: str) -> None:
    assert compared(old, new).equal
    assert compared(old, new).typographic
    assert shown(compared(old, new)) == new


def test_the_closing_sign_is_not_marked() -> None:
    assert compared("Decides to meet;", "Decides to meet.").equal
    assert not compared("Decides to meet;", "Decides to meet.").typographic


def test_chance_words_between_two_rewordings_are_not_left_as_crumbs() -> None:
    old = "takes note of the useful work of the old harbour board on ice;"
    new = "welcomes with great joy of the recent opening and the lasting peace on ice;"
    assert shown(compared(old, new)).count("[-") == 1


@given(st.text("ab c,.;-\n\u00a0", max_size=30), st.text("ab c,.;-\n\u00a0", max_size=30))
def test_equal_and_inserted_words_are_the_new_text(old: str, new: str) -> None:
    words = compare_words([unit(old)], [unit(new)]).words
    assert "".join(w.text for w in words if w.mark is not Mark.DELETE) == new


@given(st.text("abcd", max_size=40), st.text("abcd", max_size=40))
def test_the_difference_leads_from_one_text_to_the_other(left: str, right: str) -> None:
    steps = wordwise(left, right)
    assert "".join(codes for sign, codes in steps if sign <= 0) == left
    assert "".join(codes for sign, codes in steps if sign >= 0) == right


def test_long_texts_are_cut_and_still_lead_from_one_to_the_other() -> None:
    left = "".join(chr(0x4E00 + n) for n in range(4000))
    right = left[:100] + "x" + left[150:2000] + left[2100:]
    steps = wordwise(left, right)
    assert "".join(codes for sign, codes in steps if sign <= 0) == left
    assert "".join(codes for sign, codes in steps if sign >= 0) == right
    assert sum(len(codes) for sign, codes in steps if sign) == 151


def test_words_are_cut_where_a_reader_cuts_them() -> None:
    text = "Recalling A/63/741, chap. I, and E.78.II.A.11 (the “report”)"
    assert [token.key for token in tokens(unit(text))] == [
        *("Recalling", "A/63/741", ",", "chap", ".", "I", ",", "and", "E.78.II.A.11", "("),
        *("the", '"', "report", '"', ")"),
    ]


def test_plain_text_keeps_every_offset() -> None:
    text = "«\u00a0non\u2011paper\u00a0» – “boats”"
    assert len(plain(text)) == len(text)


def test_equal_texts_have_equal_codes() -> None:
    coder = Coder()
    assert coder.encode(unit("Decides “so”;")) == coder.encode(unit('Decides "so".'))
    assert coder.encode(unit("Decides")) != coder.encode(unit("Requests"))
