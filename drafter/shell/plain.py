"""A person with a screen reader: one line after the other, no menu, no colour."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any, TextIO

from drafter.commands import Choice, State
from drafter.errors import DrafterError
from drafter.render.safe import safe
from drafter.render.spans import spans, words
from drafter.schema import Asking, Question
from drafter.schema import Choice as Answer
from drafter.shell.completion import Candidate, candidates
from drafter.shell.counts import counts, told
from drafter.shell.display import Page, numbered, shown
from drafter.shell.fuzzy import best
from drafter.shell.person import Preview
from drafter.shell.reading import COMMAND, MOST, Lines
from drafter.shell.suggest import likely
from drafter.shell.telling import fault_lines, heading, paragraphs

BACK = "<"
LEAVE = "."


@dataclass
class Plain:
    """Asks with one line and prints; every prompt says what is wanted."""

    history: Path | None = None
    stream: TextIO = field(default_factory=lambda: sys.stdout)
    columns: int = 80
    present = True
    greeting = (
        "Type help for what you can do. A line that ends in a question mark tells what could stand"
        " there, an empty line tells how the draft stands. Ctrl-D leaves."
    )

    def __post_init__(self) -> None:
        self.lines = Lines(self.stream, self.history)

    @property
    def page(self) -> Page:
        """Lines without paint."""
        return Page(self.columns)

    def line(self, state: State) -> str:
        """The next command line; an empty one tells how the draft stands."""
        while True:
            typed = self.lines.read(COMMAND, lambda line: candidates(line, state), command=True)
            if typed.strip():
                return typed
            self.say(paragraphs([_standing(state)], self.page))

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
        self.say([f"{BACK} goes back, {LEAVE} leaves the form, ? reads out likely answers."])
        now = asking
        while (question := now.question) is not None:
            try:
                typed = self._answer(now, question, state)
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
                typed = self.lines.read("Number, words to search, or . to leave: ", _none).strip()
            except (KeyboardInterrupt, EOFError):
                return None
            if typed in {"", LEAVE}:
                return None
            if typed.isdecimal() and 0 < int(typed) <= min(len(fitting), MOST):
                return fitting[int(typed) - 1].value
            fitting = best(typed, choices, lambda one: f"{one.label} {one.about} {one.value}")

    def edit(self, title: str, text: str, _state: State, *, lines: bool) -> str | None:
        """Have the text edited in its line, or line by line; without readline take a new one."""
        self.say([safe(title)])
        try:
            if lines and "\n" in text:
                return self._edit_lines(text.split("\n"))
            return self._edit_line("Text", text) or None
        except (KeyboardInterrupt, EOFError):
            return None

    def view(self, state: State, at: str) -> None:
        """The numbered draft, from a block on."""
        ids = [entry.id for entry in numbered(state) if entry.id]
        self.say(shown(state, ids[ids.index(at) :] if at in ids else (), self.page))

    def _answer(self, now: Asking, question: Question, state: State) -> str:
        """What is typed for a question; Enter keeps the answer that there is."""
        choices = likely(question.field, state)
        count = len(now.questions)
        place = f"Question {now.at + 1} of {count}. " if count > 1 else ""
        self.say([safe(f"{place}{question.field.help}")] if place or question.field.help else [])
        was = f" (Enter keeps {question.text})" if question.text else ""
        prompt = f"{safe(question.title + was)}: "
        typed = self.lines.read(prompt, lambda typed: _answers(typed, choices))
        return typed or question.text

    def _edit_line(self, what: str, text: str) -> str:
        """A line that is edited, or, where it cannot be, taken anew; Enter keeps it."""
        if self.lines.edits:
            return self.lines.read(f"{what}: ", _none, text=safe(text))
        self.say([f"{what}: {safe(text)}"])
        return self.lines.read("New text (Enter keeps it): ", _none) or text

    def _edit_lines(self, lines: Sequence[str]) -> str | None:
        self.say(
            [f"{told(len(lines), 'line')}, one after the other; {LEAVE} leaves all as it was."]
        )
        new: list[str] = []
        for place, line in enumerate(lines, 1):
            typed = self._edit_line(f"Line {place}", line)
            if typed.strip() == LEAVE:
                return None
            new.append(typed)
        while more := self.lines.read("One line more (Enter ends): ", _none):
            new.append(more)
        return "\n".join(new)


def _none(_typed: str) -> Sequence[Candidate]:
    return ()


def _answers(typed: str, choices: Sequence[Answer]) -> list[Candidate]:
    """The likely answers that fit what was typed, from its start on."""
    fitting = best(typed, choices, lambda one: f"{one.value} {one.label}".rstrip())
    return [Candidate(one.value, 0, one.label) for one in fitting]


def _standing(state: State) -> str:
    """How the draft stands, in one sentence: what the toolbar tells on a screen."""
    count = counts(state.resolution)
    kept = "read-only" if state.read_only else "unsaved" if state.unsaved else "saved"
    held = f"{count.preambular} preambular and {count.operative} operative paragraphs"
    length = f"{told(count.notes, 'note')}, {told(count.words, 'word')}"
    return safe(f"{PurePath(state.path).name or 'the draft'}: {kept}, {held}, {length}.")


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
    """An error in one line, for who hears it: a sentence for each of its lines."""
    return [". ".join(line.strip().rstrip(".") for line in lines)]
