"""A text edited in place: a line that Enter takes, or several lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.enums import EditingMode
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from drafter.commands.passage_lines import STEP, unwrapped
from drafter.render.safe import width
from drafter.shell.adapters import Highlight
from drafter.shell.highlight import Pieces
from drafter.shell.questions import Screenful
from drafter.shell.style import STYLE, depth

_HEAD = re.compile(r" *(?:[-–•] +)?")
_ONE = (" Enter takes it | Ctrl-J new line | Ctrl-C leaves | Ctrl-X Ctrl-E your editor",
        " Enter takes | ^J new line | ^C leaves")  # fmt: skip
_LINE = (" Enter takes it | Ctrl-C leaves | Ctrl-X Ctrl-E your editor",
         " Enter takes it | Ctrl-C leaves")  # fmt: skip
_MANY = (" Alt-Enter or Ctrl-S takes it | Enter new line | Tab deeper | Ctrl-C leaves",
         " Ctrl-S takes it | Ctrl-C leaves")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Editing:
    """A text to be edited; `lines`: it may have several, each a paragraph."""

    text: str
    paint: Callable[[str], Pieces]
    lines: bool = False


def edit(editing: Editing, where: Screenful) -> str | None:
    """The text as it was taken; None when it was left."""
    session: PromptSession[str] = PromptSession(
        lexer=Highlight(editing.paint),
        bottom_toolbar=lambda: _bar(editing),
        enable_open_in_editor=True,
        editing_mode=EditingMode.VI if where.vi else EditingMode.EMACS,
        key_bindings=_keys() if editing.lines else None,
        multiline=_several if editing.lines else False,
        prompt_continuation=_hanging,
        style=STYLE,
        color_depth=depth(colour=where.colour),
        input=where.input,
        output=where.output,
    )
    try:
        return session.prompt("", default=editing.text)
    except (KeyboardInterrupt, EOFError):
        return None


def _hanging(_columns: int, _line: int, wrapped: int) -> str:
    """A line that goes on in the next row of the screen stands further in there."""
    return " " * 4 if wrapped else ""


@Condition
def _several() -> bool:
    return "\n" in get_app().current_buffer.text


def _bar(editing: Editing) -> StyleAndTextTuples:
    """The keys, in as many words as there is room for."""
    columns = get_app().output.get_size().columns
    told = (_MANY if _several() else _ONE) if editing.lines else _LINE
    return [("", next((words for words in told if width(words) <= columns), told[-1]))]


def _keys() -> KeyBindings:
    """The keys for several lines. Enter takes a text that has one line only."""
    keys = KeyBindings()

    @keys.add("c-s")
    def _take(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    @keys.add("c-j", eager=True)
    @keys.add("enter", filter=_several)
    def _open(event: KeyPressEvent) -> None:
        """A new line begins as the one before it did."""
        head = _HEAD.match(event.current_buffer.document.current_line_before_cursor)
        event.current_buffer.insert_text("\n" + (head.group() if head else ""))

    @keys.add("tab", filter=_several)
    def _deeper(event: KeyPressEvent) -> None:
        _shift(event, _deeper_line)

    @keys.add("s-tab", filter=_several)
    def _higher(event: KeyPressEvent) -> None:
        _shift(event, _higher_line)

    @keys.add(Keys.BracketedPaste)
    def _paste(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(unwrapped(event.data))

    return keys


def _shift(event: KeyPressEvent, change: Callable[[str], str]) -> None:
    """The line of the cursor changed, with the cursor at the same words."""
    buffer = event.current_buffer
    line, column = buffer.document.current_line, buffer.document.cursor_position_col
    new = change(line)
    start = buffer.cursor_position - column
    buffer.text = buffer.text[:start] + new + buffer.text[start + len(line) :]
    buffer.cursor_position = start + max(column + len(new) - len(line), 0)


def _deeper_line(line: str) -> str:
    """The line a level deeper; a paragraph becomes a sub-paragraph."""
    inside = _HEAD.match(line)
    signed = bool(inside and inside.group().strip(" "))
    return f"{' ' * STEP}{line}" if signed else f"{' ' * STEP}- {line.lstrip(' ')}"


def _higher_line(line: str) -> str:
    """The line a level higher; a sub-paragraph of the first level becomes a paragraph."""
    inside = _HEAD.match(line)
    head = inside.group() if inside else ""
    top = bool(head.strip(" ")) and len(head) - len(head.lstrip(" ")) <= STEP
    return line[len(head) :] if top else line.removeprefix(" " * STEP)
