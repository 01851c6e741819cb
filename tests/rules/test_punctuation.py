from __future__ import annotations

import re

import pytest

from tests.drafts import fixed, told

LAST = "OP  *Decides* to remain seized of the matter."


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("PP  *Noting* the lamp;", "PP  *Noting* the lamp,"),
        ("PP  *Noting* the lamp", "PP  *Noting* the lamp,"),
        ("PP  *Noting* the lamp.", "PP  *Noting* the lamp,"),
        ("PP  *Noting* the “lamp”;", "PP  *Noting* the “lamp”,"),
    ],
)
def test_a_preambular_paragraph_ends_with_a_comma(wrong: str, right: str) -> None:
    assert fixed(wrong, "P202") == right


def test_a_note_behind_the_mark_stays_behind_it() -> None:
    wrong = "PP  *Noting* the lamp.[^lamp]\n[^lamp]: See A/99/1."
    assert fixed(wrong, "P202") == "PP  *Noting* the lamp,[^lamp]\n[^lamp]: See A/99/1."


def test_a_mark_inside_a_quotation_that_ends_the_text_is_left_alone() -> None:
    assert told("PP  *Noting* the words “Light the lamp.”", "P202") == []


def test_the_french_semicolon_takes_its_space_with_it() -> None:
    lines = (
        "language: fr\nENACTING  *L’Assemblée générale*,\nPP  *Notant* la lampe,\n"
        "OP  *Prie* les États,\nOP  *Décide* de rester saisie\u00a0;"
    )
    assert fixed(lines, "P").splitlines()[-2:] == [
        "OP  *Prie* les États\u00a0;",
        "OP  *Décide* de rester saisie.",
    ]


def test_marks_of_arabic_and_chinese_are_their_own() -> None:
    arabic = "language: ar\nENACTING  *إن الجمعية العامة*،\nPP  *إذ تشير* إلى المصباح،"
    chinese = "language: zh\nENACTING  *大会*，\nPP  *回顾*灯塔，"
    assert told(arabic, "P202") == []
    assert told(chinese, "P202") == []
    assert [line[:8] for line in told(chinese.removesuffix("，") + "；", "P202")] == ["P202 PP1"]


def test_a_row_of_wrong_ends_is_one_finding_and_mended_as_one() -> None:
    lines = "OP  *Notes* a lamp,\nOP  *Welcomes* a horn,\nOP  *Stresses* a bell,\n" + LAST
    assert told(lines, "P203") == [
        "P203 1.: an operative paragraph ends with ';', not ','; 2 more do not: 2, 3"
    ]
    assert fixed(lines, "P203") == lines.replace(",\n", ";\n")


def test_many_wrong_ends_are_one_finding_that_names_them() -> None:
    ends = ".;,.;,."
    lines = "".join(f"PP  *Noting* lamp {n}{end}\n" for n, end in enumerate(ends)) + LAST
    assert told(lines, "P202") == [
        "P202 PP1: a preambular paragraph ends with ',', not '.'; 4 more do not: PP2, PP4, PP5, PP7"
    ]
    assert fixed(lines, "P202") == re.sub(r"[.;]\n", ",\n", lines)


def test_the_last_item_of_a_list_in_the_preamble_may_end_with_a_semicolon() -> None:
    lines = f"PP  *Noting*:\n  -  The lamp;\n  -  The horn;\nPP  *Noting* the bell,\n{LAST}"
    assert told(lines, "P") == []


def test_the_items_of_a_paragraph_that_decides_nothing_may_end_in_any_mark() -> None:
    lines = f"OP  Several lamps are lit:\n  -  The red one;\n  -  The white one.\n{LAST}"
    assert told(lines, "P") == []


def test_the_only_paragraph_of_a_section_may_end_in_any_mark() -> None:
    section = "SECTION  {# restarts}\n  #  Lamps\n  OP  *Approves* the lamps,\n"
    assert told(section + section.replace("Lamps", "Horns") + LAST, "P") == []


def test_paragraphs_of_another_kind_behind_the_last_one_leave_it_its_semicolon() -> None:
    lines = "OP  *Notes* the lamp;\nOP  *Approves* the horn;\nTEXT  Approves the bell."
    assert told(lines, "P204") == []


def test_the_last_sub_paragraph_of_all_ends_with_the_full_stop() -> None:
    lines = "OP  *Notes* the lamp;\nOP  *Decides*:\n  -  To light it;\n  -  To keep it;"
    assert told(lines, "P") == ["P204 2. (b): the last operative paragraph ends with '.', not ';'"]


def test_a_colon_before_a_table_is_right() -> None:
    lines = f"OP  *Adopts* the list below:\nTABLE\n  | Lamp |\n{LAST}"
    assert told(lines, "P203") == []


@pytest.mark.parametrize("end", ["; and", " and", " and;", ", or", "; AND"])
def test_no_word_joins_the_last_two_sub_paragraphs(end: str) -> None:
    lines = f"OP  *Urges* all:\n  -  To light it{end}\n  -  To keep it;\n{LAST}"
    mended = fixed(lines, "P")
    assert mended == f"OP  *Urges* all:\n  -  To light it;\n  -  To keep it;\n{LAST}"


def test_an_abbreviation_keeps_its_full_stop_before_the_mark() -> None:
    assert told(f"OP  *Notes* lamps, horns, etc.;\n{LAST}", "P208") == []


def test_decisions_are_not_asked_for_their_marks() -> None:
    assert told("kind: decision\nPP  *Noting* the lamp.", "P") == []
