"""Blocks of a file that drafter wrote: every element says what it is, so nothing is guessed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace

from lxml import etree

from drafter.errors import Malformed, Place
from drafter.formats.akn.context import Context
from drafter.formats.akn.names import akn, is_element, line_of, own
from drafter.formats.akn.read_inline import inlines
from drafter.formats.akn.read_tables import table
from drafter.model import (
    Block,
    Blocks,
    Embedded,
    Heading,
    Inlines,
    Meta,
    Paragraph,
    Role,
    Section,
    Separator,
    Table,
    plain_text,
)

_IS, _TEXT = own("is"), own("text")
_ATTACHMENTS = akn("attachments")


def exact_blocks(element: etree._Element | None, context: Context) -> Blocks:
    """The blocks inside an element, in order."""
    if element is None:
        return ()
    return joined([exact_block(inner, context) for inner in exact_marked(element)])


def exact_marked(element: etree._Element) -> Iterator[etree._Element]:
    """The nearest elements below that are blocks."""
    for inner in element:
        if not is_element(inner) or inner.tag == _ATTACHMENTS:
            continue
        kind = inner.get(_IS)
        if kind is None:
            yield from exact_marked(inner)
        elif kind != "section-heading":
            yield inner


def exact_text(element: etree._Element | None, field: str, context: Context) -> Inlines:
    """One of the texts of a block: the nearest element that says it is that text."""
    found = None if element is None else _text_element(element, field)
    return () if found is None else inlines(found, context)


def _text_element(element: etree._Element, field: str) -> etree._Element | None:
    if element.get(_TEXT) == field:
        return element
    for inner in element:
        if is_element(inner) and inner.get(_IS) is None:
            found = _text_element(inner, field)
            if found is not None:
                return found
    return None


def joined(blocks: list[Block]) -> Blocks:
    """Notes under a table joined to it; they follow it in the file."""
    out: list[Block] = []
    for block in blocks:
        last = out[-1] if out else None
        if not isinstance(block, Paragraph) or block.role is not Role.TABLE_NOTE:
            out.append(block)
        elif isinstance(last, Table):
            out[-1] = replace(last, notes=(*last.notes, block))
        else:
            out.append(replace(block, role=Role.PLAIN))
    return tuple(out)


def exact_block(element: etree._Element, context: Context) -> Block:
    """The block that an element says it is.

    Raises:
        Malformed: it says something else.
    """
    kind = element.get(_IS, "")
    build = _BLOCKS.get(kind)
    if build is not None:
        return build(element, context)
    if kind not in _ROLES:
        raise Malformed(
            f"there is no block {kind!r}",
            where=Place(line=line_of(element)),
            hint="take the attributes of the namespace urn:drafter:akn away to have it guessed",
        )
    return _paragraph(element, context)


_ROLES = {role.value: role for role in Role}


def _paragraph(element: etree._Element, context: Context) -> Paragraph:
    body = exact_text(element, "body", context)
    return Paragraph(
        _id(element, "p", body, context),
        _ROLES[element.get(_IS, "")],
        body,
        exact_blocks(element, context),
        exact_text(element, "tail", context),
        element.get(own("label")),
        exact_meta(element),
    )


def _id(element: etree._Element, prefix: str, words: Inlines, context: Context) -> str:
    return context.id(prefix, plain_text(words), element.get("wId"))


def exact_meta(element: etree._Element, name: str = "meta") -> Meta:
    """The pairs kept with an element."""
    kept = element.get(own(name))
    if not kept:
        return ()
    try:
        pairs = json.loads(kept)
        return tuple(sorted((str(key), str(value)) for key, value in pairs.items()))
    except (ValueError, AttributeError) as fault:
        raise Malformed(
            f"the attribute drafter:{name} is no JSON object",
            where=Place(line=line_of(element), excerpt=kept[:80]),
            hint="correct it or take it away",
        ) from fault


def _heading(element: etree._Element, context: Context) -> Heading:
    body = exact_text(element, "heading", context)
    return Heading(
        _id(element, "h", body, context),
        body,
        _level(element.get(own("level"))),
        element.get(own("numbered")) == "true",
        element.get(own("label")),
        exact_meta(element),
    )


def _level(value: str | None) -> int:
    return int(value) if value in {"1", "2", "3", "4", "5", "6"} else 3


def _section(element: etree._Element, context: Context) -> Section:
    heading = _section_heading(element, context)
    words = heading.body if heading else ()
    return Section(
        _id(element, "s", words, context),
        heading,
        exact_blocks(element, context),
        element.get(own("restarts")) == "true",
        exact_meta(element),
    )


def _section_heading(element: etree._Element, context: Context) -> Heading | None:
    for inner in element.iterfind(f"{akn('blockList')}/{akn('item')}[@{_IS}='section-heading']"):
        return _heading(inner, context)
    given = element.get(own("heading-id"))
    if given is None:
        return None
    body = exact_text(element, "heading", context)
    return Heading(
        context.id("h", plain_text(body), given),
        body,
        _level(element.get(own("heading-level"))),
        element.get(own("heading-numbered")) == "true",
        element.get(own("heading-label")),
        exact_meta(element, "heading-meta"),
    )


def _table(element: etree._Element, context: Context) -> Block:
    made = table(element, (), context)
    if made is None:
        raise Malformed("a table without rows", where=Place(line=line_of(element)))
    return made


def _embedded(element: etree._Element, context: Context) -> Embedded:
    title = exact_text(element, "title", context)
    enacting = exact_text(element, "enacting", context)
    id_ = _id(element, "e", (*title, *enacting), context)
    blocks = exact_blocks(element, context)
    return Embedded(id_, title, enacting, blocks, exact_meta(element))


def _separator(element: etree._Element, context: Context) -> Separator:
    words = exact_text(element, "body", context)
    return Separator(_id(element, "r", words, context), plain_text(words))


_BLOCKS: dict[str, Callable[[etree._Element, Context], Block]] = {
    "heading": _heading,
    "section": _section,
    "table": _table,
    "embedded": _embedded,
    "separator": _separator,
}
