"""Whether another hand has put text into a file of ours that does not say what it is."""

from __future__ import annotations

from lxml import etree

from drafter.formats.akn.names import is_element, local, own

_ZONES = frozenset(("preamble", "mainBody", "conclusions"))
_ELSEWHERE = frozenset(("num", "authorialNote", "td", "th", "meta"))
_TEXT = own("text")


def foreign_text(root: etree._Element) -> etree._Element | None:
    """The first element with words that no text of a block holds; None in a file as we wrote it."""
    for zone in root.iter(etree.Element):
        if local(zone) in _ZONES and (found := _loose(zone)) is not None:
            return found
    return None


def _loose(element: etree._Element) -> etree._Element | None:
    if _has_words(element.text):
        return element
    for inner in element:
        if _has_words(inner.tail):
            return element
        if not is_element(inner) or inner.get(_TEXT) is not None or local(inner) in _ELSEWHERE:
            continue
        found = _loose(inner)
        if found is not None:
            return found
    return None


def _has_words(text: str | None) -> bool:
    return bool(text) and not str(text).isspace()
