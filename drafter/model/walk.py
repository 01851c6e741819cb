"""The two traversals: `walk` to change a resolution, `query` to look at it.

Both go in **reading order**: masthead, origin, title, then for each part its title, enacting line,
preamble, operative part and closing lines, then the annexes. Inside a paragraph the order is body,
children, tail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from drafter.model.block import (
    Block,
    Blocks,
    Cell,
    Embedded,
    Heading,
    Paragraph,
    Row,
    Section,
    Separator,
    Table,
)
from drafter.model.document import (
    Adoption,
    AgendaItem,
    Annex,
    Masthead,
    Origin,
    Part,
    Resolution,
    Submission,
)
from drafter.model.inline import Inlines, Note, query_inlines


class Zone(StrEnum):
    """The places of a resolution where text stands; the words of the published diff format."""

    MASTHEAD = "masthead"
    TITLE = "title"
    ENACTING = "enacting"
    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    CLOSING = "closing"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Site:
    """A block and where it stands.

    `index` is that of the part or (zone ANNEX) of the annex, from 0. `above` are the blocks that
    hold it, outermost first.
    """

    block: Block
    zone: Zone
    index: int
    above: Blocks = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text and where it stands.

    `owner` is the id of its block or annex, "" outside them; `field` says which of the owner's
    texts it is ("body", "tail", "heading", "cell", "title", "enacting", "line" ...).
    """

    text: Inlines
    zone: Zone
    owner: str = ""
    field: str = ""


BlockChange = Callable[[Block], Blocks]
TextChange = Callable[[Inlines], Inlines]


def query(resolution: Resolution) -> Iterator[Site]:
    """Every block of the resolution with its site, a holder before what it holds."""
    for index, part in enumerate(resolution.parts):
        yield from _sites(part.preamble, Zone.PREAMBLE, index, ())
        yield from _sites(part.operative, Zone.OPERATIVE, index, ())
    for index, annex in enumerate(resolution.annexes):
        yield from _sites(annex.blocks, Zone.ANNEX, index, ())


def passages(resolution: Resolution) -> Iterator[Passage]:
    """Every text of the resolution in reading order; a note stands in the text that calls it."""
    yield from _head_passages(resolution)
    for part in resolution.parts:
        yield Passage(part.title, Zone.TITLE, "", "title")
        yield Passage(part.enacting, Zone.ENACTING, "", "enacting")
        yield from _block_passages(part.preamble, Zone.PREAMBLE)
        yield from _block_passages(part.operative, Zone.OPERATIVE)
        for line in part.closing:
            yield Passage(line, Zone.CLOSING, "", "line")
    for annex in resolution.annexes:
        yield Passage(annex.title, Zone.ANNEX, annex.id, "title")
        yield from _block_passages(annex.blocks, Zone.ANNEX)


def notes(resolution: Resolution) -> Iterator[Note]:
    """Every footnote in reading order."""
    for passage in passages(resolution):
        for inline in query_inlines(passage.text):
            if isinstance(inline, Note):
                yield inline


def held(block: Block) -> Blocks:
    """The blocks directly inside a block, in reading order; a section's heading is one of them."""
    match block:
        case Paragraph():
            return block.children
        case Section():
            return (block.heading, *block.blocks) if block.heading else block.blocks
        case Table():
            return block.notes
        case Embedded():
            return block.blocks
        case Heading() | Separator():
            return ()
        case _:
            assert_never(block)


def walk(resolution: Resolution, change: BlockChange) -> Resolution:
    """A resolution with every block replaced by what `change` makes of it, innermost first.

    `change` returns the blocks that take the block's place: none deletes it, several add to it. A
    section's heading and a table's notes stay what they are: a change of kind there is ignored.
    """
    return replace(
        resolution,
        parts=tuple(
            replace(
                part,
                preamble=walk_blocks(part.preamble, change),
                operative=walk_blocks(part.operative, change),
            )
            for part in resolution.parts
        ),
        annexes=tuple(
            replace(annex, blocks=walk_blocks(annex.blocks, change)) for annex in resolution.annexes
        ),
    )


def walk_blocks(blocks: Blocks, change: BlockChange) -> Blocks:
    """As `walk`, for a sequence of blocks."""
    return tuple(new for old in blocks for new in change(_walk_inside(old, change)))


def walk_text(resolution: Resolution, change: TextChange) -> Resolution:
    """A resolution with every text replaced by what `change` makes of it."""
    inside = walk(resolution, lambda block: (map_block_text(block, change),))
    return replace(
        inside,
        masthead=_masthead_text(inside.masthead, change),
        origin=_origin_text(inside.origin, change),
        title=change(inside.title),
        parts=tuple(_part_text(part, change) for part in inside.parts),
        annexes=tuple(_annex_text(annex, change) for annex in inside.annexes),
    )


