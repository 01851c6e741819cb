"""Ids exchanged throughout a resolution, with everything that refers to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from drafter.model import (
    Annex,
    Block,
    Blocks,
    Inline,
    Inlines,
    Note,
    NoteMark,
    Reference,
    Resolution,
    map_inlines,
    walk,
    walk_text,
)


def rename(resolution: Resolution, ids: Mapping[str, str]) -> Resolution:
    """The resolution with ids exchanged by the map; other ids stay."""
    changed = {old: new for old, new in ids.items() if old != new}
    if not changed:
        return resolution

    def text(inlines: Inlines) -> Inlines:
        return map_inlines(inlines, lambda inline: (_inline(inline, changed),))

    def block(old: Block) -> Blocks:
        return (replace(old, id=changed.get(old.id, old.id)),)

    renamed = walk(walk_text(resolution, text), block)
    annexes = tuple(_annex(annex, changed) for annex in renamed.annexes)
    return replace(renamed, annexes=annexes)


def _annex(annex: Annex, ids: Mapping[str, str]) -> Annex:
    return replace(annex, id=ids.get(annex.id, annex.id))


def _inline(inline: Inline, ids: Mapping[str, str]) -> Inline:
    match inline:
        case Note(id=id_):
            return replace(inline, id=ids.get(id_, id_))
        case NoteMark(target=target) | Reference(target=target):
            return replace(inline, target=ids.get(target, target))
        case _:
            return inline
