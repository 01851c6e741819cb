"""Which paragraphs Word numbers itself, and in which of its lists.

Word counts; what it would print is counted here first, so that a paragraph is left to Word only
where Word prints the derived label. Labels that Word cannot count (overrides, other forms, counters
of a language that Word lacks, levels below its ninth) are typed as in the official files.

Every count that starts anew has a list of its own: lists that share a count are renumbered
differently by Word and by LibreOffice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from drafter.model import Block, Embedded, Paragraph, Resolution, Role, Section, held
from drafter.numbering import Numbering
from drafter.numbering.scheme import LabelPattern, Scheme

LEVELS = 9
"""Levels of a list in Word."""
_MOST = 700
"""Places that are looked at for a label; Word counts letters to here as the United Nations do."""
FORMATS: Mapping[str, tuple[str, int]] = {
    "decimal": ("decimal", _MOST),
    "lower-latin": ("lowerLetter", _MOST),
    "upper-latin": ("upperLetter", _MOST),
    "lower-roman": ("lowerRoman", _MOST),
    "upper-roman": ("upperRoman", _MOST),
}
"""Our counters that Word has: its name for each, and how far both print the same signs.

Not the Arabic letters: Word begins `arabicAbjad` with a hamza, LibreOffice without.
"""

ListItem: TypeAlias = tuple[int, int]
"""A paragraph's place in Word's lists: the list, from 1, and the level, from 0."""


@dataclass(slots=True)
class WordList:
    """One list of the file: where each of its levels starts, and the running counts."""

    number: int
    starts: dict[int, int] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)

    def gives(self, level: int, place: int) -> bool:
        """Whether Word would count this place at this level next."""
        return self.counts.get(level, self.starts.get(level, 1) - 1) + 1 == place

    def count(self, level: int) -> None:
        """Count one paragraph; deeper levels begin anew after it."""
        self.counts[level] = self.counts.get(level, self.starts.get(level, 1) - 1) + 1
        for deeper in [one for one in self.counts if one > level]:
            del self.counts[deeper]


@dataclass(slots=True)
class Lists:
    """The lists of a file in order, and the paragraphs in them by their ids."""

    lists: list[WordList] = field(default_factory=list)
    items: dict[str, ListItem] = field(default_factory=dict)

    def item(self, id_: str) -> ListItem | None:
        """The place of a paragraph in a list; None when its label is typed."""
        return self.items.get(id_)


def lists_of(resolution: Resolution, numbering: Numbering) -> Lists:
    """The lists that print the derived labels of a resolution; one pass."""
    planning = _Planning(numbering, Lists())
    for part in resolution.parts:
        planning.scope((*part.preamble, *part.operative))
    for annex in resolution.annexes:
        planning.scope(annex.blocks)
    return planning.found


def word_level(level: int, scheme: Scheme) -> tuple[str, str, int] | None:
    """A level as Word has it: format, text ("(%2)"), and the last place that it prints right.

    None for a counter that Word lacks.
    """
    before, counter, after = parted(scheme.level(level))
    if counter not in FORMATS:
        return None
    name, last = FORMATS[counter]
    return name, f"{before}%{level + 1}{after}".replace(" ", "\u00a0"), last


def parted(pattern: LabelPattern) -> tuple[str, str, str]:
    """What stands before the counter of a pattern, its name, and what stands behind it."""
    before, _, rest = pattern.pattern.partition("{")
    counter, _, after = rest.partition("}")
    return before, counter, after


@dataclass(slots=True)
class _Planning:
    """Goes through the text as numbering does. `open` has the list in use at each level."""

    numbering: Numbering
    found: Lists
    open: dict[int, WordList] = field(default_factory=dict)

    def scope(self, blocks: Iterable[Block]) -> None:
        """Blocks that are numbered on their own; the count outside goes on after them."""
        outer, self.open = self.open, {}
        self._blocks(blocks, 0)
        self.open = outer

    def _blocks(self, blocks: Iterable[Block], depth: int) -> None:
        for block in blocks:
            match block:
                case Paragraph():
                    self._paragraph(block, depth)
                case Embedded():
                    self.scope(block.blocks)
                case Section(restarts=True):
                    self.scope(block.blocks)
                case _:
                    self._blocks(held(block), depth)

    def _paragraph(self, block: Paragraph, depth: int) -> None:
        level = {Role.OPERATIVE: 0, Role.ITEM: max(depth, 1)}.get(block.role)
        if level is not None:
            self._place(block, level)
        inner = max(depth, 1) if block.role is Role.ITEM else depth
        self._blocks(block.children, inner + 1)

    def _place(self, block: Paragraph, level: int) -> None:
        place = self._counted(block, level)
        if place:
            chosen = self._list(level, place)
            chosen.count(level)
            self.open = {one: kept for one, kept in self.open.items() if one < level}
            self.open[level] = chosen
            self.found.items[block.id] = (chosen.number, level)

    def _counted(self, block: Paragraph, level: int) -> int:
        """The place that Word can count for a paragraph; 0 where its label must be typed."""
        known = word_level(level, self.numbering.scheme) if level < LEVELS else None
        label = self.numbering.label(block.id)
        if known is None or not label or block.label is not None:
            return 0
        pattern = self.numbering.scheme.level(level)
        place = pattern.number(label) or 0
        return place if place <= known[2] and pattern.label(place or 1) == label else 0

    def _list(self, level: int, place: int) -> WordList:
        """The list of this level or of one above that would print the place, or a new one."""
        for one in self._nearest(level):
            if one.gives(level, place):
                return one
        new = WordList(len(self.found.lists) + 1, {level: place})
        self.found.lists.append(new)
        return new

    def _nearest(self, level: int) -> Iterator[WordList]:
        for one in range(level, -1, -1):
            if one in self.open:
                yield self.open[one]
