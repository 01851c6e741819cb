from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from tests.shells import LINES, Terminal, terminal

ENTER = "\r"
CTRL_D = "\x04"
CTRL_C = "\x03"
PAINT = re.compile(rb"\x1b\[[0-9;]*(?:3[0-7]|9[0-7]|4[0-7]|38)[0-9;]*m")


def enter(shell: Terminal, *lines: str) -> None:
    """Type lines, each when the prompt is there for it."""
    for line in lines:
        shell.type(f"{line}{ENTER}")
        shell.wait(line[-12:])
        shell.read(0.3)


def test_a_draft_is_made_on_a_screen_of_eighty_columns(tmp_path: Path) -> None:
    with terminal("keepers.draft", cwd=tmp_path) as shell:
        shell.wait("F1 help")
        for line in LINES[:2]:
            shell.type(line + ENTER)
        shell.wait("PP1   Recalling its resolution 60/1", "keepers>")
        shell.wait("keepers.draft | unsaved | 1 pp 0 op")
        shell.type("save" + ENTER)
        shell.wait("| saved |")
        shell.type(CTRL_D)
        assert shell.end() == 0
    assert (tmp_path / "keepers.draft").exists()


def test_candidates_come_as_one_types(tmp_path: Path) -> None:
    with terminal("keepers.draft", cwd=tmp_path) as shell:
        shell.wait("F1 help")
        shell.type("add pp recall reso")
        shell.wait("pp-recall-resolution", "Recall one resolution")


@pytest.mark.parametrize("columns", [40, 80])
def test_a_form_shows_question_paragraph_and_help(tmp_path: Path, columns: int) -> None:
    with terminal("keepers.draft", cwd=tmp_path, columns=columns) as shell:
        shell.wait("s.draft")
        shell.type("add pp pp-recall-resolution" + ENTER)
        shell.wait("1/3 Resolution:")
        shell.type("60/1")
        shell.wait("Recalling its resolution 60/1")
        shell.wait("Ctrl-C leaves", "1325 (2000)")
        shell.type(ENTER)
        shell.wait("2/3 Date of adoption:")
        shell.type("yesterday" + ENTER)
        shell.wait("'yesterday' is not a")
        shell.type(CTRL_C)
        shell.wait("left; nothing was changed")


def test_forty_columns_are_enough(tmp_path: Path) -> None:
    with terminal("keepers.draft", cwd=tmp_path, columns=40) as shell:
        shell.wait("keepers.draft")
        for line in LINES[1:4]:
            shell.type(line + ENTER)
        shell.wait("op 1 added")
        shell.type("add op seized" + ENTER)
        shell.wait("Search:")
        shell.type(ENTER)
        shell.wait("remain seized")
        shell.type("view" + ENTER)
        shell.wait("q back", "PP1   Recalling")
        shell.type("q")
        shell.wait("unsaved")


@pytest.mark.parametrize("columns", [40, 80])
def test_f1_helps_with_the_command_that_is_typed(tmp_path: Path, columns: int) -> None:
    with terminal("keepers.draft", cwd=tmp_path, columns=columns) as shell:
        shell.wait("s.draft")
        shell.read(1)
        shell.type("split ")
        shell.wait("> split")
        shell.type("\x1bOP")
        shown = shell.wait("q back", "split ADDRESS")
        assert max(map(len, shown.splitlines())) <= columns
        shell.screen.reset()
        shell.type("q")
        shell.wait("> split")
        assert shell.shown().count("> split") == 1


def test_the_view_finds_words(tmp_path: Path) -> None:
    with terminal("keepers.draft", cwd=tmp_path, rows=12) as shell:
        shell.wait("F1 help")
        for line in LINES:
            shell.type(line + ENTER)
        shell.wait("op 3 added")
        shell.type("view" + ENTER)
        shell.wait("q back")
        shell.type("/seized" + ENTER)
        shell.wait("3.    Decides to remain seized")
        shell.type("q" + CTRL_D)
        shell.wait("There are changes that were not saved")


def test_no_colour_is_used_where_none_is_wanted(tmp_path: Path) -> None:
    with terminal("keepers.draft", cwd=tmp_path, NO_COLOR="1") as shell:
        shell.wait("F1 help")
        shell.type("delete op 1 [x]")
        shell.wait("delete op 1")
        shell.type(CTRL_C + LINES[1] + ENTER)
        shell.wait("PP1   Recalling")
        assert not PAINT.search(bytes(shell.raw))


def test_colour_is_used_where_it_may_be(tmp_path: Path) -> None:
    with terminal("keepers.draft", cwd=tmp_path) as shell:
        shell.wait("F1 help")
        shell.type("delete op 1 [x]")
        shell.wait("delete op 1")
        end = time.monotonic() + 20
        while not PAINT.search(bytes(shell.raw)) and time.monotonic() < end:
            shell.read(0.2)
        assert PAINT.search(bytes(shell.raw))


def test_a_plain_shell_draws_nothing(tmp_path: Path) -> None:
    with terminal("keepers.draft", "--plain", cwd=tmp_path) as shell:
        shell.wait("drafter>")
        shell.type(LINES[1] + ENTER)
        shell.wait("PP1   Recalling")
        shell.type("add op seized" + ENTER)
        shell.wait("Number, words to search, or . to leave:")
        shell.type("1" + ENTER)
        shell.wait("remain seized")
        shell.type("add pp pp-recall-resolution" + ENTER)
        shell.wait("Resolution:")
        shell.type("sixty" + ENTER)
        shell.wait("Error:")
        shell.type("60/1" + ENTER)
        shell.wait("Date of adoption:")
        shell.type("<" + ENTER)
        shell.wait("(Enter keeps 60/1):")
        shell.type("." + ENTER)
        shell.wait("left; nothing was changed")
        shell.type("quit keep" + ENTER)
        assert shell.end() == 0
        escapes = re.findall(rb"\x1b\[[0-9;]*[A-Za-z]", bytes(shell.raw))
        assert not escapes


def test_a_second_shell_is_told_and_reads_only(tmp_path: Path) -> None:
    with terminal("keepers.draft", cwd=tmp_path) as first:
        first.wait("F1 help")
        first.type(LINES[1] + ENTER + "save" + ENTER)
        first.wait("saved keepers.draft")
        with terminal("keepers.draft", cwd=tmp_path) as second:
            second.wait("read-only", "another session has this draft open")


def test_a_draft_that_was_begun_and_never_saved_is_offered(tmp_path: Path) -> None:
    with terminal(cwd=tmp_path) as shell:
        shell.wait("untitled.draft")
        shell.type(LINES[1] + ENTER)
        shell.wait("PP1   Recalling")
        shell.process.kill()
        shell.process.wait()
    with terminal(cwd=tmp_path) as shell:
        shell.wait("go on with untitled.draft")
        shell.type(ENTER)
        shell.wait("1 pp 0 op")
