"""Choose one of several: a line to search in, and below it what fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prompt_toolkit.application import Application, get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import BufferControl, FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.layout.processors import BeforeInput
from prompt_toolkit.output import Output

from drafter.commands import Choice
from drafter.render.safe import safe, width
from drafter.render.spans import Span, words, wrap
from drafter.shell.fuzzy import best
from drafter.shell.style import STYLE, depth

ROWS = 10
"""Most choices that are shown at once."""


@dataclass
class Picker:
    """The choices that fit what was typed, and the one that is chosen."""

    choices: Sequence[Choice]
    typed: str = ""
    at: int = 0

    @property
    def fitting(self) -> list[Choice]:
        """The choices that fit, the best first."""
        return best(self.typed, self.choices, _searched, most=len(self.choices))

    @property
    def chosen(self) -> Choice | None:
        """The one that Enter takes."""
        fitting = self.fitting
        return fitting[min(self.at, len(fitting) - 1)] if fitting else None

    def move(self, by: int) -> None:
        """Go down or up, round the ends."""
        self.at = (self.at + by) % max(len(self.fitting), 1)

    def rows(self, most: int) -> tuple[list[Choice], int]:
        """The choices that are shown, and the place of the chosen one among them."""
        fitting = self.fitting
        at = min(self.at, max(len(fitting) - 1, 0))
        first = max(0, min(at - most // 2, len(fitting) - most))
        return fitting[first : first + most], at - first


def _searched(choice: Choice) -> str:
    return f"{choice.label} {choice.about} {choice.value}"


def pick(
    title: str,
    choices: Sequence[Choice],
    *,
    colour: bool,
    screen_input: Input | None = None,
    output: Output | None = None,
) -> str | None:
    """The value of what was chosen; None when the choice was left."""
    picker = Picker(choices)
    typed = Buffer(multiline=False, on_text_changed=lambda buffer: _type(picker, buffer.text))
    layout = Layout(
        HSplit(
            [
                Window(FormattedTextControl([("class:question", safe(title))]),
                       dont_extend_height=True, wrap_lines=True),
                Window(BufferControl(typed, input_processors=[BeforeInput("Search: ")]), height=1),
                Window(FormattedTextControl(lambda: _list(picker)), dont_extend_height=True),
                Window(FormattedTextControl(lambda: _hint(picker)), dont_extend_height=True,
                       style="class:bottom-toolbar"),
            ]
        )
    )  # fmt: skip
    app: Application[str | None] = Application(
        layout=layout,
        key_bindings=_keys(picker),
        style=STYLE,
        color_depth=depth(colour=colour),
        erase_when_done=True,
        input=screen_input,
        output=output,
    )
    return app.run()


def _type(picker: Picker, text: str) -> None:
    picker.typed, picker.at = text, 0


def _list(picker: Picker) -> StyleAndTextTuples:
    size = get_app().output.get_size()
    rows, at = picker.rows(max(3, min(ROWS, size.rows - 8)))
    if not rows:
        return [("class:about", "  nothing fits: type less\n")]
    painted: StyleAndTextTuples = []
    for place, choice in enumerate(rows):
        painted += _row(choice, chosen=place == at, columns=size.columns)
    return painted


def _row(choice: Choice, *, chosen: bool, columns: int) -> StyleAndTextTuples:
    sign = "> " if chosen else "  "
    label = _fit(safe(choice.label), columns - 3)
    look = "class:chosen" if chosen else ""
    room = columns - width(label) - 6
    about = _fit(safe(choice.about), room) if room > 12 else ""
    return [(look, f"{sign}{label}"), ("class:about", f"  {about}"), ("", "\n")]


def _hint(picker: Picker) -> StyleAndTextTuples:
    """What the chosen one is about, whole, and the keys."""
    columns = get_app().output.get_size().columns
    count = f"{len(picker.fitting)} of {len(picker.choices)}"
    lines = []
    if picker.chosen is not None and picker.chosen.about:
        about = wrap((Span(safe(picker.chosen.about)),), columns - 2)
        lines = [words(line) for _, line in zip(range(3), about, strict=False)]
    lines.append(f"{count} | type to search, Enter takes, Ctrl-C leaves")
    return [("", "\n".join(f" {_fit(line, columns - 2)}" for line in lines))]


def _fit(text: str, columns: int) -> str:
    if width(text) <= columns:
        return text
    line = next(wrap((Span(text),), max(columns - 2, 8)))
    return f"{words(line)} …"


def _keys(picker: Picker) -> KeyBindings:
    keys = KeyBindings()
    for names, by in ((("down", "c-n", "tab"), 1), (("up", "c-p", "s-tab"), -1)):
        for name in names:
            keys.add(name)(lambda _, by=by: picker.move(by))

    @keys.add("enter")
    def _take(event: KeyPressEvent) -> None:
        chosen = picker.chosen
        if chosen is not None:
            event.app.exit(result=chosen.value)

    @keys.add("c-c")
    @keys.add("c-d")
    @keys.add("escape", eager=True)
    def _leave(event: KeyPressEvent) -> None:
        event.app.exit(result=None)

    return keys
