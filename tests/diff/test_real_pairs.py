"""Resolutions of one year and their successors of the next: real negotiation, no invention."""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path

import jsonschema
import pytest

from drafter import resources
from drafter.diff import Diff, Kind, Options, Side, apply, compare
from drafter.formats.akn import read
from drafter.model import Resolution
from drafter.render.diffs import RENDERERS
from drafter.render.terminal import View
from tests.real import REAL_DOCS

YEARS = REAL_DOCS / "akn" / "years"
ENGLISH = resources.language("en")


def symbols() -> list[tuple[str, str]]:
    if not (YEARS / "years.csv").is_file():
        return []
    rows = csv.DictReader((YEARS / "years.csv").read_text(encoding="utf-8").splitlines())
    return [(row["old"], row["new"]) for row in rows]


@cache
def resolution(symbol: str) -> Resolution:
    (path,) = YEARS.glob(f"{symbol.replace('/', '_')}-*.xml")
    return read(path.read_bytes()).value


@cache
def compared(old: str, new: str) -> Diff:
    before, after = (Side(name, ENGLISH.scheme, ENGLISH) for name in (old, new))
    return compare(resolution(old), resolution(new), Options(before, after))


@pytest.mark.real
@pytest.mark.parametrize(("old", "new"), symbols())
def test_the_comparison_of_two_years_gives_the_new_text(
    old: str, new: str, real_docs: Path
) -> None:
    assert real_docs.is_dir()
    assert apply(compared(old, new), resolution(old)) == resolution(new)


@pytest.mark.real
@pytest.mark.parametrize(("old", "new"), symbols())
def test_every_renderer_shows_two_years(old: str, new: str, real_docs: Path) -> None:
    assert real_docs.is_dir()
    for render in RENDERERS.values():
        assert render(compared(old, new), View(100))
    shown = json.loads(RENDERERS["json"](compared(old, new), View()))
    jsonschema.Draft202012Validator(resources.schema("diff")).validate(shown)


@pytest.mark.real
def test_the_merger_of_two_paragraphs_on_the_oceans_is_found(real_docs: Path) -> None:
    assert real_docs.is_dir()
    changes = compared("A/RES/77/248", "A/RES/78/69").changes
    merged = [change for change in changes if change.kind is Kind.MERGED]
    assert (["OP369", "OP371"], ["OP353"]) in [
        ([unit.name for unit in change.old], [unit.name for unit in change.new])
        for change in merged
    ]
