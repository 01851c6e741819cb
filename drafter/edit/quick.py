"""The quick way to replace words: inside single runs, where neither styles nor spaces can change.

Most matches lie so, and a long draft has thousands of texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from drafter.model import Emphasis, Inline, Inlines, Link, Note, Text

_OTHER = "\n"
"""Stands for an inline that is no text; no text and nothing that is looked for can hold it."""


def replace_inside(inlines: Inlines, pattern: re.Pattern[str], new: str) -> tuple[Inlines, int]:
    """A text and the notes it calls with every match replaced, and their count.

    Raises:
        LookupError: a match goes from one run to another, or what is left needs tidying.
    """
    whole = "".join(_letters(inlines))
    work = _Work(pattern, new)
    made = work.all(inlines)
    if work.spans != [found.span() for found in pattern.finditer(whole)]:
        raise LookupError
    return (made, work.count) if work.count else (inlines, 0)


def _letters(inlines: Inlines) -> Iterator[str]:
    for inline in inlines:
        if isinstance(inline, Text):
            yield inline.text
        elif isinstance(inline, Emphasis | Link):
            yield from _letters(inline.body)
        else:
            yield _OTHER


@dataclass
class _Work:
    """Goes through one text; `spans` are the matches in its letters, `count` has those of notes."""

    pattern: re.Pattern[str]
    new: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    at: int = 0
    count: int = 0

    def all(self, inlines: Inlines) -> Inlines:
        return tuple([self.one(inline) for inline in inlines])

    def one(self, inline: Inline) -> Inline:
        if isinstance(inline, Text):
            return self.text(inline)
        if isinstance(inline, Emphasis | Link):
            body = self.all(inline.body)
            return inline if body == inline.body else replace(inline, body=body)
        self.at += len(_OTHER)
        if not isinstance(inline, Note):
            return inline
        body, count = replace_inside(inline.body, self.pattern, self.new)
        self.count += count
        return replace(inline, body=body) if count else inline

    def text(self, inline: Text) -> Text:
        spans = [found.span() for found in self.pattern.finditer(inline.text)]
        start, self.at = self.at, self.at + len(inline.text)
        if not spans:
            return inline
        self.count += len(spans)
        self.spans += [(start + begins, start + ends) for begins, ends in spans]
        words = self.pattern.sub(lambda _: self.new, inline.text)
        if not _as_tidy(words, inline.text):
            raise LookupError
        return Text(words)


def _as_tidy(words: str, old: str) -> bool:
    """Whether words in the place of others need no tidying: the same spaces at their ends."""
    edges = [(text.startswith(" "), text.endswith(" ")) for text in (words, old)]
    return bool(words) and "  " not in words and edges[0] == edges[1]
