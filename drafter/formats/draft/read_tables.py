"""Rows of a table: `| a | b |`, header cells `|= a |`, attributes before the bar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from drafter.formats.draft.attributes import AttributeReader, Attributes
from drafter.formats.draft.content import ContentReader
from drafter.formats.draft.faults import Line
from drafter.formats.draft.read_inline import InlineReader
from drafter.model import Cell, Inlines, Meta, Row

_CELL: Mapping[str, type] = MappingProxyType({"columns": int, "rows": int})


@dataclass(slots=True)
class TableReader:
    """Reads the rows of a table."""

    contents: ContentReader

    def row(self, line: Line) -> Row:
        """The row that a line is; each cell ends with a bar, the row's attributes follow."""
        cells = []
        meta: Meta = ()
        for found in self._pieces(line):
            if isinstance(found, Cell):
                cells.append(found)
            else:
                meta = found.meta
        return Row(tuple(cells), meta)

    def _pieces(self, line: Line) -> Iterator[Cell | Attributes]:
        place = line.start + 1
        while place < line.end:
            header = line.text.startswith("=", place)
            body, place = InlineReader(
                line, self.contents.faults, self.contents.notes, in_cell=True
            ).read(place + header)
            found, place = self._attributes(line, place)
            if place < line.end and line.text[place] == "|":
                yield self._cell(body, found, header=header)
                place += 1
                continue
            if header or body or found.values:
                hint = "end each cell with a bar: | a | b |"
                self.contents.faults.add(line, line.end - 1, "the last cell is not closed", hint)
            yield found
            return

    def _attributes(self, line: Line, place: int) -> tuple[Attributes, int]:
        if not line.text.startswith("{#", place):
            return Attributes(), place
        reader = AttributeReader(line, self.contents.faults, _CELL, has_id=False)
        found, place = reader.read(place)
        while place < line.end and line.text[place] == " ":
            place += 1
        if place < line.end and line.text[place] != "|":
            hint = "attributes stand before the bar of their cell, or end the row"
            self.contents.faults.add(line, place, "something stands after the attributes", hint)
            place = line.end
        return found, place

    @staticmethod
    def _cell(body: Inlines, found: Attributes, *, header: bool) -> Cell:
        return Cell(
            body=body,
            header=header,
            columns=found.values.get("columns", 1),
            rows=found.values.get("rows", 1),
            meta=found.meta,
        )
