from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    "words",
    [
        "paragraphs {a} and {b} above",
        "paragraphs {a}, {b} and {c} above",
        "paragraphs {a} to {c} of the present resolution",
        "section {d} above",
    ],
)
def test_each_number_of_several_can_follow(words: str) -> None:
    numbers = {"a": "1", "b": "2", "c": "3", "d": "I"}
    live = {name: f"{{para:{name} bare}}" for name in numbers}
    head = "SECTION\n  # Lamps  {#d numbered}\n"
    head += "".join(f"  OP  *Notes* the lamps;  {{#{name}}}\n" for name in "abc")
    lines = f"{head}OP  *Recalls* {words.format_map(numbers)};\n{LAST}"
    assert words.format_map(live) in fixed(lines, "R606")


def test_a_sub_paragraph_of_the_same_paragraph_can_follow() -> None:
    lines = (
        "OP  *Decides*:\n  -  To light lamps;  {#lamps}\n"
        f"  -  To clean the lamps of subparagraph (a) above;\n{LAST}"
    )
    assert "lamps of {para:lamps};" in fixed(lines, "R606")


def test_numbers_of_which_one_is_not_there_are_no_offer() -> None:
    lines = f"{FIRST}\nOP  *Recalls* paragraphs 1 and 8 above;\n{LAST}"
    assert told(lines, "R606") == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "les paragraphes 1 et 2 de la présente résolution"),
        ("fr", "le paragraphe 1 ci-dessus"),
        ("es", "los párrafos 1 y 2 supra"),
    ],
)
def test_references_are_found_in_french_and_spanish(language: str, words: str) -> None:
    lines = f"language: {language}\n{FIRST}\n{FIRST}\nOP  *Rappelle* {words};\n{LAST}"
    assert [told(lines, code) != [] for code in ("R604", "R605", "R606")] == [False, False, True]


def test_an_annex_can_refer_to_the_resolution() -> None:
    lines = (
        f"{FIRST}  {{#lamps}}\n{LAST}\n"
        "ANNEX  Rules\nOP  Keepers do not sleep.\nOP  Paragraph 1 of the present resolution holds."
    )
    assert told(lines, "R604") == []
    assert "{para:lamps bare} of the present resolution" in fixed(lines, "R606")
