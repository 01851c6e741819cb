"""Real Word files: no word of body, tables and notes is lost.

The words are taken from the XML here by other means than the reader's: `zipfile` and ElementTree,
every `w:t` of a paragraph put together, old content (`mc:Fallback`) left out.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from drafter.formats.word import read
from drafter.model import (
    Break,
    Inlines,
    Note,
    NoteMark,
    Resolution,
    Separator,
    Table,
    Text,
    passages,
    query,
    query_inlines,
)
from drafter.model.invariants import faults
from drafter.numbering import number
from drafter.report import Read
from tests.real import real_files

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
FILES = real_files("docx/*.docx")
pytestmark = pytest.mark.real


def source_words(path: Path) -> Counter[str]:
    """The words of body, footnotes and endnotes of a Word file."""
    with zipfile.ZipFile(path) as archive:
        names = {"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"}
        roots = [ET.fromstring(archive.read(n)) for n in names & set(archive.namelist())]  # noqa: S314 - trusted test data
    return Counter(word for root in roots for p in paragraphs(root) for word in words(p))


def paragraphs(element: ET.Element) -> Iterator[str]:
    """The text of every paragraph, that of paragraphs inside it (text boxes) on its own."""
    for child in element:
        if child.tag == FALLBACK:
            continue
        if child.tag == W + "p":
            yield "".join(signs(child))
        yield from paragraphs(child)


def signs(element: ET.Element) -> Iterator[str]:
    for child in element:
        if child.tag in (FALLBACK, W + "p", W + "txbxContent"):
            continue
        if child.tag == W + "t":
            yield child.text or ""
        elif child.tag in (W + "tab", W + "br", W + "footnoteReference"):
            yield " "
        elif child.tag == W + "noBreakHyphen":
            yield "\u2011"
        else:
            yield from signs(child)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def result_words(result: Read[Resolution]) -> Counter[str]:
    """The words of a value as printed, with those of its notices."""
    value = result.value
    found = [line(passage.text) for passage in passages(value)]
    found += [line(note.body) for p in passages(value) for note in called(p.text)]
    numbers = number(value)
    found += [numbers.label(site.block.id) for site in query(value)]
    found += [site.block.text for site in query(value) if isinstance(site.block, Separator)]
    masthead = value.masthead
    found += [value.number, masthead.symbol, masthead.session, masthead.job_number]
    found += [numbers.label(annex.id) for annex in value.annexes]
    found += [part.letter for part in value.parts]
    found += [notice.text for notice in result.notices]
    return Counter(word for text in found for word in words(text))


def called(inlines: Inlines) -> Iterator[Note]:
    return (inline for inline in query_inlines(inlines) if isinstance(inline, Note))


def line(inlines: Inlines) -> str:
    return "".join(sign(inline) for inline in inlines)


def sign(inline: object) -> str:
    match inline:
        case Text(text):
            return text
        case Break() | Note() | NoteMark():
            return " "
        case _:
            return line(getattr(inline, "body", ()))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_word_is_in_the_value_or_in_a_notice(path: Path) -> None:
    result = read(path.read_bytes())
    missing = source_words(path) - result_words(result)
    # The masthead's printed names have become data: "United Nations", "Distr.: General", dates.
    known = Counter(words(MASTHEAD))
    assert not missing - known


MASTHEAD = "United Nations Distr General 8 March 2022 Original English"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_value_is_well_formed(path: Path) -> None:
    assert faults(read(path.read_bytes()).value) == ()


def test_the_geneva_file_has_its_notes_and_tables(real_docs: Path) -> None:
    value = read((real_docs / "docx" / "cma2021.docx").read_bytes()).value
    assert sum(1 for p in passages(value) for _ in called(p.text)) == 84
    assert sum(isinstance(site.block, Table) for site in query(value)) == 1
