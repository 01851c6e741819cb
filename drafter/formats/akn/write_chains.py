"""Numbers cut in two and lists too deep, written as their source has them (see `read_chains`)."""

from __future__ import annotations

from lxml import etree

from drafter.formats.akn.names import akn, local, own

_LISTS = frozenset(("list", "sublist", "blockList"))


def deepened(parent: etree._Element, tag: str, depth: str) -> tuple[etree._Element, str]:
    """The element for a paragraph that its source has in so many lists, with its tag."""
    if not depth.isdecimal():
        return parent, tag
    around = sum(local(one) in _LISTS for one in (parent, *parent.iterancestors()))
    for _ in range(int(depth) - around):
        parent, tag = etree.SubElement(etree.SubElement(parent, akn(tag)), akn("list")), "point"
    return parent, tag


def cut_number(made: etree._Element, label: str, cut: str) -> str:
    """Write the part of the number that stands in `num`; the part for the text is returned.

    A number that has changed since is written whole.
    """
    whole = not cut or not label.startswith(cut) or "." not in label[len(cut) - 1 : len(cut) + 1]
    first = label if whole else cut
    if first:
        etree.SubElement(made, akn("num")).text = first
    return label[len(first) :]


def rest_of_number(made: etree._Element, rest: str) -> None:
    """Put the rest of a number before the text of its paragraph."""
    text = made.find(f".//{akn('p')}") if rest else None
    if text is not None:
        number_in(text, rest)


def number_in(text: etree._Element, label: str) -> None:
    """Put a number before the words of a text; reading drops it there."""
    span = text.makeelement(akn("span"), {own("made"): "number"})
    span.text, span.tail, text.text = f"{label} ", text.text, None
    text.insert(0, span)
