"""One entry of the page: a change in its row, the place a moved paragraph left, a fold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from drafter.diff import Change, Kind, NoteKind, Sort
from drafter.render.categories import LABELS, Category, category
from drafter.render.fold import kept
from drafter.render.html.badges import badges
from drafter.render.html.book import Book
from drafter.render.html.columns import columns, excerpt
from drafter.render.html.entries import Entry, Fold, Ghost, Row
from drafter.render.html.markup import Markup, Node, tag
from drafter.render.html.shapes import shape
from drafter.render.html.words import capital
from drafter.render.phrases import marked, names, note_phrase

ARROW = {True: "↓", False: "↑"}
"""Whether a moved paragraph stands further down."""


def entry(shown: Entry, book: Book, downs: dict[int, bool]) -> Markup:
    """An entry of the page; `downs` tells for each moved change whether it moved down."""
    match shown:
        case Row():
            return _row(shown, book, downs)
        case Ghost():
            return _ghost(shown, book)
        case Fold():
            return _fold(shown, book, downs)
        case _:
            assert_never(shown)


def title(change: Change) -> str:
    """The names of the paragraphs: "OP5 → OP3"."""
    told = [names(side) for side in (change.old, change.new) if side]
    return capital(" → ".join(dict.fromkeys(told)))


def _row(row: Row, book: Book, downs: dict[int, bool]) -> Markup:
    change = row.change
    of = category(change)
    margin = _margin(row, of) if row.stop else _quiet_margin(change)
    back = _old_place(row.place, down=downs[row.place]) if row.place in downs else ""
    return tag(
        "article",
        tag("div", margin, back, badges(change, book), class_="margin"),
        tag("div", columns(change, book), _notes(row, book), class_="body"),
        class_=f"row is-{of} {'stop' if row.stop else 'quiet'}{_line(change)}",
        id=f"c{row.place}",
        tabindex=-1 if row.stop else None,
        aria_labelledby=f"h{row.place}" if row.stop else None,
    )


def _margin(row: Row, of: Category) -> Markup:
    """What became of the paragraph, as the heading of its row."""
    more = " and edited" if row.change.kind in _AND_EDITED and marked(row.change) else ""
    kind = tag("span", f"{LABELS[of]}{more}", class_="kind")
    name = tag("span", title(row.change), class_="name")
    return tag("h3", shape(of), " ", kind, " ", name, id=f"h{row.place}", class_=f"of-{of}")


def _line(change: Change) -> str:
    """A class for lines of the masthead, the title and closing lines, which are set closer."""
    return " line" if (*change.new, *change.old)[0].sort in {Sort.FIELD, Sort.LINE} else ""


_AND_EDITED = frozenset({Kind.MOVED, Kind.SPLIT, Kind.MERGED})


def _quiet_margin(change: Change) -> Markup:
    return tag("span", title(change), class_="name")


def _old_place(place: int, *, down: bool) -> Markup:
    """The way from a moved paragraph to where it stood; it moved down when it stood above."""
    words = f"{ARROW[not down]} its old place"
    return tag("a", words, href=f"#from-{place}", class_="way")


def _ghost(ghost: Ghost, book: Book) -> Markup:
    old, new = ghost.change.old[0], ghost.change.new[0]
    words = f"{ARROW[ghost.down]} moved to {new.name}"
    way = tag("a", words, href=f"#c{ghost.place}", class_="way")
    old_text = tag("div", excerpt(old, book), class_="side old")
    return tag(
        "div",
        tag("div", tag("span", f"Old {old.name}", class_="name"), way, class_="margin"),
        tag("div", tag("div", old_text, class_="pair"), class_="body"),
        class_="row ghost is-moved",
        id=f"from-{ghost.place}",
        tabindex=-1,
    )


def _fold(fold: Fold, book: Book, downs: dict[int, bool]) -> Markup:
    changes = [row.change for row in fold.rows]
    holds = {f"has-{category(change)}" for change in changes}
    return tag(
        "details",
        tag("summary", _summary(changes)),
        (_row(row, book, downs) for row in fold.rows),
        class_=" ".join(("fold", *sorted(holds))),
    )


def _summary(changes: Sequence[Change]) -> str:
    """What is folded: "OP4 to OP12 kept (9); OP4 to OP12 are now OP5 to OP13 because ..."."""
    adjusted = sum(category(change) is Category.ADJUSTED for change in changes)
    told = [kept(changes)]
    if adjusted:
        told.append(f"{adjusted} with adjusted punctuation, typography or references")
    return capital("; ".join(told))


def _notes(row: Row, book: Book) -> Node:
    """The notes that the paragraph calls, each with what became of it."""
    quiet = {NoteKind.RENUMBERED}
    if row.change.kind is Kind.MOVED:
        quiet.add(NoteKind.MOVED)  # the row itself says so
    kinds = {
        unit.id: note_phrase(note)
        for note in row.change.notes
        if note.kind not in quiet
        for unit in (note.old, note.new)
        if unit is not None
    }
    return [_note(place, note, kinds, row, book) for place, note in book.notes(row.change)]


def _note(place: int, note: Change, told: dict[str, str], row: Row, book: Book) -> Markup:
    """A note under its paragraph; the one under the new paragraph is what links lead to."""
    unit = (*note.new, *note.old)[0]
    here = any(call.id == unit.id for new in row.change.new for call in new.notes)
    state = told.get(unit.id, "")
    return tag(
        "div",
        tag("p", capital(state), class_="state") if state else "",
        columns(note, book),
        class_=f"note is-{category(note) if state else Category.KEPT}-note",
        id=f"c{place}" if here or not note.new else None,
    )
