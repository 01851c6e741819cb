"""Errors and messages as lines: what, where, what to do; no sign in them steers a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drafter.errors import DrafterError
from drafter.render.safe import safe, width
from drafter.render.spans import Look, Span, paint, words, wrap
from drafter.shell.display import Page

MOST = 10
"""Faults of one error that are told; who mends ten looks again anyway."""


def fault_lines(
    error: DrafterError, page: Page, *, typed: str = "", prompt: int | None = None
) -> Iterator[str]:
    """An error with its hint.

    `typed` is the line in which a caret shows the place; `prompt` are the columns before it where
    it stands on the screen, directly above.
    """
    for one in (error, *error.also[: MOST - 1]):
        yield from _fault(one, page, typed, prompt)
    left = len(error.also) - MOST + 1
    if left > 0:
        yield f"and {left} more"


def _fault(error: DrafterError, page: Page, typed: str, prompt: int | None) -> Iterator[str]:
    where = error.where
    if where.excerpt and where.column and where.excerpt == typed:
        head = safe(error.what)
        yield from _caret(where.excerpt, where.column - 1, page, prompt)
    else:
        head = safe(str(error))
    yield from _wrapped(head, page, Look.BOLD)
    if error.hint:
        yield from _wrapped(safe(error.hint), page, Look.PLAIN, indent="  ")


def _caret(line: str, at: int, page: Page, prompt: int | None) -> Iterator[str]:
    """A caret under the place: below the line itself, or below it once more, as far as it fits."""
    before = width(safe(line[:at]))
    if prompt is not None and prompt + width(safe(line)) < page.columns:
        if at:
            yield f"{' ' * (prompt + before)}^"
        return
    room = max(page.columns - 6, 20)
    start = max(at - room // 2, 0)
    shown = safe(line[start:at])
    yield f"  {shown}{safe(line[at : at + room - len(shown)])}"
    yield f"  {' ' * width(shown)}^"


def _wrapped(text: str, page: Page, look: Look, indent: str = "") -> Iterator[str]:
    for line in wrap((Span(text, look),), page.width - len(indent)):
        yield indent + paint(line, colour=page.colour)


_COLUMN = re.compile(r" *\S.*?\s{2,}(?=\S)")


def paragraphs(lines: Iterable[str], page: Page) -> Iterator[str]:
    """Lines of a message made safe; a long one goes on under its own beginning.

    Where a line has two columns, parted by spaces, that is the beginning of the second.
    """
    for line in lines:
        clean = safe(line)
        if width(clean) <= page.columns:
            yield clean
        else:
            yield from _hanging(clean, page.columns)


def _hanging(line: str, columns: int) -> Iterator[str]:
    found = _COLUMN.match(line)
    start = found.group() if found else line[: len(line) - len(line.lstrip(" "))]
    indent = width(start) if width(start) <= columns // 2 else 6
    first, rest = (start, line[len(start) :]) if width(start) <= columns // 2 else ("", line)
    wrapped = wrap((Span(rest),), columns - (indent if first else 0))
    for place, part in enumerate(wrapped):
        yield f"{first if not place else ' ' * indent}{words(part)}"


def one_line(text: str) -> str:
    """A text as one line: what is pasted from a page has line ends and tabs."""
    return re.sub(r" *[\r\n\t\v\f]+ *", " ", text).strip(" ")


def heading(title: str, about: str, page: Page) -> Iterator[str]:
    """What a form is called, and below it what it is for."""
    yield from _wrapped(safe(title), page, Look.BOLD)
    if about:
        yield from _wrapped(safe(about), page, Look.DIM)
