"""From the tree of lines to the model's blocks: ids and opening words.

Blocks are made without the labels of counted paragraphs: these are gathered by id, and compared
with the derived ones when the whole value is there (`labelled`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
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
    Resolution,
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
    walk,
)
from drafter.numbering import Scheme
from drafter.numbering.number import Departure, departures
from drafter.profiles import Lexicon
from drafter.report import Kind

_NEAR = 60  # below this likeness (of 100) another phrase is no suggestion but noise


@dataclass(frozen=True, slots=True)
class Printed:
    """A label as printed; `told`: it is no news where it departs from the derived one.

    That is so for other bullets, for headings, whose rows are followed as they are printed, and for
    what was reported when the line was read.
    """

    label: str
    line: Line
    told: bool = False


@dataclass(slots=True)
class Assembler:
    """Makes blocks; ids are made from what the blocks say, and are unique in the document."""

    words: Words
    texts: RunningText
    log: Log
    ids: IdMaker = field(default_factory=IdMaker)
    printed: dict[str, Printed] = field(default_factory=dict)

    def blocks(self, nodes: Sequence[AnyNode], *, openings: bool = True) -> Blocks:
        """The blocks of a scope; `openings`: opening words are looked for, as not in an annex."""
        return tuple(self._block(node, openings=openings) for node in nodes)

    def _block(self, node: AnyNode, *, openings: bool) -> Block:
        match node:
            case Node():
                return self._paragraph(node, openings=openings)
            case SectionNode():
                return self._section(node, openings=openings)
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

    def _paragraph(self, node: Node, *, openings: bool) -> Paragraph:
        body = self.texts.inlines(node.body)
        if openings and node.role in {Role.PREAMBULAR, Role.OPERATIVE}:
            body = self._opened(body, node)
        id_ = self.ids.make("p", plain_text(body))
        counted = node.role in {Role.OPERATIVE, Role.ITEM, Role.BULLET}
        if counted and node.label:
            silent = node.told or node.role is Role.BULLET
            self.printed[id_] = Printed(node.label, node.line, told=silent)
        return Paragraph(
            id=id_,
            role=node.role,
            body=body,
            children=self.blocks(node.children, openings=False),
            tail=self.texts.inlines(node.tail),
            label=None if counted else node.label or None,
        )

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

    def _section(self, node: SectionNode, *, openings: bool) -> Section:
        heading = self.heading(node.heading)
        blocks = self.blocks(node.blocks, openings=openings)
        name = heading.label or plain_text(heading.body) or "section"
        return Section(self.ids.make("s", name), heading, blocks, restarts=node.restarts)

    def heading(self, node: HeadingNode) -> Heading:
        """A heading; numbered when the source numbers it."""
        body = self.texts.inlines(node.body)
        id_ = self.ids.make("h", plain_text(body) or node.label)
        if node.label:
            self.printed[id_] = Printed(node.label, node.line, told=True)
        level = 3 if node.level is None else node.level + 1
        return Heading(id_, body, level, numbered=node.level is not None)

    def _table(self, node: TableNode) -> Table:
        rows = (Row(tuple(Cell(self.texts.inlines((c,))) for c in row)) for row in node.rows)
        made = node.made or tuple(rows)
        words = " ".join(plain_text(cell.body) for row in made for cell in row.cells)
        return Table(self.ids.make("t", words), made)

    def _embedded(self, node: EmbeddedNode) -> Embedded:
        title, enacted = self.texts.inlines(node.title), self.enacting(node.line)
        id_ = self.ids.make("e", plain_text(title) or plain_text(enacted))
        return Embedded(id_, title, enacted, self.blocks(node.scope.blocks))

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
    """Inlines with their first `length` visible signs in a style; notes among them stay outside.

    As they are where the first signs are a link, which has no place inside opening words.
    """
    runs: list[Run] = []
    left = length
    for run in flatten(body):
        if left and run.href:
            return body
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


def labelled(
    resolution: Resolution, scheme: Scheme, printed: Mapping[str, Printed], log: Log
) -> Resolution:
    """The resolution with overrides where the printed labels are not the derived ones."""
    labels = {id_: one.label for id_, one in printed.items()}
    found = departures(resolution, scheme, labels)
    for id_, departure in found.items():
        if not printed[id_].told:
            log.add(Kind.NUMBER, printed[id_].line, _departs(departure), departure.printed)
    return walk(resolution, partial(_overridden, found)) if found else resolution


def _overridden(found: Mapping[str, Departure], block: Block) -> tuple[Block, ...]:
    if block.id in found and isinstance(block, Paragraph | Heading):
        return (replace(block, label=found[block.id].printed),)
    return (block,)


def _departs(departure: Departure) -> str:
    if not departure.expected:
        return f"the only paragraph is numbered {departure.printed}"
    return (
        f"the printed number {departure.printed} stands where {departure.expected} is expected; "
        "it is kept"
    )
