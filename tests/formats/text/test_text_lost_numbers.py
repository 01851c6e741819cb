"""Wrapped text that lost a number, as at a page break: the paragraphs after it still begin."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli_runner import drafter

LINES = """The General Assembly,
Recalling its earlier resolutions on the keeping of lighthouses along all coasts and on
the training of those who keep them, and reaffirming the purposes of each of them,
1. Requests the Secretary-General to report to the General Assembly on the lamps and on
the towers that carry them, and on the costs of their upkeep in the coming decade;
{number}. Calls upon Member States to share what they know about the keeping of towers and the
care of lamps, in particular with those States whose coasts are long and badly lit;
{after}. {words} to consider the matter again at a later session of the Assembly, when
the report of the Secretary-General has been read by all who are concerned with it.
"""


def paragraphs(tmp_path: Path, number: int, words: str) -> list[str]:
    text = LINES.format(number=number, after=number + 1, words=words)
    done = drafter(
        "export", "-", "--from", "txt", "-o", "-", "--to", "draft",
        cwd=tmp_path, stdin=text.encode(),
    )  # fmt: skip
    assert done.code == 0, done.err
    return [line for line in done.out.splitlines() if line.startswith("OP")]


@pytest.mark.parametrize("number", [2, 3, 5])
def test_paragraphs_after_lost_numbers_begin(tmp_path: Path, number: int) -> None:
    assert len(paragraphs(tmp_path, number, "Decides")) == 3


def test_a_number_far_from_the_count_begins_nothing(tmp_path: Path) -> None:
    assert len(paragraphs(tmp_path, 60, "Decides")) == 1
