"""Small words for looking at WordprocessingML: names, children, values."""

from __future__ import annotations

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
V = "urn:schemas-microsoft-com:vml"


def w(name: str) -> str:
    """A name of WordprocessingML as lxml writes it."""
    return f"{{{W}}}{name}"


def local(element: etree._Element) -> str:
    """The name without its namespace for WordprocessingML, with it for anything else.

    Comments and processing instructions have the name "".
    """
    tag: object = element.tag
    if not isinstance(tag, str):
        return ""
    return tag[len(W) + 2 :] if tag.startswith(f"{{{W}}}") else tag


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of this name."""
    return None if element is None else element.find(w(name))


def value(element: etree._Element | None, name: str = "val") -> str:
    """An attribute of WordprocessingML; "" when there is no element or no attribute."""
    return "" if element is None else str(element.get(w(name), ""))


def number(element: etree._Element | None, name: str = "val") -> int:
    """An attribute as a whole number; 0 when there is none or it is no number."""
    try:
        return int(float(value(element, name)))
    except (ValueError, OverflowError):
        return 0


def flag(element: etree._Element | None) -> bool:
    """A switch: there and not turned off."""
    return element is not None and value(element) not in ("0", "false", "off", "none")
