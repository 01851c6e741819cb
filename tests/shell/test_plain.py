"""The plain shell as somebody hears it: completion on demand, history, lines that are edited."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.shell.pasting import entered
from tests.cli_runner import drafter
from tests.shells import LINES, terminal

ENTER = "\r"
UP = "\x1b[A"
STEERS = re.compile(rb"\x1b|\x9b")


def test_a_question_mark_reads_out_what_could_stand_there(tmp_path: Path) -> None:
    with terminal("keepers.draft", "--plain", cwd=tmp_path) as shell:
        shell.wait("drafter>")
        shell.type("add op repo?" + ENTER)
        shell.wait("Take note of a report: op-note-report")
        shell.wait("more; type some letters of it first\ndrafter> add op repo")
        shell.type("\x15" + "mo\t")
        shell.wait("note move: Call a footnote at another place")
        shell.type("\x15" + "und\t" + ENTER)
        shell.wait("nothing to undo")
        assert not STEERS.search(bytes(shell.raw))


def test_an_empty_line_tells_how_the_draft_stands(tmp_path: Path) -> None:
    done = drafter("shell", "a.draft", "--plain", cwd=tmp_path, stdin=b"title Lamps\n\nquit keep\n")
    assert "a.draft: unsaved, 0 preambular and 0 operative paragraphs, no notes" in done.out


def test_lines_of_earlier_sessions_come_back(tmp_path: Path) -> None:
    for place in range(2):
        with terminal("keepers.draft", "--plain", cwd=tmp_path) as shell:
            shell.wait("drafter>")
            shell.type((UP if place else LINES[1]) + ENTER)
            shell.wait(f"pp {place + 1} added")


def test_a_text_is_edited_in_its_line_and_several_line_by_line(tmp_path: Path) -> None:
    with terminal("keepers.draft", "--plain", cwd=tmp_path) as shell:
        shell.wait("drafter>")
        for line in LINES[3:5]:
            shell.type(line + ENTER)
        shell.wait("op 1 (a) added")
        shell.type("edit op 1 (a)" + ENTER)
        shell.wait("Text: To report on the keepers.")
        shell.type("\x7f at night." + ENTER)
        shell.wait("op 1 (a) edited")
        shell.type("edit op 1" + ENTER)
        shell.wait("Line 1:")
        shell.type(ENTER)
        shell.wait("Line 2:")
        shell.type(ENTER)
        shell.wait("One line more")
        shell.type("  - To rest" + ENTER + ENTER)
        shell.wait("(b)  To rest.")
        assert not STEERS.search(bytes(shell.raw))


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("delete op 3", ("delete op 3",)),
        ("# a comment", ()),
        ("undo\nshow\n# and\nnote add op 1 A/60/1", ("undo", "show", "note add op 1 A/60/1")),
        ("title Lamps\nand ships", ("title Lamps and ships",)),
        ("add op Requests\nthe Chair;\nDecides", ("add op Requests the Chair;\nDecides",)),
        ("add op\n1. One\n2. Two", ("add op\n1. One\n2. Two",)),
    ],
)
def test_what_is_entered_at_once_is_commands_paragraphs_or_one_line(
    typed: str, lines: tuple[str, ...]
) -> None:
    assert entered(typed) == lines
