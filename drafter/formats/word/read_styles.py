"""The styles part: what a style is called, what it inherits, how it makes text look."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from drafter.formats.word.read_xml import child, flag, local, value, w
from drafter.model import Style

_TOGGLES = {
    "i": Style.ITALIC,
    "b": Style.BOLD,
    "strike": Style.STRIKE,
    "dstrike": Style.STRIKE,
    "smallCaps": Style.SMALL_CAPS,
}
_INNER_LIST = re.compile("List Number ([2-5])", re.IGNORECASE)
_RAISED = {"superscript": Style.SUPERSCRIPT, "subscript": Style.SUBSCRIPT}


@dataclass(frozen=True, slots=True)
class WordStyle:
    """One style: its printed name, the id of its base, its run and paragraph properties."""

    name: str = ""
    based_on: str = ""
    run: etree._Element | None = None
    paragraph: etree._Element | None = None


@dataclass(frozen=True)
class Styles:
    """All styles by id."""

    by_id: Mapping[str, WordStyle] = field(default_factory=dict)
    default: str = ""

    def name(self, id_: str) -> str:
        """The name of a style; its id when there is no such style."""
        style = self.by_id.get(id_)
        return style.name if style and style.name else id_

    def list_depth(self, id_: str) -> int:
        """How deep the lists of a style stand: 1 for Word's own "List Number 2", 0 for most."""
        named = (_INNER_LIST.fullmatch(style.name) for style in self.chain(id_))
        return next((int(found[1]) - 1 for found in named if found), 0)

    def chain(self, id_: str) -> tuple[WordStyle, ...]:
        """A style and its bases, nearest first; a circle of bases is cut."""
        found: list[WordStyle] = []
        seen: set[str] = set()
        while id_ in self.by_id and id_ not in seen:
            seen.add(id_)
            found.append(self.by_id[id_])
            id_ = self.by_id[id_].based_on
        return tuple(found)

    def run_properties(self, id_: str) -> tuple[etree._Element, ...]:
        """The run properties of a style and its bases, nearest first."""
        return tuple(one.run for one in self.chain(id_) if one.run is not None)

    def paragraph_properties(self, id_: str) -> tuple[etree._Element, ...]:
        """The paragraph properties of a style and its bases, nearest first."""
        return tuple(one.paragraph for one in self.chain(id_) if one.paragraph is not None)


def styles_from(root: etree._Element | None) -> Styles:
    """The styles of `styles.xml`; empty when the file has none."""
    if root is None:
        return Styles()
    found = {}
    default = ""
    for one in root.iter(w("style")):
        id_ = str(one.get(w("styleId"), ""))
        found[id_] = WordStyle(
            value(child(one, "name")),
            value(child(one, "basedOn")),
            child(one, "rPr"),
            child(one, "pPr"),
        )
        if one.get(w("type")) == "paragraph" and one.get(w("default")) in ("1", "true"):
            default = id_
    return Styles(found, default)


def merged(properties: tuple[etree._Element, ...]) -> dict[str, etree._Element]:
    """Properties by their names, the nearest element deciding each."""
    return {local(one): one for held in reversed(properties) for one in held}


def emphasis(properties: tuple[etree._Element, ...]) -> tuple[Style, ...]:
    """The emphasis that run properties give, the nearest element deciding each kind."""
    given = merged(properties)
    found = {style for name, style in _TOGGLES.items() if name in given and flag(given[name])}
    if "u" in given and value(given["u"]) not in ("none", ""):
        found.add(Style.UNDERLINE)
    raised = value(given.get("vertAlign"))
    if raised in _RAISED:
        found.add(_RAISED[raised])
        if value(given.get("position")).startswith("-"):  # so drafter writes both
            found.add(Style.SUBSCRIPT)
    return tuple(style for style in Style if style in found) if found else ()


def nearest(properties: tuple[etree._Element, ...], name: str) -> etree._Element | None:
    """The first element of this name in properties given nearest first."""
    return next((one for held in properties if (one := child(held, name)) is not None), None)
