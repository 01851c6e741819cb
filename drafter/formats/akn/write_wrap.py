"""Semantic elements put around words of a text that is already written."""

from __future__ import annotations

from lxml import etree

from drafter.formats.akn.names import akn


def wrap(holder: etree._Element, words: str, name: str, attributes: dict[str, str]) -> None:
    """Put an element around the first place where these words stand in one piece of text."""
    made = holder.makeelement(akn(name), attributes)
    made.text = words
    for node in holder.iter():
        if words in (node.text or ""):
            _in_text(node, made, words)
            return
        if node is not holder and words in (node.tail or ""):
            _in_tail(node, made, words)
            return


def _in_text(node: etree._Element, made: etree._Element, words: str) -> None:
    before, _, after = (node.text or "").partition(words)
    node.text = before
    node.insert(0, made)
    made.tail = after


def _in_tail(node: etree._Element, made: etree._Element, words: str) -> None:
    before, _, after = (node.tail or "").partition(words)
    node.tail = before
    holder = node.getparent()
    if holder is not None:
        holder.insert(holder.index(node) + 1, made)
        made.tail = after
