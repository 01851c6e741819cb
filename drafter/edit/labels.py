"""Printed numbers that were kept: where they are taken away, numbering derives them again."""

from __future__ import annotations

from dataclasses import replace

from drafter.edit.place import find
from drafter.model import Block, Embedded, Heading, Paragraph, Resolution, Site, query, walk


def relabelled(resolution: Resolution, id_: str = "") -> tuple[str, ...]:
    """The ids, in reading order, of what has a number of its own: of all, or of a block and below.

    A number that is "" says that none is printed, and a quoted text keeps the numbers of its
    source: neither is meant, unless `id_` names the quotation or what stands in it.

    Raises:
        NoSuchParagraph: no block has this id.
    """
    if id_:
        find(resolution, id_)
    return tuple(site.block.id for site in query(resolution) if _is_meant(site, id_))


def relabel(resolution: Resolution, id_: str = "") -> Resolution:
    """The resolution with the numbers that `relabelled` names derived again.

    Raises:
        NoSuchParagraph: no block has this id.
    """
    wanted = frozenset(relabelled(resolution, id_))

    def derived(block: Block) -> tuple[Block, ...]:
        if block.id in wanted and isinstance(block, Paragraph | Heading):
            return (replace(block, label=None),)
        return (block,)

    return walk(resolution, derived)


def _is_meant(site: Site, id_: str) -> bool:
    block = site.block
    if not isinstance(block, Paragraph | Heading) or not block.label:
        return False
    if id_:
        return id_ in {block.id, *(one.id for one in site.above)}
    return not any(isinstance(one, Embedded) for one in site.above)
