"""What the loop needs of whoever sits in front of it: a screen, a plain terminal, or nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, TypeAlias

from drafter.commands import Choice, State
from drafter.errors import DrafterError
from drafter.model import Inlines
from drafter.schema import Asking
from drafter.shell.display import Page

Preview: TypeAlias = Callable[[Mapping[str, Any]], Inlines] | None
"""The text that the answers so far lead to."""


class Person(Protocol):
    """Somebody who types and reads; everything shown to them is safe for a terminal."""

    @property
    def page(self) -> Page:
        """How wide lines may be, and whether they are painted."""

    @property
    def present(self) -> bool:
        """Whether there is somebody who can answer questions."""

    @property
    def greeting(self) -> str:
        """What somebody who has just come should know of keys and help."""

    def line(self, state: State) -> str:
        """The next command line.

        Raises:
            EOFError: there is no more.
            KeyboardInterrupt: the line was given up.
        """

    def say(self, lines: Iterable[str]) -> None:
        """Show lines that may be painted already."""

    def fault(self, error: DrafterError) -> None:
        """Tell an error: what, where, and what to do."""

    def fill(self, asking: Asking, state: State, preview: Preview) -> Mapping[str, Any] | None:
        """Have a form filled in, seeing what it makes; None when it was left."""

    def pick(self, title: str, choices: tuple[Choice, ...]) -> str | None:
        """Have one of several chosen; None when the choice was left."""

    def edit(self, title: str, text: str, state: State, *, lines: bool) -> str | None:
        """Have a text edited in place, one of several lines if need be; None when it was left."""

    def view(self, state: State, at: str) -> None:
        """Let the numbered draft be looked through, from a block on."""
