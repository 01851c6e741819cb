"""Invented texts that imitate dirty extractions, each with the outline that it must give beside it.

A new case is a file in `tests/cases/text/`. Where its outline is missing or wrong the test prints
the one that was found: read it, and keep it only if it is right.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.formats.text import read, write
from drafter.model.invariants import faults
from tests.text_outline import outline, unaccounted
from tests.told import CASES

FILES = sorted((CASES / "text").glob("*.txt"))


@pytest.mark.parametrize("case", FILES, ids=lambda case: case.stem)
def test_a_text_gives_the_outline_beside_it(case: Path) -> None:
    expected = case.with_suffix(".outline").read_text(encoding="utf-8")
    assert outline(read(case.read_bytes())) == expected


@pytest.mark.parametrize("case", FILES, ids=lambda case: case.stem)
def test_what_is_read_is_well_formed(case: Path) -> None:
    assert faults(read(case.read_bytes()).value) == ()


@pytest.mark.parametrize("case", FILES, ids=lambda case: case.stem)
def test_every_word_is_in_the_value_or_in_a_notice(case: Path) -> None:
    data = case.read_bytes()
    assert not unaccounted(data.decode(), read(data))


@pytest.mark.parametrize("case", FILES, ids=lambda case: case.stem)
def test_written_and_read_again_it_is_the_same_value(case: Path) -> None:
    value = read(case.read_bytes()).value
    assert read(write(value)).value == value


@pytest.mark.parametrize("case", FILES, ids=lambda case: case.stem)
def test_line_ends_and_a_byte_order_mark_change_nothing(case: Path) -> None:
    text = case.read_text(encoding="utf-8")
    windows = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert read(windows).value == read(text.encode()).value
