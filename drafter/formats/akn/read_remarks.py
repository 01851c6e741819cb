"""Notices about a text as a whole: what is missing, which ids stand twice."""

from __future__ import annotations

from lxml import etree

from drafter import resources
from drafter.formats.akn.context import Context
from drafter.formats.akn.names import local
from drafter.model import DocumentKind, Resolution
from drafter.report import Kind

_FULL = (DocumentKind.RESOLUTION, DocumentKind.DRAFT)
"""Kinds of documents that have a preamble; decisions and statements have none."""


def remarks(root: etree._Element, value: Resolution, context: Context) -> None:
    """Tell what a file lacks or has twice; all of it is read all the same."""
    organ = value.masthead.organ
    known = organ in resources.names("organs")
    titled = resources.organ(organ).titled if known else True
    if titled and not value.title and value.kind is not DocumentKind.DRAFT:
        context.note(Kind.STRUCTURE, "there is no title")
    if value.kind in _FULL and not any(part.enacting or part.preamble for part in value.parts):
        context.note(Kind.STRUCTURE, "there is no preamble")
    if titled and value.kind in _FULL and not any(part.closing for part in value.parts):
        context.note(Kind.STRUCTURE, "there are no closing lines")
    if not any(part.preamble or part.operative for part in value.parts) and not value.annexes:
        context.note(Kind.STRUCTURE, "there is no text in the body")
    _twice(root, context)


def _twice(root: etree._Element, context: Context) -> None:
    """One notice for all eIds that stand twice; in collections each part counts anew."""
    seen: set[str] = set()
    first: etree._Element | None = None
    count = 0
    for element in root.iter(etree.Element):
        given = element.get("eId")
        if given is not None and local(element):
            if given in seen:
                count += 1
                first = element if first is None else first
            seen.add(given)
    if count:
        context.note(Kind.STRUCTURE, f"{count} eIds stand twice; none is used", first)
