"""Edits of whole blocks: insert, delete, move, replace. Inserting a paragraph *is* renumbering.

Each is a function from value to value. A paragraph takes the role of the place it comes to: moved
from the preamble to the operative part it becomes operative, moved below another one an item.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from drafter.edit.carry import keep_notes
from drafter.edit.mend import mend
from drafter.edit.place import After, Before, End, Inside, Position, find
from drafter.errors import Refused, Unsupported
from drafter.model import (
    Block,
    Blocks,
    Embedded,
    Paragraph,
    Resolution,
    Role,
    Section,
    Site,
    Table,
    Zone,
    held,
    walk,
)
from drafter.model.invariants import DEPTH

_ADAPTABLE = (Role.PREAMBULAR, Role.OPERATIVE, Role.ITEM)


def insert(resolution: Resolution, block: Block, position: Position) -> Resolution:
    """The resolution with a block put in.

    Raises:
        NoSuchParagraph: the position names a block that is not there.
        Unsupported: the place cannot hold blocks (a heading, a table).
        Refused: blocks would stand too deep in each other.
    """
    if isinstance(position, End):
        _not_too_deep(block, 0)
        return _append(resolution, fit(block, position.zone, within=None), position)
    site = find(resolution, position.id)
    _not_too_deep(block, len(site.above) + isinstance(position, Inside))
    if isinstance(position, Inside):
        return _put_inside(resolution, block, site)
    holder = site.above[-1] if site.above else None
    if isinstance(holder, Section) and site.block is holder.heading:
        return _prepend(resolution, fit(block, site.zone, within=holder), holder.id)
    new = fit(block, site.zone, within=holder)
    if isinstance(holder, Table) and not isinstance(new, Paragraph):
        raise Unsupported("only notes stand under a table", hint="insert a paragraph")
    return _beside(resolution, new, position)


def delete(resolution: Resolution, id_: str) -> Resolution:
    """The resolution without a block and what it holds, nor holders that hold nothing then.

    A note of it that is called again elsewhere passes to the next call.

    Raises:
        NoSuchParagraph: no block has this id.
    """
    return keep_notes(resolution, mend(take_out(resolution, id_)))


def move(resolution: Resolution, id_: str, position: Position) -> Resolution:
    """The resolution with a block taken from its place and put in at another; its id stays.

    Raises:
        NoSuchParagraph: the block or the position is not there.
        Refused: the position lies inside the block that is to move.
    """
    site = find(resolution, id_)
    if not isinstance(position, End):
        target = find(resolution, position.id)
        if any(holder.id == id_ for holder in (*target.above, target.block)):
            raise Refused(
                f"{id_!r} cannot move into itself", hint="name a position outside the paragraph"
            )
    return mend(insert(take_out(resolution, id_), site.block, position))


def take_out(resolution: Resolution, id_: str) -> Resolution:
    """The resolution without a block, to be put in elsewhere: what it leaves is not mended.

    Raises:
        NoSuchParagraph: no block has this id.
    """
    find(resolution, id_)
    return walk(resolution, lambda block: () if block.id == id_ else (block,))


def replace_block(resolution: Resolution, id_: str, new: Block) -> Resolution:
    """The resolution with one block exchanged for another.

    Raises:
        NoSuchParagraph: no block has this id.
    """
    find(resolution, id_)
    return walk(resolution, lambda block: (new,) if block.id == id_ else (block,))


def _beside(resolution: Resolution, new: Block, position: Before | After) -> Resolution:
    def put(block: Block) -> Blocks:
        if block.id != position.id:
            return (block,)
        return (new, block) if isinstance(position, Before) else (block, new)

    return walk(resolution, put)


def _put_inside(resolution: Resolution, block: Block, site: Site) -> Resolution:
    holder = site.block
    new = fit(block, site.zone, within=holder)
    match holder:
        case Paragraph():
            grown: Block = replace(holder, children=(*holder.children, new))
        case Section() | Embedded():
            grown = replace(holder, blocks=(*holder.blocks, new))
        case Table() if isinstance(new, Paragraph):
            grown = replace(holder, notes=(*holder.notes, new))
        case _:
            raise Unsupported(
                f"{holder.id!r} cannot hold a {type(new).__name__.lower()}",
                hint="insert it before or after",
            )
    return replace_block(resolution, holder.id, grown)


def _prepend(resolution: Resolution, new: Block, section: str) -> Resolution:
    def put(block: Block) -> Blocks:
        if block.id == section and isinstance(block, Section):
            return (replace(block, blocks=(new, *block.blocks)),)
        return (block,)

    return walk(resolution, put)


def _append(resolution: Resolution, new: Block, end: End) -> Resolution:
    if end.zone is Zone.ANNEX:
        annexes = list(resolution.annexes)
        _within(end, len(annexes))
        annexes[end.index] = replace(annexes[end.index], blocks=(*held_by(resolution, end), new))
        return replace(resolution, annexes=tuple(annexes))
    parts = list(resolution.parts)
    _within(end, len(parts))
    part, blocks = parts[end.index], (*held_by(resolution, end), new)
    if end.zone is Zone.PREAMBLE:
        parts[end.index] = replace(part, preamble=blocks)
    else:
        parts[end.index] = replace(part, operative=blocks)
    return replace(resolution, parts=tuple(parts))


def held_by(resolution: Resolution, end: End) -> Blocks:
    """The top blocks of a zone.

    Raises:
        Unsupported: the zone has no blocks (a masthead), or there is no such part or annex.
    """
    match end.zone:
        case Zone.PREAMBLE | Zone.OPERATIVE:
            _within(end, len(resolution.parts))
            part = resolution.parts[end.index]
            return part.preamble if end.zone is Zone.PREAMBLE else part.operative
        case Zone.ANNEX:
            _within(end, len(resolution.annexes))
            return resolution.annexes[end.index].blocks
        case Zone.MASTHEAD | Zone.TITLE | Zone.ENACTING | Zone.CLOSING:
            raise Unsupported(
                f"the {end.zone} holds no paragraphs", hint="name preamble, operative or annex"
            )
        case _:
            assert_never(end.zone)


def _within(end: End, count: int) -> None:
    if not 0 <= end.index < count:
        thing = "annex" if end.zone is Zone.ANNEX else "part"
        raise Unsupported(f"there is no {thing} {end.index + 1}", hint=f"there are {count}")


def _not_too_deep(block: Block, above: int) -> None:
    if above + _height(block) > DEPTH:
        raise Refused(
            f"blocks would stand more than {DEPTH} deep in each other", hint="choose a higher place"
        )


def _height(block: Block) -> int:
    """How many levels a block and what it holds take."""
    return 1 + max(map(_height, held(block)), default=0)


def fit(block: Block, zone: Zone, within: Block | None) -> Block:
    """The block as it must be where it comes to."""
    if not isinstance(block, Paragraph):
        return block
    if isinstance(within, Table):
        return replace(block, role=Role.TABLE_NOTE)
    if block.role is Role.TABLE_NOTE:
        return replace(block, role=Role.PLAIN)
    if block.role not in _ADAPTABLE:
        return block
    return replace(block, role=_role(block.role, zone, within))


def _role(role: Role, zone: Zone, within: Block | None) -> Role:
    if isinstance(within, Paragraph):
        return Role.ITEM
    if within is not None:
        neighbours = {b.role for b in held(within) if isinstance(b, Paragraph)}
        return role if role in neighbours or role is not Role.ITEM else Role.OPERATIVE
    return Role.PREAMBULAR if zone is Zone.PREAMBLE else Role.OPERATIVE
