"""Keys in a terminal: what is typed while a command works, forms that are left, several lines."""

from __future__ import annotations

import os
import pty
import termios
from pathlib import Path

import pytest

from drafter.shell.terminal import keys_as_usual, keys_wait
from tests.shells import LINES, terminal

ENTER = "\r"
CTRL_A, CTRL_C, CTRL_D, CTRL_K, CTRL_R, CTRL_S = "\x01", "\x03", "\x04", "\x0b", "\x12", "\x13"
ALT_ENTER = "\x1b\r"
BACK_TAB = "\x1b[Z"
MARKS = "\x1b[200~", "\x1b[201~"


@pytest.fixture
def handles() -> tuple[int, int]:
    return pty.openpty()


def test_keys_that_are_typed_during_work_wait_as_they_are(handles: tuple[int, int]) -> None:
    ours, theirs = handles
    before = termios.tcgetattr(theirs)
    with keys_wait(theirs):
        os.write(ours, b"save\r\x04")
        assert os.read(theirs, 20) == b"save\r\x04"
        with keys_as_usual(theirs):
            assert termios.tcgetattr(theirs) == before
    assert termios.tcgetattr(theirs) == before


def test_an_end_typed_during_work_leaves_the_shell(tmp_path: Path) -> None:
    with terminal("keepers.draft", cwd=tmp_path) as shell:
        shell.wait("F1 help")
        shell.type(LINES[1] + ENTER + "save" + ENTER)
        while b"saved keepers.draft" not in shell.raw:
            shell.read(0.005)
        shell.type(CTRL_D)
        assert shell.end() == 0
    assert (tmp_path / "keepers.draft").exists()


@pytest.mark.parametrize("columns", [40, 80])
def test_one_goes_back_in_a_form_leaves_it_and_stays_in_the_shell(
    tmp_path: Path, columns: int
) -> None:
    with terminal("keepers.draft", cwd=tmp_path, columns=columns) as shell:
        shell.wait("s.draft")
        shell.type("add pp pp-recall-resolution" + ENTER)
        shell.wait("1/3 Resolution:")
        shell.type("60/1" + ENTER)
        shell.wait("2/3 Date of adoption:")
        shell.type("<" + ENTER)
        shell.wait("1/3 Resolution: 60/1")
        shell.type(CTRL_A + CTRL_K + "61/2" + ENTER)
        shell.wait("2/3 Date of adoption:")
        shell.type("\x1b\x1b[A")  # Alt-Up
        shell.wait("Its number alone")  # the answer stood on the screen before: it tells nothing
        shell.type(CTRL_C)
        shell.wait("left; nothing was changed")
        shell.type(LINES[1] + ENTER)
        shell.wait("PP1   Recalling")
        shell.type("half a line" + CTRL_C)
        shell.type("undo" + ENTER)
        shell.wait("undone")


@pytest.mark.parametrize("columns", [40, 80])
def test_a_paragraph_is_edited_with_its_sub_paragraphs(tmp_path: Path, columns: int) -> None:
    with terminal("keepers.draft", cwd=tmp_path, columns=columns, rows=40) as shell:
        shell.wait("s.draft")
        shell.type("".join(line + ENTER for line in LINES[3:6]))
        shell.wait("op 1 (b) added")
        shell.type("edit op 1" + ENTER)
        shell.wait(
            "*Requests* the Secretary-General:", "  - To consult Member States.", "Ctrl-S takes it"
        )
        shell.type(
            ENTER + "To rest:" + ENTER + "\tat night" + ENTER + BACK_TAB * 2 + "Decides to end"
        )
        shell.wait("Decides to end")
        shell.type(CTRL_S)
        shell.wait("2.    Decides to end.", "      (c)  To rest:", "           (i)  at night;")
        shell.type("edit op 2" + ENTER)
        shell.wait("Enter takes")
        shell.type(" here" + ENTER)
        shell.wait("Decides to end. here")


def test_alt_enter_takes_several_lines_of_a_free_text(tmp_path: Path) -> None:
    with terminal("keepers.draft", cwd=tmp_path) as shell:
        shell.wait("F1 help")
        shell.type("add op" + ENTER)
        shell.wait("Search:")
        shell.type("type a text" + ENTER)
        shell.wait("Ctrl-J new line")
        shell.type("Requests the Chair:\n")
        shell.wait("Alt-Enter")
        shell.type("- to act" + ENTER + "to rest" + ALT_ENTER)
        shell.wait("(a)  to act;", "(b)  to rest.")


def test_pasted_paragraphs_are_as_many_paragraphs(tmp_path: Path) -> None:
    page = "12. Requests the Chair to\nreport on:\n(a) Boats;\n(b) Books.\n\nDecides to\nmeet."
    with terminal("keepers.draft", cwd=tmp_path) as shell:
        shell.wait("F1 help")
        shell.type("add op " + page.join(MARKS))
        shell.wait("meet.")
        shell.type(ENTER)
        shell.wait(
            "op 1 to op 2 added",
            "1.    Requests the Chair to report on:",
            "2.    Decides to meet.",
        )


def test_pasted_commands_are_as_many_commands(tmp_path: Path) -> None:
    with terminal("keepers.draft", cwd=tmp_path) as shell:
        shell.wait("F1 help")
        shell.type("\n".join(LINES[1:4]).join(MARKS) + ENTER)
        shell.wait("2 pp 1 op")


def test_earlier_lines_are_searched_with_ctrl_r_and_suggested(tmp_path: Path) -> None:
    with terminal("keepers.draft", cwd=tmp_path) as shell:
        shell.wait("F1 help")
        shell.type("".join(line + ENTER for line in LINES[1:4]))
        shell.wait("op 1 added")
        shell.type('add op "Requ')
        shell.wait('the Secretary-General:"')  # what is suggested
        shell.type(CTRL_C + "anex" + CTRL_R)
        shell.wait("earlier: anex")
        shell.type(ENTER)
        shell.wait('> add pp "Noting the report of the Secretary-General, [and its annex]"')
        shell.type(ENTER)
        shell.wait("3 pp 1 op")


def test_vi_keys_move_and_change(tmp_path: Path) -> None:
    with terminal("keepers.draft", "--keys", "vi", cwd=tmp_path) as shell:
        shell.wait("F1 help")
        shell.type(LINES[1] + "\x1b")
        shell.read(0.8)  # a lone Esc is one after a moment
        shell.type("0wceop" + "\x1b")
        shell.wait('> add op "Recalling')
        shell.read(0.8)
        shell.type(ENTER)
        shell.wait("op 1 added")
