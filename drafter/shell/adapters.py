"""Completion, highlighting and suggestions as prompt_toolkit wants them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from prompt_toolkit.auto_suggest import AutoSuggest, Suggestion
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.history import History
from prompt_toolkit.lexers import Lexer

from drafter.commands import State
from drafter.render.safe import safe
from drafter.schema import Choice
from drafter.shell.completion import candidates
from drafter.shell.fuzzy import best
from drafter.shell.highlight import Pieces

NARROW = 60
"""Columns below which the prompt is short, and nothing is shown beside a candidate."""


class Commands(Completer):
    """Completes a command line in the state of now, or looks through earlier lines."""

    def __init__(
        self, state: Callable[[], State], history: History, columns: Callable[[], int]
    ) -> None:
        self.state = state
        self.history = history
        self.columns = columns
        self.looking_back = False

    def get_completions(self, document: Document, _event: CompleteEvent) -> Iterator[Completion]:
        """The candidates for what stands before the cursor."""
        line = document.text_before_cursor
        if self.looking_back:
            for earlier in self.earlier(line):
                yield Completion(earlier, -len(line), display=safe(earlier))
            return
        narrow = self.columns() < NARROW
        for one in candidates(line, self.state()):
            yield Completion(
                one.text,
                one.start - len(line),
                display=safe(one.label or one.text),
                display_meta=None if narrow else safe(one.about),
            )

    def earlier(self, typed: str) -> list[str]:
        """Earlier lines that fit, the best first, and of equal ones the newest."""
        return best(typed, dict.fromkeys(reversed(self.history.get_strings())))


class Answers(Completer):
    """Completes the answer to a question from its likely answers."""

    def __init__(self, choices: Iterable[Choice], *, listed: bool = False) -> None:
        self.choices = tuple(choices)
        self.listed = listed

    def get_completions(self, document: Document, _event: CompleteEvent) -> Iterator[Completion]:
        """The likely answers that fit; in a list, for its last item."""
        typed = document.text_before_cursor
        if self.listed:
            typed = typed.rsplit(";", 1)[-1].lstrip()
        for one in best(typed, self.choices, _searched):
            yield Completion(
                one.value, -len(typed), display=safe(one.value), display_meta=safe(one.label)
            )


def _searched(choice: Choice) -> str:
    return f"{choice.value} {choice.label}".rstrip()


class Highlight(Lexer):
    """Paints what is typed, line by line, by a function from text to pieces."""

    def __init__(self, paint: Callable[[str], Pieces]) -> None:
        self.paint = paint

    def lex_document(self, document: Document) -> Callable[[int], StyleAndTextTuples]:
        """The pieces of a line by its number."""
        lines = document.lines

        def line(number: int) -> StyleAndTextTuples:
            return [*self.paint(lines[number])] if number < len(lines) else []

        return line


class Earlier(AutoSuggest):
    """Suggests how the newest earlier line went on that began like this one."""

    def get_suggestion(self, buffer: Buffer, document: Document) -> Suggestion | None:
        """The rest of that line; nothing for an empty one."""
        typed = document.text
        if not typed.strip() or "\n" in typed:
            return None
        for line in reversed(buffer.history.get_strings()):
            if line.startswith(typed) and line != typed and "\n" not in line:
                return Suggestion(line[len(typed) :])
        return None
