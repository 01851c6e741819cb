from __future__ import annotations

from argparse import Namespace

import pytest

from benchmarks.diff_quality.__main__ import measure
from benchmarks.diff_quality.goals import GOALS, missed
from benchmarks.diff_quality.invented import invented_texts
from benchmarks.diff_quality.score import Score
from benchmarks.diff_quality.texts import build
from drafter.diff import Kind, compare


@pytest.mark.parametrize("regime", list(GOALS))
def test_random_edits_are_found_as_well_as_promised(regime: str) -> None:
    score = Score()
    options = Namespace(edits=9, seed="test", road="", show=False)
    measure(regime, invented_texts(16), options, score, Score())
    assert list(missed(regime, score)) == []


def test_a_text_of_many_equal_paragraphs_is_compared_in_order() -> None:
    lines = invented_texts(1)[0][1]
    same = tuple(lines[0] for _ in range(300))
    diff = compare(build(same), build(same[:290]))
    kinds = [change.kind for change in diff.changes]
    assert kinds.count(Kind.DELETED) == 10
    assert set(kinds) == {Kind.KEPT, Kind.DELETED}
