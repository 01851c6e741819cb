"""Running text as Word runs: emphasis, links, notes, marks, references, blanks, breaks.

Emphasis is direct formatting, because the reader takes nothing from styles but what says a role:
opening words, blanks, references and repeated marks have character styles of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import assert_never

from drafter.formats.word.fields import Said, field, said
from drafter.formats.word.links import target_of
from drafter.formats.word.notes import footnote
from drafter.formats.word.writing import Spot, Writing
from drafter.formats.word.xml import Element, measure, node, w, words
from drafter.model import (
    Blank,
    Break,
    Inlines,
    Note,
    NoteMark,
    Reference,
    Run,
    Style,
    Text,
    flatten,
)
from drafter.numbering import resolve

_LINK_COLOUR = "0000FF"
_BLANK_STYLES = frozenset({"Blank", "OpeningBlank"})
"""An unfilled slot is highlighted too: Word's search finds a highlight, but no shade of a style."""


def runs(inlines: Inlines, writing: Writing, spot: Spot) -> list[Element]:
    """The runs and links of a text that stands at `spot`."""
    out: list[Element] = []
    flat = flatten(inlines)
    spot = replace(spot, crowded=_crowded(flat))
    for href, group in groupby(flat, key=lambda run: run.href):
        inside = list(_runs(group, writing, spot))
        out += [_link(href, inside, writing, spot)] if href else inside
    return out


def plain(text: str, writing: Writing, style: str = "", *, upright: bool = False) -> Element:
    """A run of words that the layout adds: a label, a separator, a bracket."""
    return w("r", _properties(style, (), rtl=writing.rtl, upright=upright), words(text))


def tab() -> Element:
    """A typed tab."""
    return w("r", w("tab"))


def line_break(style: str = "") -> Element:
    """A line break; in style LayoutOnly the layout's own, which is no part of the text."""
    return w("r", w("rPr", measure("rStyle", style)), w("br")) if style else w("r", w("br"))


def _runs(group: Iterable[Run], writing: Writing, spot: Spot) -> Iterator[Element]:
    last = ""
    for run in group:
        mark = writing.numbering.mark(run.atom) if isinstance(run.atom, Note | NoteMark) else ""
        if _is_number(mark) and _is_number(last):
            yield _separator()
        if isinstance(run.atom, Reference):
            yield from _reference(run, run.atom, writing, spot)
        else:
            yield _run(run, run.atom, writing, spot)
        last = mark


def _crowded(runs: Sequence[Run]) -> bool:
    """Whether two references touch: in several runs each, nobody could tell them apart."""
    return any(
        isinstance(one.atom, Reference) and isinstance(two.atom, Reference)
        for one, two in pairwise(runs)
    )


def _reference(run: Run, atom: Reference, writing: Writing, spot: Spot) -> Iterator[Element]:
    """The words of a reference in one run, or with the numbers in them as fields."""
    text = resolve(atom, writing.numbering, spot.within).text
    stretches = [Said(text)] if spot.crowded else said(atom, text, writing, spot.within)
    properties = _worded_properties(run, "Reference", writing, spot)
    for one in stretches:
        if one.target:
            yield from field(one, properties)
        else:
            yield _worded(run, one.text, "Reference", writing, spot)


def _separator() -> Element:
    """The comma between two marks at one place (Editorial Manual, footnotes, 9)."""
    return w(
        "r",
        w("rPr", measure("rStyle", "LayoutOnly"), measure("vertAlign", "superscript")),
        words(","),
    )


def _is_number(mark: str) -> bool:
    return bool(mark) and not mark.startswith("*")


def _run(
    run: Run, atom: Text | Blank | NoteMark | Note | Break, writing: Writing, spot: Spot
) -> Element:
    match atom:
        case Text(text=text):
            return _worded(run, text, "", writing, spot)
        case Blank(name=name):
            return _worded(run, f"[{name}]", "Blank", writing, spot)
        case NoteMark():
            return plain(writing.numbering.mark(atom), writing, "RepeatedMark")
        case Note():
            body = runs(atom.body, writing, Spot(writing.footnotes, spot.within))
            return footnote(atom, body, writing)
        case Break():
            return line_break()
        case _:
            assert_never(atom)


def _worded(run: Run, text: str, role: str, writing: Writing, spot: Spot) -> Element:
    return w("r", _worded_properties(run, role, writing, spot), words(text))


def _worded_properties(run: Run, role: str, writing: Writing, spot: Spot) -> Element | None:
    opening = Style.OPENING in run.styles
    style = f"Opening{role or 'Words'}" if opening else role
    if run.href and not style:
        style = "Hyperlink"
    coloured = bool(run.href) and style != "Hyperlink"
    upright = spot.upright and Style.ITALIC not in run.styles
    return _properties(style, run.styles, rtl=writing.rtl, coloured=coloured, upright=upright)


def _properties(
    style: str,
    styles: tuple[Style, ...],
    *,
    rtl: bool,
    coloured: bool = False,
    upright: bool = False,
) -> Element | None:
    """A `w:rPr` in the schema's order; None when there is nothing to say."""
    both = Style.SUPERSCRIPT in styles and Style.SUBSCRIPT in styles
    children = (
        measure("rStyle", style),
        *_on(Style.BOLD, styles, "b", "bCs"),
        *_on(Style.ITALIC, styles, "i", "iCs"),
        *((w("i", val=0), w("iCs", val=0)) if upright else ()),
        *_on(Style.SMALL_CAPS, styles, "smallCaps"),
        *_on(Style.STRIKE, styles, "strike"),
        w("color", val=_LINK_COLOUR) if coloured else None,
        w("position", val=-2) if both else None,
        w("highlight", val="yellow") if style in _BLANK_STYLES else None,
        w("u", val="single") if Style.UNDERLINE in styles else None,
        _raised(styles),
        w("rtl") if rtl else None,
    )
    properties = w("rPr", *children)
    return properties if len(properties) else None


def _on(style: Style, styles: tuple[Style, ...], *tags: str) -> list[Element]:
    return [w(tag) for tag in tags] if style in styles else []


def _raised(styles: tuple[Style, ...]) -> Element | None:
    """Word knows one of the two; text in both keeps the superscript and is lowered again."""
    if Style.SUPERSCRIPT in styles:
        return w("vertAlign", val="superscript")
    if Style.SUBSCRIPT in styles:
        return w("vertAlign", val="subscript")
    return None


def _link(href: str, inside: list[Element], writing: Writing, spot: Spot) -> Element:
    """A link; Word keeps its address outside the text, as a relationship of the part."""
    rid = writing.link(spot.part, target_of(href))
    link = node("w:hyperlink", {"r:id": rid, "w:history": 1})
    link.extend(inside)
    return link
