from __future__ import annotations

from tests.drafts import fixed, told

FIRST = "OP  *Notes* the lamps;"
LAST = "OP  *Decides* to remain seized of the matter."


def test_a_typed_reference_becomes_a_live_one_with_the_same_words() -> None:
    lines = f"{FIRST}  {{#lamps}}\nOP  *Recalls* paragraph 1 above;\n{LAST}"
    assert "*Recalls* {para:lamps};" in fixed(lines, "R606")


def test_the_word_for_the_place_is_put_right() -> None:
    lines = f"{FIRST}\nOP  *Recalls* paragraph 1 below;\n{LAST}"
    assert "*Recalls* paragraph 1 above;" in fixed(lines, "R605")


def test_paragraphs_of_other_texts_are_no_references() -> None:
    lines = f"{FIRST}\nOP  *Recalls* paragraph 77 of its resolution 63/233;\n{LAST}"
    assert told(lines, "R") == []


def test_each_number_of_a_list_is_looked_for() -> None:
    lines = f"{FIRST}\nOP  *Recalls* paragraphs 1, 8 and 9 (a) above;\n{LAST}"
    assert told(lines, "R604") == [
        "R604 2.: there is no paragraph 8 in this text",
        "R604 2.: there is no paragraph 9 (a) in this text",
    ]


def test_a_sub_paragraph_is_found_by_its_chain() -> None:
    lines = (
        f"OP  *Urges* ships:\n  -  To light lamps;\nOP  *Recalls* paragraph 1 (a) above;\n{LAST}"
    )
    assert told(lines, "R604", "R605") == []
