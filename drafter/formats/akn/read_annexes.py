"""Attachments to annexes: one attachment may hold several, each with its label and title."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from drafter.formats.akn.context import Context
from drafter.formats.akn.names import child, local, words
from drafter.formats.akn.read_blocks import Building, blocks, heading_text, nested
from drafter.formats.akn.read_closing import closing
from drafter.formats.akn.read_headings import is_title
from drafter.formats.akn.read_lines import lines
from drafter.formats.akn.read_meta import opaque
from drafter.formats.akn.read_nest import Node, Sort
from drafter.formats.akn.read_parts import component_statements
from drafter.formats.akn.read_sections import sections
from drafter.model import Annex, Inlines, Note, Opaque, Text, plain_text
from drafter.report import Kind


@dataclass(slots=True)
class _Draft:
    """An annex in the making: its printed label, its title, its nodes."""

    label: str
    title: Inlines = ()
    nodes: list[Node] = field(default_factory=list)
    node: Node | None = None


def annexes(statement: etree._Element, building: Building, owner: str = "") -> tuple[Annex, ...]:
    """The annexes of a statement, and of the texts that are its components.

    `owner` names the statement when it is not the main one: "part 0", "component 0".
    """
    out: list[Annex] = []
    for attachments in statement:
        if local(attachments) == "attachments":
            for holder in attachments:
                if local(holder):
                    out.extend(_attachment(holder, owner, building))
    for place, inner in enumerate(component_statements(statement)):
        out.extend(annexes(inner, building, f"component {place}"))
    return tuple(out)


def _attachment(holder: etree._Element, owner: str, building: Building) -> list[Annex]:
    document = next((e for e in holder.iter(etree.Element) if local(e) == "doc"), holder)
    body = child(document, "mainBody")
    building.closing.extend(closing(child(document, "conclusions"), building.context)[0])
    if body is None:
        building.context.note(Kind.STRUCTURE, "an attachment without a body", holder, words(holder))
        return []
    drafts = _split(nested(lines(body, building.context), building.context), building.context)
    meta = child(document, "meta")
    metas = tuple(opaque(inner) for inner in (meta if meta is not None else ()) if local(inner))
    if owner:
        metas = (*metas, Opaque("attachment", (("of", owner),)))
    if len(drafts) > 1:
        building.context.note(Kind.STRUCTURE, f"{len(drafts)} annexes in one attachment", holder)
    return [_annex(draft, metas, place, building) for place, draft in enumerate(drafts)]


def _annex(draft: _Draft, metas: tuple[Opaque, ...], place: int, building: Building) -> Annex:
    kept = metas if not place else (Opaque("attachment", (("with", "previous"),)),)
    id_ = building.context.id("a", draft.label + plain_text(draft.title))
    building.printed[id_] = draft.label
    return Annex(id_, draft.title, blocks(sections(draft.nodes), building), None, kept)


def _split(nodes: list[Node], context: Context) -> list[_Draft]:
    """The nodes of an attachment parted where a heading is an annex's label."""
    out: list[_Draft] = []
    for node in nodes:
        if is_annex_label(node, context):
            out.append(_Draft(plain_text(node.body), node=node))
        elif not out:
            context.note(
                Kind.STRUCTURE, "the annex does not begin with its label", node.line.element
            )
            out.append(_Draft("", nodes=[node]))
        else:
            out[-1].nodes.append(node)
    for draft in out:
        _take_title(draft)
    return out


def _take_title(draft: _Draft) -> None:
    """The first heading, right after the label, is the title; a note at the label goes with it."""
    beside = tuple(i for i in (draft.node.body if draft.node else ()) if isinstance(i, Note))
    first = draft.nodes[0] if draft.nodes else None
    plain = draft.node is not None and draft.node.sort is Sort.PARAGRAPH
    if first is not None and (_heads(first) or (plain and _is_title(first))):
        draft.title = heading_text(first.body)
        del draft.nodes[0]
    draft.title = (*beside, *draft.title)


def _heads(node: Node) -> bool:
    return node.sort is Sort.HEADING and not node.label


def _is_title(node: Node) -> bool:
    """A short line without any style, below a label that is no heading in the source either."""
    plain = all(isinstance(inline, Text | Note) for inline in node.body)
    return (
        node.sort is Sort.PARAGRAPH and not node.label and plain and is_title(node.line, node.body)
    )


_MOST = 39
"""Annexes of one text; "Annex C" is the third of a lettered series, not the hundredth."""


def is_annex_label(node: Node, context: Context) -> bool:
    """Whether a line is "Annex" or "Annex II" in the language of the text, and nothing else."""
    if node.label or node.children or node.sort not in (Sort.HEADING, Sort.PARAGRAPH):
        return False
    scheme = context.profile.scheme
    printed = plain_text(node.body)
    return printed == scheme.annex or (scheme.annex_number.number(printed) or _MOST) < _MOST
