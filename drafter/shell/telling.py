"""Errors and messages as lines: what, where, what to do; no sign in them steers a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.errors import DrafterError
from drafter.render.safe import safe, width
from drafter.render.spans import Look, Span, paint, words, wrap
from drafter.shell.display import Page

MOST = 10
"""Faults of one error that are told; who mends ten looks again anyway."""


def fault_lines(error: DrafterError, page: Page, *, typed: str = "") -> Iterator[str]:
    """An error with its hint; `typed` is the line in which a caret shows the place."""
    for one in (error, *error.also[: MOST - 1]):
        yield from _fault(one, page, typed)
    left = len(error.also) - MOST + 1
    if left > 0:
        yield f"and {left} more"


def _fault(error: DrafterError, page: Page, typed: str) -> Iterator[str]:
    where = error.where
    if where.excerpt and where.column and where.excerpt == typed:
        head = safe(error.what)
        yield from _caret(where.excerpt, where.column - 1, page)
    else:
        head = safe(str(error))
    yield from _wrapped(head, page, Look.BOLD)
    if error.hint:
        yield from _wrapped(safe(error.hint), page, Look.PLAIN, indent="  ")


def _caret(line: str, at: int, page: Page) -> Iterator[str]:
    """The line as far as it fits, with a caret under the place."""
    room = max(page.columns - 6, 20)
    start = max(at - room // 2, 0)
    before = safe(line[start:at])
    yield f"  {before}{safe(line[at : at + room - len(before)])}"
    yield f"  {' ' * width(before)}^"


def _wrapped(text: str, page: Page, look: Look, indent: str = "") -> Iterator[str]:
    for line in wrap((Span(text, look),), page.width - len(indent)):
        yield indent + paint(line, colour=page.colour)


def paragraphs(lines: Iterable[str], page: Page) -> Iterator[str]:
    """Lines of a message made safe, and wrapped under their own indentation."""
    for line in lines:
        clean = safe(line)
        indent = clean[: len(clean) - len(clean.lstrip(" "))]
        if width(clean) <= page.columns:
            yield clean
            continue
        for part in wrap((Span(clean.strip(" ")),), page.columns - len(indent)):
            yield indent + words(part)


def heading(title: str, about: str, page: Page) -> Iterator[str]:
    """What a form is called, and below it what it is for."""
    yield from _wrapped(safe(title), page, Look.BOLD)
    if about:
        yield from _wrapped(safe(about), page, Look.DIM)
