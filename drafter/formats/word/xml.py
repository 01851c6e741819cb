"""Elements of WordprocessingML: the one place where raw XML is made.

`w("p", w("pPr"), val="x")` makes an element of Word's main namespace with attributes of the same;
`node("wp:extent", {"cx": 1})` makes any other by its prefix. Children that are None are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for its element type

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
}
_W = f"{{{NAMESPACES['w']}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Value: TypeAlias = str | int


def w(tag: str, *children: Element | None, **attributes: Value) -> Element:
    """An element of Word's main namespace; attributes are of the same namespace."""
    element = etree.Element(_W + tag, {_W + key: str(v) for key, v in attributes.items()})
    element.extend(child for child in children if child is not None)
    return element


def node(
    tag: str,
    attributes: Mapping[str, Value] | None = None,
    *children: Element | None,
    text: str | None = None,
) -> Element:
    """An element of any namespace, named by prefix; so are its attributes, if they have one."""
    given = {qualified(key): str(value) for key, value in (attributes or {}).items()}
    prefix = tag.partition(":")[0]
    element = etree.Element(qualified(tag), given, nsmap={prefix: NAMESPACES[prefix]})
    element.text = text
    element.extend(child for child in children if child is not None)
    return element


def root(tag: str, *prefixes: str) -> Element:
    """The root of a part, declaring the namespaces used in it, so that children need not."""
    return etree.Element(qualified(tag), nsmap={p: NAMESPACES[p] for p in prefixes})


def qualified(name: str) -> str:
    """`wp:extent` as lxml writes it; a name without prefix stays as it is."""
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name


def words(text: str) -> Element:
    """The text of a run; every space is kept."""
    element = w("t")
    element.set(_SPACE, "preserve")
    element.text = text
    return element


def flag(tag: str, value: bool | None) -> Element | None:
    """An on/off property: absent when None, present when true, switched off when false."""
    if value is None:
        return None
    return w(tag) if value else w(tag, val=0)


def measure(tag: str, value: Value | None) -> Element | None:
    """A property with one value: absent when None or ""."""
    return None if value in (None, "") else w(tag, val=value or 0)
