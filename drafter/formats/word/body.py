"""The text itself: parts with enacting line, preamble, operative part, closing lines; annexes."""

from __future__ import annotations

from dataclasses import replace

from drafter.formats.word.blocks import Item, blocks
from drafter.formats.word.drawing import end_rule
from drafter.formats.word.front import front, marked
from drafter.formats.word.runs import line_break, plain, runs
from drafter.formats.word.skeleton import bookmark
from drafter.formats.word.writing import Line, Spot, Writing
from drafter.formats.word.xml import Element
from drafter.model import Annex, Part, text


def body(writing: Writing) -> list[Element]:
    """Every paragraph and table of the document's body, in reading order."""
    items: list[Item] = [*front(writing)]
    parts = writing.resolution.parts
    for place, part in enumerate(parts, 1):
        inside = _part(part, place, writing)
        items += _spaced(inside, writing, "part") if place < len(parts) else inside
    for annex in writing.resolution.annexes:
        items += _annex(annex, writing)
    return [item.element(rtl=writing.rtl) for item in _ended(items, writing)]


def _part(part: Part, place: int, writing: Writing) -> list[Item]:
    items = [*_part_head(part, place, writing), *_enacting(part, place, writing)]
    items += blocks((*part.preamble, *part.operative), writing)
    if not part.closing:
        return items
    return [*_spaced(items, writing, "closing"), *_closing(part, place, writing)]


def _part_head(part: Part, place: int, writing: Writing) -> list[Item]:
    letter = marked(writing, "letter", text(part.letter), place) if part.letter else []
    title = marked(writing, "part_title", part.title, place) if part.title else []
    between = [line_break()] if letter and title else []
    content = (*letter, *between, *title)
    return [Line("PartHeading", content)] if content else []


def _enacting(part: Part, place: int, writing: Writing) -> list[Item]:
    if not part.enacting:
        return []
    line = marked(writing, "enacting", part.enacting, place)
    return [Line("EnactingLine", (*writing.tabbed("EnactingLine"), *line))]


def _closing(part: Part, place: int, writing: Writing) -> list[Item]:
    lines = [
        Line("ClosingLine", tuple(marked(writing, "closing", line, place, number)))
        for number, line in enumerate(part.closing, 1)
    ]
    # Meeting and date stay on one page.
    return [*(line.kept() for line in lines[:-1]), lines[-1]]


def _annex(annex: Annex, writing: Writing) -> list[Item]:
    label = writing.numbering.label(annex.id)
    title = runs(annex.title, writing, Spot(writing.document, annex.id))
    marks = writing.mark(bookmark(annex.id), title)
    named = (plain(label, writing),) if label else ()
    head: list[Item] = [Line("AnnexLabel", (*named, *([] if title else marks)))]
    if title:
        head.append(Line("AnnexTitle", tuple(marks)))
    return [*head, *blocks(annex.blocks, writing, annex=True)]


def _spaced(items: list[Item], writing: Writing, gap: str) -> list[Item]:
    """The items with the layout's space after the last one."""
    if not items or not isinstance(items[-1], Line):
        return items
    return [*items[:-1], items[-1].spaced(writing.layout.gaps[gap])]


def _ended(items: list[Item], writing: Writing) -> list[Item]:
    """The items with the end rule hung into the last line, so that it needs no line of its own."""
    last = items[-1] if items else None
    if not isinstance(last, Line):
        items, last = [*items, Line("Spacer")], Line("Spacer")
    return [*items[:-1], replace(last, content=(*last.content, end_rule(writing.layout)))]
