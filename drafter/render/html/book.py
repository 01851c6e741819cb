"""What a part of the page must know of the rest: where paragraphs and notes are, marks of notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from drafter.diff import Area, Change, Diff, Unit
from drafter.render.html.options import Options


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two texts. `anchors` lead from the id of a block or note to its change.

    `marks` are those of notes by id; `alone` names the notes that only this side has.
    """

    is_old: bool
    language: str = ""
    anchors: Mapping[str, int] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)
    alone: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Book:
    """Both sides and all changes."""

    changes: tuple[Change, ...]
    old: Side
    new: Side

    def notes(self, change: Change) -> list[tuple[int, Change]]:
        """The changes of the notes that the paragraphs of a change call, with their places.

        In the order of the new text; a note that only the old paragraph calls comes first.
        """
        gone = _found(change.old, self.old)
        there = dict.fromkeys(_found(change.new, self.new))
        places = [place for place in dict.fromkeys(gone) if place not in there]
        return [(place, self.changes[place]) for place in (*places, *there)]


def make_book(diff: Diff, options: Options) -> Book:
    """The book of a comparison."""
    old, new = options.languages(diff)
    return Book(diff.changes, _side(diff, old, is_old=True), _side(diff, new, is_old=False))


def _side(diff: Diff, language: str, *, is_old: bool) -> Side:
    anchors: dict[str, int] = {}
    marks: dict[str, str] = {}
    alone: set[str] = set()
    for place, change in enumerate(diff.changes):
        for unit in change.old if is_old else change.new:
            anchors.setdefault(unit.id, place)
            if unit.section is Area.NOTE:
                marks[unit.id] = unit.label
                alone |= {unit.id} if not (change.old and change.new) else set()
    anchors.pop("", None)
    return Side(is_old, language, anchors, marks, frozenset(alone))


def _found(units: tuple[Unit, ...], side: Side) -> Iterator[int]:
    for unit in units:
        for call in unit.notes:
            if call.id in side.anchors:
                yield side.anchors[call.id]
