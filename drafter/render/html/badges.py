"""What follows from other changes, told quietly beside a paragraph, each with its cause."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diff import Cause, Change, Kind, NoteKind, Why
from drafter.render.html.book import Book
from drafter.render.html.markup import Markup, Node, tag
from drafter.render.note_phrases import note_phrases
from drafter.render.phrases import phrase, reason

_SEVERAL = 3


def badges(change: Change, book: Book) -> Node:
    """The list of badges of a change, nothing when there are none."""
    items = [item for cause in change.causes for item in _badge(cause, change, book)]
    return tag("ul", items, class_="badges") if items else ""


def _badge(cause: Cause, change: Change, book: Book) -> Iterator[Markup]:
    words = _words(cause, change)
    if words:
        yield tag("li", words, _links(cause, book), class_=f"why-{cause.kind}")


def _words(cause: Cause, change: Change) -> str:
    match cause.kind:
        case Why.RENUMBERED:
            return _renumbered(cause, change)
        case Why.NOTE_RENUMBERED:
            renumbered = (note for note in change.notes if note.kind is NoteKind.RENUMBERED)
            return "; ".join(note_phrases(renumbered)) or cause.text
        case Why.WITH_SENTENCE:
            return "moved with its sentence"
        case Why.PROMOTED | Why.DEMOTED:
            return f"{cause.kind} {cause.text}".rstrip()
        case Why.SECTION:
            return f"now in another part: {cause.text}" if cause.text else "now in another part"
        case _:
            return reason(cause, change)


def _renumbered(cause: Cause, change: Change) -> str:
    """Why the number changed, and the old one where the names above do not tell it."""
    if change.kind is Kind.MOVED:
        return ""
    if change.old[0].name != change.new[0].name and cause.text:
        return cause.text
    old = change.old[0].label.rstrip(".") or "unnumbered"
    return f"was {old}, {cause.text}" if cause.text else f"was {old}"


def _links(cause: Cause, book: Book) -> Node:
    """Where the changes are that led to this one."""
    places = [place for place in cause.by if place in range(len(book.changes))]
    return [
        tag("a", "→", href=f"#c{place}", aria_label=f"Go to: {phrase(book.changes[place])}")
        for place in places[:_SEVERAL]
    ]
