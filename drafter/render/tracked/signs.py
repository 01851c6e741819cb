"""A Word paragraph taken apart into words with their looks, tabs, breaks, calls and fields.

A word is what is compared. The bookmarks before it and the space before it go with it, so that
words can be taken out and put in without a trace. What must not be cut (a label, a reference, a
blank, a field) is one word, however long it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from drafter.diff.tokens import plain
from drafter.formats.word.xml import Element, qualified

_SEPARATE = "\x01"
"""Begins the key of what is no plain word; no text holds it."""
_CLOSE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTER = f"(?:(?![{_CLOSE}])[\\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u00ad\u200b-\u200f])"
_WORD = re.compile(
    f"(\\s*)({_LETTER}+(?:[-\u2010\u2011'\u2019/.,:]{_LETTER}+)*|[^\\s]|(?<=\\s)\\Z)"
)
_ATOMIC = frozenset(
    (
        *("Reference", "RepeatedMark", "Blank", "OpeningReference", "OpeningBlank"),
        *("LayoutOnly", "AsteriskReference", "FootnoteReference"),
    )
)
"""Character styles whose runs are read as one thing each."""


LOOSE = ("spacing", "keepNext")
"""What of the looks of a paragraph follows from its place alone; it is not tracked."""


@cache
def tag(name: str) -> str:
    """A name of Word's main namespace as lxml writes it."""
    return qualified(f"w:{name}")


_VALUE, _ID = tag("val"), tag("id")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch in one look: plain characters, or whole runs for anything else.

    `look` is the same for equal `properties`; `href` is the address that the stretch leads to.
    """

    text: str = ""
    properties: Element | None = None
    look: str = ""
    href: str = ""
    runs: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """What is compared: two words are one when their keys are equal.

    Keys do not tell kinds of hyphens and quotation marks apart: such signs change inside a word.
    `shape` is what a reader sees of it. `before` are the bookmarks (and drawings) before it, then
    comes its `space`. `head`: it stands before the text, as a label does. The end of a paragraph is
    a word too: `properties` are those of the paragraph. `note` is the number of the footnote that
    it calls.
    """

    key: str
    shape: str
    pieces: tuple[Piece, ...] = ()
    space: tuple[Piece, ...] = ()
    before: tuple[Element, ...] = ()
    head: bool = False
    ends: bool = False
    properties: Element | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """How one side's names are compared: addresses by relationship, names of notes and targets."""

    links: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    targets: Mapping[str, str] = field(default_factory=dict)


def words(paragraphs: Iterable[Element], names: Names, *, whole: bool = False) -> list[Word]:
    """The words of some paragraphs; each paragraph ends with the word of its end.

    `whole`: text is not cut into words, which is all that equal paragraphs need.
    """
    return [word for one in paragraphs for word in _Reading(names, whole).paragraph(one)]


def look(properties: Element | Sequence[Element] | None) -> str:
    """A text that is equal for equal properties."""
    if properties is None or not len(properties):
        return ""
    return "".join(map(_said, properties))


def _said(element: Element) -> str:
    given = "".join(f" {key!s}={value!s}" for key, value in sorted(element.attrib.items()))
    return f"<{element.tag}{given}>{element.text or ''}{''.join(map(_said, element))}</>"


def style_of(properties: Element | None, name: str) -> str:
    """The style that the properties of a run ("rStyle") or paragraph ("pStyle") name."""
    found = None if properties is None else properties.find(tag(name))
    return "" if found is None else str(found.get(_VALUE))


