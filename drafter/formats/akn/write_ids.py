"""`eId`s from the present numbers, as the naming convention of Akoma Ntoso has them."""

from __future__ import annotations

import re

from lxml import etree

from drafter.formats.akn.names import akn, child, local, own

_SHORT = {
    "paragraph": "para", "section": "sec", "point": "point", "list": "list", "item": "item",
    "blockList": "list", "container": "container", "formula": "formula",
    "crossHeading": "crossHeading",
    "content": "content", "intro": "intro", "wrapUp": "wrapup", "authorialNote": "authorialNote",
    "table": "table", "embeddedStructure": "embeddedStructure", "attachment": "att",
    "component": "comp", "coverPage": "coverPage", "preface": "preface", "preamble": "preamble",
    "mainBody": "body", "conclusions": "conclusions", "block": "block",
}  # fmt: skip
_BARE = frozenset(
    ("content", "intro", "wrapUp", "coverPage", "preface", "preamble", "mainBody", "conclusions")
)
_FLAT = frozenset(("coverPage", "preface", "preamble", "mainBody", "conclusions"))
"""Elements whose name is no part of the names of what they hold."""

_NOT_IN_IDS = re.compile(r"[^\w-]+")


def name_elements(root: etree._Element) -> None:
    """Give every block its eId, and every reference to a block the eId of its target."""
    taken: set[str] = set()
    places: dict[str, str] = {}
    _name(root, "", taken, places)
    for element in root.iter(akn("ref"), akn("noteRef")):
        target = element.get(own("target"), "")
        if target in places:
            element.set("href", f"#{places[target]}")


def _name(element: etree._Element, above: str, taken: set[str], places: dict[str, str]) -> None:
    counts: dict[str, int] = {}
    for inner in element:
        name = local(inner)
        if name == "meta" or not name:
            continue
        within = above
        if name in _SHORT:
            within = _own(inner, name, above, counts, taken)
            inner.set("eId", within)
            if given := inner.get("wId"):
                places[given] = within
            if name in _FLAT:
                within = above
        _name(inner, within, taken, places)


def _own(
    element: etree._Element, name: str, above: str, counts: dict[str, int], taken: set[str]
) -> str:
    start = f"{above}__" if above else ""
    wanted = f"{start}{_SHORT[name]}"
    if name not in _BARE:
        printed = child(element, "num")
        label = _NOT_IN_IDS.sub("", printed.text or "") if printed is not None else ""
        if name == "authorialNote":
            label = _NOT_IN_IDS.sub("", element.get("marker", ""))
        counts[name] = counts.get(name, 0) + 1
        wanted += f"_{label}" if label else f"_nn{counts[name]}"
    free, again = wanted, 1
    while free in taken:
        again += 1
        free = f"{wanted}-{again}"
    taken.add(free)
    return free
