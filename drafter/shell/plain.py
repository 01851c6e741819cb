"""A person with a screen reader: one line after the other, no menu, no colour."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TextIO

from drafter.commands import Choice, State
from drafter.errors import DrafterError
from drafter.render.safe import safe
from drafter.render.spans import spans, words
from drafter.schema import Asking
from drafter.shell.display import Page, numbered, shown
from drafter.shell.fuzzy import best
from drafter.shell.person import Preview
from drafter.shell.suggest import likely
from drafter.shell.telling import fault_lines, heading, paragraphs

BACK = "<"
LEAVE = "."
MOST = 9
"""Choices that are read out at once."""


@dataclass
class Plain:
    """Asks with `input` and prints; every prompt is one line that says what is wanted."""

    stream: TextIO = field(default_factory=lambda: sys.stdout)
    columns: int = 80
    present = True

    @property
    def page(self) -> Page:
        """Lines without paint."""
        return Page(self.columns)

    def line(self, _state: State) -> str:
        """The next command line."""
        return self._read("drafter> ")

    def say(self, lines: Iterable[str]) -> None:
        """Print lines."""
        for line in lines:
            print(line, file=self.stream)
        self.stream.flush()

    def fault(self, error: DrafterError) -> None:
        """Print an error in words; where it is, is said and not drawn."""
        self.say(f"Error: {line}" for line in _joined(fault_lines(error, self.page)))

    def fill(self, asking: Asking, state: State, preview: Preview) -> Mapping[str, Any] | None:
        """Ask one question after the other; "<" goes back, "." leaves."""
        self.say(heading(asking.form.title, asking.form.help, self.page))
        self.say([f"{BACK} goes back, {LEAVE} leaves the form."])
        now = asking
        while (question := now.question) is not None:
            choices = likely(question.field, state)
            self.say(_about(question.field.help, [choice.value for choice in choices]))
            was = f" (Enter keeps {question.text})" if question.text else ""
            try:
                typed = self._read(f"{safe(question.title + was)}: ") or question.text
            except (KeyboardInterrupt, EOFError):
                return None
            if typed.strip() == LEAVE:
                return None
            try:
                now = now.back() if typed.strip() == BACK else now.answer(typed)
            except DrafterError as error:
                self.fault(error)
        if preview is not None:
            self.say(paragraphs([words(spans(preview(now.answers), state.numbering))], self.page))
        return now.answers

    def pick(self, title: str, choices: tuple[Choice, ...]) -> str | None:
        """Read the choices out with numbers; words search among them."""
        fitting = list(choices)
        while True:
            self.say([safe(title), *_numbered(fitting)])
            try:
                typed = self._read("Number, words to search, or . to leave: ").strip()
            except (KeyboardInterrupt, EOFError):
                return None
            if typed in {"", LEAVE}:
                return None
            if typed.isdecimal() and 0 < int(typed) <= min(len(fitting), MOST):
                return fitting[int(typed) - 1].value
            fitting = best(typed, choices, lambda one: f"{one.label} {one.about} {one.value}")

    def edit(self, title: str, text: str, _state: State) -> str | None:
        """Read the text out and take a new one."""
        self.say([safe(title), safe(text)])
        try:
            return self._read("New text (Enter keeps it): ") or None
        except (KeyboardInterrupt, EOFError):
            return None

    def view(self, state: State, at: str) -> None:
        """The numbered draft, from a block on."""
        ids = [entry.id for entry in numbered(state) if entry.id]
        self.say(shown(state, ids[ids.index(at) :] if at in ids else (), self.page))

    def _read(self, prompt: str) -> str:
        return input(prompt)


def _about(help_: str, choices: list[str]) -> list[str]:
    likely_ones = f"For example: {', '.join(choices[:MOST])}" if choices else ""
    return [safe(line) for line in (help_, likely_ones) if line]


def _numbered(choices: list[Choice]) -> list[str]:
    if not choices:
        return ["Nothing fits."]
    rows = [
        safe(f"{place}. {one.label}{f': {one.about}' if one.about else ''}")
        for place, one in enumerate(choices[:MOST], 1)
    ]
    left = len(choices) - len(rows)
    return [*rows, f"and {left} more; words search among them"] if left else rows


def _joined(lines: Iterable[str]) -> list[str]:
    """An error in one line, for who hears it."""
    return [" ".join(line.strip() for line in lines)]
