"""Printed numbers against derived ones: where they differ, the printed one is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from drafter.errors import Place
from drafter.formats.akn.context import Context
from drafter.formats.akn.read_blocks import Building
from drafter.model import (
    Block,
    Heading,
    Inline,
    Inlines,
    Note,
    Paragraph,
    Resolution,
    map_inlines,
    notes,
    walk,
    walk_text,
)
from drafter.numbering import Scheme, mark_overrides, overrides
from drafter.report import Kind, Notice


def agreed(resolution: Resolution, building: Building, scheme: Scheme) -> Resolution:
    """The resolution with overrides where the printed labels and marks are not the derived ones."""
    labelled = _labels(resolution, building, scheme)
    return _marks(labelled, building.context)


def _labels(resolution: Resolution, building: Building, scheme: Scheme) -> Resolution:
    new = overrides(resolution, scheme, building.printed)
    for id_, printed in new.items():
        _tell(id_, printed, building)
    if not new:
        return resolution
    walked = walk(resolution, _setter(new))
    annexes = tuple(replace(a, label=new.get(a.id, a.label)) for a in walked.annexes)
    return replace(walked, annexes=annexes)


def _setter(new: dict[str, str]) -> Callable[[Block], tuple[Block, ...]]:
    def change(block: Block) -> tuple[Block, ...]:
        if block.id in new and isinstance(block, Paragraph | Heading):
            return (replace(block, label=new[block.id]),)
        return (block,)

    return change


def _tell(id_: str, printed: str, building: Building) -> None:
    where = Place(line=building.lines.get(id_, 0))
    what = f"label {printed!r} is kept as printed" if printed else "has no number in print"
    building.context.notices.append(Notice(Kind.NUMBER, f"{id_}: {what}", where))


def _marks(resolution: Resolution, context: Context) -> Resolution:
    """Note marks that are not the derived ones are kept as printed."""
    keep = mark_overrides(notes(resolution), context.marks)
    for mark in keep.values():
        context.note(Kind.NOTE, f"note mark {mark!r} is kept as printed")
    if not keep:
        return resolution

    def change(inline: Inline) -> Inlines:
        if isinstance(inline, Note) and inline.id in keep:
            return (replace(inline, mark=keep[inline.id]),)
        return (inline,)

    return walk_text(resolution, lambda text: map_inlines(text, change))
