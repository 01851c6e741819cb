"""`drafter templates` and `drafter new`, as people and programs call them."""

from __future__ import annotations

import json
import os
import pty
import select
import sys
from pathlib import Path

import click
import pytest

from drafter.cli.templates import command as templates
from tests.cli_runner import drafter, environment


def config(folder: Path) -> dict[str, str]:
    return environment(DRAFTER_CONFIG=str(folder / "configuration"))


@pytest.mark.parametrize("name", ["list", "search", "show", "fill", "check"])
def test_every_command_within_has_examples_exit_codes_and_help_on_its_options(name: str) -> None:
    command = templates.commands[name]
    assert f"  drafter templates {name}" in (command.help or "")
    assert "Exit codes:\n  0  " in (command.help or "")
    options = [one for one in command.params if isinstance(one, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_the_list_as_json_has_what_the_contract_says(tmp_path: Path) -> None:
    done = drafter("templates", "list", "--json", cwd=tmp_path, env=config(tmp_path))
    rows = json.loads(done.out)
    assert done.code == 0
    assert len(rows) > 200
    assert all(list(row) == ["id", "part", "language", "organ", "title", "tags"] for row in rows)


def test_filters_narrow_the_list(tmp_path: Path) -> None:
    wanted = ("--part", "operative", "--language", "en", "--organ", "security-council")
    done = drafter("templates", "list", *wanted, "--json", cwd=tmp_path, env=config(tmp_path))
    rows = json.loads(done.out)
    assert {(row["part"], row["language"]) for row in rows} == {("operative", "en")}
    assert {row["organ"] for row in rows} >= {"any", "security-council"}
    assert not any(row["organ"] == "human-rights-council" for row in rows)


def test_search_finds_by_words_and_says_when_it_finds_nothing(tmp_path: Path) -> None:
    found = drafter("templates", "search", "seized", "--language", "en", cwd=tmp_path)
    assert found.code == 0
    assert found.out.splitlines()[0].startswith("op-remain")
    nothing = drafter("templates", "search", "qqqqq zzzzz", cwd=tmp_path)
    assert (nothing.code, nothing.out) == (1, "")


def test_a_clause_is_shown_with_its_slots_and_example(tmp_path: Path) -> None:
    done = drafter("templates", "show", "op-request-report", cwd=tmp_path)
    assert "session" in done.out
    assert "Example:" in done.out
    data = json.loads(drafter("templates", "show", "op-request-report", "--json", cwd=tmp_path).out)
    assert {slot["name"] for slot in data["slots"]} >= {"session", "subject"}


def test_a_clause_is_filled_as_text_as_data_and_as_a_draft(tmp_path: Path) -> None:
    wanted = ("templates", "fill", "op-request-report", "--set", "session=81")
    words = "Requests the Secretary-General to submit to the General Assembly at its eighty-first"
    assert drafter(*wanted, cwd=tmp_path).out.startswith(words)
    data = json.loads(drafter(*wanted, "--json", cwd=tmp_path).out)
    assert data["meta"]["slot-session"] == "81"
    assert drafter(*wanted, "--draft", cwd=tmp_path).out.startswith("OP  *Requests* the ")


def test_a_bad_value_names_slot_value_and_fix(tmp_path: Path) -> None:
    wanted = ("templates", "fill", "op-request-report", "--set", "session=next")
    done = drafter(*wanted, cwd=tmp_path)
    assert done.code == 2
    assert "slot 'session': 'next' is not the number of a session" in done.err
    assert "hint: write the number in figures: 81 is printed 'eighty-first'" in done.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("show", "op-reqest-report"), "did you mean 'op-request-report'?"),
        (("fill", "op-request-report", "--set", "81"), "names no slot"),
        (("fill", "op-request-report", "--set", "sesion=81"), "did you mean 'session'?"),
        (("fill", "op-request-report", "--answers", "no.json"), "cannot be read"),
        (("list", "--templates", "nowhere"), "there is no such folder"),
        (("list", "--language", "xx"), "there is no language 'xx'"),
        (("list", "--organ", "general-asembly"), "did you mean 'general-assembly'?"),
        (("search", "seized", "--tag", "reprot"), "did you mean 'report'?"),
    ],
)
def test_mistakes_are_taught(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    done = drafter("templates", *arguments, cwd=tmp_path, env=config(tmp_path))
    assert done.code == 2
    assert message in done.err
    assert "Traceback" not in done.err


def test_check_is_good_and_finds_what_is_wrong_in_own_files(tmp_path: Path) -> None:
    good = drafter("templates", "check", cwd=tmp_path, env=config(tmp_path))
    assert (good.code, good.out) == (0, "")
    clause = {
        "id": "op-mine",
        "part": "operative",
        "title": "Mine",
        "purpose": "Mine.",
        "text": "*Meets* at its {session} session;",
        "slots": [{"name": "session", "type": "session", "label": "Session"}],
        "example": {"session": "soon"},
    }
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "mine.json").write_text(
        json.dumps({"language": "en", "family": "mine", "clauses": [clause]}), encoding="utf-8"
    )
    bad = drafter("templates", "check", "--templates", "own", cwd=tmp_path, env=config(tmp_path))
    assert bad.code == 1
    assert "en/mine: op-mine: slot 'session': 'soon' is not the number of a session" in bad.err


