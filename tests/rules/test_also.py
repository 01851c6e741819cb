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


def test_a_narrowed_addressee_is_another_one() -> None:
    narrow = "States that have not yet done so"
    lines = f"OP  *Urges* {narrow} to light it;\nOP  *Urges* States to keep it;\n{LAST}"
    assert told(lines, "A") == []
    again = lines.replace("Urges* States to", f"Urges* {narrow} to")
    assert [line[:7] for line in told(again, "A")] == ["A303 2."]


def test_a_section_is_a_row_of_its_own() -> None:
    section = "SECTION\n  #  Lamps\n  OP  *Notes* the lamp;\n"
    assert told(f"OP  *Notes* the horn;\n{section}{LAST}", "A") == []
    more = f"OP  *Notes* the horn;\n{section}  OP  *Notes* the bell;\n{LAST}"
    assert [line[:7] for line in told(more, "A")] == ["A302 3."]


def test_also_may_take_up_a_verb_in_another_form() -> None:
    lines = f"OP  *Requests* a lamp;\nOP  *Also reiterates its request* for a horn;\n{LAST}"
    assert told(lines, "A304") == []


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
