"""The chain of a text: every paragraph that ends in a mark, and what its place asks of the mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from drafter.model import Block, Blocks, Paragraph, Part, Role, Section, Zone
from drafter.rules.line import Line
from drafter.rules.subject import Subject


class Link(StrEnum):
    """What a text is in the chain."""

    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    LAST = "last"  # the text that ends the operative part
    INTRO = "intro"  # introduces sub-paragraphs
    ITEM = "item"  # a sub-paragraph that does not end its paragraph


@dataclass(frozen=True, slots=True)
class Ending:
    """A text that ends in a mark.

    `zone` is that of its paragraph. `open` tells that something other than a paragraph of the chain
    follows (a heading, a table, a text inside the text; after the last text also further on), which
    may ask for another mark. `penultimate` is the text of a sub-paragraph with one more after it.
    """

    paragraph: Paragraph
    line: Line
    link: Link
    zone: Zone
    open: bool = False
    penultimate: bool = False


def endings(subject: Subject) -> tuple[Ending, ...]:
    """Every text of the chains of all parts, in reading order."""
    return subject.once(_endings)


def _endings(subject: Subject) -> tuple[Ending, ...]:
    parts = subject.resolution.parts
    return tuple(ending for part in parts for ending in _Chain(subject, part).all())


@dataclass(frozen=True, slots=True)
class _Chain:
    subject: Subject
    part: Part

    def all(self) -> Iterator[Ending]:
        yield from self.row(self.part.preamble, Zone.PREAMBLE, Link.PREAMBULAR, Link.PREAMBULAR)
        yield from self.row(self.part.operative, Zone.OPERATIVE, Link.OPERATIVE, Link.LAST)

    def row(
        self, blocks: Blocks, zone: Zone, link: Link, last: Link, *, more: bool = False
    ) -> Iterator[Ending]:
        """The endings of a row of blocks; `last` is what the row's last text is.

        `more` tells that texts which are no links follow the row.
        """
        final = max((n for n, block in enumerate(blocks) if _has_links(block)), default=-1)
        for place, block in enumerate(blocks):
            ends = place == final
            here = last if ends else link
            after = ends and (more or place + 1 < len(blocks))
            if isinstance(block, Section):
                yield from self.row(block.blocks, zone, link, here, more=after)
            elif isinstance(block, Paragraph) and block.role in _CHAINED:
                open_ = after or _is_open(blocks[place + 1] if place + 1 < len(blocks) else None)
                yield from self.paragraph(block, zone, _fitting(block, here), open_=open_)

    def paragraph(self, block: Paragraph, zone: Zone, link: Link, open_: bool) -> Iterator[Ending]:
        """The endings of a paragraph: its introduction, its items, its last words."""
        body = self.subject.body(block)
        if not block.children:
            if body is not None:
                yield Ending(block, body, link, zone, open_)
            return
        if body is not None:
            yield Ending(block, body, Link.INTRO, zone, not _all_items(block))
        yield from self.items(block, zone, link, open_)
        tail = self.subject.last_line(block)
        if block.tail and tail is not None:
            yield Ending(block, tail, link, zone, open_)

    def items(self, block: Paragraph, zone: Zone, link: Link, open_: bool) -> Iterator[Ending]:
        row = [child for child in block.children if isinstance(child, Paragraph)]
        for place, child in enumerate(row):
            ends = child is block.children[-1] and not block.tail
            inner = link if ends else Link.ITEM
            for ending in self.paragraph(child, zone, inner, open_ if ends else False):
                near = place == len(row) - 2 and ending.paragraph is child
                yield replace(ending, penultimate=near) if near else ending


def _fitting(block: Paragraph, link: Link) -> Link:
    """A preambular paragraph of a section stays one."""
    return Link.PREAMBULAR if block.role is Role.PREAMBULAR else link


_CHAINED = {Role.PREAMBULAR, Role.OPERATIVE}


def _has_links(block: Block) -> bool:
    if isinstance(block, Section):
        return any(map(_has_links, block.blocks))
    return isinstance(block, Paragraph) and block.role in _CHAINED


def _is_open(block: Block | None) -> bool:
    return block is not None and not (isinstance(block, Paragraph) and block.role in _CHAINED)


def _all_items(block: Paragraph) -> bool:
    return all(
        isinstance(child, Paragraph) and child.role in {Role.ITEM, Role.BULLET}
        for child in block.children
    )
