"""Edits of footnotes: add, rewrite, delete, move. Their marks follow by themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from drafter.edit.inserts import change_text, put_at
from drafter.edit.mend import tidy
from drafter.errors import NoSuchParagraph, Refused
from drafter.model import (
    Inline,
    Inlines,
    Note,
    NoteMark,
    Resolution,
    map_inlines,
    notes,
    query_inlines,
    walk_text,
)


def add_note(resolution: Resolution, owner: str, at: int, note: Note) -> Resolution:
    """The resolution with a note called in a block's text, before its visible character `at`.

    Raises:
        NoSuchParagraph, Unsupported: as `change_text`.
        Refused: the note is empty or holds a note.
    """
    _sound(note.body)
    tidied = replace(note, body=tidy(note.body))
    return change_text(resolution, owner, lambda text: put_at(text, at, tidied))


def rewrite_note(resolution: Resolution, id_: str, body: Inlines) -> Resolution:
    """The resolution with another text for a note; its place and id stay.

    Raises:
        NoSuchParagraph: no note has this id.
        Refused: the text is empty or holds a note.
    """
    note_of(resolution, id_)
    _sound(body)

    def change(inline: Inline) -> Inlines:
        if isinstance(inline, Note) and inline.id == id_:
            return (replace(inline, body=tidy(body)),)
        return (inline,)

    return _changed(resolution, change, id_)


def delete_note(resolution: Resolution, id_: str) -> Resolution:
    """The resolution without a note, and without the marks that call it again.

    Raises:
        NoSuchParagraph: no note has this id.
        Refused: a text has nothing but the note.
    """
    note_of(resolution, id_)

    def change(inline: Inline) -> Inlines:
        return () if _calls(inline, id_) else (inline,)

    return _changed(resolution, change, id_)


def move_note(resolution: Resolution, id_: str, owner: str, at: int) -> Resolution:
    """The resolution with a note called at another place; marks that call it again stay.

    `at` counts the visible characters of the new place, as for `add_note`.

    Raises:
        NoSuchParagraph, Unsupported: the note or the block is not there, or has no text.
    """
    note = note_of(resolution, id_)

    def take(inline: Inline) -> Inlines:
        return () if isinstance(inline, Note) and inline.id == id_ else (inline,)

    without = _changed(resolution, take, id_, tidied=False)
    moved = change_text(without, owner, lambda text: put_at(text, at, note))
    return walk_text(moved, tidy)


def note_of(resolution: Resolution, id_: str) -> Note:
    """The note with this id.

    Raises:
        NoSuchParagraph: there is none.
    """
    for note in notes(resolution):
        if note.id == id_:
            return note
    raise NoSuchParagraph(id_, hint="no note has this id")


def _changed(
    resolution: Resolution, change: Callable[[Inline], Inlines], id_: str, *, tidied: bool = True
) -> Resolution:
    """The texts that call a note changed, all others as they are."""

    def one(text: Inlines) -> Inlines:
        if not any(_calls(inline, id_) for inline in query_inlines(text)):
            return text
        new = map_inlines(text, change)
        if not tidy(new):
            raise Refused("nothing would be left there but the note", hint="delete the paragraph")
        return tidy(new) if tidied else new

    return walk_text(resolution, one)


def _calls(inline: Inline, id_: str) -> bool:
    match inline:
        case Note(id=own) | NoteMark(target=own):
            return own == id_
        case _:
            return False


def _sound(body: Inlines) -> None:
    if not tidy(body):
        raise Refused("a note needs a text", hint="delete the note to have none")
    if any(isinstance(inline, Note) for inline in query_inlines(body)):
        raise Refused("a note stands in a note", hint="put both texts into one")
