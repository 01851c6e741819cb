"""The measure of the rules works on drafts of our own: clean ones are clean, faults are found."""

from __future__ import annotations

import pytest

from benchmarks.check_quality.__main__ import SEEDS, seed_all
from benchmarks.check_quality.invented import clean_drafts
from drafter.app.review import findings
from drafter.rules import RULES

DRAFTS = clean_drafts(8)
SCORES = seed_all(DRAFTS)


def test_nothing_is_found_in_clean_drafts() -> None:
    assert [finding.code for _, draft in DRAFTS for finding in findings(draft)] == []


@pytest.mark.parametrize("code", SEEDS)
def test_a_seeded_fault_is_found_and_mended_for_good(code: str) -> None:
    score = SCORES[code]
    assert (score.found, score.left, score.beyond) == (score.seeded, 0, 0)
    assert score.mended == (score.seeded if RULES[code].fixes else 0)


def test_most_faults_can_be_seeded_without_real_documents() -> None:
    assert sum(score.seeded > 0 for score in SCORES.values()) > len(SEEDS) * 0.7
