from __future__ import annotations

import pytest

from tests.drafts import fixed, told
from tests.external import CHECKOUT

_FORMS = ("C40", "C410", "C414", "C415", "C416", "C417")


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
        "resolutions 2200 A (XXI), S-10/2, ES-10/24 and 2625 (XXV)",
        "Security Council resolutions 1325 (2000) and 1820 (2008)",
        "Economic and Social Council resolutions 1503 (XLVIII), 2008 (LX) and 2013/12",
        "Human Rights Council resolutions 16/18 and S-17/1 and its decision 18/120",
        "decision 73/546 and the report in A/63/741/Add.1 and Corr.1",
        "Human Rights Council resolution 52/9 and Economic and Social Council resolution 2024/12",
        "the 103rd session of the organization",
        "the report on “this resolution”",
    ],
)
def test_official_forms_are_left_alone(words: str) -> None:
    assert told(f"PP  *Recalling* {words},", *_FORMS) == []


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


@pytest.mark.parametrize(
    "words",
    [
        "Security Council resolution 64/1",
        "General Assembly resolution 1325 (2000)",
        "General Assembly resolution 16/18",
        "Economic and Social Council resolution 60/251",
        "Economic and Social Council resolution 2008 (LXX)",
        "Human Rights Council resolution 60/251",
        "Human Rights Council resolution 2005/80",
        "resolution 64/1 of the Security Council",
        "that the Security Council, in its resolution 64/1, lit lamps",
    ],
)
def test_a_number_tells_that_it_is_not_of_the_organ_named_with_it(words: str) -> None:
    (found,) = told(f"PP  *Noting* {words},", "C414")
    assert "is no number of the" in found


def test_a_number_of_nobody_known_is_left_alone() -> None:
    lines = "PP  *Noting* Environment Assembly resolution 5/14 and Assembly resolution 77/9,"
    assert told(lines, "C414", "C417") == []


@pytest.mark.parametrize("number", ["1325 (2000)", "2013/12", "16/18"])
def test_the_organ_that_speaks_calls_only_its_own_its(number: str) -> None:
    assert len(told(f"PP  *Recalling* its resolution {number},", "C408")) == 1
    other = f"PP  *Noting* that, in its resolution {number}, the Human Rights Council lit lamps,"
    assert told(other, "C408") == []


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("its resolution 63/233 of 19 December 2008", 0),
        ("its resolution 63/233 of 11 September 2009", 0),
        ("its resolution 63/233 of 19 December 2009", 1),
        ("its resolution 63/233 of 19 August 2008", 1),
        ("its resolution 217 A (III) of 10 December 1948", 0),
        ("its resolution 217 A (III) of 10 December 1958", 1),
        ("its resolution S-10/2 of 30 June 1978", 0),
        ("Human Rights Council resolution 16/18 of 24 March 2011", 0),
        ("Human Rights Council resolution 16/18 of 24 March 2012", 1),
        ("Economic and Social Council resolution 2021/1 of 17 September 2020", 0),
        ("Economic and Social Council resolution 2013/12 of 24 July 2003", 1),
        ("resolution 5/14 of 2 March 2022 of the Environment Assembly", 0),
    ],
)
def test_a_date_lies_in_the_session_of_the_number(words: str, count: int) -> None:
    assert len(told(f"PP  *Recalling* {words},", "C416")) == count


def _cases() -> list[list[str]]:
    rows = (CHECKOUT / "tests" / "cases" / "check" / "citations.txt").read_text("utf-8").split("\n")
    return [row.split(" |") for row in rows if row and not row.startswith("#")]


@pytest.mark.parametrize(("language", "words", "codes"), _cases())
def test_citations_have_their_forms_in_french_and_spanish(
    language: str, words: str, codes: str
) -> None:
    lines = f"language: {language}\nPP  {words.strip()},"
    assert [line.split(" ")[0] for line in told(lines, "C")] == codes.split()


@pytest.mark.parametrize(
    ("language", "wrong", "right"),
    [
        ("fr", "résolution S/RES/1325 (2000)", "résolution 1325 (2000) du Conseil de sécurité"),
        ("fr", "les travaux de sa 64e session", "les travaux de sa soixante-quatrième session"),
        (
            "es",
            "su resolución64/1, de 6 de mayo de 2010",
            "su resolución 64/1, de 6 de mayo de 2010",
        ),
    ],
)
def test_citations_are_mended_in_french_and_spanish(language: str, wrong: str, right: str) -> None:
    text = fixed(f"language: {language}\nPP  *Notant* {wrong},", "C")
    assert text.endswith(f"\nPP  *Notant* {right},")


def test_a_date_given_again_goes_with_its_comma_in_spanish() -> None:
    dated = "su resolución 64/1, de 6 de octubre de 2009, sobre faros,"
    lines = f"language: es\nPP  *Recordando* {dated}\nPP  *Observando* {dated}"
    assert fixed(lines, "C412").endswith("PP  *Observando* su resolución 64/1, sobre faros,")
