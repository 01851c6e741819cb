"""Papers as students of a Model United Nations type them: no styles, a head that labels itself."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.document import Document

from drafter.formats.word import read
from drafter.model import Heading, Paragraph, Resolution, Role, Submission, plain_text
from drafter.model.invariants import faults
from drafter.numbering import number
from drafter.report import Read

HEAD = {
    "Sponsors": "France, Kenya and Bosnia and Herzegovina",
    "Signatories": "Japan, Chile, Norway",
    "Committee": "Second Committee",
    "Topic": "Access to clean water",
}
ASKS = ("Calls upon all States to mend wells;", "Decides to meet again.")


def of(document: Document) -> Read[Resolution]:
    out = BytesIO()
    document.save(out)
    result = read(out.getvalue())
    assert faults(result.value) == ()
    return result


def with_preamble(document: Document) -> Document:
    document.add_paragraph("The General Assembly,")
    document.add_paragraph("Recalling its resolution 1/1 on wells,")
    return document


def plain() -> Document:
    document = docx.Document()
    for label, words in HEAD.items():
        document.add_paragraph(f"{label}: {words}")
    return with_preamble(document)


def word_lists() -> Document:
    document = plain()
    for words in ASKS:
        document.add_paragraph(words, style="List Number")
    return document


def typed_numbers() -> Document:
    document = plain()
    for place, words in enumerate(ASKS, 1):
        document.add_paragraph(f"{place}. {words}")
    return document


def bold_labels() -> Document:
    document = docx.Document()
    for label, words in HEAD.items():
        line = document.add_paragraph()
        line.add_run(f"{label}:").bold = True
        line.add_run(f" {words}")
    with_preamble(document)
    for place, words in enumerate(ASKS, 1):
        document.add_paragraph(f"{place}. {words}")
    return document


def one_block() -> Document:
    document = docx.Document()
    document.add_paragraph("\n".join(f"{label}: {words}" for label, words in HEAD.items()))
    with_preamble(document)
    for place, words in enumerate(ASKS, 1):
        document.add_paragraph(f"{place}. {words}")
    return document


def underlined_openings() -> Document:
    document = docx.Document()
    for label, words in HEAD.items():
        document.add_paragraph(f"{label.upper()} : {words}")
    with_preamble(document)
    for words in ASKS:
        first, _, rest = words.partition(" ")
        line = document.add_paragraph(style="List Number")
        line.add_run(first).underline = True
        line.add_run(f" {rest}")
    return document


PAPERS = (word_lists, typed_numbers, bold_labels, one_block, underlined_openings)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_head_of_a_paper_goes_where_it_belongs(paper: Callable[[], Document]) -> None:
    result = of(paper())
    value = result.value
    assert isinstance(value.origin, Submission)
    assert [plain_text(name) for name in value.origin.sponsors] == [
        "France",
        "Kenya",
        "Bosnia and Herzegovina",
    ]
    assert plain_text(value.title) == "Access to clean water"
    assert value.masthead.committee == "second-committee"
    assert "Japan, Chile, Norway" in "".join(notice.text for notice in result.notices)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_paragraphs_of_a_paper_are_read(paper: Callable[[], Document]) -> None:
    value = of(paper()).value
    (part,) = value.parts
    assert [block.role for block in part.preamble if isinstance(block, Paragraph)] == [
        Role.PREAMBULAR
    ]
    asked = [block for block in part.operative if isinstance(block, Paragraph)]
    assert [plain_text(block.body) for block in asked] == list(ASKS)
    labels = number(value)
    assert [labels.label(block.id).strip(".)") for block in asked] == ["1", "2"]


def test_a_committee_that_is_not_known_is_told() -> None:
    document = docx.Document()
    document.add_paragraph("Committee: Historical Crisis Cabinet")
    result = of(with_preamble(document))
    assert result.value.masthead.committee == ""
    assert "Committee: Historical Crisis Cabinet" in [notice.text for notice in result.notices]


def test_a_heading_above_the_first_operative_paragraph_is_no_part_of_the_preamble() -> None:
    document = with_preamble(docx.Document())
    document.add_paragraph().add_run("Mending of wells").bold = True
    for place, words in enumerate(ASKS, 1):
        document.add_paragraph(f"{place}. {words}")
    (part,) = of(document).value.parts
    assert [type(block) for block in part.preamble] == [Paragraph]
    assert [type(block) for block in part.operative] == [Heading, Paragraph, Paragraph]


@pytest.mark.parametrize(
    "kind", ["DRAFT RESOLUTION", "Draft resolution 1.2", "Preambulatory clauses"]
)
def test_a_line_that_only_says_what_follows_is_no_title(kind: str) -> None:
    document = docx.Document()
    document.add_paragraph(kind)
    document.add_paragraph("Wells for all")
    result = of(with_preamble(document))
    assert plain_text(result.value.title) == "Wells for all"
    assert kind in [notice.text for notice in result.notices]
