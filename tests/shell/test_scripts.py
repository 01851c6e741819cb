from __future__ import annotations

from pathlib import Path

from tests.cli_runner import Done, drafter
from tests.shells import LINES

SCRIPT = "\n".join((*LINES, "save"))


def script(tmp_path: Path, text: str, name: str = "keepers.draft") -> Done:
    (tmp_path / "changes.txt").write_text(text, encoding="utf-8")
    return drafter("shell", name, "--script", "changes.txt", cwd=tmp_path)


def test_a_script_makes_a_draft(tmp_path: Path) -> None:
    done = script(tmp_path, SCRIPT)
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("saved keepers.draft\n")
    assert (tmp_path / "keepers.draft").exists()


def test_comments_and_empty_lines_of_a_script_mean_nothing(tmp_path: Path) -> None:
    done = script(tmp_path, f"# a draft\n\n{SCRIPT}\n")
    assert done.code == 0


def test_the_first_failing_command_ends_a_script_with_its_line(tmp_path: Path) -> None:
    done = script(tmp_path, f"{SCRIPT}\ndelete op 9\ndelete op 3\n")
    assert done.code == 1
    assert done.err.startswith("changes.txt: line 10: there is no paragraph 'op 9'\n")
    assert "there are 3 operative paragraphs" in done.err
    assert "op 3 deleted" not in done.out


def test_commands_may_come_from_a_pipe(tmp_path: Path) -> None:
    script(tmp_path, SCRIPT)
    done = drafter("shell", "keepers.draft", cwd=tmp_path, stdin=b"delete op 3\nsave\n")
    assert (done.code, done.err) == (0, "")
    assert "op 3 deleted" in done.out
    assert "Decides" not in (tmp_path / "keepers.draft").read_text(encoding="utf-8")


def test_a_failing_command_of_a_pipe_is_named(tmp_path: Path) -> None:
    done = drafter("shell", "keepers.draft", cwd=tmp_path, stdin=b"frobnicate\n")
    assert done.code == 1
    assert done.err.startswith("standard input: line 1: there is no command 'frobnicate'")


def test_what_a_script_does_not_save_is_in_the_journal_and_is_said(tmp_path: Path) -> None:
    script(tmp_path, SCRIPT)
    done = drafter("shell", "keepers.draft", cwd=tmp_path, stdin=b"delete op 3\n")
    assert done.code == 0
    assert "not saved" in done.err
    assert "op 3" not in drafter("shell", "keepers.draft", cwd=tmp_path, stdin=b"show\n").out


def test_a_question_that_nobody_answers_is_refused_with_what_to_write(tmp_path: Path) -> None:
    done = script(tmp_path, "add pp recall\n")
    assert done.code == 1
    assert "name one: pp-" in done.err


def test_slots_without_values_stay_open_in_a_script(tmp_path: Path) -> None:
    done = script(tmp_path, "add pp pp-recall-resolution resolution=60/1\n")
    assert done.code == 0
    assert "[date]" in done.out


def test_a_script_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = drafter("shell", "keepers.draft", "--script", "none.txt", cwd=tmp_path)
    assert done.code == 2
    assert "none.txt: cannot be read" in done.err


def test_a_draft_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "broken.draft").write_text("nonsense", encoding="utf-8")
    done = drafter("shell", "broken.draft", cwd=tmp_path, stdin=b"show\n")
    assert done.code == 2
    assert "broken.draft" in done.err
    assert "Traceback" not in done.err


def test_a_plain_shell_whose_input_ends_leaves_and_keeps_the_changes(tmp_path: Path) -> None:
    text = f"{LINES[1]}\n".encode()
    done = drafter("shell", "keepers.draft", "--plain", cwd=tmp_path, stdin=text)
    assert done.code == 0
    again = drafter("shell", "keepers.draft", cwd=tmp_path, stdin=b"show pp 1\n")
    assert "Recalling" in again.out
