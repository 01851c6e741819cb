"""All tracked changes of a part accepted or rejected, as Word does it.

Written by Word's rules alone and used for the proof only: neither the weaving nor the reading of
files shares a line with it.
"""

from __future__ import annotations

from drafter.formats.word.xml import Element
from drafter.render.tracked.signs import tag

_NEW, _OLD = ("ins", "moveTo"), ("del", "moveFrom")
_RANGES = [tag(f"{move}Range{end}") for move in ("moveFrom", "moveTo") for end in ("Start", "End")]
_RESTORED = {tag("delText"): tag("t"), tag("delInstrText"): tag("instrText")}
_CHANGED = (tag("rPr"), tag("pPr"))


def settle(root: Element, *, reject: bool) -> None:
    """Accept or reject every change in a part, in place."""
    gone = [tag(name) for name in (_NEW if reject else _OLD)]
    stays = [tag(name) for name in (_OLD if reject else _NEW)]
    for one in list(root.iter(*_RANGES)):
        _remove(one)
    _rows(root, gone)
    _looks(root, reject=reject)
    _paragraphs(root, gone)
    _wrappers(root, gone, stays)
    for name, other in _RESTORED.items():
        for one in list(root.iter(name)):
            one.tag = other


def _rows(root: Element, gone: list[str]) -> None:
    for row in list(root.iter(tag("tr"))):
        properties = row.find(tag("trPr"))
        if properties is None:
            continue
        if any(one.tag in gone for one in properties):
            _remove(row)
        for one in [one for one in properties if one.tag in map(tag, (*_NEW, *_OLD))]:
            properties.remove(one)
    for table in list(root.iter(tag("tbl"))):
        if table.find(tag("tr")) is None:
            _remove(table)


def _looks(root: Element, *, reject: bool) -> None:
    """Former looks come back when a change of looks is rejected, and are forgotten otherwise."""
    for name in _CHANGED:
        for properties in list(root.iter(name)):
            change = properties.find(f"{name}Change")
            if change is None:
                continue
            properties.remove(change)
            if reject:
                kept = [one for one in properties if name == tag("pPr") and one.tag == tag("rPr")]
                former = change.find(name)
                properties[:] = [*(former if former is not None else ()), *kept]


def _paragraphs(root: Element, gone: list[str]) -> None:
    """A paragraph whose end is gone joins the next one, which keeps its own looks."""
    for paragraph in list(root.iter(tag("p"))):
        properties = paragraph.find(tag("pPr"))
        mark = None if properties is None else properties.find(tag("rPr"))
        if properties is None or mark is None:
            continue
        properties.remove(mark)
        following = paragraph.getnext()
        if any(one.tag in gone for one in mark):
            content = [one for one in paragraph if one is not properties]
            if following is not None and following.tag == tag("p"):
                place = 1 if following.find(tag("pPr")) is not None else 0
                following[place:place] = content
                _remove(paragraph)
            elif not any(_has_words(one, gone) for one in content):
                _remove(paragraph)


def _has_words(element: Element, gone: list[str]) -> bool:
    """Whether words are left; those of a link go within it."""
    if element.tag in gone:
        return False
    return element.tag == tag("t") or any(_has_words(one, gone) for one in element)


def _wrappers(root: Element, gone: list[str], stays: list[str]) -> None:
    for one in list(root.iter(*gone)):
        _remove(one)
    for one in list(root.iter(*stays)):
        parent = one.getparent()
        if parent is not None:
            place = parent.index(one)
            parent[place : place + 1] = list(one)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
