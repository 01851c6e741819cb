"""Tracked changes: which side of them is read, and whether a file that has them is read at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from lxml import etree

from drafter.errors import Refused
from drafter.formats.word.read_xml import child, local, w

_NEW = frozenset({"ins", "moveTo"})
_OLD = frozenset({"del", "moveFrom"})


class ChangePolicy(StrEnum):
    """What to do with a file that has tracked changes."""

    REFUSE = "refuse"
    ACCEPT = "accept"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Changes:
    """One side of the tracked changes of a file: the new text or, when rejecting, the old one."""

    reject: bool = False
    wrappers = _NEW | _OLD

    def keeps(self, name: str) -> bool:
        """Whether what stands in a wrapper ("ins", "del", "moveFrom", "moveTo") is read."""
        return name in (_OLD if self.reject else _NEW)

    def properties(self, element: etree._Element | None) -> etree._Element | None:
        """Properties of a run or paragraph; the former ones when formatting is rejected."""
        if element is None or not self.reject:
            return element
        name = local(element)
        old = child(child(element, f"{name}Change"), name)
        return element if old is None else old

    def joins_next(self, paragraph: etree._Element) -> bool:
        """Whether the paragraph's end is not there on this side, so that the next one joins it."""
        mark = child(child(paragraph, "pPr"), "rPr")
        return self._gone(mark)

    def drops_row(self, row: etree._Element) -> bool:
        """Whether a table row is not there on this side."""
        return self._gone(child(row, "trPr"))

    def _gone(self, properties: etree._Element | None) -> bool:
        gone = _NEW if self.reject else _OLD
        return properties is not None and any(local(one) in gone for one in properties)


def count_changes(root: etree._Element) -> tuple[int, int]:
    """How many insertions and deletions (moves are both) are tracked in a part."""
    return (
        sum(1 for _ in root.iter(*map(w, _NEW), w("cellIns"))),
        sum(1 for _ in root.iter(*map(w, _OLD), w("cellDel"))),
    )


def check_changes(parts: Iterable[etree._Element], policy: ChangePolicy) -> tuple[int, int]:
    """Count tracked changes and stop when there are some and the policy is to refuse.

    Raises:
        Refused: there are tracked changes and nobody said which side to read.
    """
    counts = [count_changes(part) for part in parts]
    inserted, deleted = sum(a for a, _ in counts), sum(b for _, b in counts)
    if (inserted or deleted) and policy is ChangePolicy.REFUSE:
        raise Refused(
            f"the file has tracked changes ({inserted} inserted, {deleted} deleted)",
            hint="accept or reject them in Word, or read with --changes accept or --changes reject",
        )
    return inserted, deleted
