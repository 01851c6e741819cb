"""Lines read without a screen: by readline where somebody types, with history and completion."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import TextIO

from drafter.render.safe import safe
from drafter.shell.completion import Candidate
from drafter.shell.history import earlier, remember

MOST = 9
"""Candidates that are read out at once."""
Candidates = Callable[[str], Sequence[Candidate]]


@dataclass
class Lines:
    """Reads lines; `history` is the file of those that were commands."""

    stream: TextIO = field(default_factory=lambda: sys.stdout)
    history: Path | None = None
    readline: ModuleType | None = None

    def __post_init__(self) -> None:
        if sys.stdin.isatty() and sys.stdout.isatty():
            self.readline = _quiet_readline()
        if self.readline is not None and self.history is not None:
            for line in earlier(self.history):
                self.readline.add_history(line)

    @property
    def edits(self) -> bool:
        """Whether a text can be put into the line to be edited."""
        return self.readline is not None

    def read(
        self, prompt: str, candidates: Candidates, *, text: str = "", command: bool = False
    ) -> str:
        """The next line; where it can be edited it begins with `text`.

        A line that ends in "?" reads out what could stand there, and is asked for again. Tab does
        the same where the line can be edited, or goes on with the only candidate.

        Raises:
            EOFError, KeyboardInterrupt: the line was given up.
        """
        while True:
            typed = self._line(prompt, candidates, text)
            asks = typed.endswith("?") and typed.strip() != "?"
            if not asks and not (typed == "?" and not command):
                break
            text = typed[:-1]
            self.tell(candidates(text))
        if command and typed.strip() and self.history is not None:
            remember(self.history, typed)
        return typed

    def tell(self, found: Sequence[Candidate]) -> None:
        """Read candidates out."""
        lines = [_told(one) for one in found[:MOST]] or ["Nothing is known that fits here."]
        if len(found) > MOST:
            lines.append(f"and {len(found) - MOST} more; type some letters of it first")
        print(*lines, sep="\n", file=self.stream, flush=True)

    def _line(self, prompt: str, candidates: Candidates, text: str) -> str:
        if self.readline is None:
            return input(prompt)
        before = self.readline.get_current_history_length()
        self.readline.set_completer(_Tab(self, prompt, candidates))
        self.readline.set_startup_hook(lambda: self._put(text))
        try:
            line = input(prompt)
        except (KeyboardInterrupt, EOFError):
            print(file=self.stream)
            raise
        finally:
            self.readline.set_startup_hook(None)
            self.readline.set_completer(None)
        self._forget(before, line, prompt)
        return line

    def _put(self, text: str) -> None:
        if self.readline is not None:
            self.readline.insert_text(text)

    def _forget(self, before: int, line: str, prompt: str) -> None:
        """Answers and questions are no commands: the arrows do not bring them back."""
        if self.readline is None or self.readline.get_current_history_length() == before:
            return
        if line.endswith("?") or prompt != COMMAND:
            with suppress(ValueError):
                self.readline.remove_history_item(before)


COMMAND = "drafter> "
"""The prompt of commands, whose lines are remembered."""


def _told(one: Candidate) -> str:
    name = safe((one.label or one.text).strip())
    return f"{name}: {safe(one.about)}" if one.about and one.about != name else name


class _Tab:
    """What Tab does: go on with the only candidate, else read them out."""

    def __init__(self, lines: Lines, prompt: str, candidates: Candidates) -> None:
        self.lines = lines
        self.prompt = prompt
        self.candidates = candidates

    def __call__(self, _word: str, place: int) -> str | None:
        readline = self.lines.readline
        if place or readline is None:
            return None
        line = str(readline.get_line_buffer())
        found = self.candidates(line)
        if len(found) == 1:
            return line[: found[0].start] + found[0].text
        whole = _shared([line[: one.start] + one.text for one in found])
        if whole.startswith(line) and len(whole) > len(line):
            return whole
        print(file=self.lines.stream)
        self.lines.tell(found)
        print(f"{self.prompt}{line}", end="", file=self.lines.stream, flush=True)
        return None


def _shared(texts: Sequence[str]) -> str:
    """What several texts begin with."""
    if not texts:
        return ""
    first, last = min(texts), max(texts)
    differs = (place for place, sign in enumerate(first) if last[place : place + 1] != sign)
    return first[: next(differs, len(first))]


def _quiet_readline() -> ModuleType | None:
    """GNU readline told that the terminal can do nothing, so that it never moves the cursor.

    It looks at TERM once, when it is loaded; programs that are started see the real one.
    """
    real = os.environ.get("TERM")
    os.environ["TERM"] = "dumb"
    try:
        import readline  # noqa: PLC0415 - it looks at the environment when it is loaded
    except ImportError:
        return None  # not every system has it; lines are read without it
    finally:
        if real is None:
            del os.environ["TERM"]
        else:
            os.environ["TERM"] = real
    readline.set_completer_delims("")
    for setting in ("tab: complete", "set enable-bracketed-paste off", "set bell-style none"):
        readline.parse_and_bind(setting)
    return readline
