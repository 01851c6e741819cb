"""The notices of one reading, put in the order of the source at its end."""

from __future__ import annotations

from typing import Protocol

from drafter.errors import Place
from drafter.report import Kind, Notice


class Placed(Protocol):
    """Anything that knows where in the source it stands."""

    @property
    def place(self) -> Place:
        """The place."""
        ...


class Log:
    """Collects notices while a text is read."""

    def __init__(self) -> None:
        self._notices: list[Notice] = []

    def add(self, kind: Kind, at: Placed, message: str, text: str = "") -> None:
        """A remark about a line; `text` are the words of the source that it is about."""
        self._notices.append(Notice(kind, message, at.place, text))

    def skip(self, at: Placed, what: str, text: str) -> None:
        """Words of the source that do not become part of the value, and what they are."""
        self.add(Kind.SKIPPED, at, f"left out: {what}", text)

    def in_order(self) -> tuple[Notice, ...]:
        """The notices by line; those of one line as they were added."""
        return tuple(sorted(self._notices, key=lambda notice: notice.where.line))
