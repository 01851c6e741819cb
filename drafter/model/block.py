"""Blocks: what a part or an annex is made of, one under the other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from drafter.model.inline import Inlines

Meta: TypeAlias = tuple[tuple[str, str], ...]
"""Things kept with a block without being understood: (name, value) pairs, sorted by name."""


class Role(StrEnum):
    """What a paragraph is; decides whether and how it is numbered, and how it is laid out."""

    PREAMBULAR = "preambular"  # unnumbered, opens with a participle
    OPERATIVE = "operative"  # 1., 2.: of the operative part, or the numbered text of an annex
    ITEM = "item"  # (a), (i), a., i. by its depth below the paragraph that introduces it
    BULLET = "bullet"  # an item with a dash or a point
    PLAIN = "plain"  # unnumbered text: declarations, statements, a continuation
    QUOTED = "quoted"  # unnumbered text in quotation, as in amendments to rules
    TABLE_NOTE = "table-note"  # a note or source under a table


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of any kind.

    `children` are the sub-paragraphs it introduces, `tail` is text of the same paragraph after
    them. `label` overrides the derived label: a printed oddity, a lock, "3 bis"; an empty string
    prints none. `meta` is kept and not interpreted.
    """

    id: str
    role: Role
    body: Inlines = ()
    children: tuple[Block, ...] = ()
    tail: Inlines = ()
    label: str | None = None
    meta: Meta = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a part or an annex. Levels run from 1 (largest) to 6.

    `numbered` headings take their label (I, A, 1) from their place; `label` overrides it.
    """

    id: str
    body: Inlines
    level: int = 3
    numbered: bool = False
    label: str | None = None
    meta: Meta = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its heading; it may hold a preamble of its own, as preambular paragraphs.

    `restarts`: its paragraphs start again at 1 (budget texts); otherwise numbering continues.
    """

    id: str
    heading: Heading | None
    blocks: tuple[Block, ...]
    restarts: bool = False
    meta: Meta = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; several paragraphs in one cell are parted by `Break`."""

    body: Inlines = ()
    header: bool = False
    columns: int = 1
    rows: int = 1
    meta: Meta = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A table row, from left to right in reading direction; spanned places are not repeated."""

    cells: tuple[Cell, ...]
    meta: Meta = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `notes` are the paragraphs printed under it (role TABLE_NOTE)."""

    id: str
    rows: tuple[Row, ...]
    notes: tuple[Paragraph, ...] = ()
    meta: Meta = ()


@dataclass(frozen=True, slots=True)
class Embedded:
    """A text inside the text: a draft recommended to another organ, a quoted instrument.

    Its paragraphs are numbered on their own. `enacting` is its enacting line, if it has one.
    """

    id: str
    title: Inlines = ()
    enacting: Inlines = ()
    blocks: tuple[Block, ...] = ()
    meta: Meta = ()


@dataclass(frozen=True, slots=True)
class Separator:
    """A line of signs between blocks: "* * *" or a rule of underscores, as printed."""

    id: str
    text: str = "* * *"


Block: TypeAlias = Paragraph | Heading | Section | Table | Embedded | Separator
Blocks: TypeAlias = tuple[Block, ...]
