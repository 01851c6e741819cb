"""Comparisons of examples and of real texts as Word files, also in the eyes of other programs."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from drafter import resources
from drafter.app.compare import compare_documents
from drafter.diff import Side, units
from drafter.formats import akn
from drafter.formats.word import LabelMode, WordOptions, read
from drafter.model import Resolution
from drafter.model.invariants import faults
from drafter.render.tracked import Options, render
from tests.compared import example, example_pairs, year, year_pairs
from tests.libreoffice import settled
from tests.mutations import edited_pairs
from tests.real import real_files
from tests.word_tools import pages, to_pdf, validation_errors

DAY = datetime(2026, 10, 12, tzinfo=UTC)
TYPED = Options()
LIVING = Options("A. Delegate", DAY, WordOptions(numbering=LabelMode.AUTO))
BOTH = pytest.mark.parametrize("options", [TYPED, LIVING], ids=["typed", "living"])
ENGLISH = resources.language("en")
OFFICIAL = real_files("pairs/A_RES_80_*.xml")


def compared(old: Resolution, new: Resolution, options: Options = TYPED) -> bytes:
    return render(old, new, compare_documents(old, new, "old", "new"), options)


@BOTH
@pytest.mark.parametrize(("old", "new"), example_pairs())
def test_examples_give_both_texts_again(old: str, new: str, options: Options) -> None:
    assert compared(example(old), example(new), options)


@BOTH
@pytest.mark.real
@pytest.mark.parametrize(("old", "new"), year_pairs())
def test_two_years_give_both_texts_again(old: str, new: str, options: Options) -> None:
    assert compared(year(old), year(new), options)


@pytest.mark.real
@pytest.mark.parametrize("place", range(0, max(len(OFFICIAL) - 1, 0), 4))
def test_real_texts_that_have_little_in_common_give_both_again(place: int) -> None:
    old, new = (akn.read(path.read_bytes()).value for path in OFFICIAL[place : place + 2])
    assert compared(old, new)


@BOTH
@pytest.mark.external
@pytest.mark.parametrize(("old", "new"), example_pairs()[::3])
def test_comparisons_of_examples_are_valid_word_files(
    tmp_path: Path, old: str, new: str, options: Options
) -> None:
    document = tmp_path / "changes.docx"
    document.write_bytes(compared(example(old), example(new), options))
    assert validation_errors(document) == []


@pytest.mark.external
@pytest.mark.real
@pytest.mark.parametrize(("old", "new"), year_pairs())
def test_comparisons_of_two_years_are_valid_word_files(tmp_path: Path, old: str, new: str) -> None:
    document = tmp_path / "changes.docx"
    document.write_bytes(compared(year(old), year(new)))
    assert validation_errors(document) == []


@pytest.mark.external
@given(edited_pairs())
@settings(max_examples=6, suppress_health_check=list(HealthCheck))
def test_any_comparison_is_a_valid_word_file(
    tmp_path_factory: pytest.TempPathFactory, pair: tuple[Resolution, Resolution]
) -> None:
    assume(not any(map(faults, pair)))
    document = tmp_path_factory.mktemp("valid") / "any.docx"
    document.write_bytes(compared(*pair, LIVING))
    assert validation_errors(document) == []


@pytest.mark.external
@pytest.mark.real
@pytest.mark.parametrize(("old", "new"), year_pairs())
def test_libreoffice_accepts_and_rejects_as_we_do(tmp_path: Path, old: str, new: str) -> None:
    document = tmp_path / "changes.docx"
    document.write_bytes(compared(year(old), year(new)))
    for symbol, reject in ((new, False), (old, True)):
        found = read(settled(document, tmp_path, reject=reject)).value
        assert printed(found) == printed(year(symbol))


@pytest.mark.external
def test_libreoffice_opens_a_comparison(tmp_path: Path) -> None:
    document = tmp_path / "changes.docx"
    document.write_bytes(compared(example("libraries-draft"), example("libraries-adopted")))
    (pdf,) = to_pdf([document], tmp_path)
    assert any("UnitedNations" in line for line in pages(pdf)[0])


def printed(resolution: Resolution) -> list[tuple[str, str, str]]:
    """Section, label and words of everything but the job number.

    LibreOffice 25.2 takes away the bookmark of the job number, in any file of this layout.
    """
    found = units(resolution, Side("", ENGLISH.scheme, ENGLISH))
    return [(one.section, one.label, one.text) for one in found if one.part != "job-number"]
