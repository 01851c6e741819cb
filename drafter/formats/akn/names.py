"""Names of the Akoma Ntoso vocabulary and small helpers to look at an element tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
AKN4UN = "http://un.org/akn4un"
OWN = "urn:drafter:akn"
"""Namespace of the attributes that carry what the model knows and Akoma Ntoso has no place for."""

SPACE = re.compile(r"[ \t\n\r\x7f-\x9f\u2028\u2029]+")
"""White space that is one space in print, and signs that no text may hold; a no-break space is a
character."""

INLINE = frozenset(
    (
        *("span", "a", "i", "b", "u", "sup", "sub", "small", "eol", "br", "img", "inline"),
        *("authorialNote", "ref", "date", "docDate", "location", "event", "vote", "outcome"),
        *("quantity", "organization", "session", "docAuthority", "docStatus", "docProponent"),
        *("docType", "docketNumber", "decoration", "ins", "del", "noteRef", "placeholder"),
    )
)
"""Elements that stand inside a line of text; every other one starts and ends a block."""

LANGUAGES = {
    "eng": "en", "fra": "fr", "fre": "fr", "spa": "es", "rus": "ru",
    "ara": "ar", "zho": "zh", "chi": "zh", "deu": "de", "ger": "de",
}  # fmt: skip
"""Language codes of FRBRlanguage, terminological and bibliographic, to ours."""


PREFIXES: dict[Any, str] = {None: AKN, "akn4un": AKN4UN, "drafter": OWN}
"""The namespaces of a written file and their prefixes."""


@lru_cache(maxsize=512)
def akn(name: str) -> str:
    """A name of Akoma Ntoso, as lxml wants it."""
    return f"{{{AKN}}}{name}"


@lru_cache(maxsize=128)
def own(name: str) -> str:
    """A name of our own, as lxml wants it."""
    return f"{{{OWN}}}{name}"


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def local(element: etree._Element) -> str:
    """The element's name without its namespace; "" for comments and instructions."""
    tag: object = element.tag
    return _local(tag) if isinstance(tag, str) else ""


def is_element(node: etree._Element) -> bool:
    """Whether a node is an element, not a comment or an instruction, whose tag is a function."""
    tag: object = node.tag  # the stubs know elements only
    return isinstance(tag, str)


def line_of(element: etree._Element | None) -> int:
    """The line of the source on which an element stands; 0 when it is not known."""
    line: object = element.sourceline if element is not None else None  # misnamed in the stubs
    return line if isinstance(line, int) else 0


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The first child of that name."""
    return next((inner for inner in element if local(inner) == name), None)


def every(element: etree._Element, name: str) -> list[etree._Element]:
    """Every element of that name below, in document order."""
    return list(element.iter(f"{{*}}{name}"))


def words(element: etree._Element) -> str:
    """All text inside an element, runs of space, tab and line end as one space; notes too."""
    return SPACE.sub(" ", "".join(_texts(element))).strip(" ")


def _texts(element: etree._Element) -> Iterator[str]:
    if is_element(element):
        yield element.text or ""
        for inner in element:
            yield from _texts(inner)
            yield inner.tail or ""
