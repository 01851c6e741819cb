from __future__ import annotations

import pytest

from drafter.cli.talk import Verbosity, excerpt, tell_error, tell_notices
from drafter.errors import Malformed, Place
from drafter.report import Kind, Notice


def _notices(count: int) -> tuple[Notice, ...]:
    return (
        *(Notice(Kind.SKIPPED, "left out", Place(line), "3") for line in range(1, 4)),
        *(Notice(Kind.NUMBER, f"printed {n}.", Place(n)) for n in range(1, count + 1)),
    )


def test_the_caret_stands_under_its_column() -> None:
    place = Place(3, 7, excerpt="title: Rain")
    assert list(excerpt(place, 80)) == ["    title: Rain", "          ^"]


def test_the_caret_counts_wide_signs_and_escapes_as_they_are_shown() -> None:
    assert list(excerpt(Place(1, 3, excerpt="大会x"), 80)) == ["    大会x", "        ^"]
    assert list(excerpt(Place(1, 2, excerpt="\x1bx"), 80)) == ["    \\x1bx", "        ^"]


def test_a_long_line_is_cut_around_its_column() -> None:
    line = "a" * 200 + "!" + "b" * 200
    shown, caret = excerpt(Place(1, 201, excerpt=line), 60)
    assert shown[caret.index("^")] == "!"
    assert shown.startswith("    …a")
    assert shown.endswith("b…")
    assert len(shown) <= 60


def test_a_place_without_a_line_shows_none() -> None:
    assert list(excerpt(Place(path="parts/0"), 80)) == []


def test_an_error_is_told_with_its_place_line_and_hint(capsys: pytest.CaptureFixture[str]) -> None:
    place = Place(3, 1, excerpt="simbol: A/901/L.9")
    also = [Malformed("another", where=Place(5), source="a.draft")]
    error = Malformed("no such key", hint="write symbol", where=place, source="a.draft", also=also)
    tell_error(error)
    assert capsys.readouterr().err == (
        "drafter: a.draft: line 3, column 1: no such key\n"
        "    simbol: A/901/L.9\n"
        "    ^\n"
        "hint: write symbol\n"
        "drafter: a.draft: line 5: another\n"
    )


def test_many_faults_of_one_source_are_told_up_to_ten(capsys: pytest.CaptureFixture[str]) -> None:
    also = [Malformed(f"fault {n}") for n in range(2, 31)]
    tell_error(Malformed("fault 1", also=also))
    said = capsys.readouterr().err.splitlines()
    assert said == [f"drafter: fault {n}" for n in range(1, 11)] + ["drafter: and 20 more faults"]


def test_an_unexpected_error_is_a_defect_and_no_traceback(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tell_error(KeyError("x"))
    assert capsys.readouterr().err == (
        "drafter: a defect in drafter: KeyError: 'x'\n"
        "hint: please report it, with the output under DRAFTER_DEBUG=1\n"
    )


def test_faults_are_told_by_a_few_and_remarks_by_count(capsys: pytest.CaptureFixture[str]) -> None:
    tell_notices("a.txt", _notices(5), Verbosity.SHORT)
    assert capsys.readouterr().err == (
        "a.txt: 8 notices\n"
        "  number: line 1: printed 1.\n"
        "  number: line 2: printed 2.\n"
        "  number: line 3: printed 3.\n"
        "  number: and 2 more (--verbose shows all)\n"
        "  3 skipped (--verbose shows all)\n"
    )


def test_verbose_tells_all_with_the_words_that_were_left_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tell_notices("a.txt", _notices(1), Verbosity.FULL)
    assert capsys.readouterr().err == (
        "a.txt: 4 notices\n"
        "  number: line 1: printed 1.\n"
        "  skipped: line 1: left out: '3'\n"
        "  skipped: line 2: left out: '3'\n"
        "  skipped: line 3: left out: '3'\n"
    )


def test_quiet_tells_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    tell_notices("a.txt", _notices(3), Verbosity.QUIET)
    assert capsys.readouterr().err == ""