@dataclass(slots=True)
class _Reading:
    """Takes one paragraph apart. `loose` are characters that are not yet words."""

    names: Names
    whole: bool
    loose: list[Piece] = field(default_factory=list)
    before: list[Element] = field(default_factory=list)
    space: tuple[Piece, ...] = ()
    open: list[Element] = field(default_factory=list)
    head: bool = True

    def paragraph(self, element: Element) -> Iterator[Word]:
        properties = element.find(tag("pPr"))
        yield from self._inside(element, "")
        yield from self._words()
        end = f"{_SEPARATE}end {style_of(properties, 'pStyle')}"
        yield self._made(Word(end, "\n", ends=True, properties=properties))

    def _inside(self, element: Element, href: str) -> Iterator[Word]:
        for one in element:
            if one.tag == tag("r"):
                yield from self._run(one, href)
            elif one.tag == tag("hyperlink"):
                yield from self._inside(one, self.names.links[str(one.get(qualified("r:id")))])
            elif one.tag in (tag("bookmarkStart"), tag("bookmarkEnd")):
                yield from self._words(alone=True)
                self.before.append(one)
                self.head = False
            elif one.tag == tag("fldSimple"):
                yield from self._thing(f"field {_said(one)}", (one,), "1")

    def _run(self, run: Element, href: str) -> Iterator[Word]:
        content = [one for one in run if one.tag != tag("rPr")]
        first = content[0].tag if content else None
        if self.open or first == tag("fldChar"):
            yield from self._field(run, content[0])
        elif first == tag("t"):
            yield from self._text(run, str(content[0].text or ""), href)
        elif first == tag("footnoteReference"):
            yield from self._call(run, content)
        elif first in (tag("tab"), tag("br"), tag("footnoteRef")):
            shape = "\n" if first == tag("br") else "\t"
            yield from self._thing(str(first), (run,), shape)
        elif first is not None:
            yield from self._words(alone=True)
            self.before.append(run)

    def _text(self, run: Element, text: str, href: str) -> Iterator[Word]:
        properties = run.find(tag("rPr"))
        piece = Piece(text, properties, look(properties), href)
        style = style_of(properties, "rStyle")
        if not self.head and style not in _ATOMIC:
            self.loose.append(piece)
            return
        yield from self._words()
        key = f"{_SEPARATE}label {text}" if self.head else f"{_SEPARATE}{style} {text}"
        yield self._made(Word(key, text, (replace(piece, runs=(run,)),)))

    def _call(self, run: Element, content: list[Element]) -> Iterator[Word]:
        number = str(content[0].get(_ID))
        mark = "".join(str(one.text or "") for one in content[1:])
        yield from self._words()
        key = f"{_SEPARATE}note {self.names.notes.get(number, number)} {mark}"
        properties = run.find(tag("rPr"))
        piece = Piece(properties=properties, look=look(properties), runs=(run,))
        yield self._made(Word(key, "1", (piece,), note=number))

    def _field(self, run: Element, content: Element) -> Iterator[Word]:
        """All runs of a field are one word: code, result and the signs around them."""
        self.open.append(run)
        if content.get(tag("fldCharType")) == "end":
            runs, self.open = tuple(self.open), []
            code = "".join(str(one.text) for run in runs for one in run.iter(tag("instrText")))
            shown = "".join(str(one.text) for run in runs for one in run.iter(tag("t")))
            target = next((word for word in code.split() if word.startswith("_")), "")
            target = self.names.targets.get(target, target)
            yield from self._thing(f"field {target} {shown}", runs, shown)

    def _thing(self, key: str, runs: tuple[Element, ...], shape: str) -> Iterator[Word]:
        yield from self._words()
        properties = runs[0].find(tag("rPr"))
        piece = Piece(properties=properties, look=look(properties), runs=runs)
        yield self._made(Word(_SEPARATE + key, shape, (piece,)))

    def _made(self, word: Word) -> Word:
        if self.before or self.space or self.head:
            word = replace(word, before=tuple(self.before), space=self.space, head=self.head)
            self.before, self.space = [], ()
        return word

    def _words(self, *, alone: bool = False) -> Iterator[Word]:
        """The words of the loose characters; space at their end goes before the next word.

        `alone`: a bookmark follows, so that the space is a word by itself.
        """
        pieces = tuple(self.loose)
        text = "".join(piece.text for piece in pieces)
        self.loose = []
        if self.whole:
            if text:
                yield self._made(Word(text + _addresses(pieces), text, pieces))
            return
        cut = Cutter(pieces)
        for found in _WORD.finditer(text):
            space, pieces = cut.next(len(found[1])), cut.next(len(found[2]))
            if pieces and found[2].strip():
                self.space = (*self.space, *space)
                yield self._made(Word(plain(found[2]) + _addresses(pieces), found[2], pieces))
            else:
                self.space = (*self.space, *space, *pieces)
        if alone and self.space:
            pieces, self.space = self.space, ()
            yield self._made(Word(f"{_SEPARATE}space", " ", pieces))


def _addresses(pieces: Iterable[Piece]) -> str:
    """What of a text leads where."""
    return "".join(f"{_SEPARATE}{one.text} {one.href}" if one.href else "" for one in pieces)


class Cutter:
    """Cuts pieces at places of their joined text, from left to right."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self.pieces = list(pieces)[::-1]
        self.place = 0

    def next(self, size: int) -> tuple[Piece, ...]:
        """The pieces of the next characters."""
        out = []
        while size > 0:
            piece, start = self.pieces[-1], self.place
            stop = min(start + size, len(piece.text))
            out.append(Piece(piece.text[start:stop], piece.properties, piece.look, piece.href))
            size -= stop - start
            self.place = stop
            if stop == len(piece.text):
                self.pieces.pop()
                self.place = 0
        return tuple(out)
