"""From the tree of lines to the model's blocks: ids, opening words, labels compared.

A printed label equal to the derived one says nothing new and is not kept. Another one is kept as an
override, which moves the count as numbering does, and is reported.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import assert_never

from rapidfuzz import fuzz, process

from drafter.formats.common.line import Line, whole
from drafter.formats.common.log import Log
from drafter.formats.common.node import (
    AnyNode,
    EmbeddedNode,
    HeadingNode,
    Node,
    SectionNode,
    SeparatorNode,
    TableNode,
)
from drafter.formats.common.opening import enacting, opening
from drafter.formats.common.texts import RunningText
from drafter.formats.common.words import Words
from drafter.model import (
    Block,
    Blocks,
    Cell,
    Embedded,
    Emphasis,
    Heading,
    IdMaker,
    Inlines,
    Paragraph,
    Role,
    Row,
    Run,
    Section,
    Separator,
    Style,
    Table,
    Text,
    build,
    flatten,
    plain_text,
)
from drafter.numbering import LabelPattern, Scheme
from drafter.numbering.scheme import squeeze
from drafter.profiles import Lexicon
from drafter.report import Kind

_NEAR = 60  # below this likeness (of 100) another phrase is no suggestion but noise


@dataclass(slots=True)
class Count:
    """The running count of one list, kept as numbering keeps it."""

    last: int = 0

    def override(self, pattern: LabelPattern, printed: str) -> str | None:
        """None for the label expected next or for none printed, else the printed one."""
        expected = pattern.label(self.last + 1)
        if not printed or squeeze(printed) == squeeze(expected):
            self.last += 1
            return None
        self.last = pattern.number(printed) or self.last
        return printed


@dataclass(slots=True)
class Assembler:
    """Makes blocks; ids are made from what the blocks say, and are unique in the document."""

    words: Words
    scheme: Scheme
    texts: RunningText
    log: Log
    ids: IdMaker = field(default_factory=IdMaker)

    def scope(self, nodes: Sequence[AnyNode], *, single: bool, annex: bool = False) -> Blocks:
        """The blocks of a scope that is numbered on its own.

        `single`: a lone operative paragraph has a number there.
        """
        lone = len(list(_operatives(nodes))) == 1 and not single
        return self._blocks(nodes, Count(), lone=lone, openings=not annex)

    def _blocks(
        self, nodes: Sequence[AnyNode], count: Count, *, lone: bool, openings: bool
    ) -> Blocks:
        items = Count()
        blocks: list[Block] = []
        for node in nodes:
            if isinstance(node, Node):
                blocks.append(self._top(node, count, items, lone=lone, openings=openings))
            elif isinstance(node, SectionNode):
                blocks.append(self._section(node, count, lone=lone, openings=openings))
            else:
                blocks.append(self._other(node))
            if not (isinstance(node, Node) and node.role is Role.ITEM):
                items = Count() if isinstance(node, Node) else items
        return tuple(blocks)

    def _top(
        self, node: Node, count: Count, items: Count, *, lone: bool, openings: bool
    ) -> Paragraph:
        match node.role:
            case Role.OPERATIVE if lone:
                label = node.label or None
            case Role.OPERATIVE:
                label = self._override(node, self.scheme.level(0), count)
            case Role.ITEM:
                label = self._override(node, self.scheme.level(1), items)
            case Role.BULLET:
                label = self._bullet(node)
            case Role.PREAMBULAR | Role.PLAIN | Role.QUOTED | Role.TABLE_NOTE:
                label = node.label or None
            case _:
                assert_never(node.role)
        if lone and label:
            self.log.add(Kind.NUMBER, node.line, f"the only paragraph is numbered {label}", label)
        return self._paragraph(node, label, 1, openings=openings)

    def _paragraph(self, node: Node, label: str | None, depth: int, *, openings: bool) -> Paragraph:
        body = self.texts.inlines(node.body)
        if openings and node.role in {Role.PREAMBULAR, Role.OPERATIVE}:
            body = self._opened(body, node)
        return Paragraph(
            id=self.ids.make("p", plain_text(body)),
            role=node.role,
            body=body,
            children=self._children(node.children, depth),
            tail=self.texts.inlines(node.tail),
            label=label,
        )

    def _children(self, nodes: Sequence[Node], depth: int) -> Blocks:
        count = Count()
        children = []
        for node in nodes:
            if node.role is Role.ITEM:
                label = self._override(node, self.scheme.level(depth), count, reported=True)
            else:
                label, count = self._bullet(node), Count()
            children.append(self._paragraph(node, label, depth + 1, openings=False))
        return tuple(children)

    def _override(
        self, node: Node, pattern: LabelPattern, count: Count, *, reported: bool = False
    ) -> str | None:
        expected = pattern.label(count.last + 1)
        label = count.override(pattern, node.label)
        if label is not None and not (reported and pattern.number(label)):
            self.log.add(
                Kind.NUMBER,
                node.line,
                f"the printed number {label} stands where {expected} is expected; it is kept",
                label,
            )
        return label

    def _bullet(self, node: Node) -> str | None:
        return None if node.label == self.scheme.bullet else node.label

    def _opened(self, body: Inlines, node: Node) -> Inlines:
        """A body with its opening words marked; where none are known, the nearest are named."""
        if _is_opened(body):
            return body
        said = _before_notes(body)
        phrase = opening(said, node.role, self.words.lexicon)
        if phrase:
            return emphasised(body, len(phrase), Style.OPENING)
        near = nearest(said, node.role, self.words.lexicon)
        hint = f"; the nearest known are {near!r}" if near else ""
        first = " ".join(said.split()[:3])
        self.log.add(Kind.UNKNOWN, node.line, f"opening words not known: {first!r}{hint}", first)
        return body

    def _section(self, node: SectionNode, count: Count, *, lone: bool, openings: bool) -> Section:
        heading = self.heading(node.heading)
        if node.restarts:
            count = Count()
            lone = len(list(_operatives(node.blocks))) == 1 and not self.scheme.single_operative
        blocks = self._blocks(node.blocks, count, lone=lone, openings=openings)
        name = heading.label or plain_text(heading.body) or "section"
        return Section(self.ids.make("s", name), heading, blocks, restarts=node.restarts)

    def heading(self, node: HeadingNode) -> Heading:
        """A heading; numbered when the source numbers it."""
        body = self.texts.inlines(node.body)
        id_ = self.ids.make("h", plain_text(body) or node.label)
        level = 3 if node.level is None else node.level + 1
        return Heading(id_, body, level, numbered=node.level is not None)

    def _other(self, node: HeadingNode | TableNode | SeparatorNode | EmbeddedNode) -> Block:
        match node:
            case HeadingNode():
                return self.heading(node)
            case TableNode():
                return self._table(node)
            case SeparatorNode(line=line):
                return Separator(self.ids.make("r", line.text), line.text)
            case EmbeddedNode():
                return self._embedded(node)
            case _:
                assert_never(node)

    def _table(self, node: TableNode) -> Table:
        rows = (Row(tuple(Cell(self.texts.inlines((c,))) for c in row)) for row in node.rows)
        made = node.made or tuple(rows)
        words = " ".join(plain_text(cell.body) for row in made for cell in row.cells)
        return Table(self.ids.make("t", words), made)

    def _embedded(self, node: EmbeddedNode) -> Embedded:
        title, enacted = self.texts.inlines(node.title), self.enacting(node.line)
        id_ = self.ids.make("e", plain_text(title) or plain_text(enacted))
        return Embedded(id_, title, enacted, self.scope(node.scope.blocks, single=False))

    def enacting(self, line: Line | None) -> Inlines:
        """An enacting line, with the organ's name in italics as it is printed."""
        if line is None:
            return ()
        found = enacting(line, self.words)
        length = found.length if found else len(line.text)
        return emphasised(self.texts.inlines((whole(line),)), length, Style.ITALIC)


