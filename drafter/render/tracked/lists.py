"""Living numbers in a comparison: the lists of both texts in one file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import XmlPart

from drafter.formats.word import assemble
from drafter.formats.word.list_part import add_lists
from drafter.formats.word.xml import Element, root
from drafter.render.tracked.pairs import Pairing
from drafter.render.tracked.sides import Side
from drafter.render.tracked.signs import tag

_PART = "/word/numbering.xml"


def join_lists(old: Side, new: Side, pairing: Pairing) -> None:
    """Give the old text's paragraphs lists of the new file.

    A list of the old text is that of the new one in which its first paragraph stands now, where
    both start alike; paragraphs that keep their list need no mark. Other lists are added.
    """
    shared = _shared(old, new, pairing)
    own = [one for one in old.writing.lists.lists if str(one.number) not in shared]
    first = len(new.writing.lists.lists) + 1
    added = [replace(one, number=number) for number, one in enumerate(own, first)]
    if added:
        add_lists(_part(new).element, added, old.writing)
    shared |= {str(one.number): str(more.number) for one, more in zip(own, added, strict=True)}
    for block in old.body:
        for one in block.iter(tag("numId")):
            one.set(tag("val"), shared[str(one.get(tag("val")))])


def _shared(old: Side, new: Side, pairing: Pairing) -> dict[str, str]:
    """The lists of the new text that go on as those of the old one, by their numbers."""
    found: dict[str, str] = {}
    if old.writing.numbering.scheme != new.writing.numbering.scheme:
        return found
    starts = [{str(one.number): one.starts for one in s.writing.lists.lists} for s in (old, new)]
    seen: set[str] = set()
    for mine, theirs in _numbers(old, new, pairing):
        if mine in seen:
            continue
        seen.add(mine)
        if theirs not in found.values() and starts[0][mine] == starts[1][theirs]:
            found[mine] = theirs
    return found


def _numbers(old: Side, new: Side, pairing: Pairing) -> Iterator[tuple[str, str]]:
    for group in pairing.stays:
        mine = _number(old.body[group.olds[0]])
        theirs = _number(new.body[group.news[0]])
        if mine and theirs:
            yield mine, theirs


def _number(block: Element) -> str:
    found = block.find(f"{tag('pPr')}/{tag('numPr')}/{tag('numId')}")
    return "" if found is None else str(found.get(tag("val")))


def _part(side: Side) -> XmlPart:
    """The part of lists; made where the new text needs none."""
    document = side.writing.document
    for part in document.package.iter_parts():
        if part.partname == _PART and isinstance(part, XmlPart):
            return part
    kind, form = RELATIONSHIP_TYPE.NUMBERING, CONTENT_TYPE.WML_NUMBERING
    return assemble.add(document, "numbering.xml", kind, form, root("w:numbering", "w"))[0]
