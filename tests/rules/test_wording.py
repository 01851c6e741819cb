from __future__ import annotations

import pytest

from tests.drafts import fixed, told


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("organise and reorganise lamps", "organize and reorganize lamps"),
        ("to improve the Organisation of lamps", "to improve the Organisation of lamps"),
        ("light the centers of Ivory Coast", "light the centres of Côte d’Ivoire"),
        ("inform the Under Secretary-General", "inform the Under-Secretary-General"),
        ("inform all UN bodies", "inform all United Nations bodies"),
    ],
)
def test_a_word_is_written_as_the_united_nations_writes_it(wrong: str, right: str) -> None:
    lines = "OP  *Requests* all States to {};"
    assert fixed(lines.format(wrong), "W") == lines.format(right)


@pytest.mark.parametrize(
    "words",
    [
        "exercise, advise, comprise, revise and supervise",
        "join the Organisation for Economic Co-operation and Development",
        "read “How to organise lamps”",
        "follow UN-Women and UN-Habitat",
        "thank the member States of the African Union",
        "visit the Republic of Moldova and Venezuela (Bolivarian Republic of)",
    ],
)
def test_what_is_right_is_left_alone(words: str) -> None:
    assert told(f"OP  *Requests* all States to {words};", "W") == []


def test_a_word_is_told_once() -> None:
    lines = "OP  *Requests* all States to organise lamps;\nOP  *Urges* ships to organise horns;"
    assert told(lines, "W751") == ["W751 1.: 'organise' is written 'organize'; 1 more such"]


def test_a_text_that_writes_ise_throughout_has_one_finding() -> None:
    words = ("organise", "recognise", "finalise", "authorise", "emphasise")
    lines = "OP  *Notes* that they " + ", ".join(words) + " and organise lamps."
    said = "'organise' is written 'organize'; 1 more such; so are 4 other words in -ise"
    others = "'recognise', 'finalise', 'authorise', 'emphasise'"
    assert told(lines, "W751") == [f"W751 : {said}: {others}"]
    assert fixed(lines, "W751") == lines.replace("ise", "ize")


def test_an_abbreviated_organ_before_a_number_is_the_finding_of_another_rule() -> None:
    lines = "PP  *Recalling* UNSC resolution 1325 (2000) and the report of the GA,"
    assert told(lines, "W754") == ["W754 PP1: 'GA': written 'General Assembly'"]
