"""Label leak and order error: marks on what nobody wrote, and changes that stand out of order.

**Label leak** counts marked words that are nothing but a printed number ("3.", "(a)") or the mark
of a note ("12", also glued to its word: "water12"), and do not stand in the words that the truth
has for the paragraph. Numbers are no words; the goal is 0.

**Order error** is the share of changes that stand before the one they follow in the text: by their
place in the new text, and, where they did not move, by their place in the old one too (so a
deletion stands where its paragraph stood). Notes have an order by their marks in the new text only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from benchmarks.diff_quality.texts import Line
from drafter.diff import Change, Diff, Kind, Mark, Sort, Unit

_LABEL = re.compile(
    r"\(?(\d{1,3}|[a-z]{1,6})\)|(\d{1,3}|[ivxl]{1,6})\.|\d{1,3}|\*{1,4}", re.IGNORECASE
)
_GLUED = re.compile(r"(.*\D)\d{1,3}")

Names = Mapping[int, int]
"""The name in the truth of a unit, by its index."""


def label_leaks(
    diff: Diff, names: tuple[Names, Names], lines: tuple[Sequence[Line], Sequence[Line]]
) -> int:
    """Marked words of a whole comparison that are printed numbers or marks of notes.

    `names` are those of the old and of the new units, notes included.
    """
    texts = tuple(_texts(some) for some in lines)
    total = 0
    for change in diff.changes:
        for side, mark in enumerate((Mark.DELETE, Mark.INSERT)):
            units = (change.old, change.new)[side]
            true = " ".join(texts[side].get(names[side].get(u.index, -1), u.text) for u in units)
            words = [w for s in change.words if s.mark is mark for w in s.text.split()]
            total += sum(is_leak(word, true) for word in words)
    return total


def _texts(lines: Sequence[Line]) -> dict[int, str]:
    notes = {r.name: " ".join(r.words) for line in lines for r in line.remarks}
    return {line.name: line.text for line in lines} | notes


def is_leak(word: str, true: str) -> bool:
    """Whether a marked word is a printed number or a note's mark that the true text has not."""
    if _stands(word, true):
        return False
    glued = _GLUED.fullmatch(word)
    return bool(_LABEL.fullmatch(word) or (glued and _stands(glued[1], true)))


def _stands(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def order_errors(diff: Diff) -> int:
    """How many changes stand before the one they follow."""
    last_old = last_new = -1
    wrong = 0
    for change in diff.changes:
        falls = False
        if change.new:
            falls = change.new[0].index < last_new
            last_new = change.new[0].index
        if change.old and change.kind is not Kind.MOVED and not _is_note(change):
            falls = falls or change.old[0].index < last_old
            last_old = change.old[0].index
        wrong += falls
    return wrong


def _is_note(change: Change) -> bool:
    unit: Unit = (*change.new, *change.old)[0]
    return unit.sort is Sort.NOTE
