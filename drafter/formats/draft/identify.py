"""Ids for what a drafter typed without one: made from what it says, never from a clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from drafter.formats.draft.faults import Line
from drafter.model import (
    Block,
    Blocks,
    Embedded,
    Heading,
    IdMaker,
    Paragraph,
    Resolution,
    Section,
    Separator,
    Table,
    notes,
    plain_text,
    query,
    walk,
)


def identified(resolution: Resolution, lines: dict[str, Line]) -> Resolution:
    """The resolution with an id for each block and each annex that has a passing one only.

    `lines` tells in which line an id stands; the new ids are added to it.
    """
    maker = IdMaker(_taken(resolution))

    def new(old: str, prefix: str, content: str) -> str:
        id_ = maker.make(prefix, content)
        lines[id_] = lines[old]
        return id_

    def named(block: Block) -> Blocks:
        if not _passes(block.id):
            return (block,)
        return (replace(block, id=new(block.id, _prefix(block), _content(block))),)

    whole = walk(resolution, named)
    annexes = tuple(
        replace(annex, id=new(annex.id, "a", plain_text(annex.title)))
        if _passes(annex.id)
        else annex
        for annex in whole.annexes
    )
    return replace(whole, annexes=annexes)


def _passes(id_: str) -> bool:
    return id_.startswith("@")


def _taken(resolution: Resolution) -> Iterator[str]:
    yield from (site.block.id for site in query(resolution))
    yield from (annex.id for annex in resolution.annexes)
    yield from (note.id for note in notes(resolution))


def _prefix(block: Block) -> str:
    match block:
        case Paragraph():
            return "p"
        case Heading():
            return "h"
        case Section():
            return "s"
        case Table():
            return "t"
        case Embedded():
            return "e"
        case Separator():
            return "r"
        case _:
            assert_never(block)


def _content(block: Block) -> str:
    match block:
        case Paragraph(body=body) | Heading(body=body):
            return plain_text(body)
        case Section(heading=heading):
            return plain_text(heading.body) if heading else ""
        case Table(rows=rows):
            return " ".join(plain_text(cell.body) for row in rows for cell in row.cells)
        case Embedded(title=title):
            return plain_text(title)
        case Separator(text=text):
            return text
        case _:
            assert_never(block)
