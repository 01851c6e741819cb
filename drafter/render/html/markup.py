"""Markup that cannot be forgotten to escape: whatever is not `Markup` is text, and text is escaped.

What comes out is HTML and well-formed XML at once, so that a test can parse it strictly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import TypeAlias
from unicodedata import name

from drafter.render.safe import safe

_VOID = frozenset({"meta", "input", "br"})
_NO_CHARACTER = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Markup:
    """Finished HTML. Only this module and the two assets make it from plain strings."""

    html: str = ""


Node: TypeAlias = "Markup | str | Iterable[Node]"
"""What may stand inside an element: markup as it is, words to escape, or several of them."""


def tag(kind: str, *inside: Node, **attributes: str | int | bool | None) -> Markup:
    """An element: `tag("p", "a < b", class_="note", aria_label="...")`.

    Attributes that are None or False are left out; True stands for a bare attribute.
    """
    opening = f"{kind}{_attributes(attributes)}"
    if kind in _VOID:
        return Markup(f"<{opening}/>")
    return Markup(f"<{opening}>{join(inside).html}</{kind}>")


def join(nodes: Iterable[Node], between: str = "") -> Markup:
    """Several nodes, one after the other."""
    return Markup(between.join(_html(node) for node in nodes))


def raw(kind: str, source: str) -> Markup:
    """A style or script element with a source of ours that HTML and XML read alike."""
    return Markup(f"<{kind}>{source}</{kind}>")


def _html(node: Node) -> str:
    if isinstance(node, Markup):
        return node.html
    return _text(node) if isinstance(node, str) else join(node).html


def _attributes(attributes: dict[str, str | int | bool | None]) -> str:
    return "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(key, value)}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )


def _value(key: str, value: str | int | bool | None) -> str:
    if value is True:
        return key
    return escape(_NO_CHARACTER.sub(_code, safe(str(value))))


def _text(words: str) -> str:
    if safe(words) == words and not _NO_CHARACTER.search(words):
        return escape(words, quote=False)
    return "".join(map(_sign, words))


def _sign(sign: str) -> str:
    """One sign; what would steer the page or the direction of the line is shown by its number."""
    if safe(sign) == sign and not _NO_CHARACTER.match(sign):
        return escape(sign, quote=False)
    title = name(sign, "CONTROL CHARACTER").lower()
    return tag("span", f"U+{ord(sign):04X}", class_="sign", title=title).html


def _code(found: re.Match[str]) -> str:
    return f"U+{ord(found.group()):04X}"
