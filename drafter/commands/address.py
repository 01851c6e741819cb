"""Addresses as drafters speak: "op 2 (a)", "pp last", "note 4", "part B op 2", "annex op 3".

An address is a row of steps, from the outside inwards; a step is a kind and a label, ("op", "2"),
("item", "a"). Labels are those that are printed, so that a person says what a person sees.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TypeAlias, assert_never

from drafter.model import (
    Annex,
    Block,
    Blocks,
    Embedded,
    Heading,
    Paragraph,
    Part,
    Resolution,
    Role,
    Section,
    Separator,
    Table,
    held,
)
from drafter.numbering import Numbering

Step: TypeAlias = tuple[str, str]
Steps: TypeAlias = tuple[Step, ...]

KINDS: dict[str, str] = {
    "pp": "preambular paragraph",
    "op": "operative paragraph",
    "item": "sub-paragraph",
    "bullet": "bullet",
    "text": "unnumbered paragraph",
    "quote": "quoted paragraph",
    "heading": "heading",
    "section": "section",
    "table": "table",
    "line": "note under the table",
    "embedded": "embedded text",
    "separator": "separator",
    "annex": "annex",
    "part": "part",
    "note": "note",
}
"""The kinds of step and what they are called in messages."""

_ROLES = {
    Role.PREAMBULAR: "pp",
    Role.OPERATIVE: "op",
    Role.ITEM: "item",
    Role.BULLET: "bullet",
    Role.PLAIN: "text",
    Role.QUOTED: "quote",
    Role.TABLE_NOTE: "line",
}
_EDGES = re.compile(r"[\s().（）.\u0640–-]+")


def plain_label(label: str) -> str:
    """A label as steps hold it: without brackets, stops and spaces, in small letters."""
    return _EDGES.sub("", label).casefold()


@dataclass(frozen=True)
class Addresses:
    """The addresses of everything in one draft.

    `texts`: id to address. `found`: the steps of an address to the ids that have it (two where an
    override doubles a label). `rows`: what stands inside a place, by kind, in reading order; the
    steps of the place are the key.
    """

    texts: dict[str, str] = field(default_factory=dict)
    found: dict[Steps, list[str]] = field(default_factory=dict)
    rows: dict[tuple[Steps, str], list[str]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def text(self, id_: str) -> str:
        """The address of a block, an annex or a note; "#id" where it has none."""
        return self.texts.get(id_, f"#{id_}")

    @cached_property
    def ids(self) -> dict[str, str]:
        """Every address with the id it names, in reading order: for completion."""
        return {text: id_ for id_, text in self.texts.items()}


def addresses(resolution: Resolution, numbering: Numbering) -> Addresses:
    """The addresses of all blocks, annexes and notes; in proportion to the length."""
    maker = _Maker(numbering)
    maker.resolution(resolution)
    return maker.made()


def kind_of(block: Block) -> str:
    """The kind of step that names a block."""
    match block:
        case Paragraph(role=role):
            return _ROLES[role]
        case Heading() | Section() | Table() | Embedded() | Separator():
            return type(block).__name__.lower()
        case _:
            assert_never(block)


def part_label(part: Part, index: int) -> str:
    """What a part is called: its letter, or its place."""
    return part.letter or str(index + 1)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where blocks stand: the steps that must be said, and those of sections, which may be."""

    must: Steps = ()
    may: Steps = ()

    def inside(self, step: Step) -> _Place:
        return _Place((*self.must, *self.may, step))

    def section(self, step: Step) -> _Place:
        return _Place(self.must, (*self.may, step))

    def ways(self) -> Iterator[Steps]:
        """The ways to say the place, the usual one first."""
        yield self.must
        if self.may:
            yield (*self.must, *self.may)
        if self.must and self.must[0][0] == "part":
            yield self.must[1:]


