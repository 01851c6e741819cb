"""Parts and annexes: where each begins, and which of its lines are title, enacting, closing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from drafter.formats.common.body import Item, Sort, annex_label, closing_lines
from drafter.formats.common.build import build
from drafter.formats.common.labels import label_of
from drafter.formats.common.line import Line, Stretch, whole
from drafter.formats.common.log import Log
from drafter.formats.common.node import Scope
from drafter.formats.common.opening import enacting, looks_like_heading
from drafter.formats.common.words import Words

_LETTER = re.compile(r"[A-Z]")


@dataclass(slots=True)
class PartLines:
    """The lines of one part."""

    letter: str = ""
    title: list[Stretch] = field(default_factory=list)
    enacting: Line | None = None
    items: list[Item] = field(default_factory=list)
    closing: list[Stretch] = field(default_factory=list)

    def scope(self, words: Words, log: Log) -> Scope:
        """Its paragraphs."""
        return build(self.items, words, log, annex=False)


@dataclass(slots=True)
class AnnexLines:
    """The lines of one annex."""

    line: Line
    label: str
    title: list[Stretch] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)

    def scope(self, words: Words, log: Log) -> Scope:
        """Its paragraphs."""
        return build(self.items, words, log, annex=True)


@dataclass(slots=True)
class Structure:
    """All parts and annexes, in order."""

    parts: list[PartLines] = field(default_factory=list)
    annexes: list[AnnexLines] = field(default_factory=list)


def structure(items: Sequence[Item], words: Words) -> Structure:
    """Cut the body into parts and annexes."""
    found = Structure([PartLines()])
    rest = list(items)
    starts = _part_starts(rest, words)
    at = 0
    while at < len(rest):
        item = rest[at]
        if item.sort is Sort.ANNEX:
            found.annexes.append(AnnexLines(item.line, annex_label(item.line, words)))
        elif at in starts and not found.annexes:
            at = _open_part(found, rest, at, starts[at])
        else:
            _add(found, item, words)
        at += 1
    for annex in found.annexes:
        _take_title(annex)
    return found


def _add(found: Structure, item: Item, words: Words) -> None:
    if found.annexes:
        found.annexes[-1].items.append(item)
    elif item.sort is Sort.CLOSING:
        found.parts[-1].closing += closing_lines(item.line, words)
    else:
        found.parts[-1].items.append(item)


def _part_starts(items: Sequence[Item], words: Words) -> dict[int, int]:
    """Where parts begin: the place of the letter (or of the enacting line) to that of the enacting.

    A composite resolution prints "A", a title and the enacting line; without the letter a later
    enacting line is no part of its own.
    """
    starts: dict[int, int] = {}
    for at, item in enumerate(items):
        if item.sort is Sort.ANNEX:
            break
        if enacting(item.line, words) is None:
            continue
        letter = next(_letters_before(items, at), None)
        if letter is not None:
            starts[letter] = at
        elif not starts:
            starts[at] = at
    return starts


def _letters_before(items: Sequence[Item], at: int) -> Iterator[int]:
    for back in range(at - 1, max(at - 4, -1), -1):
        if _LETTER.fullmatch(items[back].line.text):
            yield back


def _open_part(found: Structure, items: Sequence[Item], start: int, at: int) -> int:
    """Begin a part; gives the place of its enacting line, the last one taken."""
    last = found.parts[-1]
    if last.enacting is not None or last.items:
        found.parts.append(PartLines())
    part = found.parts[-1]
    if start < at:
        part.letter = items[start].line.text
        part.title = [whole(item.line) for item in items[start + 1 : at]]
    part.enacting = items[at].line
    return at


def _take_title(annex: AnnexLines) -> None:
    """The first line of an annex is its title, if it looks like one."""
    if annex.items and _may_title(annex.items[0].line.text):
        annex.title.append(whole(annex.items.pop(0).line))


def _may_title(text: str) -> bool:
    return looks_like_heading(text) and label_of(text) is None and "\t" not in text
