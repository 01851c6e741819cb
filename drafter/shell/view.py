"""The full-screen view of the numbered draft: scroll, search, leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from prompt_toolkit.application import Application, get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition, Filter
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import (
    BufferControl,
    ConditionalContainer,
    FormattedTextControl,
    HSplit,
    Layout,
    VSplit,
    Window,
)
from prompt_toolkit.output import Output

from drafter.render.outline import Entry, entry_lines
from drafter.render.safe import width
from drafter.render.spans import Look, Span, Spans, words
from drafter.shell.style import STYLE, depth

_WIDEST = 100


@dataclass
class Pager:
    """What the view shows: entries laid out in lines, which of them is on top, what is searched."""

    entries: Sequence[Entry]
    title: str
    top: int = 0
    sought: str = ""
    columns: int = 0
    lines: list[Spans] = field(default_factory=list)
    starts: dict[str, int] = field(default_factory=dict)

    def lay_out(self, columns: int) -> None:
        """The lines for a screen of so many columns; the paragraph on top stays there."""
        if columns == self.columns:
            return
        above = [id_ for id_, line in self.starts.items() if line <= self.top]
        self.columns, self.lines, self.starts = columns, [], {}
        for place, entry in enumerate(self.entries):
            if entry.gap and place:
                self.lines.append(())
            self.starts.setdefault(entry.id, len(self.lines))
            self.lines.extend(entry_lines(entry, min(columns, _WIDEST)))
        if above:
            self.go_to(above[-1])

    def go_to(self, id_: str) -> None:
        """Put a block on top."""
        self.top = self.starts.get(id_, self.top)

    def scroll(self, by: int, rows: int) -> None:
        """Go on or back by so many lines, not beyond the ends."""
        self.top = max(0, min(self.top + by, len(self.lines) - rows))

    def find(self, sought: str, rows: int, *, back: bool = False) -> bool:
        """Go to the next line that has the words, from the other end on when there is none."""
        self.sought = sought.casefold()
        count = len(self.lines)
        step = -1 if back else 1
        for far in range(1, count + 1):
            place = (self.top + step * far) % count
            if self.sought and self.sought in words(self.lines[place]).casefold():
                self.top = max(0, min(place, count - rows))
                return True
        return False

    def screen(self, rows: int) -> StyleAndTextTuples:
        """The lines on the screen, painted."""
        shown: StyleAndTextTuples = []
        for line in self.lines[self.top : self.top + rows]:
            for span in line:
                shown += self._found(span)
            shown.append(("", "\n"))
        return shown

    def where(self, rows: int) -> str:
        """How far down the draft the screen is."""
        end = min(self.top + rows, len(self.lines))
        if not self.top and end == len(self.lines):
            return "all"
        return f"{100 * end // max(len(self.lines), 1)} %"

    def _found(self, span: Span) -> StyleAndTextTuples:
        """A span with the words that are searched for marked."""
        look = f"class:look.{span.look}" if span.look else ""
        if not self.sought or span.look is Look.DELETED:
            return [(look, span.text)]
        pieces: StyleAndTextTuples = []
        at, low = 0, span.text.casefold()
        while len(low) == len(span.text) and (place := low.find(self.sought, at)) >= 0:
            end = place + len(self.sought)
            pieces += [(look, span.text[at:place]), ("class:found", span.text[place:end])]
            at = end
        return [*pieces, (look, span.text[at:])]


def view(
    pager: Pager,
    at: str,
    *,
    colour: bool,
    screen_input: Input | None = None,
    output: Output | None = None,
) -> None:
    """Show the pager on the whole screen until it is left."""
    search = Buffer(multiline=False)
    typing = Condition(lambda: get_app().layout.has_focus(search))
    body = FormattedTextControl(lambda: _body(pager), focusable=True, show_cursor=False)
    app: Application[None] = Application(
        layout=Layout(_windows(pager, body, search, typing), focused_element=body),
        key_bindings=_keys(pager, search, typing, body),
        full_screen=True,
        style=STYLE,
        color_depth=depth(colour=colour),
        input=screen_input,
        output=output,
    )
    pager.lay_out(app.output.get_size().columns)
    pager.go_to(at)
    app.run()


def _windows(pager: Pager, body: FormattedTextControl, search: Buffer, typing: Condition) -> HSplit:
    """The draft, and in the last line what is searched for, or where one is and the keys."""
    line = VSplit(
        [Window(FormattedTextControl("/"), width=1), Window(BufferControl(search), height=1)]
    )
    told = Window(FormattedTextControl(lambda: _bar(pager)), height=1, style="class:bottom-toolbar")
    return HSplit(
        [
            Window(body, wrap_lines=False),
            ConditionalContainer(line, typing),
            ConditionalContainer(told, ~typing),
        ]
    )


def _rows() -> int:
    return max(get_app().output.get_size().rows - 1, 1)


def _body(pager: Pager) -> StyleAndTextTuples:
    pager.lay_out(get_app().output.get_size().columns)
    pager.scroll(0, _rows())
    return pager.screen(_rows())


def _bar(pager: Pager) -> str:
    columns = get_app().output.get_size().columns
    where = pager.where(_rows())
    told = f" {pager.title} | {where} | arrows, space, / search, n next, q back"
    return told if width(told) <= columns else f" {where} | / search | q back"


def _keys(
    pager: Pager, search: Buffer, typing: Condition, body: FormattedTextControl
) -> KeyBindings:
    keys = KeyBindings()
    _moves(keys, pager, ~typing)

    @keys.add("/", filter=~typing)
    def _start(event: KeyPressEvent) -> None:
        search.reset()
        event.app.layout.focus(search)

    @keys.add("enter", filter=typing)
    def _search(event: KeyPressEvent) -> None:
        event.app.layout.focus(body)
        if not pager.find(search.text, _rows()):
            event.app.output.bell()

    @keys.add("escape", filter=typing, eager=True)
    @keys.add("c-c", filter=typing)
    def _stop(event: KeyPressEvent) -> None:
        event.app.layout.focus(body)

    for key in ("q", "escape", "c-c", "c-d"):
        keys.add(key, filter=~typing, eager=key == "escape")(lambda event: event.app.exit())
    return keys


def _moves(keys: KeyBindings, pager: Pager, here: Filter) -> None:
    """Keys as pagers have them."""
    steps = {"down": 1, "j": 1, "enter": 1, "up": -1, "k": -1}
    pages = {"pagedown": 1, " ": 1, "c-f": 1, "pageup": -1, "b": -1, "c-b": -1}
    ends = {"home": -1, "g": -1, "end": 1, "G": 1}
    finds = {"n": False, "N": True}

    def bind(key: str, move: object) -> None:
        keys.add(key, filter=here)(move)  # type: ignore[type-var]  # any callable of one event

    for key, by in steps.items():
        bind(key, lambda _, by=by: pager.scroll(by, _rows()))
    for key, by in pages.items():
        bind(key, lambda _, by=by: pager.scroll(by * max(_rows() - 2, 1), _rows()))
    for key, by in ends.items():
        bind(key, lambda _, by=by: pager.scroll(by * len(pager.lines), _rows()))
    for key, back in finds.items():
        bind(key, lambda _, back=back: pager.find(pager.sought, _rows(), back=back))
