"""Blocks as lines, each level indented by two spaces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from drafter.formats.draft.attributes import write_attributes
from drafter.formats.draft.words import ROLES
from drafter.formats.draft.write_inline import write_text
from drafter.formats.draft.write_lines import line_of
from drafter.model import (
    Block,
    Blocks,
    Cell,
    Embedded,
    Heading,
    Paragraph,
    Row,
    Section,
    Separator,
    Table,
)

_MARKERS = {role: marker for marker, role in ROLES.items()}


def write_blocks(blocks: Blocks, level: int) -> Iterator[str]:
    """The lines of blocks, one after the other."""
    for block in blocks:
        yield from _block(block, level)


def _block(block: Block, level: int) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from _paragraph(block, level)
        case Heading():
            yield _heading(block, level)
        case Section():
            yield from _section(block, level)
        case Table():
            yield from _table(block, level)
        case Embedded():
            yield from _embedded(block, level)
        case Separator():
            yield _separator(block, level)
        case _:
            assert_never(block)


def _paragraph(block: Paragraph, level: int) -> Iterator[str]:
    attributes = write_attributes(block.id, [("label", block.label)], block.meta)
    body = write_text(block.body, opens=True)
    yield line_of(_MARKERS[block.role], body, attributes, level=level)
    yield from write_blocks(block.children, level + 1)
    if block.tail:
        yield line_of("TAIL", write_text(block.tail), level=level + 1)


def _heading(block: Heading, level: int) -> str:
    items = [("numbered", block.numbered), ("label", block.label)]
    attributes = write_attributes(block.id, items, block.meta)
    return line_of("#" * block.level, write_text(block.body), attributes, level=level)


def _section(block: Section, level: int) -> Iterator[str]:
    headless = not block.heading and bool(block.blocks) and isinstance(block.blocks[0], Heading)
    items = [("restarts", block.restarts), ("headless", headless)]
    yield line_of("SECTION", write_attributes(block.id, items, block.meta), level=level)
    if block.heading:
        yield _heading(block.heading, level + 1)
    yield from write_blocks(block.blocks, level + 1)


def _table(block: Table, level: int) -> Iterator[str]:
    yield line_of("TABLE", write_attributes(block.id, (), block.meta), level=level)
    for row in block.rows:
        yield line_of(_row(row), level=level + 1)
    for note in block.notes:
        yield from _paragraph(note, level + 1)


def _row(row: Row) -> str:
    cells = "".join(f"|{_cell(cell)}" for cell in row.cells)
    return f"{cells}|{_spaced(write_attributes(meta=row.meta))}"


def _cell(cell: Cell) -> str:
    spans = [("columns", _span(cell.columns)), ("rows", _span(cell.rows))]
    body = write_text(cell.body, in_cell=True)
    attributes = write_attributes(items=spans, meta=cell.meta)
    return f"{'=' if cell.header else ''}{_spaced(body)}{_spaced(attributes)} "


def _spaced(piece: str) -> str:
    return f" {piece}" if piece else ""


def _span(places: int) -> int | None:
    return None if places == 1 else places


def _embedded(block: Embedded, level: int) -> Iterator[str]:
    attributes = write_attributes(block.id, (), block.meta)
    yield line_of("EMBEDDED", write_text(block.title), attributes, level=level)
    if block.enacting:
        yield line_of("ENACTING", write_text(block.enacting), level=level + 1)
    yield from write_blocks(block.blocks, level + 1)


def _separator(block: Separator, level: int) -> str:
    bare = "{" not in block.text
    signs = "" if block.text == "* * *" or not bare else block.text
    attributes = write_attributes(block.id, [("text", None if bare else block.text)])
    return line_of("SEPARATOR", signs, attributes, level=level)
