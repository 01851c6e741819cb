"""Closing lines: meeting and date, the vote of the Human Rights Council."""

from __future__ import annotations

from lxml import etree

from drafter.formats.akn.names import akn, own
from drafter.formats.akn.output import Output
from drafter.formats.akn.read_closing import usual
from drafter.formats.akn.write_inline import PRESERVE, append_text, write_inlines
from drafter.model import Inlines, Part

JOINERS = frozenset(("p", "eol", "space", "none"))


def closing(parent: etree._Element, part: Part, out: Output) -> None:
    """Append the closing lines."""
    if not part.closing:
        return
    holder = etree.SubElement(parent, akn("conclusions"))
    line: etree._Element | None = None
    for words, joiner in zip(part.closing, breaks(part), strict=True):
        if line is None or joiner == "p":
            line = etree.SubElement(holder, akn("p"))
            line.set(PRESERVE, "preserve")
        elif joiner == "eol":
            etree.SubElement(line, akn("eol"))
        elif joiner == "space":
            append_text(line, " ")
        _line(line, words, out)


def in_annex(part: Part) -> bool:
    """Whether the source has the closing lines at the end of its last annex."""
    return any(
        opaque.name == "closing" and dict(opaque.attributes).get("place") == "annex"
        for opaque in part.meta
    )


def _line(parent: etree._Element, words: Inlines, out: Output) -> None:
    made = etree.SubElement(parent, akn("span"))
    made.set(own("text"), "line")
    write_inlines(made, words, out)


def breaks(part: Part) -> tuple[str, ...]:
    """How each closing line is parted from the one before: as its source had it, or as usual."""
    for opaque in part.meta:
        given = dict(opaque.attributes).get("breaks", "").split()
        if opaque.name == "closing" and len(given) == len(part.closing) and set(given) <= JOINERS:
            return tuple(given)
    return usual(len(part.closing))
