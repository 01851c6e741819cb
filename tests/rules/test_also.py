from __future__ import annotations

from tests.drafts import fixed, told

LAST = "OP  *Decides* to remain seized of the matter."


def test_an_inserted_paragraph_shifts_the_row_behind_it() -> None:
    lines = (
        "PP  *Recalling* the lamp,\nPP  *Recalling* the horn,\nPP  *Recalling also* the bell,\n"
        "PP  *Recalling further* the boat,\nPP  *Recalling* the rope,"
    )
    assert fixed(lines, "A") == (
        "PP  *Recalling* the lamp,\nPP  *Recalling also* the horn,\n"
        "PP  *Recalling further* the bell,\nPP  *Recalling* the boat,\n"
        "PP  *Recalling also* the rope,"
    )


def test_another_addressee_asks_for_nothing() -> None:
    lines = f"OP  *Invites* Governments to light it;\nOP  *Invites* all ships to see it;\n{LAST}"
    assert told(lines, "A") == []


def test_an_aside_does_not_hide_the_addressee() -> None:
    lines = (
        "OP  *Requests* the Secretary-General, within existing resources, to light it;\n"
        f"OP  *Requests*, in this regard, the Secretary-General to keep it;\n{LAST}"
    )
    assert [line[:7] for line in told(lines, "A")] == ["A303 2."]


def test_further_efforts_are_no_further() -> None:
    lines = f"OP  *Notes* the lamp;\nOP  *Encourages* further efforts to light it;\n{LAST}"
    assert told(lines, "A") == []


def test_the_word_behind_the_marked_ones_is_found_and_moved() -> None:
    lines = f"OP  *Welcomes* the lamp;\nOP  *Welcomes* also the horn;\n{LAST}"
    assert (
        fixed(lines, "A305") == f"OP  *Welcomes* the lamp;\nOP  *Also welcomes* the horn;\n{LAST}"
    )


def test_a_heading_begins_a_new_row() -> None:
    lines = f"### Lamps\nOP  *Notes* the lamp;\n### Horns\nOP  *Notes* the horn;\n{LAST}"
    assert told(lines, "A") == []


def test_the_word_goes_inside_a_phrase_that_is_known_so() -> None:
    lines = "PP  *Noting with concern* the dark,\nPP  *Noting with concern* the fog,"
    assert fixed(lines, "A") == (
        "PP  *Noting with concern* the dark,\nPP  *Noting with concern also* the fog,"
    )
