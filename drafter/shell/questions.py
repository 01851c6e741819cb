"""A form on the screen: one question after the other, checked as it is answered, and back again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
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
from drafter.render.spans import Span, Spans, spans, words, wrap
from drafter.schema import Asking, Question
from drafter.shell.adapters import Answers
from drafter.shell.fuzzy import best
from drafter.shell.person import Preview
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


def fill(
    start: Asking, state: State, where: Screenful, preview: Preview = None
) -> Mapping[str, Any] | None:
    """The answers, when every question has been asked; None when the form was left."""
    now = start
    while (question := now.question) is not None:
        try:
            typed = _ask(_Prompt(now, question, state, preview), where)
        except (KeyboardInterrupt, EOFError):
            return None
        now = now.back() if typed is None else now.answer(typed)
    return now.answers


def _ask(prompt: _Prompt, where: Screenful) -> str | None:
    """A text that the question takes; None to go back."""
    question = prompt.question
    choices = likely(question.field, prompt.state)
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
        placeholder=[("class:about", safe(question.field.default))],
    )
    offer = choices and not question.text
    return session.prompt(
        prompt.message(), default=question.text, pre_run=_show_choices if offer else None
    )


def _show_choices() -> None:
    """Show what may be answered before anything is typed."""
    get_app().current_buffer.start_completion(select_first=False)


def pieces(lines: Iterable[Spans]) -> StyleAndTextTuples:
    """Wrapped lines of a text, painted for the toolbar."""
    painted: StyleAndTextTuples = []
    for line in lines:
        painted.append(("", " "))
        painted += [(f"class:look.{one.look}" if one.look else "", one.text) for one in line]
        painted.append(("", "\n"))
    return painted


class _Prompt:
    """One question on the screen; `fault` is what was wrong with the last answer to it."""

    def __init__(self, now: Asking, question: Question, state: State, preview: Preview) -> None:
        self.now = now
        self.question = question
        self.state = state
        self.preview = preview
        self.fault: DrafterError | None = None

    def message(self) -> StyleAndTextTuples:
        """The question with its place among the others."""
        count = len(self.now.questions)
        place = f"{self.now.at + 1}/{count} " if count > 1 else ""
        return [("class:about", place), ("class:question", f"{safe(self.question.title)}: ")]

    def help(self) -> StyleAndTextTuples:
        """The text so far; what was wrong, or what may be written; then the keys."""
        columns = get_app().output.get_size().columns - 2
        shown = self._preview(get_app().current_buffer.text, columns)
        said, look = self.question.field.help, ""
        if self.fault is not None:
            said, look = f"{self.fault.what}: {self.fault.hint}".rstrip(": "), "class:fault"
        told = wrap((Span(safe(said)),), columns) if said else ()
        lines = [words(line) for _, line in zip(range(4), told, strict=False)]
        keys = f"{_empty(self.now, self.question)} | < back | Ctrl-C leaves the form"
        keys = keys if len(keys) <= columns else "< back | Ctrl-C leaves"
        painted = [(look, f" {line}\n") for line in lines]
        return [*shown, *painted, ("class:bar.keys", f" {keys}")]

    def _preview(self, typed: str, columns: int) -> StyleAndTextTuples:
        """The paragraph with the answers so far, and with what is being typed if it is good."""
        if self.preview is None:
            return []
        answers = self.now.answers
        with suppress(DrafterError):
            answers = self.now.answer(typed).answers
        with suppress(DrafterError):
            text = spans(self.preview(answers), self.state.numbering)
            lines = [line for _, line in zip(range(6), wrap(text, columns), strict=False)]
            return [*(pieces(lines)), ("", "\n")]
        return []

    def keys(self) -> KeyBindings:
        """Enter checks before it goes on; Alt-Up goes back."""
        keys = KeyBindings()

        @keys.add("enter")
        def _go_on(event: KeyPressEvent) -> None:
            buffer = event.current_buffer
            taken = buffer.complete_state and buffer.complete_state.current_completion
            buffer.complete_state = None
            if taken and self.question.field.of:
                return  # a list goes on after the item that was taken
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
            only = self._only(text)
            if not only:
                self.fault = error
                return
            text = event.current_buffer.text = only
        event.app.exit(result=text)

    def _only(self, text: str) -> str:
        """The one choice that fits some letters of it; "" where none or several do."""
        fitting = best(text, self.question.field.choices, lambda one: f"{one.value} {one.label}")
        return fitting[0].value if len(fitting) == 1 else ""


def _empty(now: Asking, question: Question) -> str:
    """What Enter does where nothing is written."""
    if question.field.default and not question.text:
        return f"Enter: {safe(question.field.default)}"
    if now.form.open_ended and question.field.required:
        return "Enter leaves it open"
    return "Enter goes on"
