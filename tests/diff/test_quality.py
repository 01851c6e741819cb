from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.diff_quality.cases import Case, cases
from benchmarks.diff_quality.goals import GOALS, missed
from benchmarks.diff_quality.invented import invented_texts
from benchmarks.diff_quality.labels import is_leak, order_errors
from benchmarks.diff_quality.measure import measure
from benchmarks.diff_quality.score import Score, add
from benchmarks.diff_quality.texts import build
from drafter.diff import Change, Diff, Kind, Mark, Words, compare


@pytest.mark.parametrize("regime", list(GOALS))
def test_random_edits_are_found_as_well_as_promised(regime: str) -> None:
    score = measure(list(cases(invented_texts(16), regime, 9, "test")))
    assert list(missed(regime, score)) == []


def test_a_text_of_many_equal_paragraphs_is_compared_in_order() -> None:
    lines = invented_texts(1)[0][1]
    same = tuple(lines[0] for _ in range(300))
    diff = compare(build(same), build(same[:290]))
    kinds = [change.kind for change in diff.changes]
    assert kinds.count(Kind.DELETED) == 10
    assert set(kinds) == {Kind.KEPT, Kind.DELETED}


@pytest.mark.parametrize(
    ("word", "true", "leaks"),
    [
        ("3.", "Decides to meet in 2023.", True),
        ("(a)", "Decides on a date", True),
        ("(a)", "Recalls paragraph 3 (a) of its resolution", False),
        ("12", "Recalls its resolution of 12 May", False),
        ("12", "Recalls its resolution of May", True),
        ("water12", "Notes the water there", True),
        ("water", "Notes the lake there", False),
        ("2023", "Notes the lake there", False),
    ],
)
def test_a_marked_number_that_nobody_wrote_is_a_leak(word: str, true: str, *, leaks: bool) -> None:
    assert is_leak(word, true) is leaks


def test_a_comparison_that_marks_a_printed_number_misses_its_goal() -> None:
    case, diff = _case()
    place = next(k for k, c in enumerate(diff.changes) if c.renumbered)
    labels = (Words(Mark.DELETE, "98."), Words(Mark.INSERT, "99."), *diff.changes[place].words)
    bad = replace(diff, changes=_put(diff, place, replace(diff.changes[place], words=labels)))
    assert _scored(case, diff).leaks == 0
    assert _scored(case, bad).leaks == 2
    assert any("label leak 2" in fault for fault in missed("structural", _scored(case, bad)))


def test_changes_out_of_reading_order_miss_their_goal() -> None:
    case, diff = _case()
    last = diff.changes[-1]
    bad = replace(diff, changes=(last, *diff.changes[:-1]))
    assert order_errors(diff) == 0
    assert order_errors(bad) == 1
    assert any("order error" in fault for fault in missed("structural", _scored(case, bad)))


def test_a_deletion_far_from_where_its_paragraph_stood_is_out_of_order() -> None:
    _, diff = _case()
    place = next(k for k, change in enumerate(diff.changes) if change.kind is Kind.DELETED)
    gone = diff.changes[place]
    others = (*diff.changes[:place], *diff.changes[place + 1 :])
    assert order_errors(replace(diff, changes=(gone, *others))) == 1
    assert order_errors(replace(diff, changes=(*others, gone))) == 1


def _case() -> tuple[Case, Diff]:
    """A pair in which paragraphs were deleted and others have new numbers."""
    for case in cases(invented_texts(16), "structural", 9, "order"):
        diff = compare(case.old, case.new)
        kinds = {change.kind for change in diff.changes[6:-6]}
        if Kind.DELETED in kinds and any(change.renumbered for change in diff.changes):
            return case, diff
    raise AssertionError("the seed gives no such pair")


def _put(diff: Diff, place: int, change: Change) -> tuple[Change, ...]:
    return tuple(change if k == place else c for k, c in enumerate(diff.changes))


def _scored(case: Case, diff: Diff) -> Score:
    score = Score()
    add(score, diff, case.script, tuple(case.olds))
    return score