def _before_notes(body: Inlines) -> str:
    """The words before the first note: opening words are one stretch of text."""
    words = []
    for run in flatten(body):
        if not isinstance(run.atom, Text):
            break
        words.append(run.atom.text)
    return "".join(words)


def emphasised(body: Inlines, length: int, style: Style) -> Inlines:
    """Inlines with their first `length` visible signs in a style; notes among them stay outside."""
    runs: list[Run] = []
    left = length
    for run in flatten(body):
        if left and isinstance(run.atom, Text):
            head, rest = run.atom.text[:left], run.atom.text[left:]
            runs += [Run(Text(head), (style,)), replace(run, atom=Text(rest))]
            left -= len(head)
        else:
            runs.append(run)
    return build(runs)


def nearest(said: str, role: Role, lexicon: Lexicon) -> str:
    """The known opening phrase most like the beginning of a text; "" when none is near."""
    known = lexicon.preambular if role is Role.PREAMBULAR else lexicon.operative
    start = " ".join(said.split()[:2]).casefold().rstrip(",")
    found = process.extractOne(start, _sorted(known), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return found[0].capitalize() if found else ""


def _is_opened(body: Inlines) -> bool:
    """Whether the source itself says which words open a paragraph."""
    return bool(body) and isinstance(body[0], Emphasis) and body[0].style is Style.OPENING


@cache
def _sorted(phrases: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(phrases))


def _operatives(nodes: Sequence[AnyNode]) -> list[Node]:
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, Node) and node.role is Role.OPERATIVE:
            found.append(node)
        elif isinstance(node, SectionNode) and not node.restarts:
            found += _operatives(node.blocks)
    return found
