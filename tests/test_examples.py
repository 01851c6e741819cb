"""The examples are drafts that anyone may read, copy and break: each must work in every format."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.app import check, encode, numbered, open_resolution
from drafter.formats.registry import FORMATS
from drafter.model import Adoption, Paragraph, Role, notes, query
from tests.external import CHECKOUT

FOLDER = CHECKOUT / "examples"
EXAMPLES = sorted(FOLDER.glob("*.draft"))
EXACT = (".draft", ".json", ".docx")


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 5


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_valid(path: Path) -> None:
    reading = open_resolution(str(path))
    whole = numbered(reading.value)
    assert (reading.notices, check(whole.resolution, whole.numbering)) == ((), ())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_laid_out_as_drafter_writes_it(path: Path) -> None:
    assert encode(open_resolution(str(path)).value, path.name) == path.read_bytes()


@pytest.mark.parametrize("suffix", EXACT)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_comes_back_the_same_from_every_exact_format(path: Path, suffix: str) -> None:
    resolution = open_resolution(str(path)).value
    form = FORMATS[suffix]
    assert form.read(form.write(resolution)).value == resolution


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_cannot_be_mistaken_for_a_document_of_our_time(path: Path) -> None:
    resolution = open_resolution(str(path)).value
    assert re.search(r"/(9\d\d|9\d\d\d)\b", resolution.masthead.symbol)
    assert resolution.masthead.date is not None
    assert resolution.masthead.date.year > 2800
    if isinstance(resolution.origin, Adoption) and resolution.origin.date is not None:
        assert resolution.origin.date.year > 2800


def test_the_first_example_has_everything_that_a_usual_resolution_has() -> None:
    resolution = open_resolution(str(FOLDER / "night-skies.draft")).value
    whole = numbered(resolution)
    paragraphs = [site.block for site in query(resolution) if isinstance(site.block, Paragraph)]
    roles = [paragraph.role for paragraph in paragraphs]
    assert roles.count(Role.PREAMBULAR) == 9
    assert roles.count(Role.OPERATIVE) == 12
    assert [whole.numbering.label(p.id) for p in paragraphs if p.role is Role.ITEM] == [
        "(a)", "(b)", "(c)", "(d)", "(i)", "(ii)", "(e)", "(f)",
    ]  # fmt: skip
    assert len(list(notes(resolution))) == 6
