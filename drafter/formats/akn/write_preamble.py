"""Blocks of a preamble, which holds no hierarchy: containers, block lists and their items."""

from __future__ import annotations

from typing import assert_never

from lxml import etree

from drafter.formats.akn.names import akn, own
from drafter.formats.akn.output import Output
from drafter.formats.akn.write_body import (
    Field,
    Mark,
    marked,
    number,
    opening_words,
    structure,
)
from drafter.formats.akn.write_inline import bold, paragraph, write_inlines
from drafter.formats.akn.write_tables import write_table
from drafter.model import (
    Block,
    Blocks,
    Embedded,
    Heading,
    Paragraph,
    Role,
    Section,
    Separator,
    Table,
    Text,
)


def preamble(parent: etree._Element, blocks: Blocks, out: Output) -> None:
    """Append blocks to a preamble."""
    for block in blocks:
        match block:
            case Paragraph(label=None, role=Role.PREAMBULAR | Role.PLAIN | Role.QUOTED):
                _container(parent, block, out)
            case Heading() if not out.numbering.label(block.id):
                _headline(parent, block, out)
            case Table():
                holder = etree.SubElement(parent, akn("container"))
                holder.set("name", "table")
                _table(holder, block, out)
                for note in block.notes:
                    _listed(parent, note, out)
            case _:
                _listed(parent, block, out)


def _headline(parent: etree._Element, block: Heading, out: Output) -> None:
    """A heading in a preamble: all its words in bold, which is presentation."""
    made = marked(parent, "container", Mark(block.id, "heading", block.label, block.meta))
    made.set("name", "heading")
    _heading(made, block)
    line = etree.SubElement(made, akn("p"))
    line.set(own("text"), "heading")
    write_inlines(bold(line), block.body, out, block.id)


def _listed(parent: etree._Element, block: Block, out: Output) -> None:
    """A block that needs a label or holds others: the item of a list of its own."""
    holder = etree.SubElement(parent, akn("container"))
    holder.set("name", "item")
    _items(etree.SubElement(holder, akn("blockList")), (block,), out)


def _container(parent: etree._Element, block: Paragraph, out: Output) -> None:
    made = marked(parent, "container", Mark(block.id, block.role.value, None, block.meta))
    made.set("name", opening_words(block.body))
    if block.children:
        _list(made, block, out)
    else:
        paragraph(made, block.body, out, block.id).set(own("text"), "body")


def _list(parent: etree._Element, block: Paragraph, out: Output) -> None:
    made = etree.SubElement(parent, akn("blockList"))
    if block.body:
        _text(made, "listIntroduction", Field("body", block.body, block.id), out)
    _items(made, block.children, out)
    if block.tail:
        _text(made, "listWrapUp", Field("tail", block.tail, block.id), out)


def _text(parent: etree._Element, tag: str, field: Field, out: Output) -> None:
    made = etree.SubElement(parent, akn(tag))
    made.set(own("text"), field.name)
    write_inlines(made, field.words, out, field.within)


def _items(parent: etree._Element, blocks: Blocks, out: Output) -> None:
    for block in blocks:
        _item(parent, block, out)


def _item(parent: etree._Element, block: Block, out: Output) -> None:
    match block:
        case Paragraph():
            made = marked(parent, "item", Mark(block.id, block.role.value, block.label, block.meta))
            number(made, out.numbering.label(block.id))
            if block.children:
                _list(made, block, out)
            else:
                paragraph(made, block.body, out, block.id).set(own("text"), "body")
        case Heading():
            _item_heading(parent, block, out)
        case Section():
            _item_section(parent, block, out)
        case Table():
            made = etree.SubElement(parent, akn("item"))
            _table(made, block, out)
            _items(parent, block.notes, out)
        case Embedded():
            structure(etree.SubElement(parent, akn("item")), block, out)
        case Separator():
            made = marked(parent, "item", Mark(block.id, "separator"))
            paragraph(made, (Text(block.text),), out).set(own("text"), "body")
        case _:
            assert_never(block)


def _table(parent: etree._Element, block: Table, out: Output) -> None:
    write_table(marked(parent, "table", Mark(block.id, "table")), block, out)


def _heading(made: etree._Element, block: Heading) -> None:
    made.set(own("level"), str(block.level))
    made.set(own("numbered"), str(block.numbered).lower())


def _item_heading(parent: etree._Element, block: Heading, out: Output) -> None:
    made = marked(parent, "item", Mark(block.id, "heading", block.label, block.meta))
    _heading(made, block)
    number(made, out.numbering.label(block.id))
    if block.body:
        _text(made, "subheading", Field("heading", block.body, block.id), out)
    etree.SubElement(made, akn("p"))


def _item_section(parent: etree._Element, block: Section, out: Output) -> None:
    made = marked(parent, "item", Mark(block.id, "section", None, block.meta))
    made.set(own("restarts"), str(block.restarts).lower())
    inner: Blocks = block.blocks
    holder = etree.SubElement(made, akn("blockList"))
    if block.heading is not None:
        _item_heading(holder, block.heading, out)
        holder[-1].set(own("is"), "section-heading")
    _items(holder, inner, out)
