"""Edits of sections and headings: gather paragraphs into a section, dissolve one, add a heading."""

from __future__ import annotations

from dataclasses import replace

from drafter.edit.levels import row_of
from drafter.edit.mend import mend
from drafter.edit.place import find
from drafter.errors import Refused, Unsupported
from drafter.model import Block, Blocks, Heading, Resolution, Section, walk


def gather(
    resolution: Resolution, first: str, last: str, id_: str, heading: Heading | None
) -> Resolution:
    """The resolution with the blocks from `first` to `last` put into a new section `id_`.

    Raises:
        NoSuchParagraph: one of them is not there.
        Refused: they do not stand in one row, first before last, or in a paragraph or a table.
    """
    site = find(resolution, first)
    ids = [block.id for block in row_of(resolution, first)]
    if last not in ids or ids.index(last) < ids.index(first):
        raise Refused(
            "a section takes blocks that follow one another", hint="name the first and the last"
        )
    if site.above and not isinstance(site.above[-1], Section):
        raise Refused("a section stands at the top or in a section", hint="name top paragraphs")
    if site.above and ids[0] == first and isinstance(site.block, Heading):
        raise Refused("the heading of a section stays with it", hint="begin after the heading")
    inside = set(ids[ids.index(first) : ids.index(last) + 1])
    row = tuple(block for block in row_of(resolution, first) if block.id in inside)
    made = Section(id_, heading, row)

    def put(block: Block) -> Blocks:
        if block.id == first:
            return (made,)
        return () if block.id in inside else (block,)

    return walk(resolution, put)


def dissolve(resolution: Resolution, id_: str) -> Resolution:
    """The resolution with what stands in a section put in its place; its heading goes.

    Raises:
        NoSuchParagraph: no block has this id.
        Unsupported: it is no section.
    """
    if not isinstance(find(resolution, id_).block, Section):
        raise Unsupported("only a section can be dissolved", hint="name one: section II")

    def open_(block: Block) -> Blocks:
        return block.blocks if block.id == id_ and isinstance(block, Section) else (block,)

    return mend(walk(resolution, open_))


def with_heading(resolution: Resolution, id_: str, heading: Heading | None) -> Resolution:
    """The resolution with another heading for a section, or none.

    Raises:
        NoSuchParagraph: no block has this id.
        Unsupported: it is no section.
        Refused: the section would hold nothing.
    """
    block = find(resolution, id_).block
    if not isinstance(block, Section):
        raise Unsupported("only a section has a heading of its own", hint="name one: section II")
    if heading is None and not block.blocks:
        raise Refused("the section would hold nothing", hint="delete the section")
    new = replace(block, heading=heading)
    return walk(resolution, lambda other: (new,) if other.id == id_ else (other,))
