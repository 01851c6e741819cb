"""Nobody: commands come from a script or a pipe; what needs a person is refused."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TextIO

from drafter.commands import Choice, State
from drafter.errors import DrafterError
from drafter.schema import Asking
from drafter.shell.display import Page
from drafter.shell.person import Preview


@dataclass
class Nobody:
    """Reads lines and prints results; `said` is the last one, `number` its number."""

    lines: Iterator[str]
    stream: TextIO = field(default_factory=lambda: sys.stdout)
    errors: TextIO = field(default_factory=lambda: sys.stderr)
    columns: int = 80
    number: int = 0
    said: str = ""
    present = False
    greeting = ""

    @property
    def page(self) -> Page:
        """Lines without paint."""
        return Page(self.columns)

    def line(self, _state: State) -> str:
        """The next line of the script."""
        try:
            line = next(self.lines)
        except StopIteration:
            raise EOFError from None
        self.number += 1
        self.said = line.rstrip("\r\n")
        return self.said

    def say(self, lines: Iterable[str]) -> None:
        """Print lines."""
        for line in lines:
            print(line, file=self.stream)

    def tell(self, lines: Iterable[str]) -> None:
        """Say something about the script itself, beside what it prints."""
        for line in lines:
            print(line, file=self.errors)

    def fault(self, error: DrafterError) -> None:
        """A fault ends a script; the one who called it tells it."""
        raise error

    def fill(self, _asking: Asking, _state: State, _preview: Preview) -> Mapping[str, Any] | None:
        """Nobody answers."""
        return None

    def pick(self, _title: str, _choices: tuple[Choice, ...]) -> str | None:
        """Nobody chooses."""
        return None

    def edit(self, _title: str, _text: str, _state: State, *, lines: bool) -> str | None:  # noqa: ARG002 - nobody
        """Nobody edits."""
        return None

    def view(self, _state: State, _at: str) -> None:
        """Nobody looks."""