class _Maker:
    """Gathers the addresses of one draft."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering
        self.found: dict[Steps, list[str]] = {}
        self.rows: dict[tuple[Steps, str], list[str]] = {}
        self.said: dict[str, str] = {}
        self.notes: list[str] = []

    def made(self) -> Addresses:
        """The finished maps; an address that two things share is given to neither."""
        times = Counter(self.said.values())
        texts = {
            id_: said if said and times[said] == 1 else f"#{id_}" for id_, said in self.said.items()
        }
        return Addresses(texts, self.found, self.rows, tuple(self.notes))

    def resolution(self, whole: Resolution) -> None:
        """Everything in reading order, the notes last."""
        for index, part in enumerate(whole.parts):
            step = ("part", plain_label(part_label(part, index)))
            place = _Place((step,)) if len(whole.parts) > 1 else _Place()
            self.blocks((*part.preamble, *part.operative), place)
        for index, annex in enumerate(whole.annexes):
            self.annex(annex, index, alone=len(whole.annexes) == 1)
        for id_, mark in self.numbering.marks.items():
            self.note(id_, mark)

    def annex(self, annex: Annex, index: int, *, alone: bool) -> None:
        """An annex: "annex" where it is the only one, else "annex II"; "annex 2" is understood."""
        printed = self.numbering.scheme.annex_number.label(index + 1).split()[-1]
        roman = printed if _ROMAN.fullmatch(printed) else str(index + 1)
        step = ("annex", "" if alone else plain_label(roman))
        self.said[annex.id] = "annex" if alone else f"annex {roman}"
        for label in {step[1], plain_label(roman), str(index + 1)}:
            self.keep((("annex", label),), annex.id)
        self.rows.setdefault(((), "annex"), []).append(annex.id)
        self.blocks(annex.blocks, _Place((step,)))

    def note(self, id_: str, mark: str) -> None:
        """A note, by its mark."""
        step = ("note", mark.casefold())
        self.said[id_] = said_of((step,))
        self.keep((step,), id_)
        self.rows.setdefault(((), "note"), []).append(id_)
        self.notes.append(id_)

    def blocks(self, blocks: Blocks, place: _Place) -> None:
        """Blocks in a row, and what they hold."""
        for block in blocks:
            kind = kind_of(block)
            step = (kind, self.label(block, kind, place))
            for way in place.ways():
                self.rows.setdefault((way, kind), []).append(block.id)
                self.keep((*way, step), block.id)
                if isinstance(block, Heading) and block.numbered:
                    self.keep((*way, (kind, self.bare(block.id))), block.id)
            self.said[block.id] = said_of((*place.must, step))
            self.blocks(held(block), self.within(block, place, step))

    def within(self, block: Block, place: _Place, step: Step) -> _Place:
        """The place of what a block holds: a section whose numbers go on need not be said."""
        goes_on = isinstance(block, Section) and not block.restarts
        return place.section(step) if goes_on else place.inside(step)

    def label(self, block: Block, kind: str, place: _Place) -> str:
        """The label of a block's step: the printed one, else its place among its kind."""
        place_in_row = str(len(self.rows.get((place.must, kind), ())) + 1)
        if isinstance(block, Section):
            return (self.bare(block.heading.id) if block.heading else "") or place_in_row
        if kind in {"op", "item"}:
            return self.bare(block.id) or place_in_row
        return place_in_row

    def bare(self, id_: str) -> str:
        return plain_label(self.numbering.bare.get(id_, ""))

    def keep(self, steps: Steps, id_: str) -> None:
        ids = self.found.setdefault(steps, [])
        if id_ not in ids:
            ids.append(id_)


_NUMBERED = re.compile(r"\d{1,4}(\.\d{1,4})*(bis|ter|quater|quinquies)?|[a-z]|[ivxlcdm]{1,7}")
_ROMAN = re.compile(r"[IVXLCDM]{1,7}")
_SPEAKABLE = {
    "op": _NUMBERED,
    "section": re.compile(r"\d{1,4}|[a-z]|[ivxlcdm]{1,7}"),
    "part": re.compile(r"\d{1,4}|[a-z]{1,3}"),
    "annex": re.compile(r"\d{0,4}|[ivxlcdm]{1,7}"),
    "item": re.compile(r"[^\s()（）]{1,6}"),
    "note": re.compile(r"(?!first$|last$)[^\s()（）]+"),
}
"""What a label may be that can be said; a thing with another one is named by its id."""


OUTER = frozenset({"part", "annex", "note", "pp", "op"})
INNER = frozenset({"pp", "op", "item", "bullet", "text", "quote", "note"})
"""A step of a kind in OUTER is not said after one in INNER: "op 1 op 2" are two addresses."""


def said_of(steps: Steps) -> str:
    """The address that is said for steps; "" where one of them has a label that nobody can say."""
    loose = steps[0][0] == "item" and not _NUMBERED.fullmatch(steps[0][1])
    two = any(a[0] in INNER and b[0] in OUTER for a, b in pairwise(steps))
    clean = all(_SPEAKABLE.get(kind, _NUMBERED).fullmatch(label) for kind, label in steps)
    return words_of(steps) if clean and not loose and not two else ""


def words_of(steps: Iterable[Step]) -> str:
    """Steps as they are written: "part B op 2 (a)"; an item that nothing holds is "item 1"."""
    words = [_word(kind, label) for kind, label in steps]
    if words and words[0].startswith("("):
        words[0] = f"item {words[0][1:-1]}"
    return " ".join(words)


def _word(kind: str, label: str) -> str:
    if kind == "item":
        return f"({label})"
    capital = kind in {"part", "section", "annex"}
    return f"{kind} {label.upper() if capital else label}".strip()
