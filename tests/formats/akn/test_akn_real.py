"""Real documents: every official file at hand through the reader, the writer and the other formats.

By default a sample is read; DRAFTER_ALL_REAL=1 reads all.
"""

from __future__ import annotations

import os
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from drafter import resources
from drafter.formats.akn import read, write
from drafter.formats.registry import FORMATS
from drafter.model import Heading, Paragraph, Resolution, Section, notes, query
from drafter.model.invariants import faults
from drafter.numbering import number
from drafter.report import Read
from tests.akn_schema import schema_faults
from tests.lossless import losses, record
from tests.real import real_files

ALL = [*real_files("akn/**/*.xml"), *real_files("pairs/*.xml")]
STEP = 1 if os.environ.get("DRAFTER_ALL_REAL") else 9
SAMPLE: list[Path | None] = [*ALL[::STEP]] or [None]
LANGUAGES = {
    "en": "English",
    "fr": "French",
    "es": "Spanish",
    "ru": "Russian",
    "ar": "Arabic",
    "zh": "Chinese",
}
DIFFERENCES = Path(__file__).parents[2] / "cases" / "akn" / "languages.txt"
pytestmark = pytest.mark.real


def name(path: Path | None) -> str:
    return path.stem if path else "absent"


@cache
def opened(path: Path) -> Read[Resolution]:
    return read(path.read_bytes())


@pytest.mark.parametrize("path", SAMPLE, ids=name)
def test_an_official_file_loses_nothing_on_its_way_through_the_value(
    path: Path | None, real_docs: Path
) -> None:
    assert path, f"no official files in {real_docs}"
    source = path.read_bytes()
    written = write(opened(path).value)
    assert losses(record(source), record(written)) == []
    assert faults(opened(path).value) == ()
    assert read(written).value == opened(path).value
    if not schema_faults(source):
        assert schema_faults(written) == []


@pytest.mark.parametrize("suffix", [".json", ".draft", ".docx"])
def test_every_other_format_carries_an_official_text_whole(suffix: str, real_docs: Path) -> None:
    step = STEP if suffix != ".docx" or STEP == 1 else 40
    assert ALL, f"no official files in {real_docs}"
    changed = [
        path.name
        for path in ALL[::step]
        if FORMATS[suffix].read(FORMATS[suffix].write(opened(path).value)).value
        != opened(path).value
    ]
    assert changed == []


def test_nearly_every_printed_label_is_the_derived_one(real_docs: Path) -> None:
    """Overrides a hundred paragraphs, by folder; every one has its notice (issue: 99.5 %)."""
    shares = {folder: share(real_docs, folder) for folder in ("session-78-english", "years")}
    assert {folder: rate < 0.005 for folder, rate in shares.items()} == dict.fromkeys(shares, True)


def share(real_docs: Path, folder: str) -> float:
    blocks = [
        site.block
        for path in sorted((real_docs / "akn" / folder).glob("*.xml"))[::STEP]
        for site in query(opened(path).value)
        if isinstance(site.block, Paragraph | Heading)
    ]
    return sum(block.label is not None for block in blocks) / len(blocks)


def test_a_kept_label_is_never_the_derived_one(real_docs: Path) -> None:
    assert ALL, f"no official files in {real_docs}"
    for path in ALL[:: STEP * 3]:
        value = opened(path).value
        profile = resources.language(value.language)
        organ = value.masthead.organ
        single = organ in resources.names("organs") and resources.organ(organ).single_operative
        labels = number(value, profile.numbering(single_operative=single)).labels
        kept = {s.block.id: s.block.label for s in query(value) if isinstance(s.block, Paragraph)}
        assert all(labels[id_] == label for id_, label in kept.items() if label is not None)


def documents() -> list[str]:
    return [path.stem.removesuffix("E") for path in real_files("akn/six-languages/English/*.xml")]


@pytest.mark.parametrize("stem", documents() or ["absent"])
def test_the_six_versions_have_one_structure_but_for_what_their_sources_lost(
    stem: str, real_docs: Path
) -> None:
    folder = real_docs / "akn" / "six-languages"
    shapes = {
        code: shape(opened(next((folder / language).glob(f"{escaped(stem)}*.xml"))).value)
        for code, language in LANGUAGES.items()
    }
    different = {code for code, found in shapes.items() if found != shapes["en"]}
    assert different == {code for document, code in explained() if document == stem}
    assert len({tuple(sorted(counts(found).items())) for found in shapes.values()}) == 1


def escaped(stem: str) -> str:
    return stem.replace("[", "[[]")


def explained() -> set[tuple[str, str]]:
    rows = DIFFERENCES.read_text(encoding="utf-8").splitlines()
    cells = [
        [cell.strip() for cell in row.split("|")] for row in rows if "|" in row and row[0] != "#"
    ]
    return {(document, code) for document, code, _ in cells}


def shape(value: Resolution) -> Counter[tuple[str, ...]]:
    """How many blocks of each kind stand in each part and annex, how many notes, lines, parts."""
    found: Counter[tuple[str, ...]] = Counter()
    for site in query(value):
        block = site.block
        kind = block.role.value if isinstance(block, Paragraph) else type(block).__name__
        if not isinstance(block, Section) or block.heading:
            found["block", site.zone.value, str(site.index), kind] += 1
    found["notes",] = sum(1 for _ in notes(value))
    found["parts",] = len(value.parts)
    found["annexes",] = len(value.annexes)
    found["closing",] = sum(len(part.closing) for part in value.parts)
    return found


def counts(found: Counter[tuple[str, ...]]) -> dict[tuple[str, ...], int]:
    """What must be the same in all versions, whatever their sources lost."""
    return {key: value for key, value in found.items() if key[0] != "block"}


def test_no_official_file_is_changed_by_being_read(real_docs: Path) -> None:
    assert ALL, f"no official files in {real_docs}"
    source = ALL[0].read_bytes()
    assert write(read(source).value) == write(read(source).value)
    assert etree.fromstring(write(read(source).value)).tag.endswith("akomaNtoso")
