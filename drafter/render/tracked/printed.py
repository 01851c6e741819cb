"""What a part prints, as plain values that can be compared: the other half of the proof.

Left out is what no reader of the text sees: drawings, widths of columns, numbers of footnotes and
bookmarks, names that fields point at, and the space between paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TypeAlias

from drafter.formats.word.xml import Element, qualified
from drafter.render.tracked.signs import LOOSE, look, tag

Line: TypeAlias = tuple[str, ...]
"""A paragraph, or the beginning of a row or cell: its looks, then its signs one by one."""

_DRAWN = (tag("drawing"), qualified("mc:AlternateContent"))
_FRAMES = ("gridSpan", "vMerge", "tblHeader")


@dataclass(frozen=True, slots=True)
class Paper:
    """What is needed to print a part: its addresses, the file's footnotes, whose bookmarks count.

    `old`: the bookmarks that count are those of the old text.
    """

    links: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, Element] = field(default_factory=dict)
    note_links: Mapping[str, str] = field(default_factory=dict)
    old: bool = False
    loose: tuple[str, ...] = LOOSE


def printed(blocks: Iterable[Element], paper: Paper) -> list[Line]:
    """The lines of paragraphs and tables."""
    printing = _Printing(paper)
    return [line for block in blocks for line in printing.block(block)]


@dataclass(frozen=True, slots=True)
class _Sign:
    """A stretch of text with its look, or something else that stands in a line."""

    text: str
    look: str = ""
    words: bool = False


class _Printing:
    """Prints one part; a bookmark of one text may begin in a paragraph and end in a later one."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.names: dict[str, str] = {}

    def block(self, element: Element) -> Iterator[Line]:
        """The lines of a paragraph, or of everything in a table."""
        if element.tag == tag("p"):
            yield self._line(element)
            return
        if element.tag in (tag("tr"), tag("tc")):
            found = (one for name in _FRAMES for one in element.iterfind(f"*/{tag(name)}"))
            yield (element.tag, "".join(f"{one.tag}{one.get(tag('val'))}" for one in found))
        for one in element:
            yield from self.block(one)

    def _line(self, paragraph: Element) -> Line:
        properties = paragraph.find(tag("pPr"))
        looks = [
            look([one])
            for one in (() if properties is None else properties)
            if one.tag not in map(tag, self.paper.loose)
        ]
        signs = self._inside(paragraph, "")
        parts = [_joined(list(some)) for _, some in groupby(signs, key=_joins)]
        return ("".join(looks), *parts)

    def _inside(self, element: Element, href: str) -> Iterator[_Sign]:
        for one in element:
            if one.tag == tag("r"):
                yield from self._run(one, href)
            elif one.tag == tag("hyperlink"):
                yield from self._inside(one, self.paper.links[str(one.get(qualified("r:id")))])
            elif one.tag in (tag("bookmarkStart"), tag("bookmarkEnd")):
                yield from self._bookmark(one)
            elif one.tag == tag("fldSimple"):
                yield _Sign(str(one.get(tag("instr"))))

    def _run(self, run: Element, href: str) -> Iterator[_Sign]:
        looks = f"{look(run.find(tag('rPr')))} {href}"
        for one in run:
            if one.tag == tag("t"):
                yield _Sign(str(one.text or ""), looks, words=True)
            elif one.tag == tag("instrText"):
                code = str(one.text).split(" ")
                yield _Sign(" ".join("_" if word.startswith("_") else word for word in code))
            elif one.tag == tag("footnoteReference"):
                yield _Sign(f"{one.tag}{self._note(str(one.get(tag('id'))))}", looks)
            elif one.tag != tag("rPr") and one.tag not in _DRAWN:
                yield _Sign(look([one]), looks)

    def _note(self, number: str) -> list[Line]:
        inner = replace(self.paper, links=self.paper.note_links, loose=(*self.paper.loose, "ind"))
        return printed(self.paper.notes[number], inner)

    def _bookmark(self, element: Element) -> Iterator[_Sign]:
        number = str(element.get(tag("id")))
        name = self.names.setdefault(number, str(element.get(tag("name"))))
        if name.startswith("_1_") is self.paper.old:
            yield _Sign(f"{element.tag} {name}")


def _joins(sign: _Sign) -> tuple[bool, str, str]:
    """What must be equal for signs to be one stretch of text."""
    return sign.words, sign.look, "" if sign.words else sign.text


def _joined(signs: list[_Sign]) -> str:
    return f"{signs[0].look}|{''.join(sign.text for sign in signs)}"
