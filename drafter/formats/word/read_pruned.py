"""Blocks that have lost all their words, taken out."""

from __future__ import annotations

from drafter.model import (
    Block,
    Embedded,
    Heading,
    Paragraph,
    Resolution,
    Section,
    Separator,
    Table,
    walk,
)


def pruned(resolution: Resolution) -> Resolution:
    """The value without empty blocks: people delete words in Word and leave the empty line."""
    return walk(resolution, lambda block: (block,) if _says_something(block) else ())


def _says_something(block: Block) -> bool:
    match block:
        case Paragraph(body=body, children=children):
            return bool(body or children)
        case Heading(body=body, numbered=numbered):
            return bool(body) or numbered
        case Section(heading=heading, blocks=blocks):
            return bool(heading or blocks)
        case Embedded(title=title, enacting=enacting, blocks=blocks):
            return bool(title or enacting or blocks)
        case Table(rows=rows):
            return bool(rows)
        case Separator(text=text):
            return bool(text)
