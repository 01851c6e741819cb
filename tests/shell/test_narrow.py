"""A screen of forty columns, with and without colour: everything that matters fits."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shells import LINES, Terminal, terminal

ENTER = "\r"
CTRL_C = "\x03"
COLUMNS = 40
BARE = pytest.mark.parametrize("bare", ["", "1"], ids=["colour", "no colour"])


def typed(shell: Terminal) -> None:
    """Make the small draft."""
    shell.wait("keepers.draft | new")
    for line in LINES:
        shell.type(line + ENTER)
    shell.wait("2 pp 3 op")


def bar(shell: Terminal) -> str:
    """The last line of the screen."""
    return shell.screen.display[-1].rstrip()


@BARE
def test_the_toolbar_stays_one_line_and_keeps_file_state_and_counts(
    tmp_path: Path, bare: str
) -> None:
    with terminal("keepers.draft", cwd=tmp_path, columns=COLUMNS, NO_COLOR=bare) as shell:
        typed(shell)
        shell.wait("keepers.draft | unsaved | 2 pp 3 op")
        assert bar(shell) == " keepers.draft | unsaved | 2 pp 3 op"
        shell.type("save" + ENTER)
        shell.wait("keepers.draft | saved | 2 pp 3 op")
        assert bar(shell) == " keepers.draft | saved | 2 pp 3 op"


@BARE
def test_a_menu_shows_what_a_candidate_is_called(tmp_path: Path, bare: str) -> None:
    with terminal("keepers.draft", cwd=tmp_path, columns=COLUMNS, NO_COLOR=bare) as shell:
        shell.wait("keepers.draft")
        shell.type("add op report")
        shell.wait("Take note of a report", "Welcome a report", "\n keepers.draft")
        assert bar(shell).startswith(" keepers.draft")
        shell.type(CTRL_C + "mov")
        shell.wait("annex move")
        shell.type("\t ")
        shell.wait("> move")


@BARE
def test_the_view_scrolls_searches_and_is_left(tmp_path: Path, bare: str) -> None:
    with terminal("keepers.draft", cwd=tmp_path, columns=COLUMNS, rows=10, NO_COLOR=bare) as shell:
        typed(shell)
        shell.type("view" + ENTER)
        shell.wait("q back", "Rights of lighthouse keepers")
        shell.type(" ")
        shell.wait("1.    Requests the Secretary-General:")
        shell.type("G")
        shell.wait("100 %", "3.    Decides to remain seized of the")
        shell.type("g")
        shell.wait("Rights of lighthouse keepers")
        shell.type("/invites" + ENTER)
        shell.wait("2.    Invites Member States to")
        shell.type("q")
        shell.wait("keepers.draft | unsaved | 2 pp 3 op")
        assert bar(shell) == " keepers.draft | unsaved | 2 pp 3 op"


def test_a_long_line_that_is_typed_stays_readable(tmp_path: Path) -> None:
    with terminal("keepers.draft", cwd=tmp_path, columns=COLUMNS) as shell:
        shell.wait("keepers.draft")
        words = "Requests the Secretary-General to report on lighthouses, their keepers and ships;"
        shell.type(f"add op {words}")
        shell.wait("ships;")
        shell.type(ENTER)
        shell.wait("keepers.draft | unsaved | 0 pp 1 op")
        assert bar(shell).startswith(" keepers.draft")
