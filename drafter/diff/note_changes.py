"""What became of the notes that a paragraph calls, told with the paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.diff.value import Change, Kind, NoteChange, NoteKind, Unit, Words


@dataclass(frozen=True, slots=True)
class NoteBook:
    """The changes of the note units, found by the id that a paragraph calls a note by."""

    by_old: Mapping[str, Change]
    by_new: Mapping[str, Change]

    def changes_of(self, change: Change) -> tuple[NoteChange, ...]:
        """The changes of the notes that the paragraphs of a change call; kept ones are not told."""
        if not any(unit.notes for unit in (*change.old, *change.new)):
            return ()
        here = {call.id for unit in change.new for call in unit.notes}
        gone = [c for unit in change.old for c in self._called(unit, self.by_old)]
        there = [c for unit in change.new for c in self._called(unit, self.by_new)]
        out = [
            told
            for note in gone
            if not note.new or note.new[0].id not in here
            if (told := _told(note, change))
        ]
        out += [told for note in there if (told := _told(note, change))]
        return tuple(out)

    def _called(self, unit: Unit, book: Mapping[str, Change]) -> Iterator[Change]:
        return (book[call.id] for call in unit.notes if call.id in book)


def note_book(changes: Sequence[Change]) -> NoteBook:
    """The note book of all changes of note units."""
    return NoteBook(
        {unit.id: change for change in changes for unit in change.old},
        {unit.id: change for change in changes for unit in change.new},
    )


def _told(note: Change, paragraph: Change) -> NoteChange | None:
    kind = _kind(note, paragraph)
    if kind is None:
        return None
    words: tuple[Words, ...] = note.words
    old, new = (side[0] if side else None for side in (note.old, note.new))
    return NoteChange(kind, old, new, words)


def _kind(note: Change, paragraph: Change) -> NoteKind | None:
    if not note.old:
        return NoteKind.ADDED
    if not note.new:
        return NoteKind.DELETED
    if note.similarity < 1 or any(words.mark != "equal" for words in note.words):
        return NoteKind.EDITED
    if Kind.MOVED in {note.kind, paragraph.kind}:
        return NoteKind.MOVED
    return NoteKind.RENUMBERED if note.renumbered else None
