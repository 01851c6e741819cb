"""Word files under the eyes of others: the Open XML SDK, LibreOffice, official pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from drafter import resources
from drafter.formats import akn, text
from drafter.formats.word import WordOptions, write
from drafter.model import Resolution
from tests.real import real_files
from tests.strategies import resolutions
from tests.word_tools import pages, same_lines, to_pdf, validation_errors

pytestmark = pytest.mark.external

OFFICIAL = real_files("pairs/A_RES_80_*.xml")
QUICK = ("80_13", "80_45", "80_49", "80_51", "80_152", "80_159", "80_177", "80_189")
"""Short ones of the pairs: enough to see the layout slip, quick enough for every run."""


@pytest.mark.parametrize("layout", resources.names("layouts"))
def test_the_seed_is_a_valid_word_file_in_every_layout(
    real_docs: Path, tmp_path: Path, layout: str
) -> None:
    seed = text.read((real_docs / "seed" / "A_RES_64_1.txt").read_bytes()).value
    document = tmp_path / "seed.docx"
    document.write_bytes(write(seed, WordOptions(layout=layout)))
    assert validation_errors(document) == []


@given(resolutions())
@settings(max_examples=8, suppress_health_check=list(HealthCheck))
def test_any_resolution_is_a_valid_word_file(
    tmp_path_factory: pytest.TempPathFactory, resolution: Resolution
) -> None:
    document = tmp_path_factory.mktemp("valid") / "any.docx"
    document.write_bytes(write(resolution))
    assert validation_errors(document) == []


@pytest.mark.real
@pytest.mark.parametrize(
    "source", real_files("akn/patterns/*.xml")[::4], ids=lambda path: path.stem
)
def test_official_texts_become_valid_word_files(source: Path, tmp_path: Path) -> None:
    document = tmp_path / "official.docx"
    document.write_bytes(write(akn.read(source.read_bytes()).value))
    assert validation_errors(document) == []


def test_libreoffice_opens_the_seed_on_three_pages(real_docs: Path, tmp_path: Path) -> None:
    seed = text.read((real_docs / "seed" / "A_RES_64_1.txt").read_bytes()).value
    document = tmp_path / "seed.docx"
    document.write_bytes(write(seed))
    (pdf,) = to_pdf([document], tmp_path)
    found = pages(pdf)
    assert len(found) == 3
    assert "UnitedNations" in found[0][0]
    assert "Resolutionadopted" in "".join(found[0])
    assert {"15thplenarymeeting", "6October2009"} <= set(found[2])


@pytest.mark.real
def test_lines_break_and_pages_end_as_in_the_official_files(
    real_docs: Path, tmp_path: Path
) -> None:
    """The bar is 0.84 of the body lines by position; all lines by text alone score higher."""
    chosen = [path for path in OFFICIAL if path.stem.split("-")[0].removeprefix("A_RES_") in QUICK]
    documents = [tmp_path / f"{path.stem.split('-')[0]}.docx" for path in chosen]
    for source, document in zip(chosen, documents, strict=True):
        document.write_bytes(write(akn.read(source.read_bytes()).value))
    pdfs = to_pdf(documents, tmp_path)
    shares = [same_lines(pdf, real_docs / "pairs" / pdf.name) for pdf in pdfs]
    assert sum(shares) / len(shares) >= 0.84, dict(zip(QUICK, shares, strict=True))
