from __future__ import annotations

import pytest

from drafter.shell.fuzzy import best, rank

IDS = ["op-request-report", "op-request-views", "pp-recall", "op-decide-seized"]


def test_what_was_typed_exactly_comes_first() -> None:
    assert best("op 1", ["op 10", "op 1", "op 11"]) == ["op 1", "op 10", "op 11"]


def test_words_may_come_in_any_order() -> None:
    assert best("report request", IDS) == ["op-request-report"]


def test_signs_may_be_scattered_within_a_word() -> None:
    assert best("rqst", IDS) == ["op-request-report", "op-request-views"]


def test_nothing_typed_fits_everything_in_its_order() -> None:
    assert best("", IDS) == IDS


def test_the_start_of_a_word_goes_before_its_middle() -> None:
    assert best("port", ["support", "a port"]) == ["a port", "support"]


@pytest.mark.parametrize(("typed", "text"), [("xyz", "op-request"), ("op x", "op 1")])
def test_what_does_not_fit_is_left_out(typed: str, text: str) -> None:
    assert rank(typed, text) is None
    assert best(typed, [text]) == []


def test_no_more_are_given_than_asked_for() -> None:
    assert best("op", [f"op {number}" for number in range(500)], most=3) == ["op 0", "op 1", "op 2"]
