"""Looking ahead: which label comes next, and whether a text numbers its paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.formats.common.body import Item
from drafter.formats.common.labels import is_operative, label_of
from drafter.formats.common.opening import enacting
from drafter.formats.common.words import Words


def labels_after(items: Sequence[Item], words: Words) -> list[str]:
    """For each line the next label below it in the same text, "" where there is none."""
    following, label = [], ""
    for item in reversed(items):
        following.append(label)
        if found := label_of(item.line.text):
            label = found.label
        elif enacting(item.line, words) is not None:
            label = ""
    return following[::-1]


def is_numbered(following: Sequence[str], items: Sequence[Item], words: Words) -> bool:
    """Whether the paragraphs of a text have numbers, up to a text inside it."""
    for label, item in zip(following, items, strict=True):
        if enacting(item.line, words) is not None:
            return False
        if is_operative(label):
            return True
    return False
