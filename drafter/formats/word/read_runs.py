"""The runs of a Word paragraph as pieces: text, tabs, breaks, calls of notes, with their look.

Runs may be split anywhere, wrapped in hyperlinks, content controls, smart tags, tracked changes or
fields; what is printed is what counts. Of a field the cached result is read, never its code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from drafter.formats.word.read_changes import Changes
from drafter.formats.word.read_lines import Part, Piece, Sign
from drafter.formats.word.read_styles import Styles, emphasis, nearest
from drafter.formats.word.read_xml import MC, WP, A, M, R, V, child, flag, local, value, w
from drafter.model import Style

_MARK_STYLES = ("footnotereference", "endnotereference", "asteriskreference")
_PARTS = {
    "Reference": Part.REFERENCE,
    "OpeningReference": Part.REFERENCE,
    "RepeatedMark": Part.REPEATED,
    "Blank": Part.BLANK,
    "OpeningBlank": Part.BLANK,
    "LayoutOnly": Part.LAYOUT,
    "MarkSeparator": Part.LAYOUT,
}
"""Our own character styles by their ids."""
_OPENING = ("OpeningWords", "OpeningReference", "OpeningBlank")
_MOST_OPEN = 64
"""Bookmarks open at one place: two or three in real files; a hostile one has thousands."""
_LINK_STYLES = ("hyperlink", "followedhyperlink")
_COPY = re.compile(r"_Copy_\d+$")
"""LibreOffice adds this to bookmarks in footnotes; no name of ours has a capital."""
_ADDRESS = re.compile(r'HYPERLINK\s+(?:\\l\s+)?"([^"]*)"')
_THROUGH = {"smartTag", "customXml", "dir", "bdo", "sdtContent", "fldSimple", "rt", "rubyBase"}
_PICTURES = (f"{{{A}}}blip", f"{{{V}}}imagedata")
"""What shows a picture in a drawing, and in the older form of one."""
_NOTE_PARTS = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_SIGNS = {
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}


@dataclass(slots=True)
class Field:
    """A field that is open: its code so far, and whether its result has begun."""

    code: str = ""
    result: bool = False


@dataclass(slots=True)
class Runs:
    """Reads runs; what stays open between paragraphs (fields, bookmarks) is kept here.

    `links` are the addresses of the part's hyperlinks by relationship id, `own` says that drafter
    wrote the file, `name` gives the name by which a bookmark goes, or "" to leave it out; `boxes`
    takes text boxes met on the way, `skip` is told what is left out: (message, words).
    """

    styles: Styles
    changes: Changes
    skip: Callable[[str, str], None]
    links: Mapping[str, str] = field(default_factory=dict)
    own: bool = False
    name: Callable[[str], str] = str
    boxes: list[etree._Element] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    open: dict[str, str] = field(default_factory=dict)
    opened: list[str] = field(default_factory=list)
    inside: frozenset[str] = frozenset()
    run: int = 0

    def paragraph(self, element: etree._Element) -> tuple[Piece, ...]:
        """The pieces of a `w:p`."""
        return tuple(self._inside(element, ""))

    def bookmark(self, element: etree._Element) -> None:
        """A `w:bookmarkStart` or `w:bookmarkEnd`, wherever it stands."""
        id_ = value(element, "id")
        if local(element) == "bookmarkEnd":
            self.open.pop(id_, None)
        else:
            name = self.name(_COPY.sub("", value(element, "name")))
            if not name:
                return
            self.opened.append(name)
            if len(self.open) < _MOST_OPEN:
                self.open[id_] = name
        self.inside = frozenset(self.open.values())

    def take_opened(self) -> tuple[str, ...]:
        """The bookmarks that began since this was last asked for."""
        names, self.opened = tuple(self.opened), []
        return names

    def _inside(self, element: etree._Element, href: str) -> Iterator[Piece]:
        for one in element:
            yield from self._one(one, href)

    def _one(self, element: etree._Element, href: str) -> Iterator[Piece]:
        name = local(element)
        if name == "r":
            yield from self._run(element, href)
        elif name == "hyperlink":
            yield from self._inside(element, self._target(element) or href)
        elif name in ("bookmarkStart", "bookmarkEnd"):
            self.bookmark(element)
        elif name in _THROUGH:
            yield from self._inside(element, href)
        elif name == "sdt":
            content = child(element, "sdtContent")
            yield from self._inside(content, href) if content is not None else ()
        elif name in self.changes.wrappers:
            if self.changes.keeps(name):
                yield from self._inside(element, href)
        elif name == f"{{{MC}}}AlternateContent":
            yield from self._alternate(element, href)
        elif name.startswith(f"{{{M}}}"):
            yield from self._formula(element, href)

    def _target(self, element: etree._Element) -> str:
        return self.links.get(str(element.get(f"{{{R}}}id", "")), "")

    def _alternate(self, element: etree._Element, href: str) -> Iterator[Piece]:
        """Of content that stands twice, for new and for old programs, the new one."""
        chosen = next((one for one in element if len(one)), None)
        if chosen is not None:
            yield from self._inside(chosen, href)

    def _formula(self, element: etree._Element, href: str) -> Iterator[Piece]:
        text = "".join(str(one.text or "") for one in element.iter(f"{{{M}}}t"))
        if text:
            self.run += 1
            yield self._piece(Sign.TEXT, text, href=href)

    def _run(self, element: etree._Element, href: str) -> Iterator[Piece]:
        self.run += 1
        own = self.changes.properties(child(element, "rPr"))
        if own is None:
            yield from self._contents(element, href)
            return
        style = value(child(own, "rStyle"))
        properties = (own, *self.styles.run_properties(style))
        if flag(nearest(properties, "vanish")) and not self._hides_field(element):
            self._hidden(element)
            return
        part = _PARTS.get(style, Part.PLAIN)
        if part is Part.PLAIN and _squeezed(self.styles.name(style)) in _MARK_STYLES:
            part = Part.MARK
        look = self._look(properties, style, part)
        for piece in self._contents(element, href):
            yield (
                replace(piece, styles=look, part=part) if look or part is not Part.PLAIN else piece
            )

    def _look(
        self, properties: tuple[etree._Element, ...], style: str, part: Part
    ) -> tuple[Style, ...]:
        """The emphasis of a run; in our own files and styles the direct formatting alone."""
        link = _squeezed(self.styles.name(style)) in _LINK_STYLES
        opening = style in _OPENING
        plain = self.own or opening or link or part is not Part.PLAIN
        look = emphasis(properties[:1] if plain else properties)
        return (Style.OPENING, *look) if opening else look

    def _hides_field(self, element: etree._Element) -> bool:
        return child(element, "fldChar") is not None or child(element, "instrText") is not None

    def _hidden(self, element: etree._Element) -> None:
        text = "".join(str(one.text or "") for one in element.iter(w("t")))
        if text.strip():
            self.skip("hidden text is left out", text)

    def _contents(self, element: etree._Element, href: str) -> Iterator[Piece]:
        custom: Piece | None = None
        for one in element:
            for piece in self._content(one, href):
                if custom is not None and piece.sign is Sign.TEXT:
                    custom = replace(custom, text=custom.text + piece.text)
                    continue
                if custom is not None:
                    yield custom
                custom = piece if _is_custom(one, piece) else None
                if custom is None:
                    yield piece
        if custom is not None:
            yield custom

    def _content(self, element: etree._Element, href: str) -> Iterator[Piece]:
        """One child of a run; the code of a field is not printed, nor is what stands in it."""
        name = local(element)
        if name == "fldChar":
            self._field(value(element, "fldCharType"))
        elif name == "instrText" and self.fields:
            self.fields[-1].code += str(element.text or "")
        elif any(not one.result for one in self.fields):
            return
        elif name == f"{{{MC}}}AlternateContent":
            chosen = next((one for one in element if len(one)), None)
            for one in chosen if chosen is not None else ():
                yield from self._content(one, href)
        elif name in ("drawing", "pict", "object"):
            self._drawing(element)
        else:
            yield from self._printed(element, name, href)

    def _printed(self, element: etree._Element, name: str, href: str) -> Iterator[Piece]:
        if name == "t" or (name == "delText" and self.changes.keeps("del")):
            yield self._piece(Sign.TEXT, str(element.text or ""), href=href)
        elif name in ("tab", "ptab"):
            yield self._piece(Sign.TAB, href=href)
        elif name in ("br", "cr") and value(element, "type") not in ("page", "column"):
            yield self._piece(Sign.BREAK, href=href)
        elif name in _SIGNS:
            yield self._piece(Sign.TEXT, _SIGNS[name], href=href)
        elif name == "sym":
            yield self._piece(Sign.TEXT, self._symbol(element), href=href)
        elif name in _NOTE_PARTS:
            yield self._piece(Sign.CALL, note=f"{_NOTE_PARTS[name]}/{value(element, 'id')}")
        elif name in ("footnoteRef", "endnoteRef"):
            yield self._piece(Sign.CALL)
        elif name == "ruby":
            yield from self._inside_ruby(element, href)

    def _inside_ruby(self, element: etree._Element, href: str) -> Iterator[Piece]:
        for part in element:
            if local(part) in ("rubyBase", "rt"):
                for run in part.iter(w("t")):
                    yield self._piece(Sign.TEXT, str(run.text or ""), href=href)

    def _drawing(self, element: etree._Element) -> None:
        """Text boxes are read after their paragraph; of a picture only its description is told."""
        self.boxes.extend(element.iter(w("txbxContent")))
        if not self.own and any(True for _ in element.iter(*_PICTURES)):
            self.skip("a picture is left out", _description(element))

    def _symbol(self, element: etree._Element) -> str:
        try:
            sign = chr(int(value(element, "char"), 16))
        except (ValueError, OverflowError):
            return ""
        if "\ue000" <= sign <= "\uf8ff":
            self.skip("a sign of a symbol font is kept as a bullet", "")
            return "•"
        return sign

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].result = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _piece(self, sign: Sign, text: str = "", *, note: str = "", href: str = "") -> Piece:
        return Piece(
            sign,
            text,
            note,
            href=href or self._field_address(),
            run=self.run,
            inside=self.inside,
        )

    def _field_address(self) -> str:
        for one in self.fields:
            if found := _ADDRESS.search(one.code):
                return "" if "\\l" in one.code else found[1]
        return ""


def _is_custom(element: etree._Element, piece: Piece) -> bool:
    """Whether a call says that its mark is the text that follows it."""
    return piece.sign is Sign.CALL and value(element, "customMarkFollows") in ("1", "true", "on")


def _description(element: etree._Element) -> str:
    """The words that stand for a picture where it cannot be seen."""
    described = next(element.iter(f"{{{WP}}}docPr"), None)
    words = (
        (str(described.get(name, "")) for name in ("title", "descr"))
        if described is not None
        else ()
    )
    return " ".join(word for word in words if word)


def _squeezed(name: str) -> str:
    """A style's name as programs agree on it: "Footnote Reference" is "footnotereference"."""
    return name.casefold().replace(" ", "")
