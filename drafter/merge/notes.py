"""Footnotes: merged by their ids wherever they are called, and each printed once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from drafter.merge.desk import Desk
from drafter.merge.value import ConflictKind, Trio
from drafter.merge.words import merge_text
from drafter.model import (
    Inline,
    Inlines,
    Note,
    NoteMark,
    Resolution,
    map_inlines,
    passages,
    query_inlines,
)

Called = Mapping[str, tuple[str, Note]]
"""The notes of a text by id, each with the id of what calls it."""


def called(resolution: Resolution) -> Called:
    """Every note of a text with the id of the block or annex that calls it, "" outside them."""
    return {
        inline.id: (passage.owner, inline)
        for passage in passages(resolution)
        for inline in query_inlines(passage.text)
        if isinstance(inline, Note)
    }


def claimed(notes: Trio[Called]) -> Trio[frozenset[str]]:
    """The notes that each side edited while the other one dropped them."""
    return Trio(
        frozenset(), _claimed(notes.base, notes.ours, notes.theirs),
        _claimed(notes.base, notes.theirs, notes.ours),
    )  # fmt: skip


def _claimed(base: Called, side: Called, other: Called) -> frozenset[str]:
    return frozenset(
        id_
        for id_, (_, note) in side.items()
        if id_ in base and id_ not in other and base[id_][1] != note
    )


class NoteBook:
    """The merged notes, by id; gives each out once, and after that its mark."""

    def __init__(self, notes: Trio[Called], desk: Desk) -> None:
        self.desk = desk
        self.merged: dict[str, Note] = {}
        self.printed: set[str] = set()
        for id_ in {**notes.base, **notes.ours, **notes.theirs}:
            self._merge(id_, notes)

    def place(self, text: Inlines) -> Inlines:
        """A text with the merged notes in it."""
        if not any(isinstance(inline, Note) for inline in query_inlines(text)):
            return text
        return map_inlines(text, self._placed)

    def _merge(self, id_: str, notes: Trio[Called]) -> None:
        some = notes.map(lambda book: book.get(id_))
        if some.base and some.ours and some.theirs:
            owners = some.map(lambda one: one[0] if one else "")
            if not owners.clear:
                self.desk.tell(ConflictKind.MOVED, id_, "place", owners)
            versions = Trio(some.base[1], some.ours[1], some.theirs[1])
            self.merged[id_] = self._note(versions)
        elif found := some.ours or some.theirs:
            self.merged[id_] = found[1]

    def _note(self, notes: Trio[Note]) -> Note:
        id_ = notes.base.id
        return replace(
            notes.base,
            body=merge_text(notes.field("body"), self.desk, id_, "note"),
            series=self.desk.settle(notes.field("series"), id_, "series"),
            mark=self.desk.settle(notes.field("mark"), id_, "mark"),
        )

    def _placed(self, inline: Inline) -> Inlines:
        if not isinstance(inline, Note):
            return (inline,)
        if inline.id in self.printed:
            return (NoteMark(inline.id),)
        self.printed.add(inline.id)
        return (self.merged.get(inline.id, inline),)
