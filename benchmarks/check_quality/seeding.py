"""What seeds are made of: a fault put into a text, as an edit of the value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from drafter.app.review import subject_of
from drafter.model import (
    Block,
    Inlines,
    Paragraph,
    Part,
    Resolution,
    Role,
    Section,
    Zone,
    walk,
)
from drafter.rules import Line, Replace, Spot, Subject
from drafter.rules.mend import replaced

Seed = Callable[[Subject, Random], Resolution | None]
"""A text with a fault put in; None where the text has no place for it."""


def rewritten(subject: Subject, line: Line, start: int, end: int, new: str) -> Resolution:
    """The text with some signs of a paragraph's body or tail exchanged."""
    text = replaced(line, [Replace(line.spot, start, end, new)])
    return with_text(subject.resolution, line.spot, text)


def with_text(resolution: Resolution, spot: Spot, text: Inlines) -> Resolution:
    """The text with a paragraph's body or tail exchanged."""

    def put(block: Block) -> tuple[Block, ...]:
        if block.id != spot.owner or not isinstance(block, Paragraph):
            return (block,)
        tail = spot.field == "tail"
        return (replace(block, tail=text) if tail else replace(block, body=text),)

    return walk(resolution, put)


def with_block(resolution: Resolution, new: Block) -> Resolution:
    """The text with the block of this id exchanged."""
    return walk(resolution, lambda block: (new,) if block.id == new.id else (block,))


def with_part(resolution: Resolution, part: Part) -> Resolution:
    """The text with its first part exchanged."""
    return replace(resolution, parts=(part, *resolution.parts[1:]))


def paragraphs(subject: Subject, role: Role) -> list[tuple[Paragraph, Line]]:
    """The top paragraphs of a role of the first part, in order, that are plain text at their ends.

    Those of the preamble for preambular, of the operative part for operative ones.
    """
    part = subject.resolution.parts[0]
    blocks = part.preamble if role is Role.PREAMBULAR else part.operative
    flat = [inner for block in blocks for inner in _flat(block)]
    row = [(b, subject.body(b)) for b in flat if isinstance(b, Paragraph) and b.role is role]
    return [(block, line) for block, line in row if line is not None]


def _flat(block: Block) -> tuple[Block, ...]:
    if isinstance(block, Section) and not block.restarts:
        return tuple(inner for one in block.blocks for inner in _flat(one))
    return (block,)


def one(chance: Random, some: list[tuple[Paragraph, Line]]) -> tuple[Paragraph, Line] | None:
    """One of them by chance; None of none."""
    return chance.choice(some) if some else None


def items(subject: Subject) -> list[tuple[Paragraph, Line]]:
    """The sub-paragraphs of the operative part with their texts."""
    return list(subject.paragraphs(Role.ITEM, Zone.OPERATIVE))


def subject(resolution: Resolution) -> Subject:
    """The text as rules see it."""
    return subject_of(resolution)
