"""Blocks of a body as the elements of the legislative hierarchy: paragraph, list, point, section.

Every block's element says with `drafter:is` what it is, and each of its texts with `drafter:text`
which one it is, so that reading need not guess; everything else is plain AKN4UN.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import assert_never

from lxml import etree

from drafter.formats.akn.names import akn, own
from drafter.formats.akn.output import Output
from drafter.formats.akn.read_chains import CUT, DEPTH
from drafter.formats.akn.read_headings import AGAIN, IN_TEXT, LEFT
from drafter.formats.akn.write_chains import cut_number, deepened, number_in, rest_of_number
from drafter.formats.akn.write_inline import paragraph, write_inlines
from drafter.formats.akn.write_tables import write_table
from drafter.model import (
    Block,
    Blocks,
    Embedded,
    Heading,
    Inlines,
    Meta,
    Note,
    Paragraph,
    Role,
    Section,
    Separator,
    Table,
    Text,
    flatten,
)

CLASSES = {1: "HCh", 2: "H1", 3: "H23", 4: "H4", 5: "H56", 6: "H56"}
"""The Word styles of headings, by level."""


def body(parent: etree._Element, blocks: Blocks, out: Output, *, tag: str = "paragraph") -> None:
    """Append blocks to a hierarchical element or a main body."""
    for block in blocks:
        _block(parent, block, out, tag)


def _block(parent: etree._Element, block: Block, out: Output, tag: str) -> None:
    match block:
        case Paragraph(role=Role.PREAMBULAR, children=(), label=None):
            _preambular(parent, block, out, tag)
        case Paragraph():
            _paragraph(parent, block, out, tag)
        case Heading():
            heading(parent, block, out, tag)
        case Section():
            _section(parent, block, out, tag)
        case Table():
            _table(parent, block, out, tag)
        case Embedded():
            _embedded(parent, block, out, tag)
        case Separator():
            made = marked(parent, tag, Mark(block.id, "separator"))
            text_of(made, "content", Field("body", (Text(block.text),), block.id), out)
        case _:
            assert_never(block)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a block's element says of it: its id, its kind and what is not derived."""

    id: str
    kind: str
    label: str | None = None
    meta: Meta = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One of the texts of a block: which one, its words, the block's id."""

    name: str
    words: Inlines
    within: str = ""


def marked(parent: etree._Element, tag: str, mark: Mark) -> etree._Element:
    """A block's element."""
    made = etree.SubElement(parent, akn(tag))
    made.set("wId", mark.id)
    made.set(own("is"), mark.kind)
    if mark.label is not None:
        made.set(own("label"), mark.label)
    if mark.meta:
        made.set(own("meta"), json.dumps(dict(mark.meta), ensure_ascii=False))
    return made


def text_of(parent: etree._Element, tag: str, field: Field, out: Output) -> etree._Element:
    """A `p` in a wrapper (content, intro, wrapUp) that says which text of the block it is."""
    wrapper = etree.SubElement(parent, akn(tag))
    made = paragraph(wrapper, field.words, out, field.within)
    made.set(own("text"), field.name)
    return wrapper


def number(parent: etree._Element, label: str) -> None:
    """The printed label, when there is one."""
    if label:
        etree.SubElement(parent, akn("num")).text = label


def _preambular(parent: etree._Element, block: Paragraph, out: Output, tag: str) -> None:
    """In a section a crossHeading, elsewhere a container, as the official files have it."""
    if parent.tag == akn("section"):
        made = marked(parent, "crossHeading", Mark(block.id, block.role.value, None, block.meta))
        made.set("refersTo", "#preamble")
        made.set(own("text"), "body")
        write_inlines(made, block.body, out, block.id)
    elif parent.tag in (akn("mainBody"), akn("embeddedStructure")):
        made = marked(parent, "container", Mark(block.id, block.role.value, None, block.meta))
        made.set("name", opening_words(block.body))
        paragraph(made, block.body, out, block.id).set(own("text"), "body")
    else:
        _paragraph(parent, block, out, tag)


