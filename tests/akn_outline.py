"""Resolutions in short, one block a line, for the cases of the Akoma Ntoso reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from drafter import resources
from drafter.model import (
    Annex,
    Block,
    Break,
    Cell,
    Embedded,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Link,
    Note,
    Paragraph,
    Resolution,
    Section,
    Separator,
    Style,
    Table,
    Text,
    held,
)
from drafter.numbering import Numbering, number


def outline(resolution: Resolution) -> str:
    """The blocks of the parts and annexes, with labels; overrides are marked "!"."""
    numbers = number(resolution, resources.language(resolution.language).numbering())
    rows: list[str] = []
    for part in resolution.parts:
        rows += [f"enacting {words(part.enacting, numbers)}"] if part.enacting else []
        rows += [row for b in (*part.preamble, *part.operative) for row in _block(b, numbers, 0)]
    rows += [row for annex in resolution.annexes for row in _annex(annex, numbers)]
    return "\n".join(rows)


def words(body: Inlines, numbers: Numbering) -> str:
    """Running text with its looks: «opening», _italic_, [link], ^{1: note}."""
    return "".join(_inline(inline, numbers) for inline in body)


def _inline(inline: Inline, numbers: Numbering) -> str:
    match inline:
        case Text(text):
            return text
        case Emphasis(Style.OPENING, body):
            return f"«{words(body, numbers)}»"
        case Emphasis(Style.ITALIC, body):
            return f"_{words(body, numbers)}_"
        case Emphasis(style, body):
            return f"<{style.value} {words(body, numbers)}>"
        case Link(_, body):
            return f"[{words(body, numbers)}]"
        case Note():
            return f"^{{{numbers.mark(inline)}: {words(inline.body, numbers)}}}"
        case Break():
            return "/"
        case _:
            return f"<{type(inline).__name__}>"


def _annex(annex: Annex, numbers: Numbering) -> Iterator[str]:
    override = "!" if annex.label is not None else ""
    yield f"{numbers.label(annex.id)}{override}: {words(annex.title, numbers)}"
    for block in annex.blocks:
        yield from _block(block, numbers, 1)


def _block(block: Block, numbers: Numbering, depth: int) -> Iterator[str]:
    indent = "  " * depth
    yield indent + _line(block, numbers)
    inner = (block.heading, *block.blocks) if isinstance(block, Section) else held(block)
    for child in inner:
        if child is not None and not isinstance(block, Table):
            yield from _block(child, numbers, depth + 1)
    if isinstance(block, Table):
        yield from (f"{indent}  note {words(note.body, numbers)}" for note in block.notes)
    if isinstance(block, Paragraph) and block.tail:
        yield f"{indent}  + {words(block.tail, numbers)}"


def _line(block: Block, numbers: Numbering) -> str:
    match block:
        case Paragraph(role=role, body=body):
            return f"{_label(block, numbers)} {role.value} {words(body, numbers)}"
        case Heading(body=body):
            label = _label(block, numbers)
            return f"{label}{' ' if label else ''}heading {words(body, numbers)}"
        case Section(restarts=restarts):
            return f"section{' restarts' if restarts else ''}"
        case Table(rows=rows):
            return f"table {' '.join(_row(row.cells, numbers) for row in rows)}"
        case Embedded():
            return "embedded"
        case Separator(text=text):
            return f"separator {text}"
        case _:
            assert_never(block)


def _label(block: Paragraph | Heading, numbers: Numbering) -> str:
    return numbers.label(block.id) + ("!" if block.label is not None else "")


def _row(cells: tuple[Cell, ...], numbers: Numbering) -> str:
    return "[" + " | ".join(_cell(cell, numbers) for cell in cells) + "]"


def _cell(cell: Cell, numbers: Numbering) -> str:
    spans = (f" c{cell.columns}" if cell.columns > 1 else "") + (
        f" r{cell.rows}" if cell.rows > 1 else ""
    )
    return ("th " if cell.header else "") + words(cell.body, numbers) + spans
