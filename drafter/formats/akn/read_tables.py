"""Tables: rows, cells with their spans; the JSON copies of Word borders stay as `meta`."""

from __future__ import annotations

import json

from lxml import etree

from drafter.formats.akn.context import Context
from drafter.formats.akn.names import AKN4UN, local, own
from drafter.formats.akn.read_inline import gather, inlines, tidy
from drafter.model import (
    Break,
    Cell,
    Inlines,
    Meta,
    Paragraph,
    Row,
    Run,
    Table,
    Text,
    normalise,
    plain_text,
)
from drafter.report import Kind

_OURS = f"{{{AKN4UN}}}"


def table(element: etree._Element, notes: tuple[Paragraph, ...], context: Context) -> Table | None:
    """The table with the notes printed under it; None when it has no cell."""
    rows = tuple(
        Row(cells, metas(row))
        for row in element.iter(etree.Element)
        if local(row) == "tr" and ((cells := _cells(row, context)) or context.exact)
    )
    if not rows:
        return None
    content = " ".join(plain_text(cell.body) for row in rows for cell in row.cells)
    return Table(context.id("t", content, element.get("wId")), rows, notes, metas(element))


def _cells(row: etree._Element, context: Context) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            _cell_text(cell, context),
            local(cell) == "th",
            _span(cell, "colspan", context),
            _span(cell, "rowspan", context),
            metas(cell),
        )
        for cell in row
        if local(cell) in ("td", "th") and cell.get(own("made")) is None
    )


def _span(cell: etree._Element, name: str, context: Context) -> int:
    value = cell.get(name, "1")
    if value.isascii() and value.isdigit() and int(value) > 0:
        return int(value)
    context.note(Kind.STRUCTURE, f"{name} {value!r} is read as 1", cell)
    return 1


def _cell_text(cell: etree._Element, context: Context) -> Inlines:
    """The paragraphs of a cell, parted by breaks."""
    if context.exact:
        lines = [inlines(inner, context) for inner in cell]
        return normalise(
            tuple(i for n, part in enumerate(lines) for i in ((Break(), *part) if n else part))
        )
    out: list[Inlines] = []
    for inner in cell:
        if local(inner):
            runs = [Run(Text(""))]
            gather(inner, runs, context)
            if body := tidy(runs):
                out.append(body)
    loose = tidy([Run(Text(cell.text or ""))])
    parts = [loose, *out] if loose else out
    return normalise(
        tuple(i for n, part in enumerate(parts) for i in ((Break(), *part) if n else part))
    )


def metas(element: etree._Element) -> Meta:
    """The attributes of the United Nations' own namespace, as pairs sorted by name."""
    pairs = [
        (name.removeprefix(_OURS), str(value))
        for name, value in element.attrib.items()
        if isinstance(name, str) and name.startswith(_OURS) and value
    ]
    if kept := element.get(own("meta")):
        pairs.extend(json.loads(kept).items())
    return tuple(sorted(pairs))
