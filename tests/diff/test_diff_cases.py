from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter import resources
from drafter.diff import Options, Side, compare
from drafter.formats.draft import read
from drafter.model import Resolution
from drafter.render.summary import summary

CASES = Path(__file__).parent.parent / "cases" / "diff"
ENGLISH = resources.language("en")
HEAD = "%drafter 1\ntitle: A case\n\n"


def cases() -> list[tuple[str, dict[str, str]]]:
    texts = "\n".join(path.read_text(encoding="utf-8") for path in sorted(CASES.glob("*.txt")))
    body = re.sub(r"^#.*\n", "", texts, flags=re.MULTILINE)
    found = []
    for block in body.split("\n== ")[1:]:
        title, *rest = re.split(r"^-- (\w+)\n", block, flags=re.MULTILINE)
        found.append((title.strip(), dict(zip(rest[::2], rest[1::2], strict=True))))
    return found


@pytest.mark.parametrize(("title", "texts"), cases(), ids=[title for title, _ in cases()])
def test_a_comparison_says_what_the_case_says(title: str, texts: dict[str, str]) -> None:
    side = Side(title, ENGLISH.scheme, ENGLISH)
    diff = compare(_draft(texts["old"]), _draft(texts["new"]), Options(side, side))
    assert list(summary(diff)) == texts["summary"].strip().split("\n")


def _draft(lines: str) -> Resolution:
    return read((HEAD + lines.strip("\n") + "\n").encode()).value


def test_every_row_of_the_page_of_tricky_cases_has_its_case() -> None:
    page = (CASES.parents[2] / "docs" / "tricky-cases.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+?) \|", page, re.MULTILINE)
    told = (CASES / "tricky.txt").read_text(encoding="utf-8")
    assert sorted(rows[1:]) == sorted(re.findall(r"^== (.+)$", told, re.MULTILINE))
