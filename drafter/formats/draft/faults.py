"""Faults of a `.draft` file, gathered in one pass, each with its line and column."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.errors import DrafterError, Malformed, Place
from drafter.model.invariants import MOST

_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its number from 1, its level of indent, and all its text.

    `start` is where the content begins in the text, `end` where it ends; spaces around it are no
    part of it. Places in a line are offsets into `text`.
    """

    number: int
    level: int
    text: str
    start: int
    end: int

    def place(self, offset: int) -> Place:
        """The place of a character of the line."""
        excerpt = self.text[:_LONGEST] if offset < _LONGEST else ""
        return Place(self.number, offset + 1, "", excerpt)


class Faults:
    """The faults met so far."""

    def __init__(self) -> None:
        self.found: list[DrafterError] = []

    def add(self, line: Line, offset: int, what: str, hint: str) -> None:
        """Note a fault at a place of a line; raises Malformed when there are enough."""
        self.put(Malformed(what, hint=hint, where=line.place(offset)))

    def put(self, fault: DrafterError) -> None:
        """Note a fault; raises Malformed when there are enough, so that time is bounded."""
        self.found.append(fault)
        if len(self.found) == MOST:
            self.raise_any()

    def raise_any(self) -> None:
        """Raise the faults, if there are any: the first of the file, the others in its `also`."""
        if not self.found:
            return
        first, *others = sorted(self.found, key=lambda one: (one.where.line, one.where.column))
        first.also = tuple(others)
        raise first
