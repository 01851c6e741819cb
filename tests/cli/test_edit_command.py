from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from drafter.app import open_resolution
from drafter.app.desk import desk
from drafter.app.keep import open_draft
from tests.cli_runner import EXAMPLES, drafter


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return Path(shutil.copy(EXAMPLES / "libraries-draft.draft", tmp_path / "a.draft"))


def test_one_command_is_done_and_saved(draft: Path) -> None:
    done = drafter("edit", "a.draft", "delete", "op", "3", cwd=draft.parent)
    assert done.code == 0
    assert done.out.startswith("op 3 deleted\n")
    assert done.err == "wrote a.draft\n"
    assert len(open_resolution(str(draft)).value.parts[0].operative) == 6
    assert [entry.name for entry in draft.parent.iterdir()] == ["a.draft"]


def test_several_commands_are_done_together_or_not_at_all(draft: Path) -> None:
    before = draft.read_bytes()
    line = ("edit", "a.draft", "delete", "op", "3", "--then", "delete", "op", "99")
    done = drafter(*line, cwd=draft.parent)
    assert done.code == 2
    assert "command 2 (delete op 99): there is no paragraph 'op 99'" in done.err
    assert draft.read_bytes() == before


def test_what_a_later_failure_follows_is_not_exported(draft: Path) -> None:
    line = ("edit", "a.draft", "export", "a.json", "--then", "delete", "op", "99")
    assert drafter(*line, cwd=draft.parent).code == 2
    assert not (draft.parent / "a.json").exists()


def test_words_in_quotes_stay_together(draft: Path) -> None:
    line = ("edit", "a.draft", "move", "op 2 (a)", "after", "op 2 (c)", "--then", "add", "op")
    done = drafter(*line, "op-request-report", "session=81", "subject=two words", cwd=draft.parent)
    assert done.code == 0, done.err
    assert "op 2 (a) moved, now op 2 (c)" in done.out
    assert "two words" in done.out


def test_the_result_as_json(draft: Path) -> None:
    done = drafter("edit", "--json", "a.draft", "title", "New", cwd=draft.parent)
    assert json.loads(done.out) == {
        "source": "a.draft",
        "changed": True,
        "written": ["a.draft"],
        "commands": [{"command": "title New", "printed": ["title: New"]}],
    }


def test_a_script_is_done_and_comments_are_left_out(draft: Path) -> None:
    script = "# first\ntitle New\n\ndelete pp 1\n"
    (draft.parent / "changes.txt").write_text(script, encoding="utf-8")
    done = drafter("edit", "--script", "changes.txt", "a.draft", cwd=draft.parent)
    assert (done.code, done.out.splitlines()[0]) == (0, "title: New")


def test_a_dry_run_writes_nothing(draft: Path) -> None:
    before = draft.read_bytes()
    done = drafter("edit", "-n", "a.draft", "title", "New", "--then", "diff", cwd=draft.parent)
    assert done.code == 0
    assert "New" in done.out
    assert draft.read_bytes() == before


def test_the_result_can_go_elsewhere_and_through_a_pipe(draft: Path) -> None:
    assert drafter("edit", "-o", "b.json", "a.draft", "title", "New", cwd=draft.parent).code == 0
    assert "New" in (draft.parent / "b.json").read_text(encoding="utf-8")
    line = ("edit", "--from", "draft", "-", "title", "New")
    done = drafter(*line, cwd=draft.parent, stdin=draft.read_bytes())
    assert done.out.startswith("%drafter 1\n")
    assert "title: New\n" in done.out


def test_with_a_journal_undo_works_the_next_time(draft: Path) -> None:
    before = draft.read_bytes()
    assert drafter("edit", "--journal", "a.draft", "title", "New", cwd=draft.parent).code == 0
    done = drafter("edit", "a.draft", "undo", cwd=draft.parent)
    assert (done.code, done.out) == (0, "undone: title edited\n")
    assert draft.read_bytes() == before


def test_a_draft_that_a_shell_has_open_is_left_alone(draft: Path) -> None:
    shell = open_draft(str(draft), desk())
    done = drafter("edit", "a.draft", "title", "New", cwd=draft.parent)
    shell.keeper.close()
    assert done.code == 2
    assert "another session has this draft open" in done.err


def test_what_needs_a_person_is_refused_with_what_to_say(draft: Path) -> None:
    done = drafter("edit", "a.draft", "edit", "op", "1", cwd=draft.parent)
    assert done.code == 2
    assert "give the text: edit op 1 TEXT" in done.err


def test_no_command_is_wrong_usage(draft: Path) -> None:
    done = drafter("edit", "a.draft", cwd=draft.parent)
    assert done.code == 2
    assert "Name a command" in done.err
