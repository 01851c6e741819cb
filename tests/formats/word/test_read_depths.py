"""Lists as strangers make them in Word: figures all the way down, a preamble in a list."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from drafter.formats.word import read
from drafter.model import Paragraph, Resolution, Role, plain_text, query
from drafter.model.invariants import faults
from drafter.numbering import number
from drafter.report import Kind, Read

LIST = "77"
ASKS = (
    (0, "Calls upon all States to mend wells;"),
    (0, "Requests the Secretary-General:"),
    (1, "To count all wells:"),
    (2, "In cities;"),
    (2, "In villages;"),
    (1, "To report;"),
    (0, "Also requests the President:"),
    (1, "To listen."),
)
OUTLINE = [
    ("1.", "Calls upon all States to mend wells;"),
    ("2.", "Requests the Secretary-General:"),
    ("(a)", "To count all wells:"),
    ("(i)", "In cities;"),
    ("(ii)", "In villages;"),
    ("(b)", "To report;"),
    ("3.", "Also requests the President:"),
    ("(a)", "To listen."),
]


def element(tag: str, **values: str) -> Any:
    made: Any = OxmlElement(tag)
    for name, value in values.items():
        made.set(qn(f"w:{name}"), value)
    return made


def with_list(document: Document, levels: tuple[tuple[str, str], ...]) -> None:
    """Give a document a list of these levels: format and text."""
    abstract = element("w:abstractNum", abstractNumId=LIST)
    for place, (kind, words) in enumerate(levels):
        level = element("w:lvl", ilvl=str(place))
        level.append(element("w:start", val="1"))
        level.append(element("w:numFmt", val=kind))
        level.append(element("w:lvlText", val=words))
        abstract.append(level)
    made = element("w:num", numId=LIST)
    made.append(element("w:abstractNumId", val=LIST))
    numbering = document.part.numbering_part.element
    numbering.insert(0, abstract)
    numbering.append(made)


def listed(document: Document, words: str, level: int) -> None:
    properties = element("w:numPr")
    properties.append(element("w:ilvl", val=str(level)))
    properties.append(element("w:numId", val=LIST))
    document.add_paragraph(words)._p.get_or_add_pPr().append(properties)


def paper() -> Document:
    document = docx.Document()
    document.add_paragraph("The General Assembly,")
    document.add_paragraph("Recalling its resolution 1/1 on wells,")
    return document


def result_of(document: Document) -> Read[Resolution]:
    out = BytesIO()
    document.save(out)
    result = read(out.getvalue())
    assert faults(result.value) == ()
    return result


def outline(value: Resolution) -> list[tuple[str, str]]:
    """Label and words of every operative paragraph and what is in it."""
    labels = number(value)
    found = [
        (labels.label(site.block.id), plain_text(site.block.body))
        for site in query(value)
        if isinstance(site.block, Paragraph)
    ]
    return found[1:]


def printed(result: Read[Resolution]) -> list[str]:
    """The labels that Word prints and the value has not."""
    return [notice.text for notice in result.notices if notice.kind is Kind.NUMBER]


def test_paragraphs_numbered_2_1_stand_inside_paragraph_2() -> None:
    document = paper()
    with_list(document, (("decimal", "%1."), ("decimal", "%1.%2."), ("decimal", "%1.%2.%3.")))
    for level, words in ASKS:
        listed(document, words, level)
    result = result_of(document)
    assert outline(result.value) == OUTLINE
    assert printed(result) == ["2.1.", "2.1.1.", "2.1.2.", "2.2.", "3.1."]


def test_figures_below_figures_stand_inside_them() -> None:
    document = paper()
    with_list(document, (("decimal", "%1."), ("decimal", "%2."), ("decimal", "%3.")))
    for level, words in ASKS:
        listed(document, words, level)
    result = result_of(document)
    assert outline(result.value) == OUTLINE
    assert printed(result) == ["1.", "1.", "2.", "2.", "1."]


def test_words_own_style_list_number_2_is_an_inner_list() -> None:
    document = paper()
    for level, words in ASKS:
        document.add_paragraph(
            words, style=("List Number", "List Number 2", "List Number 3")[level]
        )
    assert outline(result_of(document).value) == OUTLINE


def test_letters_below_figures_stay_as_word_prints_them() -> None:
    document = paper()
    with_list(document, (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)")))
    for level, words in ASKS:
        listed(document, words, level)
    result = result_of(document)
    assert outline(result.value) == OUTLINE
    assert printed(result) == []


def test_a_list_that_begins_at_words_second_level_has_operative_paragraphs() -> None:
    document = paper()
    with_list(document, (("decimal", "%1."), ("decimal", "%2.")))
    listed(document, "Calls upon all States to mend wells;", 1)
    listed(document, "Decides to meet again.", 1)
    result = result_of(document)
    assert [label for label, _ in outline(result.value)] == ["1.", "2."]
    assert printed(result) == []


def test_figures_below_roman_headings_are_operative_paragraphs() -> None:
    document = paper()
    with_list(document, (("upperRoman", "%1."), ("decimal", "%2.")))
    listed(document, "Wells", 0)
    listed(document, "Calls upon all States to mend wells;", 1)
    listed(document, "Decides to meet again.", 1)
    assert [label for label, _ in outline(result_of(document).value)] == ["1.", "2."]


@pytest.mark.parametrize("level", [("upperRoman", "%1."), ("decimal", "%1."), ("bullet", "o")])
def test_a_preamble_that_word_numbers_is_a_preamble(level: tuple[str, str]) -> None:
    document = docx.Document()
    document.add_paragraph("The General Assembly,")
    with_list(document, (level,))
    listed(document, "Recalling its resolution 1/1 on wells,", 0)
    listed(document, "Noting with concern the state of wells,", 0)
    for words in ("Calls upon all States to mend wells;", "Decides to meet again."):
        document.add_paragraph(words, style="List Number")
    result = result_of(document)
    (part,) = result.value.parts
    assert [(b.role, b.label) for b in part.preamble if isinstance(b, Paragraph)] == [
        (Role.PREAMBULAR, None),
        (Role.PREAMBULAR, None),
    ]
    assert [label for label, _ in outline(result.value)] == ["", "1.", "2."]
    assert len(printed(result)) == len(part.preamble)


def test_the_hollow_bullet_of_word_is_no_row_of_a_table() -> None:
    document = paper()
    with_list(document, (("decimal", "%1."), ("bullet", "o")))
    listed(document, "Requests the Secretary-General:", 0)
    listed(document, "To listen;", 1)
    listed(document, "To speak.", 1)
    labels = [label for label, _ in outline(result_of(document).value)]
    assert labels == ["1.", "◦", "◦"]
