from __future__ import annotations

import pytest

from tests.drafts import fixed, told


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("resolution63/233", "resolution 63/233"),
        ("resolution 31/16A,", "resolution 31/16 A,"),
        ("resolution 1325(2000)", "resolution 1325 (2000)"),
        ("a meeting on 19December 2008", "a meeting on 19 December 2008"),
        ("resolution 63 / 233", "resolution 63/233"),
        ("document A/63/741/Add 1", "document A/63/741/Add.1"),
        ("resolution A/RES/63/233", "resolution 63/233"),
        ("resolution S/RES/1325 (2000)", "Security Council resolution 1325 (2000)"),
        ("UN Security Council resolution 1325 (2000)", "Security Council resolution 1325 (2000)"),
        ("its 81st session", "its eighty-first session"),
    ],
)
def test_a_slip_in_a_citation_is_mended(wrong: str, right: str) -> None:
    assert fixed(f"PP  *Recalling* {wrong} on lamps,", "C") == f"PP  *Recalling* {right} on lamps,"


@pytest.mark.parametrize(
    "words",
    [
        "resolutions 2200 A (XXI), S-10/2, ES-10/24, 2625 (XXV) and 1325 (2000)",
        "decision 73/546 and the report in A/63/741/Add.1 and Corr.1",
        "Human Rights Council resolution 52/9 and Economic and Social Council resolution 2024/12",
        "the 103rd session of the organization",
        "the report on “this resolution”",
    ],
)
def test_official_forms_are_left_alone(words: str) -> None:
    assert told(f"PP  *Recalling* {words},", "C") == []


def test_one_date_may_serve_two_numbers() -> None:
    lines = "PP  *Recalling* its resolutions 61/110 and 61/111 of 14 December 2006,"
    assert told(lines, "C411") == []


def test_numbers_of_two_organs_are_two() -> None:
    lines = (
        "PP  *Recalling* its resolution 54/18 of 12 October 1999,\n"
        "PP  *Noting* Human Rights Council resolution 54/18 of 13 October 2023,"
    )
    assert told(lines, "C413") == []


def test_a_council_that_is_named_has_its_resolution() -> None:
    lines = "PP  *Noting* that the Security Council, in its resolution 2334 (2016), lit lamps,"
    assert told(lines, "C408") == []
