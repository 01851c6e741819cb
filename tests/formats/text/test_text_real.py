"""Real documents: the seed, PDF texts, and the official PDFs beside their machine-readable form."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from drafter.formats.text import read, write
from drafter.model import (
    Adoption,
    DocumentKind,
    Paragraph,
    Role,
    Submission,
    notes,
    plain_text,
    query,
)
from drafter.model.invariants import faults
from drafter.report import Kind
from tests.external import require_program
from tests.real import real_files
from tests.text_outline import unaccounted

pytestmark = pytest.mark.real
TEXTS = real_files("seed/*.txt")
PAIRS = real_files("pairs/A_RES_*.pdf")


def counted(path: Path) -> Counter[Role]:
    sites = query(read(path.read_bytes()).value)
    return Counter(site.block.role for site in sites if isinstance(site.block, Paragraph))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_every_word_of_a_real_text_is_accounted_for(path: Path) -> None:
    data = path.read_bytes()
    found = read(data)
    assert not unaccounted(data.decode(), found)
    assert faults(found.value) == ()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_a_real_text_written_reads_as_the_same_value(path: Path) -> None:
    value = read(path.read_bytes()).value
    assert read(write(value)).value == value


def test_the_seed_has_its_masthead_origin_and_counts(real_docs: Path) -> None:
    path = real_docs / "seed" / "A_RES_64_1.txt"
    value = read(path.read_bytes()).value
    masthead = value.masthead
    assert (value.kind, value.number) == (DocumentKind.RESOLUTION, "64/1")
    assert (masthead.organ, masthead.symbol) == ("general-assembly", "A/RES/64/1")
    assert (masthead.distribution, masthead.date) == ("general", date(2009, 10, 7))
    assert (masthead.session, masthead.job_number) == ("Sixty-fourth session", "09-46189")
    assert [plain_text(item.line) for item in masthead.agenda] == ["Agenda item 114"]
    assert isinstance(value.origin, Adoption)
    assert value.origin.date == date(2009, 10, 6)
    assert counted(path) == {Role.PREAMBULAR: 9, Role.OPERATIVE: 12, Role.ITEM: 8}
    assert len(list(notes(value))) == 6
    assert [plain_text(line) for line in value.parts[0].closing] == [
        "15th plenary meeting",
        "6 October 2009",
    ]


def test_the_seed_has_no_notice_but_about_what_extraction_left(real_docs: Path) -> None:
    found = read((real_docs / "seed" / "A_RES_64_1.txt").read_bytes())
    assert {notice.kind for notice in found.notices} == {Kind.SKIPPED, Kind.REPAIRED}
    assert all(notice.where.line == 1 or notice.where.line > 44 for notice in found.notices)


def test_the_smallest_real_pair_has_the_same_paragraphs(real_docs: Path) -> None:
    draft = real_docs / "seed" / "A_ES-10_L.22.pdftotext.txt"
    adopted = real_docs / "seed" / "A_RES_ES-10_19.pdftotext.txt"
    assert counted(draft) == counted(adopted) == {Role.PREAMBULAR: 6, Role.OPERATIVE: 4}
    value = read(draft.read_bytes()).value
    assert isinstance(value.origin, Submission)
    assert [plain_text(name) for name in value.origin.sponsors] == ["Turkey", "Yemen"]
    assert [plain_text(note.body)[:8] for note in notes(value)] == ["A/56/102", "S/2003/5"]


@pytest.mark.external
@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_the_text_of_an_official_pdf_has_its_paragraphs_and_notes(path: Path) -> None:
    pdftotext = require_program("pdftotext")
    text = subprocess.run([pdftotext, str(path), "-"], check=True, capture_output=True).stdout
    found = read(text)
    assert faults(found.value) == ()
    assert not unaccounted(text.decode(), found)
    truth = _truth(path)
    mine = _numbers(text)
    # extraction loses hyphens and swaps lines: a paragraph in fifty, a note in a hundred
    assert abs(mine["operative"] - truth["operative"]) <= truth["operative"] // 50
    assert abs(mine["notes"] - truth["notes"]) <= 2
    assert abs(mine["preambular"] - truth["preambular"]) <= 1 + truth["preambular"] // 25


def _numbers(text: bytes) -> dict[str, int]:
    value = read(text).value
    roles = Counter(
        site.block.role
        for site in query(value)
        if isinstance(site.block, Paragraph) and not value.annexes
    )
    return {
        "preambular": roles[Role.PREAMBULAR],
        "operative": roles[Role.OPERATIVE],
        "notes": sum(1 for _ in notes(value)),
    }


def _truth(path: Path) -> dict[str, int]:
    (xml,) = path.parent.glob(f"{path.stem}-*.xml")
    root = etree.parse(str(xml)).getroot()
    bodies = [*root.iter("{*}body"), *root.iter("{*}mainBody")]
    numbers = ["".join(num.itertext()).strip() for b in bodies for num in b.iter("{*}num")]
    return {
        "preambular": sum(1 for _ in next(root.iter("{*}preamble")).iter("{*}container")),
        "operative": sum(bool(re.fullmatch(r"\d+\.", number)) for number in numbers) or 1,
        "notes": sum(n.get("marker") != "*" for n in root.iter("{*}authorialNote")),
    }


VARIATIONS: dict[str, Callable[[str], str]] = {
    "without tabs": lambda text: text.replace("\t", " "),
    "without indents": lambda text: re.sub(r"(?m)^ ?\t", "", text),
    "with blank lines between": lambda text: text.replace("\n", "\n\n"),
    "with raised marks": lambda text: re.sub(
        r"(?<=[,a-z])([1-6])(?= ?$| and| the)",
        lambda m: "¹²³⁴⁵⁶"[int(m[1]) - 1],
        text,
        flags=re.MULTILINE,
    ),
    "with the masthead first": lambda text: "\n".join(reversed(text.split("[DU1]<<ODS", 1))),
    "with labels on their own lines": lambda text: re.sub(
        r"(?m)^\t(\d+\.|\(\w+\))\t", r"\1\n", text
    ),
}


@pytest.mark.parametrize("name", VARIATIONS)
def test_the_seed_is_read_in_any_shape(name: str, real_docs: Path) -> None:
    text = (real_docs / "seed" / "A_RES_64_1.txt").read_text(encoding="utf-8")
    plain, varied = read(text.encode()), read(VARIATIONS[name](text).encode())
    assert varied.value.parts == plain.value.parts
    assert varied.value.masthead == plain.value.masthead
