"""Every way to show a comparison, on every pair of examples and of real texts.

Each shows something sound for its kind: lines no wider than the terminal, a page that a strict
parser takes, JSON that meets its schema, bytes that are the same again.
"""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from drafter import resources
from drafter.app import open_resolution
from drafter.app.compare import compare_documents
from drafter.diff import Diff, apply
from drafter.model import Resolution
from drafter.render.diffs import DOCUMENTS, RENDERERS
from drafter.render.safe import safe, width
from drafter.render.terminal import View
from drafter.render.tracked import Options as Tracking
from tests.compared import example, example_pairs, year, year_pairs
from tests.real import REAL_DOCS, real_files

COLUMNS = (40, 80, 120, 200)
_LOOKS = re.compile("\x1b\\[[0-9;]*m")
_SCHEMA = jsonschema.Draft202012Validator(resources.schema("diff"))
SEED = [("seed/A_64_L.1_reconstruction.txt", "seed/A_RES_64_1.txt")]


def six_languages() -> list[tuple[str, str]]:
    """Two resolutions in each language, and one in two languages."""
    named = [str(p.relative_to(REAL_DOCS)) for p in real_files("akn/six-languages/*/*.xml")]
    by_language: dict[str, list[str]] = {}
    for name in named:
        by_language.setdefault(Path(name).parts[2], []).append(name)
    within = [(files[0], files[1]) for files in by_language.values() if len(files) > 1]
    across = [(files[0], other[0]) for files, other in pairwise(by_language.values())]
    return within + across


@cache
def opened(name: str) -> Resolution:
    return open_resolution(str(REAL_DOCS / name)).value


def _show_in_every_way(old: Resolution, new: Resolution) -> None:
    diff = compare_documents(old, new, "old.draft", "new.draft")
    assert apply(diff, old) == new
    assert DOCUMENTS["docx"](old, new, diff, Tracking())  # proves itself on both texts
    _show_on_terminals(diff)
    page = RENDERERS["html"](diff, View())
    assert page == RENDERERS["html"](compare_documents(old, new, "old.draft", "new.draft"), View())
    _hold_every_change(page, diff)
    _SCHEMA.validate(json.loads(RENDERERS["json"](diff, View())))
    for name in ("summary", "markdown"):
        told = RENDERERS[name](diff, View())
        assert told.endswith("\n")
        assert safe(told.replace("\n", "")) == told.replace("\n", "")


def _show_on_terminals(diff: Diff) -> None:
    for columns in COLUMNS:
        plain = RENDERERS["terminal"](diff, View(columns))
        coloured = RENDERERS["terminal"](diff, View(columns, colour=True))
        beside = RENDERERS["terminal"](diff, View(columns, colour=True, side_by_side=True))
        for shown in (plain, coloured, beside):
            lines = _LOOKS.sub("", shown).split("\n")
            assert max(map(width, lines)) <= columns
        assert "\x1b" not in plain


def _hold_every_change(page: str, diff: Diff) -> None:
    """Whether the page is sound and has a place for every change."""
    tree = etree.fromstring(page.encode())
    ids = {str(element.get("id")) for element in tree.iter() if element.get("id")}
    assert {f"c{place}" for place in range(len(diff.changes))} <= ids


@pytest.mark.parametrize(("old", "new"), example_pairs())
def test_examples_are_shown_in_every_way(old: str, new: str) -> None:
    _show_in_every_way(example(old), example(new))


@pytest.mark.real
@pytest.mark.parametrize(("old", "new"), year_pairs())
def test_two_years_are_shown_in_every_way(old: str, new: str) -> None:
    _show_in_every_way(year(old), year(new))


@pytest.mark.real
@pytest.mark.parametrize(("old", "new"), six_languages())
def test_texts_in_six_languages_are_shown_in_every_way(old: str, new: str) -> None:
    _show_in_every_way(opened(old), opened(new))


@pytest.mark.real
@pytest.mark.parametrize(("old", "new"), SEED)
def test_the_draft_and_the_adopted_text_are_shown_in_every_way(
    old: str, new: str, real_docs: Path
) -> None:
    assert real_docs.is_dir()
    _show_in_every_way(opened(old), opened(new))
