"""What a merge gives: the merged resolution, and every disagreement as a value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from drafter.diff.options import Side
from drafter.model import Resolution

T = TypeVar("T")
U = TypeVar("U")


class ConflictKind(StrEnum):
    """What two sides disagree about; stable words, used in JSON."""

    WORDS = "words"  # both changed the same words, or words that touch
    DELETED = "deleted-and-changed"  # one deleted what the other edited, moved or filled
    MOVED = "moved-apart"  # both moved the same thing to different places
    FIELD = "field"  # both changed the same datum, which has room for one value only


@dataclass(frozen=True, slots=True)
class Conflict:
    """A disagreement: what the base says and what each side says instead, as plain words.

    `id` is the id of the block, annex or note in the merged text, "" outside them; `field` says
    which of its texts or data it is ("body", "symbol", "place"); `name` is what a delegate calls
    the place ("OP3 (a)"). "" on a side means that it has nothing there.
    """

    kind: ConflictKind
    id: str
    field: str
    base: str
    ours: str
    theirs: str
    name: str = ""


@dataclass(frozen=True)
class Options:
    """The names of the two sides as the brackets print them, and how the three texts are read.

    `side` gives numbering and language of all three; it serves the pairing of paragraphs whose ids
    differ and the names of places.
    """

    ours: str = "ours"
    theirs: str = "theirs"
    side: Side = Side()


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged resolution and the conflicts, in reading order; without any, it is complete."""

    resolution: Resolution
    conflicts: tuple[Conflict, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether the two sides agree."""
        return not self.conflicts


@dataclass(frozen=True, slots=True)
class Trio(Generic[T]):
    """The same thing in the three texts."""

    base: T
    ours: T
    theirs: T

    @property
    def clear(self) -> bool:
        """Whether at most one side changed it, or both changed it alike."""
        return self.ours in (self.base, self.theirs) or self.base == self.theirs

    @property
    def chosen(self) -> T:
        """What one side made of it, ours where both did."""
        return self.theirs if self.ours == self.base else self.ours

    def map(self, change: Callable[[T], U]) -> Trio[U]:
        """The three things that `change` makes of these."""
        return Trio(change(self.base), change(self.ours), change(self.theirs))

    def field(self, name: str) -> Trio[Any]:
        """The three values of a field."""
        return self.map(lambda thing: getattr(thing, name))
