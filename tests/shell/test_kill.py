"""A shell that is killed loses nothing of what it has shown."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.app.desk import desk
from drafter.app.keep import open_draft
from drafter.model import plain_text
from tests.cli_runner import environment
from tests.shells import terminal

KILLS = int(os.environ.get("DRAFTER_KILLS", "6"))


@pytest.mark.parametrize("seed", range(KILLS))
def test_what_was_shown_is_there_after_a_kill(tmp_path: Path, seed: int) -> None:
    """A pipe of many changes, killed after a random number of bytes of what it says."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "drafter", "shell", "x.draft"],
        cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment(),
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    lines = (f'add op "Decides to light lamp {number};"\n' for number in range(60))
    process.stdin.write("".join(lines).encode())
    process.stdin.close()
    wanted = chance.randrange(20, 2500)
    said = b""
    while len(said) < wanted and (more := os.read(process.stdout.fileno(), 16)):
        said += more
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    shown = [int(number) for number in re.findall(rb"light lamp (\d+)[;.]", said)]
    opened = open_draft(str(tmp_path / "x.draft"), desk())
    opened.keeper.close()
    (part,) = opened.state.resolution.parts
    kept = " ".join(plain_text(block.body) for block in part.operative if hasattr(block, "body"))
    assert all(f"light lamp {number}" in kept for number in shown)
    assert len(opened.state.past) >= len(shown)


def test_the_next_start_offers_what_was_recovered(tmp_path: Path) -> None:
    with terminal("x.draft", cwd=tmp_path) as shell:
        shell.wait("F1 help")
        shell.type('add op "Decides to meet;"\rsave\radd op "Decides to part;"\r')
        shell.wait("Decides to part.")
        shell.process.kill()
        shell.process.wait()
    with terminal("x.draft", cwd=tmp_path) as shell:
        shell.wait("This draft has changes that were not saved")
        shell.type("\r")
        shell.wait("0 pp 2 op")
        shell.type("undo\r")
        shell.wait("undone")
        shell.wait("0 pp 1 op")


def test_one_can_go_back_to_the_file_and_forward_again(tmp_path: Path) -> None:
    with terminal("x.draft", cwd=tmp_path) as shell:
        shell.wait("F1 help")
        shell.type('add op "Decides to meet;"\rsave\radd op "Decides to part;"\r')
        shell.wait("Decides to part.")
        shell.process.kill()
        shell.process.wait()
    with terminal("x.draft", cwd=tmp_path) as shell:
        shell.wait("This draft has changes that were not saved")
        shell.type("\x1b[B\r")
        shell.wait("0 pp 1 op")
        shell.type("undo\r")
        shell.wait("0 pp 2 op")
