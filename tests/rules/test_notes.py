from __future__ import annotations

from tests.drafts import fixed, told

NOTE = "\n[^a]: A/63/741."


def test_all_notes_called_at_one_place_move_together() -> None:
    lines = f"PP  *Noting* the reports[^a][^b], and more,\n{NOTE}\n[^b]: A/63/742."
    assert "the reports,[^a][^b] and more," in fixed(lines, "N503")


def test_french_notes_are_called_before_the_mark() -> None:
    lines = f"language: fr\nENACTING  *L’Assemblée générale*,\nPP  *Notant* le rapport,[^a]\n{NOTE}"
    assert "le rapport[^a]," in fixed(lines, "N503")


def test_the_end_of_an_address_is_told_and_not_mended() -> None:
    lines = "PP  *Noting* the lamps,[^a]\n\n[^a]: Available at https://example.org/lamps"
    assert told(lines, "N505") == ["N505 1: a note ends with a full stop"]
    assert fixed(lines, "N505").endswith("https://example.org/lamps")


def test_a_mark_may_be_repeated_where_the_old_habit_holds() -> None:
    lines = f"PP  *Noting* the report,[^a]\nPP  *Welcoming* it,{{mark:a}}\n{NOTE}"
    assert told(lines, "N510") == ["N510 PP2: the mark 1 is repeated"]
    assert told(lines, "N510", **{"note-policy": "old"}) == []
    assert told(f"date: 2009-10-07\n{lines}", "N510") == []


def test_the_new_note_has_the_words_of_the_one_whose_mark_was_repeated() -> None:
    lines = f"PP  *Noting* the report,[^a]\nPP  *Welcoming* it,{{mark:a}}\n{NOTE}"
    assert fixed(lines, "N510").count("A/63/741.") == 2


def test_an_explanation_may_repeat_its_words() -> None:
    lines = (
        "PP  *Noting* the lamps,[^a]\nPP  *Welcoming* the horns,[^b]\n\n"
        "[^a]: Details will follow.\n[^b]: Details will follow."
    )
    assert told(lines, "N509") == []


def test_the_first_note_of_a_text_may_be_the_second_of_its_document() -> None:
    lines = 'PP  *Noting* the lamps,[^a]\n\n[^a]: A/63/741.  {{# mark="{}"}}'
    assert told(lines.format(2), "N502") == []
    assert len(told(lines.format(3), "N502")) == 1
