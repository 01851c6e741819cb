"""Pairs of texts for tests of comparisons: the examples, and two years of the same resolution."""

from __future__ import annotations

import csv
from functools import cache
from itertools import permutations

from drafter.formats import akn
from drafter.formats.draft import read as read_draft
from drafter.model import Resolution
from tests.external import CHECKOUT
from tests.real import REAL_DOCS

EXAMPLES = CHECKOUT / "examples"
YEARS = REAL_DOCS / "akn" / "years"


def example_pairs() -> list[tuple[str, str]]:
    """The names of every two examples, in both orders."""
    return list(permutations([path.stem for path in sorted(EXAMPLES.glob("*.draft"))], 2))


def year_pairs() -> list[tuple[str, str]]:
    """The symbols of resolutions and of their successors; none without the real documents."""
    if not (YEARS / "years.csv").is_file():
        return []
    rows = csv.DictReader((YEARS / "years.csv").read_text(encoding="utf-8").splitlines())
    return [(row["old"], row["new"]) for row in rows]


@cache
def example(name: str) -> Resolution:
    """An example by its name."""
    return read_draft((EXAMPLES / f"{name}.draft").read_bytes()).value


@cache
def year(symbol: str) -> Resolution:
    """A real resolution by its symbol."""
    (path,) = YEARS.glob(f"{symbol.replace('/', '_')}-*.xml")
    return akn.read(path.read_bytes()).value
