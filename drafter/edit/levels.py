"""Edits of order and level: exchange two paragraphs, raise one a level, lower it a level."""

from __future__ import annotations

from dataclasses import replace

from drafter.edit.blocks import fit, move, replace_block
from drafter.edit.mend import mend
from drafter.edit.place import After, Inside, find
from drafter.errors import Refused, Unsupported
from drafter.model import (
    Block,
    Heading,
    Paragraph,
    Resolution,
    Section,
    Site,
    Table,
    Zone,
    held,
    walk,
)


def swap(resolution: Resolution, one: str, other: str) -> Resolution:
    """The resolution with two blocks in each other's places; their ids stay.

    Raises:
        NoSuchParagraph: one of them is not there.
        Refused: one holds the other, or they are the same, or one is a section's heading.
        Unsupported: a place cannot hold what would come there.
    """
    first, second = find(resolution, one), find(resolution, other)
    _swappable(first, second)
    here, there = _fitted(second.block, first), _fitted(first.block, second)

    def exchange(block: Block) -> tuple[Block, ...]:
        return (here if block.id == one else there if block.id == other else block,)

    return walk(resolution, exchange)


def promote(resolution: Resolution, id_: str) -> Resolution:
    """The resolution with a block one level higher: after the paragraph or section that held it.

    It keeps its id and what stands below it; a label of its own, which was one of the lower level,
    goes. A sub-paragraph of an operative paragraph becomes an operative paragraph.

    Raises:
        NoSuchParagraph: no block has this id.
        Refused: it stands at the top of its part, or in a table or an embedded text.
    """
    site = find(resolution, id_)
    holder = site.above[-1] if site.above else None
    if not isinstance(holder, Paragraph | Section) or _heads(site):
        raise Refused("it stands at the highest level there is", hint="move it instead")
    return mend(move(_unlabelled(resolution, site.block), id_, After(holder.id)))


def demote(resolution: Resolution, id_: str) -> Resolution:
    """The resolution with a paragraph one level lower: the last below the one before it.

    Raises:
        NoSuchParagraph: no block has this id.
        Refused: no paragraph stands directly before it.
    """
    site = find(resolution, id_)
    row = row_of(resolution, id_)
    place = [block.id for block in row].index(id_)
    before = row[place - 1] if place else None
    if not isinstance(before, Paragraph) or isinstance(site.block, Heading):
        raise Refused(
            "no paragraph stands directly before it, to take it in",
            hint="move it below another: move ... below op 2",
        )
    return mend(move(_unlabelled(resolution, site.block), id_, Inside(before.id)))


def row_of(resolution: Resolution, id_: str) -> tuple[Block, ...]:
    """The blocks that stand in a row with a block, itself among them.

    Raises:
        NoSuchParagraph: no block has this id.
    """
    site = find(resolution, id_)
    if site.above:
        return held(site.above[-1])
    if site.zone is Zone.ANNEX:
        return resolution.annexes[site.index].blocks
    part = resolution.parts[site.index]
    return part.preamble if site.zone is Zone.PREAMBLE else part.operative


def _swappable(first: Site, second: Site) -> None:
    inside = {block.id for block in (*first.above, *second.above)}
    if first.block.id == second.block.id or inside & {first.block.id, second.block.id}:
        raise Refused("these two hold each other or are the same", hint="name two apart")
    if _heads(first) or _heads(second):
        raise Refused("a section keeps its heading", hint="edit the headings, or swap the sections")


def _fitted(block: Block, site: Site) -> Block:
    """A block as it must be at the place of another."""
    holder = site.above[-1] if site.above else None
    if isinstance(holder, Table) and not isinstance(block, Paragraph):
        raise Unsupported("only notes stand under a table", hint="swap it with a paragraph")
    return fit(block, site.zone, holder)


def _heads(site: Site) -> bool:
    """Whether a block is the heading of a section."""
    holder = site.above[-1] if site.above else None
    return isinstance(holder, Section) and holder.heading is site.block


def _unlabelled(resolution: Resolution, block: Block) -> Resolution:
    if not isinstance(block, Paragraph) or block.label is None:
        return resolution
    return replace_block(resolution, block.id, replace(block, label=None))
