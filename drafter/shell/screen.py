"""A person in front of a screen: prompts, menus, toolbar, forms, and the full-screen view."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TextIO

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.document import Document
from prompt_toolkit.enums import EditingMode
from prompt_toolkit.filters import Condition, completion_is_selected
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output import Output, create_output

from drafter.commands import Choice, State
from drafter.errors import DrafterError
from drafter.model import Role
from drafter.render.outline import Entry
from drafter.render.safe import safe, width
from drafter.render.spans import Span
from drafter.schema import Asking
from drafter.shell.adapters import NARROW, Commands, Earlier, Highlight
from drafter.shell.counts import counts
from drafter.shell.display import Page, numbered
from drafter.shell.editing import Editing, edit
from drafter.shell.highlight import command_line, running
from drafter.shell.person import Preview
from drafter.shell.picking import pick
from drafter.shell.questions import Screenful, fill
from drafter.shell.style import STYLE, depth
from drafter.shell.telling import fault_lines, heading, paragraphs
from drafter.shell.toolbar import Bar, bar_of, toolbar
from drafter.shell.view import Pager, view


@dataclass(frozen=True)
class Setting:
    """How the screen is used.

    `history` is the file of earlier lines, None for none. `problems` counts what is wrong in a
    draft, None where it cannot tell; it is asked beside the prompt, which does not wait for it.
    `help` gives the help for a line that is being typed.
    """

    problems: Callable[[State], int | None]
    help: Callable[[str, State], Iterable[str]]
    colour: bool = True
    vi: bool = False
    history: Path | None = None
    input: Input | None = None
    output: Output | None = None
    stream: TextIO | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A key asked for help or for the view while this was being typed."""

    what: str
    typed: str


class Screen:
    """A person who sees and types; `state` is the one the prompt is about."""

    present = True
    greeting = "F1 or help: what you can do. Tab completes. Ctrl-D leaves."

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.output = setting.output or create_output()
        self.stream = setting.stream or sys.stdout
        self.state: State | None = None
        self.bar: Bar | None = None
        history: History = InMemoryHistory()
        if setting.history:
            history = FileHistory(str(setting.history))
        self.completer = Commands(self._now, history, lambda: self.page.columns)
        self.session: PromptSession[str | Asked] = PromptSession(
            history=history,
            completer=self.completer,
            complete_while_typing=True,
            auto_suggest=Earlier(),
            lexer=Highlight(lambda line: command_line(line, self._now())),
            bottom_toolbar=self._toolbar,
            key_bindings=_keys(self),
            editing_mode=EditingMode.VI if setting.vi else EditingMode.EMACS,
            enable_open_in_editor=True,
            style=STYLE,
            color_depth=depth(colour=setting.colour),
            reserve_space_for_menu=6,
            input=setting.input,
            output=self.output,
        )

    @property
    def page(self) -> Page:
        """The width of the terminal as it is now."""
        return Page(self.output.get_size().columns, self.setting.colour)

    def line(self, state: State) -> str:
        """The next command line."""
        self.state = state
        before = self.bar.problems if self.bar else None
        self.bar = bar_of(state, counts(state.resolution), before)
        threading.Thread(target=self._count, args=(state,), daemon=True).start()
        self.completer.looking_back = False
        typed = ""
        while True:
            self.session.app.erase_when_done = False
            entered = self.session.prompt(self._prompt, default=typed)
            if isinstance(entered, str):
                return entered
            self._look(entered)
            typed = entered.typed

    def say(self, lines: Iterable[str]) -> None:
        """Print lines above the next prompt."""
        for line in lines:
            print(line, file=self.stream)
        self.stream.flush()

    def fault(self, error: DrafterError) -> None:
        """Print an error, with a caret where the typed line is wrong."""
        typed = error.where.excerpt
        prompt = sum(width(text) for _, text, *_ in self._prompt())
        self.say(fault_lines(error, self.page, typed=typed, prompt=prompt))

    def fill(self, asking: Asking, state: State, preview: Preview) -> Mapping[str, Any] | None:
        """Ask one question after the other."""
        self.say(heading(asking.form.title, asking.form.help, self.page))
        return fill(asking, state, self._screenful(), preview)

    def pick(self, title: str, choices: tuple[Choice, ...]) -> str | None:
        """Search and choose."""
        where = self._screenful()
        return pick(
            title, choices, colour=where.colour, screen_input=where.input, output=where.output
        )

    def edit(self, title: str, text: str, state: State, *, lines: bool) -> str | None:
        """The text in place, which opens an editor on Ctrl-X Ctrl-E."""
        self.say([safe(title)])
        editing = Editing(text, lambda line: running(line, _role(line, state), state), lines)
        return edit(editing, self._screenful())

    def view(self, state: State, at: str) -> None:
        """The numbered draft on the whole screen."""
        pager = Pager(numbered(state), safe(Path(state.path).name) or "draft")
        self._page(pager, at)

    def _count(self, state: State) -> None:
        """Count problems and show their number, unless the draft has changed meanwhile."""
        found = self.setting.problems(state)
        if self.bar is not None and self.state is state:
            self.bar = replace(self.bar, problems=found)
            self.session.app.invalidate()

    def _look(self, asked: Asked) -> None:
        """Show help or the draft on the whole screen; what is being typed stays."""
        if asked.what == "view":
            self.view(self._now(), self._now().here)
            return
        lines = paragraphs(self.setting.help(asked.typed, self._now()), self.page)
        entries = [Entry("help", (Span(line),), gap=False) for line in lines]
        self._page(Pager(entries, "help"), "")

    def _page(self, pager: Pager, at: str) -> None:
        colour, keys = self.setting.colour, self.setting.input
        view(pager, at, colour=colour, screen_input=keys, output=self.output)

    def _now(self) -> State:
        assert self.state is not None  # noqa: S101 - set before the prompt that asks is shown
        return self.state

    def _screenful(self) -> Screenful:
        return Screenful(self.setting.colour, self.setting.vi, self.setting.input, self.output)

    def _prompt(self) -> StyleAndTextTuples:
        if self.completer.looking_back:
            return [("class:prompt", "earlier: ")]
        wide = self.page.columns >= NARROW
        path = self.state.path if self.state is not None else ""
        return [("class:prompt", f"{safe(Path(path).stem)[:24] if wide else ''}> ")]

    def _toolbar(self) -> StyleAndTextTuples:
        if self.bar is None:
            return []
        return [*toolbar(self.bar, get_app().output.get_size().columns)]


