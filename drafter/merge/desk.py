"""The desk at which a merge is done: the names of the sides and the conflicts found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from drafter.merge.brackets import both_words
from drafter.merge.value import Conflict, ConflictKind, Options, Trio

T = TypeVar("T")


@dataclass(slots=True)
class Desk:
    """Collects conflicts in the order in which they are found.

    `claimed` are the notes that each side edited while the other side dropped them.
    """

    options: Options
    claimed: Trio[frozenset[str]] = Trio(frozenset(), frozenset(), frozenset())
    conflicts: list[Conflict] = field(default_factory=list)

    def tell(self, kind: ConflictKind, id_: str, name: str, words: Trio[str]) -> None:
        """Note down a conflict."""
        self.conflicts.append(Conflict(kind, id_, name, words.base, words.ours, words.theirs))

    def settle(self, values: Trio[T], id_: str, name: str) -> T:
        """The value of a datum that has room for one; ours when the sides disagree."""
        if not values.clear:
            self.tell(ConflictKind.FIELD, id_, name, values.map(shown))
        return values.chosen

    def word(self, words: Trio[str], id_: str, name: str) -> str:
        """The value of a datum that is printed as it is: both in brackets when they disagree."""
        if words.clear:
            return words.chosen
        self.tell(ConflictKind.FIELD, id_, name, words)
        return both_words(words, self.options)


def shown(value: object) -> str:
    """A datum as a person would write it in a message; "" for none."""
    if isinstance(value, tuple):
        return ", ".join(shown(one) for one in value)
    return "" if value is None else str(value)
