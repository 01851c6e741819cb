"""A comparison for the terminal: inline, or side by side where there is room.

Colour is never the only sign: each paragraph has a sign in the margin, and without colour the words
stand in [-deleted-] and {+inserted+}. Kept paragraphs are folded away.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from drafter.diff import Area, Change, Diff, Kind, Mark, NoteChange, NoteKind, Words
from drafter.render.categories import count, sentence
from drafter.render.fold import Folded, Shown, fold, kept
from drafter.render.phrases import AREAS, area, note_phrase, phrase, reasons
from drafter.render.safe import safe, width
from drafter.render.spans import Look, Span, Spans, paint, words, wrap
from drafter.render.word_marks import dim, inline, one_side

SIGNS = {
    Kind.KEPT: " ",
    Kind.EDITED: "~",
    Kind.INSERTED: "+",
    Kind.DELETED: "-",
    Kind.MOVED: ">",
    Kind.SPLIT: "Y",
    Kind.MERGED: "A",
}
_INDENT = "    "
_WIDE = 120
"""Columns from which two texts stand side by side, unless the caller decides."""
_NARROWEST = 40
"""Columns below which they never do."""


@dataclass(frozen=True, slots=True)
class View:
    """How a comparison is shown: columns of the terminal, colour, kept paragraphs for orientation.

    `side_by_side` None leaves it to the width.
    """

    columns: int = 80
    colour: bool = False
    context: int = 1
    side_by_side: bool | None = None

    @property
    def beside(self) -> bool:
        """Whether old and new stand side by side."""
        wanted = self.columns >= _WIDE if self.side_by_side is None else self.side_by_side
        return wanted and self.columns >= _NARROWEST


def terminal(diff: Diff, view: View = View()) -> Iterator[str]:
    """The lines of the comparison."""
    yield from _title(diff, view)
    if diff.same:
        yield "No difference."
    else:
        yield from _indented((Span(sentence(count(diff.changes))),), "", view)
        yield from _sections(diff, view)
    if diff.unprinted:
        told = safe(f"Not printed, but different: {', '.join(diff.unprinted)}")
        yield ""
        yield from _indented((Span(told),), "", view)


def _sections(diff: Diff, view: View) -> Iterator[str]:
    last: Area | None = None
    for entry in fold(diff, view.context):
        changes = entry.changes if isinstance(entry, Folded) else (entry.change,)
        if area(changes[0]) is not last:
            last = area(changes[0])
            yield from _heading(AREAS[last], view)
        if isinstance(entry, Folded):
            yield from _folded(entry, view)
        else:
            yield from _shown(entry, view)


def _title(diff: Diff, view: View) -> Iterator[str]:
    for sign, name in (("---", diff.old_name), ("+++", diff.new_name)):
        yield paint((Span(f"{sign} {safe(name)}", Look.BOLD),), colour=view.colour)


def _heading(text: str, view: View) -> Iterator[str]:
    yield ""
    yield paint((Span(text, Look.BOLD),), colour=view.colour)


def _folded(entry: Folded, view: View) -> Iterator[str]:
    for line in wrap(dim(f"... {kept(entry.changes)}"), view.columns - 2):
        yield f"  {paint(line, colour=view.colour)}"


def _shown(entry: Shown, view: View) -> Iterator[str]:
    change = entry.change
    if entry.context:
        yield from _context(change, view)
        return
    if change.kind is Kind.KEPT:
        yield from _context(change, view)
    else:
        yield from _headline(change, view)
        yield from _text(change, view)
    for note in change.notes:
        if note.kind is not NoteKind.RENUMBERED:
            yield from _note(note, view)


def _context(change: Change, view: View) -> Iterator[str]:
    """A kept paragraph in one line, cut where the line ends."""
    unit = change.new[0]
    head = f"{unit.name}  "
    if change.renumbered:
        head = f"{change.old[0].name} -> {unit.name}  "
    room = max(view.columns - 2 - width(head), 8)
    text = safe(unit.text)
    if width(text) > room:
        text = words(next(wrap((Span(text),), room - 2))) + " …"
    yield f"  {paint(dim(head + text), colour=view.colour)}"
    if why := reasons(change):
        yield from _indented((Span(safe(why)),), _INDENT * 2, view)


def _headline(change: Change, view: View) -> Iterator[str]:
    why = reasons(change)
    told = safe(f"{phrase(change)}; {why}" if why else phrase(change))
    lines = list(wrap((Span(told, Look.BOLD),), view.columns - 2))
    for place, line in enumerate(lines):
        sign = SIGNS[change.kind] if not place else " "
        yield f"{sign} {paint(line, colour=view.colour)}"


def _text(change: Change, view: View) -> Iterator[str]:
    if not any(stretch.text.strip() for stretch in change.words):
        return
    if change.kind is Kind.EDITED and area(change) is Area.MASTHEAD:
        return
    if view.beside and change.old and change.new:
        yield from _beside(change.words, view)
    else:
        yield from _indented(inline(change.words, colour=view.colour), _INDENT, view)


def _indented(text: Spans, indent: str, view: View) -> Iterator[str]:
    for line in wrap(text, view.columns - len(indent)):
        yield indent + paint(line, colour=view.colour)


def _note(note: NoteChange, view: View) -> Iterator[str]:
    head = Span(safe(f"{note_phrase(note)}: "))
    if note.kind is NoteKind.MOVED:
        yield from _indented((Span(safe(note_phrase(note))),), _INDENT * 2, view)
        return
    yield from _indented((head, *inline(note.words, colour=view.colour)), _INDENT * 2, view)


def _beside(marked: tuple[Words, ...], view: View) -> Iterator[str]:
    """Old on the left, new on the right, line by line."""
    room = (view.columns - len(_INDENT) - 3) // 2
    sides = [
        list(wrap(one_side(marked, mark, colour=view.colour), room))
        for mark in (Mark.DELETE, Mark.INSERT)
    ]
    for left, right in zip_longest(*sides, fillvalue=()):
        pad = " " * (room - width(words(left)))
        old, new = (paint(line, colour=view.colour) for line in (left, right))
        yield f"{_INDENT}{old}{pad} | {new}".rstrip()