ANSWERS = """
title = "Springs"
subject = "the springs"
session = 81
item = "20 (c)"
item-title = "Sustainable use of springs"
earlier = "79/215"
earlier-date = 2024-12-19
next-session = 83
sponsors = ["Kenya", "Togo"]
"""


def test_a_document_is_made_from_answers_and_settings(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(ANSWERS, encoding="utf-8")
    wanted = ("new", "assembly-plenary", "-o", "new.draft", "--answers", "a.toml")
    done = drafter(*wanted, "--set", "session=82", cwd=tmp_path, env=config(tmp_path))
    assert done.code == 0
    made = (tmp_path / "new.draft").read_text(encoding="utf-8")
    assert "session: Eighty-second session" in made
    assert "resolution 79/215 of 19" in made
    assert "sponsor: Togo" in made
    assert drafter("validate", "new.draft", cwd=tmp_path).code == 0


def test_an_empty_field_of_the_masthead_is_told_with_the_way_to_fill_it(tmp_path: Path) -> None:
    wanted = ("new", "human-rights-council", "-o", "h.draft")
    done = drafter(*wanted, cwd=tmp_path, env=config(tmp_path))
    said = "the masthead has no session yet: `drafter edit h.draft head session=...`\n"
    assert done.err.endswith(said)
    filled = drafter(*wanted, "--set", "session=63", "--force", cwd=tmp_path, env=config(tmp_path))
    assert "masthead" not in filled.err


def test_export_waits_for_every_slot_or_for_draft(tmp_path: Path) -> None:
    drafter("new", "security-council", "-o", "s.draft", cwd=tmp_path, env=config(tmp_path))
    refused = drafter("export", "s.draft", "-o", "s.docx", cwd=tmp_path)
    assert refused.code == 2
    assert "paragraph 2: the slot [mission] is not filled" in refused.err
    assert not (tmp_path / "s.docx").exists()
    assert drafter("export", "s.draft", "-o", "s.docx", "--draft", cwd=tmp_path).code == 0


def test_skeletons_are_listed(tmp_path: Path) -> None:
    done = drafter("new", "--list", cwd=tmp_path, env=config(tmp_path))
    assert "security-council" in done.out
    data = json.loads(drafter("new", "--list", "--json", cwd=tmp_path, env=config(tmp_path)).out)
    assert {"assembly-plenary", "assembly-committee", "assembly-decision"} <= {
        row["name"] for row in data
    }
    assert all({"en", "fr"} <= set(row["languages"]) for row in data)
    assert "(en, " in done.out


def test_a_long_answer_is_cut_for_people_and_whole_for_programs(tmp_path: Path) -> None:
    search = ("templates", "search", "request report")
    done = drafter(*search, cwd=tmp_path, env=config(tmp_path))
    rows = json.loads(drafter(*search, "--json", cwd=tmp_path, env=config(tmp_path)).out)
    assert len(done.out.splitlines()) == 20
    assert f"and {len(rows) - 20} more" in done.err


def test_english_stands_first_in_the_list(tmp_path: Path) -> None:
    done = drafter("templates", "list", cwd=tmp_path, env=config(tmp_path))
    assert done.out.splitlines()[0].split()[1] == "en"
    assert "--language" in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
def test_a_terminal_is_asked_and_taught_until_the_answer_is_good(tmp_path: Path) -> None:
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(tmp_path)
        os.environ.update(config(tmp_path))
        wanted = ["new", "assembly-decision", "-o", "d.draft", "--set", "title=Springs"]
        os.execv(sys.executable, [sys.executable, "-m", "drafter", *wanted])  # noqa: S606 - itself
    said = _talk(terminal, ["next", "81", "", "", "defer it", "?", "Kenya; Togo", "", ""])
    os.waitpid(process, 0)
    assert "slot 'session': 'next' is not the number of a session" in said
    assert "Afghanistan" in said
    made = (tmp_path / "d.draft").read_text(encoding="utf-8")
    assert "session: Eighty-first session" in made
    assert "*Decides* to defer it." in made
    assert "sponsor: Togo" in made


def _talk(terminal: int, answers: list[str]) -> str:
    """Everything that is said while each question gets an answer."""
    said = b""
    for answer in [*answers, None]:
        while answer is None or not said.rstrip(b"\r\n").endswith(b": "):
            if not select.select([terminal], [], [], 20)[0]:
                return said.decode()
            try:
                piece = os.read(terminal, 4096)
            except OSError:
                return said.decode()
            if not piece:
                return said.decode()
            said += piece
        os.write(terminal, f"{answer}\n".encode())
        said += b"\n"
    return said.decode()
