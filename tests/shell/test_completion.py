from __future__ import annotations

from pathlib import Path

import pytest

from drafter.commands import State, run
from drafter.shell.completion import candidates
from tests.shells import made

STATE = made()


def texts(line: str, state: State = STATE) -> list[str]:
    return [one.text for one in candidates(line, state)]


def test_a_command_is_completed_with_the_space_before_its_arguments() -> None:
    assert texts("dele")[0] == "delete "
    assert texts("undo")[:1] == ["undo "]


def test_every_command_is_offered_at_an_empty_line() -> None:
    assert {"add ", "move ", "export ", "help "} <= set(texts(""))


def test_an_alias_is_offered_to_who_begins_it() -> None:
    assert "mv " in texts("mv")
    assert "mv " not in texts("")


def test_addresses_come_in_reading_order_with_their_first_words() -> None:
    found = candidates("delete ", STATE)
    assert [one.text for one in found][:5] == ["pp 1", "pp 2", "op 1", "op 1 (a)", "op 1 (b)"]
    assert found[0].about.startswith("Recalling its resolution 60/1")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("delete op 1 (", ["op 1 (a)", "op 1 (b)"]),
        ("move op 2 before pp", ["pp 1", "pp 2"]),
        ("add op after op 3", ["op 3"]),
        ("swap op 1 with op 2", ["op 2"]),
    ],
)
def test_an_address_is_completed_where_one_is_expected(line: str, wanted: list[str]) -> None:
    assert texts(line)[: len(wanted)] == wanted


def test_a_candidate_takes_the_place_of_what_was_typed() -> None:
    line = "move op 2 before pp"
    assert {line[: one.start] for one in candidates(line, STATE)} == {"move op 2 before "}


def test_clauses_are_found_by_words_of_their_titles() -> None:
    found = texts("add pp recall resol")
    assert "pp-recall-resolution" in found
    assert all(one.startswith("pp-") for one in found)


def test_the_slots_of_a_clause_are_offered_but_once() -> None:
    first = texts("add pp pp-recall-resolution ")
    assert "resolution=" in first
    assert "resolution=" not in texts("add pp pp-recall-resolution resolution=60/1 ")


def test_a_keyword_is_offered_where_it_is_missing() -> None:
    assert texts("swap op 1 ") == ["with "]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("head org", "organ="),
        ("head committee=sec", "second-committee"),
        ("head organ=general-assembly distr", "distribution="),
        ("export x.docx line", "line-numbers="),
        ("export x.docx numbering=", "auto"),
        ("export x.docx draft=", "yes"),
    ],
)
def test_fields_and_options_come_from_the_schemas(line: str, wanted: str) -> None:
    assert wanted in texts(line)


def test_the_slots_of_a_filled_paragraph_are_offered_for_filling_it_again() -> None:
    state, _ = run("add pp pp-recall-resolution resolution=60/1", STATE)
    assert texts("fill pp 3 reso", state) == ["resolution="]


def test_symbols_that_the_draft_has_used_come_back() -> None:
    assert "60/1" in texts("add op Requests a report on resolution 60/")


def test_opening_words_are_offered_for_a_text() -> None:
    assert "Reaffirming" in texts("add pp Reaff")


def test_skeletons_and_states_of_the_draft_are_offered() -> None:
    assert texts("new ")
    after, _ = run("delete op 3", STATE)
    assert texts("revert ", after)[0] == f"@{len(after.past) - 1}"
    assert "saved" in texts("revert s", after)


def test_files_of_known_formats_are_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one.draft", "two.docx", "three.exe", ".hidden.draft"):
        (tmp_path / name).touch()
    (tmp_path / "inner").mkdir()
    monkeypatch.chdir(tmp_path)
    assert texts("open ") == ["inner/", "one.draft", "two.docx"]
    assert texts("open o") == ["one.draft"]


def test_nothing_is_offered_after_an_unknown_command() -> None:
    assert texts("frobnicate op") == []