def opening_words(body_: Inlines) -> str:
    """The words that open a paragraph, for the name of its container."""
    first = next(iter(flatten(body_)), None)
    styled = first is not None and isinstance(first.atom, Text) and first.styles
    return first.atom.text if styled and first and isinstance(first.atom, Text) else "paragraph"


def _paragraph(parent: etree._Element, block: Paragraph, out: Output, tag: str) -> None:
    kept = dict(block.meta)
    parent, tag = deepened(parent, tag, kept.get(DEPTH, ""))
    made = marked(parent, tag, Mark(block.id, block.role.value, block.label, block.meta))
    made.set("class", "FootnoteText" if block.role is Role.TABLE_NOTE else "SingleTxt")
    rest = cut_number(made, out.numbering.label(block.id), kept.get(CUT, "") if block.body else "")
    if not block.children and LEFT in block.meta:
        _left_list(made, block, out)
    elif not block.children:
        text_of(made, "content", Field("body", block.body, block.id), out)
    elif all(isinstance(child, Embedded) for child in block.children):
        _recommending(made, block, out)
    else:
        _list(made, block, out)
    rest_of_number(made, rest)


def _left_list(made: etree._Element, block: Paragraph, out: Output) -> None:
    """A text that introduces an empty list, as its source has it."""
    holder = etree.SubElement(made, akn("list"))
    text_of(holder, "intro", Field("body", block.body, block.id), out)
    point = etree.SubElement(etree.SubElement(holder, akn("point")), akn("content"))
    etree.SubElement(point, akn("p"))


def _list(made: etree._Element, block: Paragraph, out: Output) -> None:
    holder = etree.SubElement(made, akn("list"))
    if block.body:
        text_of(holder, "intro", Field("body", block.body, block.id), out)
    body(holder, block.children, out, tag="point")
    if block.tail:
        text_of(holder, "wrapUp", Field("tail", block.tail, block.id), out)


def _recommending(made: etree._Element, block: Paragraph, out: Output) -> None:
    """A paragraph that recommends or quotes a text: the text stands in its content."""
    content = etree.SubElement(made, akn("content"))
    if block.body:
        paragraph(content, block.body, out, block.id).set(own("text"), "body")
    for child in block.children:
        if isinstance(child, Embedded):
            structure(content, child, out)
    if block.tail:
        paragraph(content, block.tail, out, block.id).set(own("text"), "tail")


def heading(parent: etree._Element, block: Heading, out: Output, tag: str) -> None:
    """A heading that opens no section."""
    parent, tag = deepened(parent, tag, dict(block.meta).get(DEPTH, ""))
    made = marked(parent, tag, Mark(block.id, "heading", block.label, block.meta))
    made.set("class", CLASSES[block.level])
    made.set(own("level"), str(block.level))
    made.set(own("numbered"), str(block.numbered).lower())
    label = out.numbering.label(block.id)
    if block.body and _as_paragraph(block):
        number(made, label)
        text_of(made, "content", Field("heading", block.body, block.id), out)
    else:
        _numbered(made, "subheading", block, label, out)
    _again(parent, block, out)


def _as_paragraph(block: Heading) -> bool:
    """Whether the source writes the heading as a paragraph, so that its italics are its own."""
    return ("written-as", "paragraph") in block.meta


def _numbered(parent: etree._Element, name: str, block: Heading, label: str, out: Output) -> None:
    """The number and the words of a heading; the number in the words where its source has it."""
    inside = IN_TEXT in block.meta and bool(label and block.body)
    number(parent, "" if inside else label)
    if block.body:
        line = _headline(parent, name, block.body, out)
        if inside:
            number_in(line, label)


def _headline(parent: etree._Element, name: str, words: Inlines, out: Output) -> etree._Element:
    made = etree.SubElement(parent, akn(name))
    made.set(own("text"), "heading")
    write_inlines(made, words, out)
    return made