def map_block_text(block: Block, change: TextChange) -> Block:
    """A block with its own texts changed, not those of the blocks it holds."""
    match block:
        case Paragraph():
            return replace(block, body=change(block.body), tail=change(block.tail))
        case Heading():
            return replace(block, body=change(block.body))
        case Table():
            return replace(block, rows=tuple(_row_text(row, change) for row in block.rows))
        case Embedded():
            return replace(block, title=change(block.title), enacting=change(block.enacting))
        case Section() | Separator():
            return block
        case _:
            assert_never(block)


def _sites(blocks: Blocks, zone: Zone, index: int, above: Blocks) -> Iterator[Site]:
    for block in blocks:
        yield Site(block, zone, index, above)
        yield from _sites(held(block), zone, index, (*above, block))


def _head_passages(resolution: Resolution) -> Iterator[Passage]:
    for item in resolution.masthead.agenda:
        yield Passage(item.line, Zone.MASTHEAD, "", "agenda")
        yield Passage(item.title, Zone.MASTHEAD, "", "agenda-title")
    match resolution.origin:
        case Submission(sponsors, line):
            for sponsor in sponsors:
                yield Passage(sponsor, Zone.MASTHEAD, "", "sponsor")
            yield Passage(line, Zone.MASTHEAD, "", "submission")
        case Adoption(line, bracket):
            yield Passage(line, Zone.MASTHEAD, "", "adoption")
            yield Passage(bracket, Zone.MASTHEAD, "", "bracket")
        case _:
            assert_never(resolution.origin)
    yield Passage(resolution.title, Zone.TITLE, "", "title")


def _block_passages(blocks: Blocks, zone: Zone) -> Iterator[Passage]:
    for block in blocks:
        yield from _before(block, zone)
        yield from _block_passages(held(block), zone)
        if isinstance(block, Paragraph) and block.tail:
            yield Passage(block.tail, zone, block.id, "tail")


def _before(block: Block, zone: Zone) -> Iterator[Passage]:
    """The block's own texts that stand before those of the blocks it holds."""
    match block:
        case Paragraph(id=owner, body=body):
            yield Passage(body, zone, owner, "body")
        case Heading(id=owner, body=body):
            yield Passage(body, zone, owner, "heading")
        case Table(id=owner):
            for row in block.rows:
                for cell in row.cells:
                    yield Passage(cell.body, zone, owner, "cell")
        case Embedded(id=owner, title=title, enacting=enacting):
            yield Passage(title, zone, owner, "title")
            yield Passage(enacting, zone, owner, "enacting")
        case Section() | Separator():
            return
        case _:
            assert_never(block)


def _walk_inside(block: Block, change: BlockChange) -> Block:
    match block:
        case Paragraph():
            return replace(block, children=walk_blocks(block.children, change))
        case Section():
            return replace(
                block,
                heading=_walk_heading(block.heading, change),
                blocks=walk_blocks(block.blocks, change),
            )
        case Table():
            new = walk_blocks(block.notes, change)
            return replace(block, notes=tuple(n for n in new if isinstance(n, Paragraph)))
        case Embedded():
            return replace(block, blocks=walk_blocks(block.blocks, change))
        case Heading() | Separator():
            return block
        case _:
            assert_never(block)


def _walk_heading(heading: Heading | None, change: BlockChange) -> Heading | None:
    if heading is None:
        return None
    return next((new for new in change(heading) if isinstance(new, Heading)), None)


def _row_text(row: Row, change: TextChange) -> Row:
    return replace(row, cells=tuple(_cell_text(cell, change) for cell in row.cells))


def _cell_text(cell: Cell, change: TextChange) -> Cell:
    return replace(cell, body=change(cell.body))


def _masthead_text(masthead: Masthead, change: TextChange) -> Masthead:
    agenda = tuple(AgendaItem(change(item.line), change(item.title)) for item in masthead.agenda)
    return replace(masthead, agenda=agenda)


def _origin_text(origin: Origin, change: TextChange) -> Origin:
    match origin:
        case Submission(sponsors, line):
            return Submission(tuple(change(sponsor) for sponsor in sponsors), change(line))
        case Adoption(line, bracket):
            return replace(origin, line=change(line), bracket=change(bracket))
        case _:
            assert_never(origin)


def _part_text(part: Part, change: TextChange) -> Part:
    return replace(
        part,
        title=change(part.title),
        enacting=change(part.enacting),
        closing=tuple(change(line) for line in part.closing),
    )


def _annex_text(annex: Annex, change: TextChange) -> Annex:
    return replace(annex, title=change(annex.title))
