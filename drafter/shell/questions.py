"""A form on the screen: one question after the other, checked as it is answered, and back again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output import Output

from drafter.commands import State
from drafter.errors import DrafterError
from drafter.render.safe import safe
from drafter.render.spans import Span, words, wrap
from drafter.schema import Asking, Question
from drafter.shell.adapters import Answers
from drafter.shell.style import STYLE, depth
from drafter.shell.suggest import likely

BACK = "<"
"""Typed alone, it leads to the question before."""


@dataclass(frozen=True, slots=True)
class Screenful:
    """Where a form is drawn, and the keys that one edits with."""

    colour: bool = True
    vi: bool = False
    input: Input | None = None
    output: Output | None = None


def fill(start: Asking, state: State, where: Screenful) -> Mapping[str, Any] | None:
    """The answers, when every question has been asked; None when the form was left."""
    now = start
    while (question := now.question) is not None:
        try:
            typed = _ask(now, question, state, where)
        except (KeyboardInterrupt, EOFError):
            return None
        now = now.back() if typed is None else now.answer(typed)
    return now.answers


def _ask(now: Asking, question: Question, state: State, where: Screenful) -> str | None:
    """A text that the question takes; None to go back."""
    prompt = _Prompt(now, question)
    choices = likely(question.field, state)
    session: PromptSession[str | None] = PromptSession(
        input=where.input,
        output=where.output,
        style=STYLE,
        color_depth=depth(colour=where.colour),
        vi_mode=where.vi,
        completer=Answers(choices, listed=bool(question.field.of)),
        complete_while_typing=True,
        key_bindings=prompt.keys(),
        bottom_toolbar=prompt.help,
        reserve_space_for_menu=6 if choices else 0,
        multiline=False,
    )
    return session.prompt(prompt.message(), default=question.text)


class _Prompt:
    """One question on the screen; `fault` is what was wrong with the last answer to it."""

    def __init__(self, now: Asking, question: Question) -> None:
        self.now = now
        self.question = question
        self.fault: DrafterError | None = None

    def message(self) -> StyleAndTextTuples:
        """The question with its place among the others."""
        count = len(self.now.questions)
        place = f"{self.now.at + 1}/{count} " if count > 1 else ""
        return [("class:about", place), ("class:question", f"{safe(self.question.title)}: ")]

    def help(self) -> StyleAndTextTuples:
        """What was wrong, or what may be written; then the keys."""
        columns = get_app().output.get_size().columns - 2
        said = self.question.field.help
        look = ""
        if self.fault is not None:
            said = f"{self.fault.what}. {self.fault.hint}".rstrip(". ")
            look = "class:fault"
        told = wrap((Span(safe(said)),), columns) if said else ()
        lines = [f" {words(line)}" for _, line in zip(range(4), told, strict=False)]
        keys = f" {_empty(self.now, self.question)} | < back | Ctrl-C leaves the form"
        pieces: StyleAndTextTuples = [(look, f"{line}\n") for line in lines]
        return [*pieces, ("", keys if len(keys) <= columns + 2 else " < back | Ctrl-C leaves")]

    def keys(self) -> KeyBindings:
        """Enter checks before it goes on; Alt-Up goes back."""
        keys = KeyBindings()

        @keys.add("enter")
        def _go_on(event: KeyPressEvent) -> None:
            buffer = event.current_buffer
            if buffer.complete_state and buffer.complete_state.current_completion:
                buffer.complete_state = None
                return
            self.enter(event, buffer.text)

        @keys.add("escape", "up")
        def _back(event: KeyPressEvent) -> None:
            event.app.exit(result=None)

        return keys

    def enter(self, event: KeyPressEvent, text: str) -> None:
        """Leave with a text that the question takes; stay with the fault of another."""
        if text.strip() == BACK:
            event.app.exit(result=None)
            return
        try:
            self.now.answer(text)
        except DrafterError as error:
            self.fault = error
            return
        event.app.exit(result=text)


def _empty(now: Asking, question: Question) -> str:
    """What Enter does where nothing is written."""
    if question.field.default and not question.text:
        return f"Enter: {safe(question.field.default)}"
    if now.form.open_ended and question.field.required:
        return "Enter leaves it open"
    return "Enter goes on"
