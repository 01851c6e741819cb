"""What became of the notes of a paragraph, runs of them told at once: "notes 6 to 11 added"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from drafter.diff import NoteChange, NoteKind, Unit
from drafter.render.phrases import note_phrase

_NAME = re.compile(r"note (\d+)")
_Numbers: TypeAlias = tuple[int | None, int | None]


def note_phrases(notes: Iterable[NoteChange]) -> list[str]:
    """A clause for each run of notes that became the same, in their order."""
    return [_told(run) if len(run) > 1 else note_phrase(run[0]) for run in _runs(notes)]


def _runs(notes: Iterable[NoteChange]) -> Iterator[list[NoteChange]]:
    run: list[NoteChange] = []
    for note in notes:
        if run and not _goes_on(run[-1], note):
            yield run
            run = []
        run.append(note)
    if run:
        yield run


def _goes_on(before: NoteChange, note: NoteChange) -> bool:
    """Whether a note has the next number on each side where it stands at all."""
    old, new = _numbers(before)
    following = (old and old + 1, new and new + 1)
    return note.kind is before.kind and (old, new) != (None, None) and following == _numbers(note)


def _numbers(note: NoteChange) -> _Numbers:
    return _number(note.old), _number(note.new)


def _number(unit: Unit | None) -> int | None:
    found = _NAME.fullmatch(unit.name) if unit else None
    return int(found.group(1)) if found else None


def _told(run: Sequence[NoteChange]) -> str:
    first, last = _numbers(run[0]), _numbers(run[-1])
    old, new = (_span(one, other) for one, other in zip(first, last, strict=True))
    match run[0].kind:
        case NoteKind.RENUMBERED:
            return f"{old} are now {new}"
        case NoteKind.MOVED:
            return f"{_was(old, new)} moved with their sentences"
        case _:
            return f"{_was(old, new)} {run[0].kind}"


def _span(first: int | None, last: int | None) -> str:
    if first is None or last is None:
        return ""
    return f"notes {first} {'and' if last == first + 1 else 'to'} {last}"


def _was(old: str, new: str) -> str:
    return f"{old} (now {new})" if old and new and old != new else old or new
