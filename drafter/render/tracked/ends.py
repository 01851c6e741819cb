"""Which ends of paragraphs are new, where words at an end and whole paragraphs come together.

"one." that becomes "one, two." and a new paragraph behind it: Word, when somebody types that, takes
the end of the first paragraph for new and that of the last new one for the old one. LibreOffice
25.2 understands nothing else: it takes touching insertions for one, and rejecting it would join the
paragraph with the one that follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from drafter.formats.word.xml import Element, w
from drafter.render.tracked.signs import look, tag
from drafter.render.tracked.stamps import Stamps, Status

_BETWEEN = (tag("bookmarkStart"), tag("bookmarkEnd"))


def shift_ends(blocks: Sequence[Element], stamps: Stamps) -> None:
    """Hand on the old end of a paragraph that ends with new words to the new ones behind it."""
    place = 0
    while place < len(blocks):
        stop = place + 1
        while stop < len(blocks) and _mark(blocks[stop]) == Status.INSERTED:
            stop += 1
        if stop > place + 1 and _mark(blocks[place]) == "" and _ends_new(blocks[place]):
            _shift(blocks[place], blocks[stop - 1], stamps)
        place = stop


def _mark(block: Element) -> str | None:
    """What became of the end of a paragraph; None for what is no paragraph."""
    if block.tag != tag("p"):
        return None
    found = block.find(f"{tag('pPr')}/{tag('rPr')}")
    return "" if found is None else str(found[0].tag).rpartition("}")[2]


def _ends_new(paragraph: Element) -> bool:
    last = next((one for one in reversed(paragraph) if one.tag not in _BETWEEN), None)
    return last is not None and last.tag == tag(Status.INSERTED)


def _shift(first: Element, last: Element, stamps: Stamps) -> None:
    mine, other = first[0], last[0]
    change = mine.find(tag("pPrChange"))
    former = deepcopy(mine if change is None else change[0])
    for properties, name in ((mine, "pPrChange"), (other, "rPr")):
        for one in properties.findall(tag(name)):
            properties.remove(one)
    if look(former) != look(other):
        other.append(stamps.change("pPrChange", former))
    mine.append(w("rPr", stamps.change(Status.INSERTED)))
