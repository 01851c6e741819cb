"""The categories by which a reader filters: the kinds of the format, and those nobody wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from drafter.diff import Change, Kind, NoteKind, Why


class Category(StrEnum):
    """One for each change, in the order in which a reader is told of them."""

    EDITED = "edited"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    NOTES = "notes"  # kept, but for a note
    ADJUSTED = "adjusted"  # kept, but for punctuation, typography, references or the level
    RENUMBERED = "renumbered"  # kept, but for the number
    KEPT = "kept"


LABELS = {
    Category.EDITED: "Edited",
    Category.INSERTED: "Inserted",
    Category.DELETED: "Deleted",
    Category.MOVED: "Moved",
    Category.SPLIT: "Split",
    Category.MERGED: "Merged",
    Category.NOTES: "Only a note",
    Category.ADJUSTED: "Only adjusted",
    Category.RENUMBERED: "Only renumbered",
    Category.KEPT: "Kept",
}
HINTS = {
    Category.NOTES: "Text kept, a note changed",
    Category.ADJUSTED: "Text kept; end punctuation, typography, italics or a reference differ",
    Category.RENUMBERED: "Text kept, its number follows from other changes",
}
_QUIET = frozenset({Category.ADJUSTED, Category.RENUMBERED, Category.KEPT})
_LOUD = frozenset({Why.PROMOTED, Why.DEMOTED, Why.SECTION})
_NUMBERS = frozenset({Why.RENUMBERED, Why.NOTE_RENUMBERED, Why.WITH_SENTENCE})
_OF_KIND = {
    Kind.EDITED: Category.EDITED,
    Kind.INSERTED: Category.INSERTED,
    Kind.DELETED: Category.DELETED,
    Kind.MOVED: Category.MOVED,
    Kind.SPLIT: Category.SPLIT,
    Kind.MERGED: Category.MERGED,
}


def category(change: Change) -> Category:
    """What a change counts as."""
    if change.kind is not Kind.KEPT:
        return _OF_KIND[change.kind]
    if any(note.kind is not NoteKind.RENUMBERED for note in change.notes):
        return Category.NOTES
    if any(cause.kind not in _NUMBERS for cause in change.causes):
        return Category.ADJUSTED
    if change.renumbered or change.causes or change.notes:
        return Category.RENUMBERED
    return Category.KEPT


def is_stop(change: Change) -> bool:
    """Whether a reader who goes from change to change stops here."""
    loud = any(cause.kind in _LOUD for cause in change.causes)
    return loud or category(change) not in _QUIET


def count(changes: Iterable[Change]) -> dict[Category, int]:
    """How many changes of each category there are; none is left out."""
    found = Counter(map(category, changes))
    return {each: found[each] for each in Category}


def sentence(counts: dict[Category, int]) -> str:
    """The counts in one sentence: "Of 58 paragraphs and lines: 2 deleted and 56 kept."."""
    told = [f"{number} {_TOLD[each]}" for each, number in counts.items() if number]
    total = sum(counts.values())
    if not total:
        return "Both texts are empty."
    if counts[Category.KEPT] == total:
        return f"No difference: all {total} paragraphs and lines are kept."
    listed = f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else told[0]
    return f"Of {total} paragraphs and lines: {listed}."


_TOLD = {each: label.lower() for each, label in LABELS.items()} | {
    Category.NOTES: "with only a note changed"
}