def _role(text: str, state: State) -> Role | None:
    """The role that the opening words of an edited text speak for."""
    return state.desk.lexicon(state.resolution.language).role(text.removeprefix("*"))


def _keys(screen: Screen) -> KeyBindings:
    """F1 help, F2 view, Ctrl-R earlier lines, Ctrl-S save."""
    keys = KeyBindings()

    @keys.add("f1")
    def _help(event: KeyPressEvent) -> None:
        _aside(event, "help")

    @keys.add("f2")
    def _view(event: KeyPressEvent) -> None:
        _aside(event, "view")

    @keys.add("c-s")
    def _save(event: KeyPressEvent) -> None:
        _enter(event, "save")

    @keys.add("enter", filter=completion_is_selected)
    def _take(event: KeyPressEvent) -> None:
        event.current_buffer.complete_state = None
        screen.completer.looking_back = False

    _add_looking_back(keys, screen.completer)
    return keys


def _add_looking_back(keys: KeyBindings, completer: Commands) -> None:
    """Ctrl-R looks through earlier lines: typing narrows, Ctrl-R goes on, Enter takes one."""
    looking = Condition(lambda: completer.looking_back)

    @keys.add("c-r")
    def _look(event: KeyPressEvent) -> None:
        if completer.looking_back and event.current_buffer.complete_state:
            event.current_buffer.complete_next()
            return
        completer.looking_back = True
        event.current_buffer.start_completion(select_first=False)

    @keys.add("enter", filter=looking & ~completion_is_selected)
    def _first(event: KeyPressEvent) -> None:
        """The best line, also where the menu is not there yet."""
        found = completer.earlier(event.current_buffer.text)
        if not found:
            event.app.output.bell()
            return
        completer.looking_back = False
        event.current_buffer.document = Document(found[0])

    @keys.add("escape", filter=looking, eager=True)
    @keys.add("c-g", filter=looking)
    def _leave(event: KeyPressEvent) -> None:
        completer.looking_back = False
        event.current_buffer.cancel_completion()


def _aside(event: KeyPressEvent, what: str) -> None:
    """Look at something else; the line comes back as it is, and does not stay above."""
    event.app.erase_when_done = True
    event.app.exit(result=Asked(what, event.current_buffer.text))


def _enter(event: KeyPressEvent, line: str) -> None:
    """Enter a command in place of what is being typed, which comes back afterwards."""
    event.app.exit(result=line)
