"""Tables: rows, cells with their spans, each line of a cell a paragraph."""

from __future__ import annotations

import json

from lxml import etree

from drafter.formats.akn.names import AKN4UN, akn, own
from drafter.formats.akn.output import Output
from drafter.formats.akn.write_inline import paragraph
from drafter.model import Break, Cell, Inline, Inlines, Meta, Table

DATA = frozenset(
    ("data-borders-info", "data-width-type", "data-justification", "data-vertical-align")
)
"""The attributes that official tables have: JSON copies of Word's borders and widths."""


def write_table(made: etree._Element, block: Table, out: Output) -> None:
    """Fill a table element."""
    write_metas(made, block.meta)
    for row in block.rows:
        line = etree.SubElement(made, akn("tr"))
        write_metas(line, row.meta)
        for cell in row.cells:
            _cell(line, cell, out)
        if not row.cells:
            etree.SubElement(line, akn("td")).set(own("made"), "true")


def _cell(line: etree._Element, cell: Cell, out: Output) -> None:
    made = etree.SubElement(line, akn("th" if cell.header else "td"))
    if cell.columns > 1:
        made.set("colspan", str(cell.columns))
    if cell.rows > 1:
        made.set("rowspan", str(cell.rows))
    write_metas(made, cell.meta)
    for part in _paragraphs(cell.body):
        paragraph(made, part, out)


def _paragraphs(body: Inlines) -> list[Inlines]:
    """The text of a cell, parted at its breaks."""
    out: list[list[Inline]] = [[]]
    for inline in body:
        if isinstance(inline, Break):
            out.append([])
        else:
            out[-1].append(inline)
    return [tuple(part) for part in out] if body else []


def write_metas(made: etree._Element, meta: Meta) -> None:
    """Kept pairs: those of official tables as their own attributes, others together."""
    other = {}
    for name, value in meta:
        if name in DATA and value:
            made.set(f"{{{AKN4UN}}}{name}", value)
        else:
            other[name] = value
    if other:
        made.set(own("meta"), json.dumps(other, ensure_ascii=False))
