"""A resolution as a `.draft` file: the same resolution gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.codec import encode_opaque
from drafter.formats.common.source import bounded
from drafter.formats.draft.attributes import quoted, write_attributes
from drafter.formats.draft.words import FIRST, LIMIT
from drafter.formats.draft.write_blocks import write_blocks
from drafter.formats.draft.write_head import write_head
from drafter.formats.draft.write_inline import write_text
from drafter.formats.draft.write_lines import joined, line_of
from drafter.model import (
    Annex,
    Block,
    Note,
    Opaque,
    Paragraph,
    Part,
    Resolution,
    Role,
    Series,
    notes,
)


def write(resolution: Resolution) -> bytes:
    """The bytes of the file; groups of lines are parted by one blank line.

    Raises:
        Refused: they would be too many to be read again.
    """
    groups = [group for group in _groups(resolution) if group]
    text = "\n\n".join("\n".join(group) for group in groups)
    return bounded(f"{text}\n".encode(), LIMIT)


def _groups(resolution: Resolution) -> Iterator[list[str]]:
    yield [FIRST, *write_head(resolution)]
    for part in resolution.parts:
        yield from _part(part, alone=len(resolution.parts) == 1)
    for annex in resolution.annexes:
        yield from _annex(annex)
    yield [_definition(note) for note in notes(resolution)]


def _part(part: Part, *, alone: bool) -> Iterator[list[str]]:
    head = []
    if part.letter or not alone:
        head.append(joined("PART", part.letter, gap=" "))
    if part.title:
        head.append(line_of("TITLE", write_text(part.title)))
    if part.enacting:
        head.append(line_of("ENACTING", write_text(part.enacting)))
    yield [*head, *_kept(part.meta)]
    yield list(write_blocks(part.preamble, 0))
    yield ["OPERATIVE"] if _must_be_parted(part) else []
    yield list(write_blocks(part.operative, 0))
    yield [line_of("CLOSING", write_text(line)) for line in part.closing]


def _must_be_parted(part: Part) -> bool:
    """Whether the blocks alone would not tell where the operative part begins."""
    if not all(map(_is_preambular, part.preamble)):
        return True
    return any(map(_is_preambular, part.operative))


def _is_preambular(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.PREAMBULAR


def _annex(annex: Annex) -> Iterator[list[str]]:
    attributes = write_attributes(annex.id, [("label", annex.label)])
    yield [line_of("ANNEX", write_text(annex.title), attributes), *_kept(annex.meta)]
    yield list(write_blocks(annex.blocks, 0))


def _kept(meta: tuple[Opaque, ...]) -> list[str]:
    return [line_of("META", quoted(encode_opaque(kept))) for kept in meta]


def _definition(note: Note) -> str:
    series = None if note.series is Series.NUMBERED else note.series.value
    attributes = write_attributes(items=[("series", series), ("mark", note.mark)])
    return joined(f"[^{note.id}]:", joined(write_text(note.body), attributes), gap=" ")
