"""Blocks from the tree of lines: paragraphs, headings, sections, embedded texts, separators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from drafter.codec import nearest
from drafter.formats.draft.content import ContentReader
from drafter.formats.draft.faults import Line
from drafter.formats.draft.lines import Node
from drafter.formats.draft.read_tables import TableReader
from drafter.formats.draft.words import FRAME, HEADER, HOLDERS, MARKER, ROLES, TYPED_NUMBER, WORD
from drafter.model import (
    Block,
    Blocks,
    Embedded,
    Heading,
    Inlines,
    Paragraph,
    Role,
    Section,
    Separator,
    Table,
)

_LABEL: Mapping[str, type] = MappingProxyType({"label": str})
_HEADING: Mapping[str, type] = MappingProxyType({"numbered": bool, "label": str})
_SECTION: Mapping[str, type] = MappingProxyType({"restarts": bool, "headless": bool})
_SEPARATOR: Mapping[str, type] = MappingProxyType({"text": str})
_NONE: Mapping[str, type] = MappingProxyType({})


@dataclass(slots=True)
class BlockReader:
    """Reads blocks; a line that is none is a fault and gives none."""

    contents: ContentReader

    def blocks(self, nodes: Sequence[Node]) -> Blocks:
        """The blocks that the nodes are, in order."""
        return tuple(block for node in nodes if (block := self.block(node)) is not None)

    def block(self, node: Node) -> Block | None:
        """The block that a node is."""
        line = node.line
        found = MARKER.match(line.text, line.start, line.end)
        marker = found["marker"] if found else ""
        after = found.end() if found else line.start
        if marker in ROLES and marker != "NOTE":
            return self.paragraph(node, after, ROLES[marker])
        if marker.startswith("#"):
            return self._heading(node, marker, after)
        match marker:
            case "SECTION":
                return self._section(node, after)
            case "TABLE":
                return self._table(node, after)
            case "EMBEDDED":
                return self._embedded(node, after)
            case "SEPARATOR":
                return self._separator(node, after)
        self._unknown(line, marker)
        return None

    def paragraph(self, node: Node, after: int, role: Role) -> Paragraph:
        """A paragraph with its sub-paragraphs and the text after them."""
        found = self.contents.content(node.line, after, _LABEL, opens=True)
        inside, tail = self._tail(node.inside)
        children = self.blocks(inside)
        if not found.text and not node.inside:
            hint = "write its text after the marker, or delete the line"
            self._fault(node.line, "the paragraph has no text", hint)
        return Paragraph(
            id=found.attributes.id,
            role=role,
            body=found.text,
            children=children,
            tail=tail,
            label=found.attributes.values.get("label"),
            meta=found.attributes.meta,
        )

    def _tail(self, nodes: Sequence[Node]) -> tuple[Sequence[Node], Inlines]:
        if not nodes or _marker(nodes[-1].line) != "TAIL":
            return nodes, ()
        line = nodes[-1].line
        if len(nodes) == 1:
            hint = "write the text in the line of the paragraph itself"
            self._fault(line, "TAIL stands where there are no sub-paragraphs", hint)
        self.leaf(nodes[-1])
        tail = self.contents.text(line, line.start + len("TAIL"))
        if not tail:
            self._fault(line, "TAIL has no text", "write its text, or delete the line")
        return nodes[:-1], tail

    def _heading(self, node: Node, marker: str, after: int) -> Heading:
        if len(marker) > 6:
            self._fault(node.line, "a heading has at most six #", "take some away")
        self.leaf(node)
        found = self.contents.content(node.line, after, _HEADING)
        values = found.attributes.values
        if not found.text and "numbered" not in values:
            hint = "write its text, or {# numbered} for one that has only its number"
            self._fault(node.line, "the heading has no text", hint)
        return Heading(
            id=found.attributes.id,
            body=found.text,
            level=len(marker),
            numbered="numbered" in values,
            label=values.get("label"),
            meta=found.attributes.meta,
        )

    def _section(self, node: Node, after: int) -> Section:
        found = self.contents.attributes(node.line, self._bare(node.line, after), _SECTION)
        nodes = node.inside
        heading = None
        headed = nodes and _marker(nodes[0].line).startswith("#")
        if headed and "headless" not in found.values:
            heading = self._heading(nodes[0], *_after(nodes[0].line))
            nodes = nodes[1:]
        if not node.inside:
            self._fault(node.line, "the section is empty", "indent its lines under it")
        return Section(
            found.id, heading, self.blocks(nodes), "restarts" in found.values, found.meta
        )

    def _table(self, node: Node, after: int) -> Table:
        found = self.contents.attributes(node.line, self._bare(node.line, after), _NONE)
        rows = [inner for inner in node.inside if inner.line.text[inner.line.start] == "|"]
        below = [inner for inner in node.inside if inner.line.text[inner.line.start] != "|"]
        if not rows:
            self._fault(node.line, "the table has no row", "indent its rows under it: | a | b |")
        reader = TableReader(self.contents)
        for row in rows:
            self.leaf(row)
        notes = tuple(note for inner in below if (note := self._note(inner)) is not None)
        return Table(found.id, tuple(reader.row(row.line) for row in rows), notes, found.meta)

    def _note(self, node: Node) -> Paragraph | None:
        marker, after = _after(node.line)
        if marker == "NOTE":
            return self.paragraph(node, after, Role.TABLE_NOTE)
        hint = "a table holds rows, | a | b |, and below them lines with NOTE"
        self._fault(node.line, "this line cannot stand in a table", hint)
        return None

    def _embedded(self, node: Node, after: int) -> Embedded:
        found = self.contents.content(node.line, after, _NONE)
        nodes = node.inside
        enacting: Inlines = ()
        if nodes and _marker(nodes[0].line) == "ENACTING":
            self.leaf(nodes[0])
            enacting = self.contents.text(nodes[0].line, _after(nodes[0].line)[1])
            nodes = nodes[1:]
        if not (found.text or enacting or nodes):
            self._fault(node.line, "the embedded text is empty", "indent its lines under it")
        attributes = found.attributes
        return Embedded(attributes.id, found.text, enacting, self.blocks(nodes), attributes.meta)

    def _separator(self, node: Node, after: int) -> Separator:
        line = node.line
        self.leaf(node)
        stop = line.text.find("{#", after, line.end)
        stop = line.end if stop < 0 else stop
        found = self.contents.attributes(line, stop, _SEPARATOR)
        signs = line.text[after:stop].strip(" ") or found.values.get("text", "* * *")
        return Separator(found.id, signs)

    def leaf(self, node: Node) -> None:
        """Note a fault for lines under one that holds none."""
        if node.inside:
            line = node.inside[0].line
            self._fault(line, "nothing can stand under the line above", "indent it less")

    def _bare(self, line: Line, after: int) -> int:
        """The offset after a marker that has no text, only attributes."""
        if after < line.end and not line.text.startswith("{#", after):
            hint = "only attributes can follow it; write the text in a line under it"
            self.contents.faults.add(line, after, "a text cannot stand here", hint)
            return line.end
        return after

    def _unknown(self, line: Line, marker: str) -> None:
        if TYPED_NUMBER.match(line.text, line.start):
            what = "a number begins the line"
            hint = "numbers are never typed: begin with OP, or with - for a sub-paragraph"
        elif HEADER.match(line.text, line.start):
            what, hint = "a key of the head stands after the head", "move it up to the others"
        elif marker in (*FRAME, "TAIL", "NOTE"):
            what, hint = f"{marker} cannot stand here", _PLACES[marker]
        elif marker:
            what = f"there is no marker {marker[:40]!r}"
            hint = nearest(marker, (*ROLES, *HOLDERS, *FRAME, "TAIL"))
        elif meant := _meant(line):
            what = "no marker begins the line"
            hint = f"did you mean {meant}? It is written so, with two spaces after it"
        else:
            what = "no marker begins the line"
            hint = "begin it with PP, OP, - or another marker; a paragraph is one line"
        self._fault(line, what, hint)

    def _fault(self, line: Line, what: str, hint: str) -> None:
        self.contents.faults.add(line, line.start, what, hint)


def _meant(line: Line) -> str:
    """The marker that a line begins with in other letters, or with a sign in place of a space."""
    word = WORD.match(line.text, line.start)
    marker = word[0].upper() if word else ""
    return marker if marker in (*ROLES, *HOLDERS, *FRAME, "TAIL") else ""


_PLACES: Mapping[str, str] = MappingProxyType(
    {
        "NOTE": "it stands under TABLE, after the rows",
        "TAIL": "it is the last line under a paragraph, after its sub-paragraphs",
        "PART": "it stands at the left edge, before the annexes",
        "TITLE": "it stands right after PART; the title of the whole is title: in the head",
        "ENACTING": "it stands at the left edge before the paragraphs, or first under EMBEDDED",
        "META": "it stands at the left edge, before the paragraphs of a part or an annex",
        "OPERATIVE": "it stands once in a part, at the left edge, before its operative part",
        "CLOSING": "it stands at the left edge, after the paragraphs of a part",
        "ANNEX": "it stands at the left edge",
    }
)


def _marker(line: Line) -> str:
    return _after(line)[0]


def _after(line: Line) -> tuple[str, int]:
    """The marker that begins a line, "" for none, and the offset after it."""
    found = MARKER.match(line.text, line.start, line.end)
    return (found["marker"], found.end()) if found else ("", line.start)
