"""From the old resolution to the new one: pieces that are kept, and pieces that are given.

A resolution is taken apart into its pieces in reading order: the frame, the parts, the annexes and
every block, each without what it holds. A patch says for each piece of the new text whether it is a
run of the old one (then it is taken from there, never from the patch) or new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from drafter.errors import Refused
from drafter.model import (
    Annex,
    Block,
    Blocks,
    Embedded,
    Heading,
    Paragraph,
    Part,
    Resolution,
    Section,
    Separator,
    Table,
)

Shell: TypeAlias = Resolution | Part | Annex | Block
"""A thing of the model without the things it holds."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A shell and how deep it stands; `slot` tells apart the places in one holder.

    Slots: 0 the preamble of a part, 1 its operative part, 2 the heading of a section.
    """

    shell: Shell
    depth: int
    slot: int = 0


@dataclass(frozen=True, slots=True)
class Keep:
    """The pieces of the old resolution from `start` up to `stop`."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Put:
    """Pieces that the old resolution does not have."""

    pieces: tuple[Piece, ...]


Step: TypeAlias = Keep | Put


@dataclass(frozen=True, slots=True)
class Patch:
    """Steps that make the new resolution; `base` are the ids of the old one, to know it again."""

    steps: tuple[Step, ...] = ()
    base: tuple[str, ...] = ()


def make_patch(old: Resolution, new: Resolution) -> Patch:
    """The patch from old to new; pieces that are equal are kept, wherever they stand."""
    before = take_apart(old)
    return Patch(tuple(_steps(before, take_apart(new))), _ids(before))


def apply_patch(patch: Patch, old: Resolution) -> Resolution:
    """The new resolution.

    Raises:
        Refused: `old` is not the text that the patch was made from.
    """
    before = take_apart(old)
    if _ids(before) != patch.base:
        raise Refused(
            "the comparison was made from another text",
            hint="apply it to the old text that it was made from",
        )
    return put_together(piece for step in patch.steps for piece in _pieces(step, before))


def take_apart(resolution: Resolution) -> tuple[Piece, ...]:
    """The pieces of a resolution in reading order, a holder before what it holds."""
    return tuple(_resolution(resolution))


def put_together(pieces: Iterable[Piece]) -> Resolution:
    """The inverse of `take_apart`."""
    frame, *rest = pieces
    resolution = frame.shell
    if not isinstance(resolution, Resolution):
        raise Refused("the pieces of a resolution must begin with its frame")
    heads = [place for place, piece in enumerate(rest) if isinstance(piece.shell, Part | Annex)]
    spans = [rest[a:b] for a, b in zip(heads, [*heads[1:], len(rest)], strict=True)]
    return replace(
        resolution,
        parts=tuple(_part(span) for span in spans if isinstance(span[0].shell, Part)),
        annexes=tuple(_annex(span) for span in spans if isinstance(span[0].shell, Annex)),
    )


def _steps(before: tuple[Piece, ...], after: tuple[Piece, ...]) -> Iterator[Step]:
    places: dict[Piece, int] = {}
    for place, piece in enumerate(before):
        places.setdefault(piece, place)
    found = [places.get(piece) for piece in after]
    start = 0
    while start < len(after):
        stop = _run_end(found, start)
        first = found[start]
        if first is None:
            yield Put(after[start:stop])
        else:
            yield Keep(first, first + stop - start)
        start = stop


def _run_end(found: list[int | None], start: int) -> int:
    stop = start + 1
    first = found[start]
    while stop < len(found):
        expected = None if first is None else first + stop - start
        if found[stop] != expected:
            break
        stop += 1
    return stop


def _pieces(step: Step, before: tuple[Piece, ...]) -> tuple[Piece, ...]:
    match step:
        case Keep(start, stop):
            return before[start:stop]
        case Put(pieces):
            return pieces
        case _:
            assert_never(step)


def _ids(pieces: tuple[Piece, ...]) -> tuple[str, ...]:
    return tuple(getattr(piece.shell, "id", "") for piece in pieces)


def _resolution(resolution: Resolution) -> Iterator[Piece]:
    yield Piece(replace(resolution, parts=(), annexes=()), 0)
    for part in resolution.parts:
        yield Piece(replace(part, preamble=(), operative=()), 0)
        yield from _blocks(part.preamble, 1, 0)
        yield from _blocks(part.operative, 1, 1)
    for annex in resolution.annexes:
        yield Piece(replace(annex, blocks=()), 0)
        yield from _blocks(annex.blocks, 1, 0)


def _blocks(blocks: Blocks, depth: int, slot: int) -> Iterator[Piece]:
    for block in blocks:
        match block:
            case Paragraph():
                bare = replace(block, children=()) if block.children else block
                yield Piece(bare, depth, slot)
                yield from _blocks(block.children, depth + 1, 0)
            case Section():
                yield Piece(replace(block, heading=None, blocks=()), depth, slot)
                if block.heading is not None:
                    yield Piece(block.heading, depth + 1, 2)
                yield from _blocks(block.blocks, depth + 1, 0)
            case Embedded():
                yield Piece(replace(block, blocks=()), depth, slot)
                yield from _blocks(block.blocks, depth + 1, 0)
            case Table():
                yield Piece(replace(block, notes=()), depth, slot)
                yield from _blocks(block.notes, depth + 1, 0)
            case Heading() | Separator():
                yield Piece(block, depth, slot)
            case _:
                assert_never(block)


def _part(pieces: list[Piece]) -> Part:
    part = pieces[0].shell
    if not isinstance(part, Part):
        raise Refused("a part must begin with its frame")
    inside = _held(pieces[1:])
    return replace(
        part,
        preamble=tuple(block for slot, block in inside if slot == 0),
        operative=tuple(block for slot, block in inside if slot == 1),
    )


def _annex(pieces: list[Piece]) -> Annex:
    annex = pieces[0].shell
    if not isinstance(annex, Annex):
        raise Refused("an annex must begin with its frame")
    return replace(annex, blocks=tuple(block for _, block in _held(pieces[1:])))


def _held(pieces: list[Piece]) -> list[tuple[int, Block]]:
    """The blocks at the least depth, each with its slot and what it holds."""
    if not pieces:
        return []
    depth = pieces[0].depth
    heads = [place for place, piece in enumerate(pieces) if piece.depth == depth]
    return [
        (pieces[a].slot, _block(pieces[a:b]))
        for a, b in zip(heads, [*heads[1:], len(pieces)], strict=True)
    ]


def _block(pieces: list[Piece]) -> Block:
    inside = _held(pieces[1:])
    held = tuple(block for _, block in inside)
    match pieces[0].shell:
        case Paragraph() as block:
            return replace(block, children=held)
        case Section() as block:
            return _section(block, inside)
        case Embedded() as block:
            return replace(block, blocks=held)
        case Table() as block:
            return replace(block, notes=tuple(b for b in held if isinstance(b, Paragraph)))
        case Heading() | Separator() as block:
            return block
        case Resolution() | Part() | Annex() as frame:
            raise Refused(f"{type(frame).__name__} stands inside a block")
        case _:
            assert_never(pieces[0].shell)


def _section(section: Section, inside: list[tuple[int, Block]]) -> Section:
    heading = next(
        (block for slot, block in inside if slot == 2 and isinstance(block, Heading)), None
    )
    return replace(section, heading=heading, blocks=tuple(b for slot, b in inside if slot != 2))
