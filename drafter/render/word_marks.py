"""The words of a change as spans, each in the look of its mark; signs where there is no colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.diff import Mark, Words
from drafter.render.safe import safe
from drafter.render.spans import Look, Span, Spans

_LOOKS = {Mark.EQUAL: Look.PLAIN, Mark.DELETE: Look.DELETED, Mark.INSERT: Look.INSERTED}
_SIGNS = {Mark.EQUAL: ("", ""), Mark.DELETE: ("[-", "-]"), Mark.INSERT: ("{+", "+}")}
PARAGRAPH = "¶"
"""Stands for the border between two paragraphs that were merged or split."""


def inline(words: Iterable[Words], *, colour: bool) -> Spans:
    """Old and new words in one text."""
    return tuple(span for stretch in words for span in _spans(stretch, colour=colour))


def one_side(words: Iterable[Words], mark: Mark, *, colour: bool) -> Spans:
    """The words of one side: those kept, and those with `mark`."""
    kept = [stretch for stretch in words if stretch.mark in {Mark.EQUAL, mark}]
    return tuple(span for stretch in kept for span in _spans(stretch, colour=colour))


def dim(text: str) -> Spans:
    """A text for orientation only."""
    return (Span(safe(text), Look.DIM),)


def _spans(stretch: Words, *, colour: bool) -> Iterator[Span]:
    """The white space at the edges is not marked; a border of paragraphs is shown as a sign."""
    text = stretch.text.replace("\n", f" {PARAGRAPH} ")
    core = text.strip(" ")
    lead, tail = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    if not core:
        yield Span(text)
        return
    opening, closing = ("", "") if colour else _SIGNS[stretch.mark]
    yield Span(f"{lead}{opening}")
    yield Span(safe(core), _LOOKS[stretch.mark])
    yield Span(f"{closing}{tail}")
