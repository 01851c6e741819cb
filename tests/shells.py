"""Shells for tests: a person whose keys come from a pipe, and a shell in a terminal of its own."""

from __future__ import annotations

import io
import os
import pty
import select
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

import pyte
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from drafter.app.desk import desk
from drafter.commands import State, run
from drafter.model import Resolution
from drafter.shell.loop import Loop
from drafter.shell.screen import Screen, Setting
from drafter.shell.start import Options, first_draft, help_lines, problems
from tests.cli_runner import environment

DESK = desk()
LINES = (
    'title "Rights of lighthouse keepers"',
    'add pp "Recalling its resolution 60/1 of 16 September 2005,"',
    'add pp "Noting the report of the Secretary-General, [and its annex]"',
    'add op "Requests the Secretary-General:"',
    'add sub "To report on the keepers;"',
    'add sub "To consult Member States;"',
    'add op "Invites Member States to consider {op 1};"',
    'add op "Decides to remain seized of the matter."',
)
"""Commands that make a small draft: two preambular, three operative paragraphs, two items."""


def made(*lines: str, path: str = "keepers.draft") -> State:
    """The state after these commands, or after those of the small draft."""
    state = State(Resolution(), DESK, path)
    for line in lines or LINES:
        state, _ = run(line, state)
    return state


@dataclass
class Piped:
    """A loop whose person types what `keys` sends; `said` is what they saw printed."""

    loop: Loop
    keys: PipeInput
    stream: io.StringIO

    @property
    def said(self) -> str:
        return self.stream.getvalue()

    def type(self, *lines: str) -> None:
        """Type lines and run the loop until it has read them all and left."""
        self.keys.send_text("".join(lines))
        self.loop.run()


@contextmanager
def piped(path: Path, *, vi: bool = False) -> Iterator[Piped]:
    """A shell with the draft in a file, or a new one, whose keys come from a pipe."""
    stream = io.StringIO()
    with create_pipe_input() as keys:
        setting = Setting(
            problems, help_lines, colour=False, vi=vi, input=keys, output=DummyOutput(),
            stream=stream,
        )  # fmt: skip
        screen = Screen(setting)
        piped_ = Piped(
            Loop(first_draft(Options("" if path == Path() else str(path)), screen), screen),
            keys,
            stream,
        )
        try:
            yield piped_
        finally:
            piped_.loop.keeper.close()


@dataclass
class Terminal:
    """A program in a pseudo-terminal, and the screen that its output makes."""

    process: subprocess.Popen[bytes]
    handle: int
    screen: pyte.Screen
    stream: pyte.ByteStream
    raw: bytearray = field(default_factory=bytearray)

    def type(self, keys: str) -> None:
        """Send keys."""
        os.write(self.handle, keys.encode("utf-8"))

    def wait(self, *words: str, seconds: float = 20.0) -> str:
        """Read until all the words are on the screen at once; the screen.

        A screen comes in pieces: what a test wants to see belongs among the words. What is
        looked at afterwards is asserted on the screen as it stands, and may be half drawn.
        """
        end = time.monotonic() + seconds
        while missing := [some for some in words if some not in self.shown()]:
            if time.monotonic() > end:
                message = f"{missing!r} did not come; the screen is:\n{self.shown()}"
                raise AssertionError(message)
            self.read(0.2)
        return self.shown()

    def read(self, seconds: float) -> None:
        """Take in what the program writes."""
        ready, _, _ = select.select([self.handle], [], [], seconds)
        if not ready:
            return
        with suppress(OSError):  # the terminal is gone when the program is
            data = os.read(self.handle, 65536)
            self.raw += data
            self.stream.feed(data)
            if b"\x1b[6n" in data:  # where is the cursor? terminals answer
                cursor = self.screen.cursor
                os.write(self.handle, b"\x1b[%d;%dR" % (cursor.y + 1, cursor.x + 1))

    def shown(self) -> str:
        """The screen as text, without spaces at the ends of lines."""
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip()

    def end(self, seconds: float = 20.0) -> int:
        """Wait for the end of the program; its exit code."""
        end = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < end:
            self.read(0.1)
        return self.process.wait(timeout=1)


@contextmanager
def terminal(
    *arguments: str, cwd: Path, columns: int = 80, rows: int = 24, **more: str
) -> Iterator[Terminal]:
    """`drafter shell` with these arguments in a terminal of this size."""
    ours, theirs = pty.openpty()
    ioctl(theirs, TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    env = environment(TERM="xterm-256color", XDG_STATE_HOME=str(cwd / "state"), **more)
    env.pop("COLUMNS", None)
    process = subprocess.Popen(
        [sys.executable, "-m", "drafter", "shell", *arguments],
        cwd=cwd, stdin=theirs, stdout=theirs, stderr=theirs, env=env, start_new_session=True,
    )  # fmt: skip
    os.close(theirs)
    screen = pyte.Screen(columns, rows)
    try:
        yield Terminal(process, ours, screen, pyte.ByteStream(screen))
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        os.close(ours)
