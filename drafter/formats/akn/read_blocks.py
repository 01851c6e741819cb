"""Nodes to blocks of the model, with ids, roles and opening words."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from drafter.formats.akn.context import Context
from drafter.formats.akn.names import line_of
from drafter.formats.akn.read_chains import mended
from drafter.formats.akn.read_lines import Line, without
from drafter.formats.akn.read_nest import Node, Sort, nest
from drafter.formats.akn.read_resume import resumed, tailed
from drafter.formats.akn.read_sections import sections
from drafter.formats.akn.read_tables import table
from drafter.formats.akn.read_titles import titled
from drafter.model import (
    Blocks,
    Embedded,
    Emphasis,
    Heading,
    Inlines,
    Paragraph,
    Role,
    Run,
    Section,
    Separator,
    Style,
    Text,
    build,
    flatten,
    plain_text,
)
from drafter.report import Kind


@dataclass(slots=True)
class Building:
    """What is gathered while nodes become blocks: the printed label of each id."""

    context: Context
    opening: frozenset[Style]
    printed: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    closing: list[Inlines] = field(default_factory=list)


def nested(lines: list[Line], context: Context) -> list[Node]:
    """Lines as nodes, once texts between items and lines above paragraphs have their place."""
    return titled(tailed(resumed(nest(list(mended(lines, context)), context))), context)


def structure(lines: list[Line], context: Context, *, lone: bool) -> list[Node]:
    """Lines as nodes: nested, in sections; a lone unnumbered paragraph made operative."""
    nodes = sections(nested(lines, context))
    if lone:
        _lone(nodes)
    return nodes


def _lone(nodes: list[Node]) -> None:
    """A text with one paragraph, unnumbered: it is the operative paragraph (un-conventions)."""
    for node in nodes:
        if node.sort is Sort.SECTION and node.restarts:
            _lone(node.children)
    texts = [
        node
        for node in _flat(nodes)
        if node.sort is Sort.PARAGRAPH and node.role is not Role.PREAMBULAR
    ]
    if len(texts) == 1 and texts[0].role is Role.PLAIN and not texts[0].label:
        texts[0].role = Role.OPERATIVE


def _flat(nodes: list[Node]) -> list[Node]:
    out: list[Node] = []
    for node in nodes:
        if node.sort is Sort.SECTION and not node.restarts:
            out.extend(_flat(node.children))
        elif node.sort is not Sort.SECTION:
            out.append(node)
    return out


def blocks(nodes: list[Node], building: Building) -> Blocks:
    """The blocks of the model."""
    return tuple(new for node in nodes for new in _block(node, building))


def _block(node: Node, building: Building) -> Blocks:
    match node.sort:
        case Sort.PARAGRAPH | Sort.FORMULA | Sort.TITLE:
            return (_paragraph(node, building),)
        case Sort.HEADING:
            return (_heading(node, building),)
        case Sort.SECTION:
            return (_section(node, building),)
        case Sort.TABLE:
            return _table(node, building)
        case Sort.EMBEDDED:
            return _embedded(node, building)
        case Sort.SEPARATOR:
            return _separator(node, building)


def _paragraph(node: Node, building: Building) -> Paragraph:
    body = node.body
    if node.role in (Role.OPERATIVE, Role.PREAMBULAR) and node.sort is Sort.PARAGRAPH:
        body = opened(body, building.opening)
    id_ = building.context.id("p", plain_text(body))
    _print(id_, node, building)
    children = blocks(node.children, building)
    return Paragraph(id_, node.role, body, children, node.tail, meta=tuple(sorted(node.line.meta)))


def _print(id_: str, node: Node, building: Building) -> None:
    building.printed[id_] = node.label
    building.lines[id_] = line_of(node.line.element)


def opened(body: Inlines, opening: frozenset[Style]) -> Inlines:
    """The text with its first words, when they stand in the opening style, marked as OPENING."""
    if not body or not isinstance(body[0], Emphasis):
        return body
    out: list[Run] = []
    first = True
    for run in flatten(body):
        first = first and isinstance(run.atom, Text) and frozenset(run.styles) == opening
        out.append(Run(run.atom, (Style.OPENING,), run.href) if first else run)
    return build(out)


def _heading(node: Node, building: Building) -> Heading:
    body = node.body if node.plain else heading_text(node.body)
    id_ = building.context.id("h", plain_text(body) or node.label)
    _print(id_, node, building)
    meta = (("number-apart", node.apart),) if node.apart else ()
    meta = (("written-as", "paragraph"),) if node.plain else meta
    meta = tuple(sorted((*meta, *node.line.meta)))
    return Heading(id_, body, node.level, bool(node.label), meta=meta)


def heading_text(body: Inlines) -> Inlines:
    """A heading's words: its bold, and an italic over all of it, are presentation."""
    plain = without(body, Style.BOLD)
    texts = [inline for inline in plain if isinstance(inline, Emphasis | Text)]
    whole = all(
        (isinstance(inline, Emphasis) and inline.style is Style.ITALIC) or not _visible(inline)
        for inline in texts
    )
    return without(plain, Style.ITALIC) if whole else plain


def _visible(inline: Emphasis | Text) -> bool:
    return bool(plain_text((inline,)).strip())


def _section(node: Node, building: Building) -> Section:
    heading = _heading(node.heading, building) if node.heading else None
    words = plain_text(heading.body) if heading else ""
    id_ = building.context.id("s", words)
    return Section(id_, heading, blocks(node.children, building), node.restarts)


def _table(node: Node, building: Building) -> Blocks:
    notes = tuple(_paragraph(note, building) for note in node.notes)
    made = table(node.line.element, notes, building.context)
    if made is None:
        building.context.note(Kind.STRUCTURE, "an empty table is left out", node.line.element)
        return notes
    return (made,)


def _separator(node: Node, building: Building) -> Blocks:
    words = plain_text(node.body)
    return (Separator(building.context.id("r", words), words),)


def _embedded(node: Node, building: Building) -> Blocks:
    return embedded(node.line.element, node.line.inner, building)


def embedded(
    element: etree._Element, lines: list[Line], building: Building
) -> tuple[Embedded, ...]:
    """The lines of a text inside the text; none when there are no lines."""
    if building.context.inside >= _MOST_INSIDE:
        skipped = " ".join(plain_text(line.body) for line in lines)
        building.context.note(Kind.SKIPPED, "texts inside texts stand too deep", element, skipped)
        return ()
    building.context.inside += 1
    made = _embedded_text(element, lines, building)
    building.context.inside -= 1
    return made


_MOST_INSIDE = 2
"""Embedded texts in each other that are read; official files have one."""


def _embedded_text(
    element: etree._Element, lines: list[Line], building: Building
) -> tuple[Embedded, ...]:
    nodes = structure(lines, building.context, lone=True)
    title: Inlines = ()
    enacting: Inlines = ()
    while nodes and nodes[0].sort in (Sort.TITLE, Sort.FORMULA):
        first = nodes.pop(0)
        if first.sort is Sort.TITLE:
            title = (*title, *first.body)
        elif enacting:
            nodes.insert(0, replace_sort(first))
            break
        else:
            enacting = first.body
    made = blocks(nodes, building)
    if not made and not enacting and not title:
        building.context.note(Kind.STRUCTURE, "an empty embedded text is left out", element)
        return ()
    content = plain_text(title) + plain_text(enacting) + "embedded"
    return (Embedded(building.context.id("e", content), title, enacting, made),)


def replace_sort(node: Node) -> Node:
    """A second enacting line is a paragraph."""
    node.sort = Sort.PARAGRAPH
    return node
