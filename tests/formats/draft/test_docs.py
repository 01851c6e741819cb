"""The page that defines the format is true: its examples read, and it names every word."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.formats.draft import read
from drafter.formats.draft.words import FRAME, HOLDERS, KEYS, ROLES
from drafter.model import Style

PAGE = (Path(__file__).parents[3] / "docs" / "formats" / "draft.md").read_text(encoding="utf-8")
STYLES = [f"{{{style}:x}}" for style in Style if style is not Style.OPENING]


def examples() -> list[str]:
    """The indented blocks of the page; one that is no whole file gets the first line."""
    blocks = [
        "\n".join(line[4:] for line in block.split("\n"))
        for block in PAGE.split("\n\n")
        if block.startswith("    ")
    ]
    joined = "\n\n".join(blocks).replace("\n\nTABLE", "\x00TABLE")
    return [
        part if part.startswith("%") else f"%drafter 1\n{part}" for part in joined.split("\x00")
    ]


@pytest.mark.parametrize("example", examples())
def test_an_example_of_the_page_reads(example: str) -> None:
    assert read(example.encode()).notices == ()


@pytest.mark.parametrize("word", [*KEYS, *ROLES, *HOLDERS, *FRAME, "TAIL", *STYLES])
def test_the_page_names_every_word_of_the_grammar(word: str) -> None:
    assert f"`{word}" in PAGE
