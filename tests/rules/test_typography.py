from __future__ import annotations

import pytest

from tests.drafts import fixed, told


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ('the themes "Light" and "Horn"', "the themes “Light” and “Horn”"),
        ("the keeper's lamps", "the keeper’s lamps"),
        ("5% of lamps and 3.5 percent of horns", "5 per cent of lamps and 3.5 per cent of horns"),
        ("the storm of December 9th, 2007", "the storm of 9 December 2007"),
        ("the meeting of 5-13 September 1994", "the meeting of 5–13 September 1994"),
        ("the lamps of of ships", "the lamps of ships"),
    ],
)
def test_a_sign_is_mended(wrong: str, right: str) -> None:
    assert fixed(f"PP  *Noting* {wrong},", "T") == f"PP  *Noting* {right},"


@pytest.mark.parametrize(
    "words",
    [
        "the report in A/57/759-S/2003/332",
        "that that lamp was lit",
        "the address https://example.org/a%20b,c-1-2.html",
        "Act No. 2010-2 on lamps",
        "3.5 million lamps, 10,000 horns and 1,000 bells",
    ],
)
def test_signs_that_are_right_are_left_alone(words: str) -> None:
    assert told(f"PP  *Noting* {words},", "T") == []


def test_a_quotation_mark_without_a_partner_is_told_and_not_mended() -> None:
    lines = 'PP  *Noting* the theme "Light for all,'
    assert told(lines, "T701") == ["T701 PP1: quotation marks are “ and ”; this one has no partner"]
    assert fixed(lines, "T701") == lines


def test_french_quotation_marks_hold_a_no_break_space() -> None:
    lines = 'language: fr\nENACTING  *L’Assemblée générale*,\nPP  *Notant* le thème "Phares",'
    assert "«\u00a0Phares\u00a0»" in fixed(lines, "T701")


def test_a_text_with_plain_blanks_only_is_left_alone() -> None:
    assert told("PP  *Recalling* the storms of 3 May 1990 and 4 May 1991,", "T712") == []


@pytest.mark.parametrize(
    ("language", "wrong", "right"),
    [
        ("fr", "la devise «Lumière»,", "la devise «\u00a0Lumière\u00a0»,"),
        ("fr", "la devise « Lumière » et", "la devise «\u00a0Lumière\u00a0» et"),
        ("fr", "l'accord", "l’accord"),
        ("fr", "35% des phares", "35\u00a0% des phares"),
        ("es", "el 35 por ciento de los faros", "el 35\u00a0% de los faros"),
        ("es", 'el lema "Luz"', "el lema “Luz”"),
    ],
)
def test_signs_of_french_and_spanish_are_mended(language: str, wrong: str, right: str) -> None:
    lines = f"language: {language}\nPP  *Notant* {wrong} rouges,"
    assert f"\nPP  *Notant* {right} rouges,\n" in fixed(lines, "T") + "\n"
