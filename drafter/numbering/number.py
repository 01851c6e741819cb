"""Numbers from a resolution: labels of paragraphs and headings, marks of notes.

Labels count 1..n at each level of each scope; scopes are a part, a section that restarts, an
embedded text and an annex. An override that is a number moves the count (after "4." comes "5.") and
sets the form of its level for the rest of the scope (after "a." comes "b.", see `forms`); one that
is not ("3 bis") leaves both alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
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
from drafter.numbering.forms import Forms
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


@dataclass(frozen=True, slots=True)
class Departure:
    """A printed label ("" for none) and the derived one that it stands in place of."""

    printed: str
    expected: str


def number(resolution: Resolution, scheme: Scheme = Scheme()) -> Numbering:
    """Derive every number of a resolution. Pure; one pass, in proportion to its length."""
    counted = _counted(resolution, _Labels(scheme))
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


def overrides(resolution: Resolution, scheme: Scheme, printed: Mapping[str, str]) -> dict[str, str]:
    """The labels to override so that the printed ones come out; for readers of printed text.

    `printed`: id to printed label ("" for none). One pass: an override moves the count after it.
    """
    labels = _counted(resolution, _Labels(scheme, printed))
    return {id_: departure.printed for id_, departure in labels.departures.items()}


def departures(
    resolution: Resolution, scheme: Scheme, printed: Mapping[str, str]
) -> dict[str, Departure]:
    """As `overrides`, with the label that would have followed beside each."""
    return _counted(resolution, _Labels(scheme, printed)).departures


def _counted(resolution: Resolution, labels: _Labels) -> _Labels:
    for part in resolution.parts:
        single = labels.scheme.single_operative
        labels.scope((*part.preamble, *part.operative), single=single)
    for place, annex in enumerate(resolution.annexes, 1):
        labels.annex(annex, place, alone=len(resolution.annexes) == 1)
        labels.patterns = labels.scheme.annex_headings
        labels.scope(annex.blocks, single=True)
    return labels


def note_marks(in_order: Iterable[Note]) -> dict[str, str]:
    """The marks of notes given in reading order: 1, 2, 3 and, for the other series, *, **."""
    count = _Marks()
    return {note.id: count.mark(note.series, note.mark) for note in in_order}


def mark_overrides(in_order: Iterable[Note], printed: Mapping[str, str]) -> dict[str, str]:
    """The marks to override so that the printed ones come out; as `overrides` for labels."""
    count = _Marks()
    out: dict[str, str] = {}
    for note in in_order:
        mark = printed.get(note.id)
        if mark is not None and mark != count.next(note.series):
            out[note.id] = mark
        count.mark(note.series, mark)
    return out


class _Marks:
    """The running counts of the two series of marks; a given mark that is a number moves them."""

    def __init__(self) -> None:
        self.last = {Series.NUMBERED: 0, Series.ASTERISK: 0}

    def next(self, series: Series) -> str:
        count = self.last[series] + 1
        return str(count) if series is Series.NUMBERED else "*" * count

    def mark(self, series: Series, given: str | None) -> str:
        """The mark of the next note, given or derived."""
        mark = self.next(series) if given is None else given
        if series is Series.NUMBERED and mark.isdecimal():
            self.last[series] = int(mark)
        elif series is Series.ASTERISK and set(mark) == {"*"}:
            self.last[series] = len(mark)
        return mark


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

    def __init__(self, scheme: Scheme, printed: Mapping[str, str] | None = None) -> None:
        self.scheme = scheme
        self.printed = printed or {}
        self.departures: dict[str, Departure] = {}
        self.labels: dict[str, str] = {}
        self.bare: dict[str, str] = {}
        self.headings: list[int] = []
        self.patterns = scheme.headings
        self.signs = scheme.levels[0].signs
        self.forms = Forms(self.signs)

    def scope(self, blocks: Blocks, *, single: bool) -> None:
        """Number the blocks of a scope of its own, from 1."""
        self.headings = []
        self.forms = Forms(self.signs)
        numbered = sum(1 for _ in _operatives(blocks))
        self._blocks(blocks, _Count(), _At(lone=numbered == 1 and not single))

    def annex(self, annex: Annex, place: int, *, alone: bool) -> None:
        """Label an annex: "Annex" when it is the only one, else "Annex II"."""
        derived = self.scheme.annex if alone else self.scheme.annex_number.label(place)
        label = self._override(annex, derived)
        self._set(annex.id, derived if label is None else label)

    def _set(self, id_: str, label: str, bare: str | None = None) -> None:
        self.labels[id_] = label
        self.bare[id_] = label if bare is None else bare

    def _blocks(self, blocks: Blocks, count: _Count, at: _At) -> None:
        for block in blocks:
            match block:
                case Paragraph():
                    self._paragraph(block, count, at)
                    depth = max(at.depth, 1) if block.role is Role.ITEM else at.depth
                    inner = replace(at, depth=depth + 1)
                    self._blocks(block.children, _Count(), inner)
                case Heading():
                    self._heading(block, at)
                case Section():
                    self._section(block, count, at)
                case Embedded():
                    self._embedded(block)
                case Table():
                    self._set(block.id, "")
                    self._blocks(block.notes, _Count(), at)
                case Separator():
                    self._set(block.id, "")
                case _:
                    assert_never(block)

    def _embedded(self, block: Embedded) -> None:
        """An embedded text is numbered on its own, in its own forms."""
        outer = self.headings, self.forms
        self.headings, self.forms = [], Forms(self.signs)
        self._set(block.id, "")
        alone = sum(1 for _ in _operatives(block.blocks)) == 1
        self._blocks(block.blocks, _Count(), _At(lone=alone))
        self.headings, self.forms = outer

    def _section(self, block: Section, count: _Count, at: _At) -> None:
        self._set(block.id, "")
        if block.heading is not None:
            self._heading(block.heading, at)
        inner = replace(at, section=at.section + 1)
        if block.restarts:
            alone = sum(1 for _ in _operatives(block.blocks)) == 1
            inner = replace(inner, lone=alone and not self.scheme.single_operative)
            anew = _Count()
            self._blocks(block.blocks, anew, inner)
            count.operative.last = anew.operative.last or count.operative.last
        else:
            self._blocks(block.blocks, _Count(operative=count.operative), inner)

    def _paragraph(self, block: Paragraph, count: _Count, at: _At) -> None:
        match block.role:
            case Role.OPERATIVE:
                pattern = self.scheme.level(0)
                self._count(block, pattern, ("operative", at.depth), count.operative, at)
            case Role.ITEM:
                depth = max(at.depth, 1)
                self._count(block, self.scheme.level(depth), ("item", depth), count.item, at)
            case Role.BULLET:
                self._bullet(block)
            case Role.PREAMBULAR | Role.PLAIN | Role.QUOTED | Role.TABLE_NOTE:
                self._set(block.id, self._override(block, "") or "")
            case _:
                assert_never(block.role)
        if block.role is not Role.ITEM:
            count.item.last = 0

    def _bullet(self, block: Paragraph) -> None:
        """A bullet; an override of one sign is the sign of the bullets after it."""
        sign = self.forms.bullet or self.scheme.bullet
        label = self._override(block, sign)
        if label is not None and len(label) == 1:
            self.forms.bullet = label
        self._set(block.id, sign if label is None else label)

    def _count(
        self,
        block: Paragraph | Heading,
        pattern: LabelPattern,
        level: tuple[str, int],
        tally: _Tally,
        at: _At,
    ) -> None:
        """Label a counted block of a level whose standard form is `pattern`."""
        hidden = at.lone and level[0] == "operative"
        derived, bare, place = self.forms.derive(level, pattern, tally.last)
        label = self._override(block, "" if hidden else derived)
        if label is None:
            tally.last = place
            self._set(block.id, *(("", "") if hidden else (derived, bare)))
        else:
            bare, tally.last = self.forms.adopt(level, pattern, label, tally.last)
            self._set(block.id, label, bare)
        self.forms.seen(self.labels[block.id])

    def _override(self, block: Paragraph | Heading | Annex, derived: str) -> str | None:
        """The block's own label; or the printed one, when it is not the derived one."""
        printed = self.printed.get(block.id) if block.label is None else None
        if printed is None or printed == derived:
            return block.label
        self.departures[block.id] = Departure(printed, derived)
        return printed

    def _heading(self, block: Heading, at: _At) -> None:
        """Count a numbered heading at its depth of sections; deeper counts start anew."""
        if not block.numbered:
            self._set(block.id, self._override(block, "") or "")
            return
        place = min(at.section, len(self.patterns) - 1)
        self.headings = [*self.headings[: place + 1], *[0] * (place + 1 - len(self.headings))]
        tally = _Tally(self.headings[place])
        self._count(block, self.patterns[place], ("heading", place), tally, at)
        self.headings[place] = tally.last


@dataclass(frozen=True, slots=True)
class _At:
    """Where a block stands: the depth of lists and of sections.

    `lone`: the scope has one operative paragraph, which is not numbered.
    """

    depth: int = 0
    section: int = 0
    lone: bool = False


@dataclass(slots=True)
class _Tally:
    last: int = 0


@dataclass(slots=True)
class _Count:
    """The running counts of one level; items start again after every paragraph that is no item."""

    operative: _Tally = field(default_factory=_Tally)
    item: _Tally = field(default_factory=_Tally)


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
