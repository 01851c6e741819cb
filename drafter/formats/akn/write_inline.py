"""Running text to mixed content: spans with classes, links, notes where they are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import assert_never
from urllib.parse import quote

from lxml import etree

from drafter.formats.akn.names import akn, own
from drafter.formats.akn.output import Output
from drafter.model import (
    Blank,
    Break,
    Inlines,
    Note,
    NoteMark,
    Reference,
    Run,
    Series,
    Style,
    Text,
    flatten,
)
from drafter.numbering import resolve

_CLASSED = (Style.BOLD, Style.ITALIC, Style.UNDERLINE, Style.STRIKE)
_ELEMENTS = {Style.SUPERSCRIPT: "sup", Style.SUBSCRIPT: "sub"}
PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


def write_inlines(parent: etree._Element, body: Inlines, out: Output, within: str = "") -> None:
    """Append running text to an element; `within` is the id of the block it stands in."""
    for href, runs in groupby(flatten(body), key=lambda run: run.href):
        holder = parent
        if href:
            holder = etree.SubElement(parent, akn("a"))
            _address(holder, href)
        for run in runs:
            _run(holder, run, out, within)


def _address(link: etree._Element, href: str) -> None:
    """The address of a link; one that is no URI is written as one, and kept beside it."""
    if _URI.match(href):
        link.set("href", href)
    else:
        link.set("href", quote(href, safe="") or "#")
        link.set(own("href"), href)


_URI = re.compile(r"(?:https?|file|ftp|mailto):|[\w./~-]+(?:#[\w.-]+)?\Z|#[\w.-]+\Z", re.ASCII)


def paragraph(
    parent: etree._Element, body: Inlines, out: Output, within: str = ""
) -> etree._Element:
    """Append a `p` with running text."""
    made = etree.SubElement(parent, akn("p"))
    made.set(PRESERVE, "preserve")
    write_inlines(made, body, out, within)
    return made


def bold(made: etree._Element) -> etree._Element:
    """The bold in which titles are printed; it is presentation, and reading drops it."""
    span = etree.SubElement(made, akn("span"))
    span.set("class", "bold")
    span.set(own("style"), "")
    return span


def append_text(parent: etree._Element, words: str) -> None:
    """Add words at the end of an element's content."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words


def _run(parent: etree._Element, run: Run, out: Output, within: str) -> None:
    match run.atom:
        case Text(words):
            append_text(_styled(parent, run.styles, out), words)
        case Note():
            _note(parent, run.atom, out)
        case NoteMark():
            mark = etree.SubElement(parent, akn("noteRef"))
            mark.set("href", f"#{run.atom.target}")
            mark.set("marker", out.numbering.mark(run.atom))
            mark.set(own("target"), run.atom.target)
        case Break():
            etree.SubElement(parent, akn("eol"))
        case Reference():
            _reference(_styled(parent, run.styles, out), run.atom, out, within)
        case Blank(name):
            blank = etree.SubElement(_styled(parent, run.styles, out), akn("placeholder"))
            blank.set("originalText", name)
            blank.text = f"[{name}]"
        case _:
            assert_never(run.atom)


def _reference(parent: etree._Element, reference: Reference, out: Output, within: str) -> None:
    made = etree.SubElement(parent, akn("ref"))
    made.set("href", f"#{reference.target}")
    made.set(own("target"), reference.target)
    made.set(own("form"), reference.form.value)
    if reference.pinned is not None:
        made.set(own("pinned"), reference.pinned)
    made.text = resolve(reference, out.numbering, within).text


def _styled(parent: etree._Element, styles: Iterable[Style], out: Output) -> etree._Element:
    """The innermost element of those that give a text its look."""
    given = tuple(styles)
    looks = [style for style in _CLASSED if style in _shown(given, out)]
    if looks:
        parent = etree.SubElement(parent, akn("span"))
        parent.set("class", " ".join(style.value for style in looks))
        if Style.OPENING in given:
            parent.set(
                own("style"), " ".join(s.value for s in given if s in (*_CLASSED, Style.OPENING))
            )
    if Style.SMALL_CAPS in given:
        parent = etree.SubElement(parent, akn("inline"))
        parent.set("name", "smallCaps")
        parent.set("style", "font-variant:small-caps")
    for style, name in _ELEMENTS.items():
        if style in given:
            parent = etree.SubElement(parent, akn(name))
    return parent


def _shown(styles: tuple[Style, ...], out: Output) -> Iterator[Style]:
    for style in styles:
        if style is Style.OPENING:
            yield from out.opening
        else:
            yield style


def _note(parent: etree._Element, note: Note, out: Output) -> None:
    """A note; Arabic prints its mark in raised brackets, here and at the note's own start."""
    brackets = out.profile.code == "ar"
    if brackets:
        _bracket(parent, "(")
    made = etree.SubElement(parent, akn("authorialNote"))
    made.set("marker", out.numbering.mark(note))
    made.set("placement", "bottom")
    made.set("wId", note.id)
    if note.mark is not None:
        made.set(own("mark"), note.mark)
    if note.series is not Series.NUMBERED:
        made.set(own("series"), note.series.value)
    paragraph(made, note.body, out)
    if brackets:
        _bracket(parent, ")")


def _bracket(parent: etree._Element, sign: str) -> None:
    made = etree.SubElement(parent, akn("sup"))
    made.set(own("made"), "true")
    made.text = sign
