"""Bytes to an element tree, safely: no entities, no network, bounded size, mended where broken."""

from __future__ import annotations

from typing import Any

from lxml import etree

from drafter.errors import Place, Unreadable
from drafter.report import Kind, Notice

LARGEST = 50_000_000
"""Bytes. The largest of 18,844 official files has 0.9 million."""

DEEPEST = 150
"""Levels of elements. The deepest official file has 29; ours have two for a level of blocks."""

_HINT = "give an Akoma Ntoso (AKN4UN) file of a resolution"


def parse(data: bytes) -> tuple[etree._Element, list[Notice]]:
    """The root element; an ill-formed file is mended with a notice for every fault (at most 20).

    Raises:
        Unreadable: empty, too large, too deep, no XML, or with entity declarations.
    """
    if not data.strip():
        raise Unreadable("the file is empty", hint=_HINT)
    if len(data) > LARGEST:
        raise Unreadable(f"the file has {len(data):,} bytes", hint=f"at most {LARGEST:,} are read")
    try:
        root = etree.fromstring(data, _parser(recover=False))
        notices: list[Notice] = []
    except (etree.XMLSyntaxError, ValueError):
        root, notices = _mended(data)
    return _checked(root), notices


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_pis=True,
    )


def _mended(data: bytes) -> tuple[etree._Element, list[Notice]]:
    parser = _parser(recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise Unreadable(f"this is not XML: {fault}", hint=_HINT) from fault
    if root is None:
        raise Unreadable("this is not XML", hint=_HINT)
    return root, [
        Notice(Kind.ENCODING, f"mended: {entry.message}", Place(line=entry.line))
        for entry in list(parser.error_log)[:20]
    ]


def _declares_entities(root: etree._Element) -> bool:
    table: Any = root.getroottree().docinfo.internalDTD  # the stubs do not know its entities
    return table is not None and next(table.iterentities(), None) is not None


def _is_deeper(root: etree._Element, most: int) -> bool:
    """Whether elements stand more than `most` deep in each other; found without recursion."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > most:
            return True
    return False


def _checked(root: etree._Element) -> etree._Element:
    if _declares_entities(root):
        raise Unreadable(
            "the file declares entities", hint="entities are not resolved: save it without"
        )
    if any(isinstance(node, etree._Entity) for node in root.iter(etree.Entity)):  # noqa: SLF001 - lxml names the class so
        raise Unreadable(
            "the file uses undeclared entities", hint="write the characters themselves"
        )
    if _is_deeper(root, DEEPEST):
        raise Unreadable(
            f"elements stand more than {DEEPEST} deep in each other",
            hint="no resolution needs that; the file is damaged: ask for another copy",
        )
    return root