def _section(parent: etree._Element, block: Section, out: Output, tag: str) -> None:
    name = "section" if tag == "paragraph" else tag
    made = marked(parent, name, Mark(block.id, "section", None, block.meta))
    made.set(own("restarts"), str(block.restarts).lower())
    if block.heading is not None:
        _section_heading(made, block.heading, out)
    body(made, block.blocks, out)


def _section_heading(made: etree._Element, block: Heading, out: Output) -> None:
    for name, value in _heading_values(block):
        made.set(own(f"heading-{name}"), value)
    label = out.numbering.label(block.id)
    kept = dict(block.meta)
    apart = kept.get("number-apart")
    if apart and label and block.body:
        _apart(made, label, block, apart, out)
        return
    holder, tag = deepened(made, "paragraph", kept.get(DEPTH, ""))
    inner = made if holder is made else etree.SubElement(holder, akn(tag))
    if _as_paragraph(block) and block.body:
        inner = etree.SubElement(made, akn("paragraph"))
        inner.set("class", CLASSES[block.level])
        number(inner, label)
        text_of(inner, "content", Field("heading", block.body, block.id), out)
        return
    _numbered(inner, "heading" if inner is made else "subheading", block, label, out)
    _again(made, block, out)


def _again(parent: etree._Element, block: Heading, out: Output) -> None:
    """A heading once more, as a paragraph, where its source has it so; reading drops it there."""
    if AGAIN in block.meta and not any(isinstance(inline, Note) for inline in block.body):
        made = etree.SubElement(parent, akn("paragraph"))
        number(made, out.numbering.label(block.id))
        text_of(made, "content", Field("again", block.body, block.id), out)


def _heading_values(block: Heading) -> list[tuple[str, str]]:
    values = [
        ("id", block.id),
        ("level", str(block.level)),
        ("numbered", str(block.numbered).lower()),
    ]
    if block.label is not None:
        values.append(("label", block.label))
    if block.meta:
        values.append(("meta", json.dumps(dict(block.meta), ensure_ascii=False)))
    return values


def _apart(made: etree._Element, label: str, block: Heading, apart: str, out: Output) -> None:
    """The number of a section on a line of its own, in the form in which its source had it."""
    first = etree.SubElement(made, akn("paragraph"))
    second = etree.SubElement(made, akn("paragraph"))
    if apart == "heading":
        first.set("class", CLASSES[block.level])
        line = etree.SubElement(first, akn("subheading"))
        line.text = label
        line.set(own("text"), "number")
        second.set("class", CLASSES[block.level])
        _headline(second, "subheading", block.body, out)
    else:
        text_of(first, "content", Field("number", (Text(label),)), out)
        text_of(second, "content", Field("heading", block.body, block.id), out)


def _table(parent: etree._Element, block: Table, out: Output, tag: str) -> None:
    if parent.tag in (akn("mainBody"), akn("embeddedStructure")):
        holder = etree.SubElement(parent, akn("container"))
        holder.set("name", "table")
    else:
        holder = etree.SubElement(etree.SubElement(parent, akn(tag)), akn("content"))
    made = marked(holder, "table", Mark(block.id, "table"))
    write_table(made, block, out)
    for note in block.notes:
        _paragraph(parent, note, out, tag)


def _embedded(parent: etree._Element, block: Embedded, out: Output, tag: str) -> None:
    holder = etree.SubElement(parent, akn(tag))
    structure(etree.SubElement(holder, akn("content")), block, out)


def structure(content: etree._Element, block: Embedded, out: Output) -> None:
    """An embedded text, in a `p` as the official files have it."""
    made = marked(
        etree.SubElement(content, akn("p")),
        "embeddedStructure",
        Mark(block.id, "embedded", None, block.meta),
    )
    for name, words in (("title", block.title), ("formula", block.enacting)):
        if words:
            line = etree.SubElement(made, akn("container"))
            line.set("name", name)
            field = "enacting" if name == "formula" else name
            paragraph(line, words, out).set(own("text"), field)
    body(made, block.blocks, out)
    if not len(made):
        etree.SubElement(made, akn("p"))
