"""One line a change, in the words a delegate uses."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from drafter.diff import Change, Diff, Kind, NoteKind
from drafter.render.fold import is_telling, renumberings, without_told_notes
from drafter.render.phrases import TYPOGRAPHY, area, marked, note_phrase, phrase, reasons
from drafter.render.safe import safe

SAME = "no difference"


def summary(diff: Diff) -> tuple[str, ...]:
    """The lines of the summary, in reading order; the first says so when nothing differs."""
    lines = tuple(safe(line) for line in _lines(diff))
    return (SAME, *lines) if diff.same else lines


def _lines(diff: Diff) -> Iterator[str]:
    for (tells, _), some in groupby(without_told_notes(diff), key=_is_apart):
        run = tuple(some)
        yield from (line(change) for change in run) if tells else renumberings(run)
    if diff.hidden:
        yield f"not printed, but different: {', '.join(diff.hidden)}"


def _is_apart(change: Change) -> tuple[bool, object]:
    return is_telling(change), None if is_telling(change) else area(change)


def line(change: Change) -> str:
    """A change in one line: what became of it, why, and its notes."""
    told = [_why(change)]
    told += [note_phrase(note) for note in change.notes if note.kind is not NoteKind.RENUMBERED]
    rest = "; ".join(part for part in told if part)
    start = phrase(change)
    if change.kind is Kind.KEPT and not change.renumbered:
        start = change.new[0].name
    return f"{start}: {rest}" if rest else start


def _why(change: Change) -> str:
    """The reasons; typography beside marked words is said to come on top of them."""
    why = reasons(change.causes)
    alone = not marked(change)
    return why if alone else why.replace(TYPOGRAPHY, f"also {TYPOGRAPHY}")
