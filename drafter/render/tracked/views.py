"""What is shown of the steps between two texts at one place, and with which status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from drafter.render.tracked.signs import Word
from drafter.render.tracked.stamps import Status
from drafter.render.tracked.steps import Step


class Frame(Enum):
    """What stays of paragraphs whose words go: what holds them (a cell, a note) goes itself."""

    NONE = auto()
    ENDS = auto()  # the ends of paragraphs in a cell
    LABELS = auto()  # the ends, and the mark of a note


@dataclass(frozen=True, slots=True)
class Shown:
    """A word to show; it is kept, with its old form beside the new one, or stands on one side."""

    status: Status
    old: Word | None = None
    new: Word | None = None

    @property
    def word(self) -> Word:
        """The word as the new text has it, else as the old one had it."""
        return self.new or self.old or Word("", "")


def here(steps: Iterable[Step]) -> Iterator[Shown]:
    """Both texts at one place."""
    for step in steps:
        if step.old and step.new:
            yield Shown(Status.KEPT, step.old, step.new)
        else:
            yield Shown(Status.DELETED if step.old else Status.INSERTED, step.old, step.new)


def leaving(steps: Iterable[Step]) -> Iterator[Shown]:
    """The old text at the place that it left; words that did not come along are deleted."""
    for step in steps:
        if old := step.old:
            along = step.new or old.head or old.ends
            yield Shown(Status.MOVED_FROM if along else Status.DELETED, old=old)


def arriving(steps: Iterable[Step]) -> Iterator[Shown]:
    """The new text at the place where it came to; words that were not there before are inserted."""
    for step in steps:
        if new := step.new:
            along = step.old or new.head or new.ends
            yield Shown(Status.MOVED_TO if along else Status.INSERTED, new=new)


def gone(words: Iterable[Word], frame: Frame) -> Iterator[Shown]:
    """An old text that is no more."""
    for word in words:
        yield Shown(Status.KEPT if _stays(word, frame) else Status.DELETED, old=word)


def come(words: Iterable[Word], frame: Frame) -> Iterator[Shown]:
    """A new text."""
    for word in words:
        yield Shown(Status.KEPT if _stays(word, frame) else Status.INSERTED, new=word)


def _stays(word: Word, frame: Frame) -> bool:
    return (word.ends and frame is not Frame.NONE) or (word.head and frame is Frame.LABELS)
