"""Paragraphs, headings, sections, embedded texts and separators as Word paragraphs.

Numbers are typed, with tabs, at the places where the official files have them, or on request left
to Word's lists at the same places; the number's place is the style's. Every block's text is
enclosed in a hidden bookmark that carries its id.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias, assert_never

from drafter.formats.word.list_part import list_look
from drafter.formats.word.runs import line_break, plain, runs, tab
from drafter.formats.word.skeleton import bookmark
from drafter.formats.word.tables import Grid, table
from drafter.formats.word.writing import Line, Spot, Writing
from drafter.formats.word.xml import Element
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
)

Item: TypeAlias = Line | Grid

_DEEPEST = {"Item": 4, "Bullet": 3, "PlainText": 3, "Continuation": 3}


def blocks(
    inside: Iterable[Block], writing: Writing, *, depth: int = 0, annex: bool = False
) -> list[Item]:
    """The Word paragraphs and tables of a sequence of blocks; `depth` counts the holders."""
    return [item for block in inside for item in _block(block, writing, depth, annex=annex)]


def _block(block: Block, writing: Writing, depth: int, *, annex: bool) -> list[Item]:
    match block:
        case Paragraph():
            return _paragraph(block, writing, depth, annex=annex)
        case Heading():
            return [_heading(block, writing)]
        case Section():
            return _section(block, writing, depth, annex=annex)
        case Embedded():
            return _embedded(block, writing)
        case Table():
            return _table(block, writing, depth)
        case Separator():
            return [_separator(block, writing)]
        case _:
            assert_never(block)


def _paragraph(block: Paragraph, writing: Writing, depth: int, *, annex: bool) -> list[Item]:
    style = style_of(block.role, depth, annex=annex)
    spot = Spot(writing.document, block.id)
    body = writing.mark(bookmark(block.id), runs(block.body, writing, spot))
    return [
        _numbered(block, style, body, writing),
        *blocks(block.children, writing, depth=depth + 1, annex=annex),
        *_tail(block, writing, depth),
    ]


def _numbered(block: Paragraph, style: str, body: list[Element], writing: Writing) -> Line:
    """The paragraph itself behind its label, which is typed or left to Word."""
    listed = writing.lists.item(block.id)
    if listed:
        return Line(style, tuple(body), list_look(writing.layout, style), listed)
    label = writing.numbering.label(block.id)
    start = [plain(label, writing), tab()] if label else []
    return Line(style, (*writing.tabbed(style), *start, *body))


def style_of(role: Role, depth: int, *, annex: bool = False) -> str:
    """The Word style of a paragraph by its role and the number of paragraphs that hold it."""
    match role:
        case Role.PREAMBULAR:
            return "Preambular"
        case Role.OPERATIVE:
            return "AnnexParagraph" if annex else "Operative"
        case Role.ITEM:
            return _levelled("Item", max(depth, 1))
        case Role.BULLET:
            return _levelled("Bullet", max(depth, 1))
        case Role.PLAIN:
            return _levelled("PlainText", depth)
        case Role.QUOTED:
            return "QuotedText"
        case Role.TABLE_NOTE:
            return "TableNote"
        case _:
            assert_never(role)


def _levelled(name: str, depth: int) -> str:
    """Styles go down so far; anything deeper looks like the last one."""
    return f"{name}{min(depth, _DEEPEST[name]) or ''}"


def _tail(block: Paragraph, writing: Writing, depth: int) -> list[Item]:
    if not block.tail:
        return []
    content = runs(block.tail, writing, Spot(writing.document, block.id))
    marked = writing.mark(bookmark(block.id, "tail"), content)
    return [Line(_levelled("Continuation", depth), tuple(marked))]


def _heading(block: Heading, writing: Writing) -> Line:
    body = runs(block.body, writing, Spot(writing.document, block.id))
    marked = writing.mark(bookmark(block.id), body)
    label = writing.numbering.label(block.id)
    style = f"SectionHeading{min(max(block.level, 1), 6)}"
    if not label:
        return Line(style, tuple(marked))
    if writing.layout.heading_break and label[-1].isalnum():
        return Line(style, (plain(label, writing), *([line_break()] if body else []), *marked))
    style += "Number"
    return Line(style, (*writing.tabbed(style), plain(label, writing), tab(), *marked))


def _section(block: Section, writing: Writing, depth: int, *, annex: bool) -> list[Item]:
    heading: Blocks = (block.heading,) if block.heading else ()
    mark = writing.mark(bookmark(block.id), [])
    inside = blocks((*heading, *block.blocks), writing, depth=depth, annex=annex)
    return opened(inside, mark)


def opened(items: list[Item], mark: list[Element]) -> list[Item]:
    """The items with a bookmark at the start of the first one."""
    first, *others = items or [Line("Spacer")]
    return [first.opened(mark), *others]


def _embedded(block: Embedded, writing: Writing) -> list[Item]:
    mark = writing.mark(bookmark(block.id), [])
    spot = Spot(writing.document, block.id)
    items: list[Item] = []
    if block.title:
        title = writing.mark(bookmark(block.id, "title"), runs(block.title, writing, spot))
        items.append(Line("EmbeddedTitle", tuple(title)))
    if block.enacting:
        line = writing.mark(bookmark(block.id, "enact"), runs(block.enacting, writing, spot))
        style = "EmbeddedEnacting"
        items.append(Line(style, (*writing.tabbed(style), *line)))
    return opened([*items, *blocks(block.blocks, writing)], mark)


def _table(block: Table, writing: Writing, depth: int) -> list[Item]:
    """A table, its notes, and a narrow paragraph that keeps it off whatever comes next."""
    return [table(block, writing), Line("Spacer"), *blocks(block.notes, writing, depth=depth)]


def _separator(block: Separator, writing: Writing) -> Line:
    words = [plain(block.text, writing)] if block.text else []
    return Line("SeparatorLine", tuple(writing.mark(bookmark(block.id), words)))
