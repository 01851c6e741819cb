"""The block level of a Word part: paragraphs as lines, tables as grids, in document order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from drafter.errors import Place, Unreadable
from drafter.formats.word.read_changes import Changes
from drafter.formats.word.read_lines import (
    Grid,
    GridCell,
    GridRow,
    Item,
    Line,
    Piece,
    lines_of,
)
from drafter.formats.word.read_numbering import WordNumbering
from drafter.formats.word.read_runs import Runs
from drafter.formats.word.read_styles import Styles, nearest
from drafter.formats.word.read_xml import MC, child, flag, local, number, value

_THROUGH = {"sdtContent", "customXml", "smartTag"}
_DEEPEST_TABLES = 12
"""Tables in cells of tables; a file that goes on is made to exhaust its reader."""
_WIDEST = 1_000
"""Columns that one cell may claim to span; Word itself makes at most 63."""


@dataclass(slots=True)
class Body:
    """Reads the blocks of one part. `name` names the part in places, `lines` counts its lines."""

    styles: Styles
    numbering: WordNumbering
    changes: Changes
    runs: Runs
    name: str = "body"
    line: int = 0
    tables: int = 0
    waiting: tuple[Piece, ...] = ()

    def items(self, element: etree._Element) -> Iterator[Item]:
        """The lines and grids directly inside an element, wrappers looked through."""
        for one in element:
            yield from self._item(one)

    def lines(self, element: etree._Element) -> tuple[Line, ...]:
        """Every line inside an element; those of tables one after the other."""
        return tuple(lines_of([*self.items(element), *self.rest()]))

    def rest(self) -> Iterator[Line]:
        """What waits for a paragraph to join when there is none left."""
        if self.waiting:
            pieces, self.waiting = self.waiting, ()
            yield Line(pieces, opened=self.runs.take_opened(), where=self._where("paragraph"))

    def _where(self, what: str) -> Place:
        return Place(path=f"{self.name}, {what} {self.line}")

    def _item(self, element: etree._Element) -> Iterator[Item]:
        name = local(element)
        if name == "p":
            yield from self._paragraph(element)
        elif name == "tbl":
            yield from self._table(element)
        elif name in _THROUGH:
            yield from self.items(element)
        elif name == "sdt":
            content = child(element, "sdtContent")
            yield from self.items(content) if content is not None else ()
        elif name in ("bookmarkStart", "bookmarkEnd"):
            self.runs.bookmark(element)
        elif name in self.changes.wrappers:
            if self.changes.keeps(name):
                yield from self.items(element)
        elif name == f"{{{MC}}}AlternateContent":
            chosen = next((one for one in element if len(one)), None)
            yield from self.items(chosen) if chosen is not None else ()
        elif name == "altChunk":
            self.runs.skip("a file embedded in the Word file is left out", "")

    def _paragraph(self, element: etree._Element) -> Iterator[Item]:
        self.line += 1
        where = self._where("paragraph")
        pieces = self.waiting + self.runs.paragraph(element)
        self.waiting = ()
        if self.changes.joins_next(element):
            self.waiting = pieces
            return
        style, label, depth = self._style(element)
        yield Line(pieces, label, depth, style, self.runs.take_opened(), where)
        yield from self._boxes()

    def _boxes(self) -> Iterator[Item]:
        boxes, self.runs.boxes = self.runs.boxes, []
        for box in boxes:
            yield from self.lines(box)

    def _style(self, element: etree._Element) -> tuple[str, str, int]:
        """The style of a paragraph; label (which is counted here) and depth of its Word list."""
        own = self.changes.properties(child(element, "pPr"))
        style = value(child(own, "pStyle")) or self.styles.default
        inherited = self.styles.paragraph_properties(style)
        list_, level = self._list(inherited if own is None else (own, *inherited), style)
        if level < 0:
            return style, "", 0
        depth = self.numbering.depth(list_, level) or self.styles.list_depth(style)
        return style, self.numbering.label(list_, level), depth

    def _list(self, held: tuple[etree._Element, ...], style: str) -> tuple[str, int]:
        """The list and level of a paragraph, its own or its style's; level -1 for none."""
        listed = nearest(held, "numPr")
        if listed is None:
            return "", -1
        list_ = next(
            (
                value(id_)
                for one in held
                if (id_ := child(child(one, "numPr"), "numId")) is not None
            ),
            "",
        )
        if list_ in ("", "0"):
            return "", -1
        own = child(listed, "ilvl")
        level = number(own) if own is not None else self.numbering.level_of_style(list_, style)
        return list_, max(0, min(level, 8))

    def _table(self, element: etree._Element) -> Iterator[Item]:
        self.tables += 1
        if self.tables > _DEEPEST_TABLES:
            raise Unreadable(
                f"the file has tables nested more than {_DEEPEST_TABLES} deep",
                hint="take the inner tables apart in Word",
            )
        where = self._where("table after paragraph")
        yield from self.rest()
        rows = tuple(self._rows(element))
        self.tables -= 1
        if rows:
            yield Grid(rows, where)

    def _rows(self, element: etree._Element) -> Iterator[GridRow]:
        for one in _held(element, "tr"):
            if self.changes.drops_row(one):
                continue
            properties = child(one, "trPr")
            header = flag(child(properties, "tblHeader"))
            cells = tuple(self._cell(cell) for cell in _held(one, "tc"))
            if cells:
                yield GridRow(cells, header)

    def _cell(self, element: etree._Element) -> GridCell:
        properties = child(element, "tcPr")
        merge = child(properties, "vMerge")
        goes_on = merge is not None and value(merge) != "restart"
        columns = max(1, min(number(child(properties, "gridSpan")), _WIDEST))
        return GridCell(self.lines(element), columns, 0 if goes_on else 1)


def _held(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, content controls around them looked through."""
    for one in element:
        if local(one) == name:
            yield one
        elif local(one) in ("sdt", *_THROUGH, "ins"):
            yield from _held(one, name)
