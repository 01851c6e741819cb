"""One of the two texts as a Word file: the paragraphs and tables of its body, each with a key.

The key is made of the bookmark that names the text in it; a paragraph without one (the label of an
annex, the narrow line behind a table) takes its key from its neighbour.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from docx.opc.part import XmlPart

from drafter.diff import Area, Sort, Unit
from drafter.formats.word.skeleton import bookmark, field_bookmark
from drafter.formats.word.writing import Writing
from drafter.formats.word.xml import Element
from drafter.model import Resolution
from drafter.render.tracked.signs import style_of, tag

_PART = re.compile(r"_0_(?:letter|part_title)_(\d+)")
_SPONSOR = re.compile(r"_0_sponsor_\d+")
_HEADS = re.compile(r"/word/(?:header|footer)\d\.xml")
NAME, NUMBER = tag("name"), tag("id")


@dataclass(slots=True)
class Side:
    """A text, its Word file in parts, and the keys of the paragraphs and tables of its body.

    `notes` are the footnotes by number, `noted` their numbers by the bookmark in them.
    """

    writing: Writing
    body: list[Element] = field(init=False)
    keys: list[str] = field(init=False)
    notes: dict[str, Element] = field(init=False)
    noted: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.body = [one for one in self.holder if one.tag in (tag("p"), tag("tbl"))]
        self.keys = list(_keys(self.body))
        root = self.writing.footnotes.element
        called = [one for one in root if one.get(tag("type")) is None]
        self.notes = {str(one.get(NUMBER)): one for one in called}
        self.noted = {name: id_ for id_, one in self.notes.items() for name in bookmarks(one)}

    @property
    def holder(self) -> Element:
        """The body itself."""
        body: Element = self.writing.document.element[0]
        return body

    def heads(self) -> dict[str, XmlPart]:
        """Heads and feet by their names."""
        parts = self.writing.document.package.iter_parts()
        return {
            str(part.partname): part
            for part in parts
            if isinstance(part, XmlPart) and _HEADS.fullmatch(part.partname)
        }

    def roots(self) -> list[Element]:
        """The roots of all parts that hold words."""
        heads = (part.element for part in self.heads().values())
        return [self.writing.document.element, self.writing.footnotes.element, *heads]


def bookmarks(element: Element) -> list[str]:
    """The names of the bookmarks that begin in an element."""
    return [str(one.get(NAME)) for one in element.iter(tag("bookmarkStart"))]


def links_of(part: XmlPart) -> dict[str, str]:
    """The addresses that a part leads to, by their relationships."""
    return {id_: one.target_ref for id_, one in part.rels.items() if one.is_external}


def unit_keys(units: Iterable[Unit], resolution: Resolution) -> dict[int, str]:
    """The keys of the units of a text by their index; fields and notes have none here."""
    lines = _Lines(resolution)
    annexes = {annex.id for annex in resolution.annexes}
    return {unit.index: key for unit in units if (key := _unit_key(unit, lines, annexes))}


class _Lines:
    """The keys of lines without an id, in reading order."""

    def __init__(self, resolution: Resolution) -> None:
        parts = list(enumerate(resolution.parts, 1))
        self.titles = iter([part_key(n) for n, part in parts if part.title or part.letter])
        self.enacting = iter([field_bookmark("enacting", n) for n, p in parts if p.enacting])
        self.closing = iter(
            [field_bookmark("closing", n, m) for n, p in parts for m, _ in enumerate(p.closing, 1)]
        )


def part_key(place: int) -> str:
    """The key of the heading of a part, in which letter and title stand."""
    return f"_0_part_{place}"


def _unit_key(unit: Unit, lines: _Lines, annexes: set[str]) -> str:
    if unit.sort is Sort.NOTE:
        return ""
    if unit.id:
        named = unit.part in ("title", "tail") and unit.id not in annexes
        part = "enact" if unit.part == "enacting" else unit.part if named else ""
        return bookmark(unit.id, part)
    if unit.section is Area.ENACTING:
        return next(lines.enacting)
    if unit.section is Area.CLOSING:
        return next(lines.closing)
    return next(lines.titles) if unit.sort is Sort.HEADING else ""


def _keys(body: Iterable[Element]) -> Iterator[str]:
    last, waiting = "", 0
    for one in body:
        key = _key(one)
        if not key and _is_spacer(one):
            yield f"after {last}"
        elif not key:
            waiting += 1
        else:
            yield from (f"{place} before {key}" for place in range(waiting))
            waiting, last = 0, key
            yield key
    yield from (f"{place} at the end" for place in range(waiting))


def _is_spacer(element: Element) -> bool:
    return style_of(element.find(tag("pPr")), "pStyle") == "Spacer"


def _key(element: Element) -> str:
    """The innermost name of what begins first in a paragraph or table."""
    table = element.tag == tag("tbl")
    names = bookmarks(next(element.iter(tag("p"))) if table else element)
    if not names:
        return ""
    if found := _PART.fullmatch(names[-1]):
        return part_key(int(found[1]))
    return "_0_sponsor" if _SPONSOR.fullmatch(names[-1]) else names[-1]
