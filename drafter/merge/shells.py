"""Three versions of one block, part or annex made one, without what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from drafter.diff.patch import Shell
from drafter.merge.brackets import bracketed
from drafter.merge.desk import Desk
from drafter.merge.rows import either, merge_rows
from drafter.merge.tokens import said
from drafter.merge.value import ConflictKind, Trio
from drafter.merge.words import merge_text
from drafter.model import (
    Annex,
    Cell,
    Embedded,
    Heading,
    Inlines,
    Meta,
    Paragraph,
    Part,
    Row,
    Section,
    Separator,
    Table,
)

_WAYS: Mapping[type, Mapping[str, str]] = MappingProxyType(
    {
        Heading: {"body": "text", "level": "datum", "numbered": "datum", "label": "label"},
        Section: {"restarts": "datum"},
        Embedded: {"title": "text", "enacting": "text"},
        Separator: {"text": "word"},
        Annex: {"title": "text", "label": "label"},
        Paragraph: {"role": "datum", "label": "label", "tail": "text"},
        Part: {"letter": "datum", "title": "text", "enacting": "text"},
        Table: {},
    }
)
"""How each field of a thing is merged; what needs more than that is below."""


def merge_shell(shells: Trio[Shell], desk: Desk) -> Shell:
    """The shell with the edits of both sides; all three are of one type."""
    if shells.clear:
        return shells.chosen
    work = _Shells(shells, desk)
    new: Shell = work.changed(**_WAYS[type(shells.base)])
    match new:
        case Paragraph():
            return replace(new, body=work.text("body", opens=True))
        case Table():
            return replace(new, rows=merge_rows(shells.field("rows"), work.row, work.disputed))
        case Part():
            return replace(new, closing=merge_lines(shells.field("closing"), desk, "", "closing"))
        case _:
            return new


def merge_lines(
    lines: Trio[tuple[Inlines, ...]], desk: Desk, id_: str, field: str
) -> tuple[Inlines, ...]:
    """Lines under one another: sponsors, closing lines. Those in dispute stand in brackets."""

    def one(texts: Trio[Inlines]) -> Inlines:
        return merge_text(texts, desk, id_, field)

    def rest(some: Trio[tuple[Inlines, ...]]) -> tuple[Inlines, ...]:
        words = some.map(lambda side: " / ".join(said(line) for line in side))
        desk.tell(ConflictKind.WORDS, id_, field, words)
        names = desk.options
        return (
            *(bracketed(line, names.ours) for line in some.ours),
            *(bracketed(line, names.theirs) for line in some.theirs),
        )

    return tuple(line for line in merge_rows(lines, one, rest) if line)


def merge_meta(meta: Trio[Meta], desk: Desk, id_: str) -> Meta:
    """Metadata name by name, sorted."""
    pairs: Trio[dict[str, str]] = meta.map(dict)
    names = sorted({*pairs.base, *pairs.ours, *pairs.theirs})
    values = {
        name: desk.settle(
            Trio(pairs.base.get(name), pairs.ours.get(name), pairs.theirs.get(name)),
            id_,
            f"meta {name}",
        )
        for name in names
    }
    return tuple((name, value) for name, value in values.items() if value is not None)


class _Shells:
    """Three shells being merged."""

    def __init__(self, shells: Trio[Any], desk: Desk) -> None:
        self.shells = shells
        self.desk = desk
        self.id = getattr(shells.base, "id", "")

    def changed(self, **fields: str) -> Any:
        """The base's shell with these fields merged, each in its way, and its metadata."""
        ways = {"text": self.text, "datum": self.datum, "label": self.label, "word": self.word}
        new = {name: ways[way](name) for name, way in fields.items()}
        if hasattr(self.shells.base, "meta"):
            new["meta"] = self.meta()
        return replace(self.shells.base, **new)

    def text(self, name: str, *, opens: bool = False) -> Inlines:
        return merge_text(self.shells.field(name), self.desk, self.id, name, opens=opens)

    def datum(self, name: str) -> Any:
        return self.desk.settle(self.shells.field(name), self.id, name)

    def word(self, name: str) -> str:
        return self.desk.word(self.shells.field(name), self.id, name)

    def label(self, name: str) -> str | None:
        """An overriding label: None, which derives it, cannot stand in a bracket."""
        labels: Trio[str | None] = self.shells.field(name)
        words = labels.map(lambda label: label or "")
        if labels.clear or None in {labels.ours, labels.theirs}:
            return self.desk.settle(labels, self.id, name)
        return self.desk.word(words, self.id, name)

    def meta(self) -> Any:
        metas = self.shells.field("meta")
        if isinstance(self.shells.base, Part | Annex):
            return merge_rows(metas, lambda some: self.desk.settle(some, self.id, "meta"), either)
        return merge_meta(metas, self.desk, self.id)

    def row(self, rows: Trio[Row]) -> Row:
        """One row cell by cell, where all three have as many cells."""
        cells: Trio[tuple[Cell, ...]] = rows.field("cells")
        if rows.clear:
            return rows.chosen
        if not len(cells.base) == len(cells.ours) == len(cells.theirs):
            return self.desk.settle(rows, self.id, "row")
        both = zip(cells.base, cells.ours, cells.theirs, strict=True)
        merged = tuple(self.cell(Trio(*some)) for some in both)
        return Row(merged, merge_meta(rows.field("meta"), self.desk, self.id))

    def cell(self, cells: Trio[Cell]) -> Cell:
        if cells.clear:
            return cells.chosen
        own = _Shells(cells, self.desk)
        own.id = self.id
        new: Cell = own.changed(header="datum", columns="datum", rows="datum")
        return replace(new, body=own.text("body"))

    def disputed(self, rows: Trio[tuple[Row, ...]]) -> tuple[Row, ...]:
        """Rows that both sides made different ones of: the rows of both, in brackets."""
        words = rows.map(lambda some: " / ".join(map(_row_words, some)))
        self.desk.tell(ConflictKind.WORDS, self.id, "rows", words)
        names = self.desk.options
        return (
            *(_enclosed_row(row, names.ours) for row in rows.ours),
            *(_enclosed_row(row, names.theirs) for row in rows.theirs),
        )


def _enclosed_row(row: Row, side: str) -> Row:
    return replace(
        row,
        cells=tuple(
            replace(cell, body=bracketed(cell.body, side)) if cell.body else cell
            for cell in row.cells
        ),
    )


def _row_words(row: Row) -> str:
    return " | ".join(said(cell.body) for cell in row.cells)
