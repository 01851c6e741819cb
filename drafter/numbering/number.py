"""Numbers from a resolution: labels of paragraphs and headings, marks of notes.

Labels count 1..n at each level of each scope; scopes are a part, a section that restarts, an
embedded text and an annex. An override that is a plain label of its level moves the count (after
"4." comes "5."), one that is not ("3 bis") leaves it alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import assert_never

from drafter.model import (
    Annex,
    Block,
    Blocks,
    Embedded,
    Heading,
    Note,
    NoteMark,
    Paragraph,
    Resolution,
    Role,
    Section,
    Separator,
    Series,
    Table,
    notes,
    passages,
    query,
    query_inlines,
)
from drafter.numbering.scheme import LabelPattern, Scheme


@dataclass(frozen=True)
class Numbering:
    """All derived numbers of one resolution.

    `labels`: block or annex id to its printed label ("" when it has none). `bare`: the same as
    references print it. `marks`: note id to its printed mark. `order`: id to its place in reading
    order. `above`: id to the ids of the blocks that hold it, outermost first. `preambular`: id to
    the ordinal place of a preambular paragraph, from 1.
    """

    scheme: Scheme = Scheme()
    labels: Mapping[str, str] = field(default_factory=dict)
    bare: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)
    order: Mapping[str, int] = field(default_factory=dict)
    above: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    preambular: Mapping[str, int] = field(default_factory=dict)

    def label(self, id_: str) -> str:
        """The printed label of a block or annex; "" when it has none or is unknown."""
        return self.labels.get(id_, "")

    def mark(self, inline: Note | NoteMark) -> str:
        """The printed mark of a note or of a repeated mark; "?" when its note is gone."""
        return self.marks.get(inline.id if isinstance(inline, Note) else inline.target, "?")


def number(resolution: Resolution, scheme: Scheme = Scheme()) -> Numbering:
    """Derive every number of a resolution. Pure; one pass, in proportion to its length."""
    counted = _Labels(scheme)
    for part in resolution.parts:
        counted.scope((*part.preamble, *part.operative), single=scheme.single_operative)
    for place, annex in enumerate(resolution.annexes, 1):
        counted.annex(annex, place, alone=len(resolution.annexes) == 1)
        counted.scope(annex.blocks, single=True)
    order, above, preambular = _places(resolution)
    return Numbering(
        scheme=scheme,
        labels=counted.labels,
        bare=counted.bare,
        marks=note_marks(notes(resolution)),
        order=order,
        above=above,
        preambular=preambular,
    )


def note_marks(in_order: Iterable[Note]) -> dict[str, str]:
    """The marks of notes given in reading order: 1, 2, 3 and, for the other series, *, **."""
    marks: dict[str, str] = {}
    last = {Series.NUMBERED: 0, Series.ASTERISK: 0}
    for note in in_order:
        if note.mark is None:
            last[note.series] += 1
            count = last[note.series]
            marks[note.id] = str(count) if note.series is Series.NUMBERED else "*" * count
            continue
        marks[note.id] = note.mark
        if note.series is Series.NUMBERED and note.mark.isdecimal():
            last[Series.NUMBERED] = int(note.mark)
        elif note.series is Series.ASTERISK and set(note.mark) == {"*"}:
            last[Series.ASTERISK] = len(note.mark)
    return marks


def _places(
    resolution: Resolution,
) -> tuple[dict[str, int], dict[str, tuple[str, ...]], dict[str, int]]:
    order: dict[str, int] = {}
    above: dict[str, tuple[str, ...]] = {}
    preambular: dict[str, int] = {}
    seen: dict[int, int] = {}
    for place, site in enumerate(query(resolution)):
        block = site.block
        order[block.id] = place
        above[block.id] = tuple(holder.id for holder in site.above)
        inside = any(isinstance(h, Paragraph | Embedded) for h in site.above)
        if isinstance(block, Paragraph) and block.role is Role.PREAMBULAR and not inside:
            seen[site.index] = seen.get(site.index, 0) + 1
            preambular[block.id] = seen[site.index]
    return order, above, preambular


class _Labels:
    """Fills the two maps of labels, scope by scope."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self.labels: dict[str, str] = {}
        self.bare: dict[str, str] = {}
        self.headings: list[int] = []

    def scope(self, blocks: Blocks, *, single: bool) -> None:
        """Number the blocks of a scope of its own, from 1."""
        self.headings = []
        numbered = sum(1 for _ in _operatives(blocks))
        self._blocks(blocks, _Count(), 0, lone=numbered == 1 and not single, section=0)

    def annex(self, annex: Annex, place: int, *, alone: bool) -> None:
        """Label an annex: "Annex" when it is the only one, else "Annex II"."""
        derived = self.scheme.annex if alone else self.scheme.annex_number.label(place)
        self._set(annex.id, derived if annex.label is None else annex.label)

    def _set(self, id_: str, label: str, bare: str | None = None) -> None:
        self.labels[id_] = label
        self.bare[id_] = label if bare is None else bare

    def _blocks(
        self, blocks: Blocks, count: _Count, depth: int, *, lone: bool, section: int
    ) -> None:
        for block in blocks:
            match block:
                case Paragraph():
                    self._paragraph(block, count, depth, lone=lone)
                    self._blocks(block.children, _Count(), depth + 1, lone=lone, section=section)
                case Heading():
                    self._heading(block, section)
                case Section():
                    self._section(block, count, depth, lone=lone, section=section)
                case Embedded():
                    outer, self.headings = self.headings, []
                    self.labels[block.id] = self.bare[block.id] = ""
                    alone = sum(1 for _ in _operatives(block.blocks)) == 1
                    self._blocks(block.blocks, _Count(), 0, lone=alone, section=0)
                    self.headings = outer
                case Table():
                    self.labels[block.id] = self.bare[block.id] = ""
                    self._blocks(block.notes, _Count(), depth, lone=lone, section=section)
                case Separator():
                    self.labels[block.id] = self.bare[block.id] = ""
                case _:
                    assert_never(block)

    def _section(
        self, block: Section, count: _Count, depth: int, *, lone: bool, section: int
    ) -> None:
        self.labels[block.id] = self.bare[block.id] = ""
        if block.heading is not None:
            self._heading(block.heading, section)
        if block.restarts:
            inner = sum(1 for _ in _operatives(block.blocks))
            alone = inner == 1 and not self.scheme.single_operative
            self._blocks(block.blocks, _Count(), depth, lone=alone, section=section + 1)
        else:
            self._blocks(block.blocks, count, depth, lone=lone, section=section + 1)

    def _paragraph(self, block: Paragraph, count: _Count, depth: int, *, lone: bool) -> None:
        match block.role:
            case Role.OPERATIVE:
                self._count(block, self.scheme.level(0), count.operative, hidden=lone)
            case Role.ITEM:
                self._count(block, self.scheme.level(max(depth, 1)), count.item, hidden=False)
            case Role.BULLET:
                self._set(block.id, self.scheme.bullet if block.label is None else block.label)
            case Role.PREAMBULAR | Role.PLAIN | Role.QUOTED | Role.TABLE_NOTE:
                self._set(block.id, block.label or "")
            case _:
                assert_never(block.role)
        if block.role is not Role.ITEM:
            count.item.last = 0

    def _count(
        self, block: Paragraph, pattern: LabelPattern, tally: _Tally, *, hidden: bool
    ) -> None:
        if block.label is not None:
            tally.last = pattern.number(block.label) or tally.last
            self._set(block.id, block.label, _bare(pattern, block.label))
            return
        tally.last += 1
        if hidden:
            self._set(block.id, "")
        else:
            self._set(block.id, pattern.label(tally.last), pattern.bare(tally.last))

    def _heading(self, block: Heading, section: int) -> None:
        """Count a numbered heading at its depth of sections; deeper counts start anew."""
        if not block.numbered:
            self._set(block.id, block.label or "")
            return
        place = min(section, len(self.scheme.headings) - 1)
        pattern = self.scheme.headings[place]
        self.headings = [*self.headings[: place + 1], *[0] * (place + 1 - len(self.headings))]
        if block.label is not None:
            self.headings[place] = pattern.number(block.label) or self.headings[place]
            self._set(block.id, block.label)
            return
        self.headings[place] += 1
        self._set(block.id, pattern.label(self.headings[place]), pattern.bare(self.headings[place]))


@dataclass(slots=True)
class _Tally:
    last: int = 0


@dataclass(slots=True)
class _Count:
    """The running counts of one level; items start again after every paragraph that is no item."""

    operative: _Tally = field(default_factory=_Tally)
    item: _Tally = field(default_factory=_Tally)


def _bare(pattern: LabelPattern, label: str) -> str:
    place = pattern.number(label)
    return label if place is None else pattern.bare(place)


def _operatives(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """The numbered paragraphs of a scope: not those of restarting sections and embedded texts."""
    for block in blocks:
        if isinstance(block, Paragraph) and block.role is Role.OPERATIVE:
            yield block
        elif isinstance(block, Section) and not block.restarts:
            yield from _operatives(block.blocks)


def repeated_marks(resolution: Resolution) -> Iterator[NoteMark]:
    """Every repeated mark in reading order."""
    for passage in passages(resolution):
        for inline in query_inlines(passage.text):
            if isinstance(inline, NoteMark):
                yield inline
