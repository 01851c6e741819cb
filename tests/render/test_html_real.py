from __future__ import annotations

import csv
from pathlib import Path

import pytest
from lxml import etree

from drafter.app import open_resolution
from drafter.app.compare import compare_documents
from drafter.render.html import render
from tests.real import REAL_DOCS

pytestmark = pytest.mark.real

YEARS = REAL_DOCS / "akn" / "years"
DRAFT = "seed/A_64_L.1_reconstruction.txt"
ADOPTED = "seed/A_RES_64_1.txt"


def _years() -> list[tuple[str, str]]:
    table = YEARS / "years.csv"
    if not table.is_file():
        return []
    with table.open(encoding="utf-8") as file:
        return [(row["old"], row["new"]) for row in csv.DictReader(file)]


def _file(symbol: str) -> Path:
    """The file of a symbol: "A/RES/77/76" is A_RES_77_76-2228176E.xml."""
    return next(YEARS.glob(f"{symbol.replace('/', '_')}-*.xml"))


def _page(old: Path, new: Path) -> str:
    before, after = (open_resolution(str(path)).value for path in (old, new))
    return render(compare_documents(before, after, old.name, new.name))


@pytest.mark.parametrize(("old", "new"), _years())
def test_a_resolution_and_its_successor_make_a_sound_page(old: str, new: str) -> None:
    page = _page(_file(old), _file(new))
    tree = etree.fromstring(page.encode())
    assert tree.get("lang") == "en"
    assert 'lang="en" role="group" aria-label="New text"' in page
    assert len(page) < 2_000_000


def test_the_draft_and_the_adopted_text_make_a_sound_page(real_docs: Path) -> None:
    page = _page(real_docs / DRAFT, real_docs / ADOPTED)
    assert etree.fromstring(page.encode()) is not None
    assert "OP1 (a) edited" in page
