"""What two good edits may leave together: empty things, text after a list that is gone."""

from __future__ import annotations

from dataclasses import replace

from drafter.merge.spaces import tidy
from drafter.merge.tree import Tree
from drafter.model import (
    Block,
    Blocks,
    Embedded,
    Heading,
    Paragraph,
    Part,
    Resolution,
    Role,
    Run,
    Section,
    Separator,
    Table,
    Text,
    flatten,
    walk,
)


def mend_roles(whole: Tree) -> None:
    """Notes under a table are such wherever they come from, and nothing else is."""
    for key, shell in whole.shells.items():
        if isinstance(shell, Paragraph):
            below = isinstance(whole.shells.get(whole.places[key].holder), Table)
            if below != (shell.role is Role.TABLE_NOTE):
                role = Role.TABLE_NOTE if below else Role.PLAIN
                whole.shells[key] = replace(shell, role=role)


def mend(resolution: Resolution) -> Resolution:
    """The resolution without empty things, and with at least one part."""
    mended = walk(resolution, _mended)
    return replace(mended, parts=mended.parts or (Part(),))


def _mended(block: Block) -> Blocks:
    match block:
        case Paragraph():
            return _paragraph(block)
        case Heading(body=body, numbered=numbered):
            return (block,) if body or numbered else ()
        case Section(heading=heading, blocks=blocks):
            return (block,) if heading or blocks else ()
        case Embedded(title=title, enacting=enacting, blocks=blocks):
            return (block,) if title or enacting or blocks else ()
        case Table(rows=rows, notes=notes):
            return (block,) if rows else tuple(replace(note, role=Role.PLAIN) for note in notes)
        case Separator():
            return (block,)


def _paragraph(block: Paragraph) -> Blocks:
    if block.tail and not block.children:
        joint = [Run(Text(" "))] if block.body else []
        body = tidy([*flatten(block.body), *joint, *flatten(block.tail)], opens=True)
        block = replace(block, body=body, tail=())
    return (block,) if block.body or block.children else ()
