"""A change in the words a delegate uses: "OP5 moved to OP3 and edited"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from drafter.diff import Area, Cause, Change, Kind, Mark, NoteChange, NoteKind, Sort, Unit, Why

AREAS = {
    Area.MASTHEAD: "Masthead",
    Area.TITLE: "Title",
    Area.ENACTING: "Enacting line",
    Area.PREAMBLE: "Preamble",
    Area.OPERATIVE: "Operative part",
    Area.CLOSING: "Closing lines",
    Area.ANNEX: "Annexes",
    Area.NOTE: "Notes",
}
QUIET = frozenset({Why.RENUMBERED, Why.NOTE_RENUMBERED, Why.WITH_SENTENCE})
"""Causes of numbers: told once for a run of paragraphs, not for each."""
_TOLD = {
    Why.REFERENCE: "reference followed",
    Why.ADVERB: "only the adverb of the opening words",
    Why.PUNCTUATION: "end punctuation adjusted",
    Why.TYPOGRAPHIC: "typography (spaces, hyphens, quotation marks)",
    Why.STYLE: "italics and the like",
}
_BESIDE = {Why.TYPOGRAPHIC: "also typography", Why.STYLE: "also italics and the like"}
"""The same where words are marked, too."""


def area(change: Change) -> Area:
    """Where a change stands: at its new place, or where it stood."""
    return (*change.new, *change.old)[0].section


def phrase(change: Change) -> str:
    """What became of the paragraphs of a change, in one clause."""
    match change.kind:
        case Kind.KEPT:
            return _kept(change)
        case Kind.EDITED:
            return _edited(change)
        case Kind.INSERTED:
            return f"{change.new[0].name} {_added(change.new[0])}"
        case Kind.DELETED:
            return f"{change.old[0].name} deleted"
        case Kind.MOVED:
            return _moved(change)
        case Kind.SPLIT:
            parts = names(change.new)
            return f"{change.old[0].name} split into {parts}{_and_edited(change)}"
        case Kind.MERGED:
            return f"{names(change.old)} merged into {change.new[0].name}{_and_edited(change)}"
        case _:
            assert_never(change.kind)


def names(units: Sequence[Unit]) -> str:
    """Some units by name: "OP5, OP6 and OP7"."""
    return listed([unit.name for unit in units])


def listed(told: Sequence[str]) -> str:
    """Some words as a list: "one, two and three"."""
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"


def span(units: Sequence[Unit]) -> str:
    """A run of units by its ends: "OP4 to OP12", "OP4 and OP5"."""
    if len(units) < 3:
        return " and ".join(unit.name for unit in units)
    return f"{units[0].name} to {units[-1].name}"


def reasons(change: Change) -> str:
    """Why something differs, for the end of a line; "" when there is nothing to say."""
    return "; ".join(filter(None, (reason(cause, change) for cause in change.causes)))


def reason(cause: Cause, change: Change) -> str:
    """One of the causes of a change in words; "" for one that numbers tell by themselves."""
    told = _BESIDE.get(cause.kind, "") if marked(change) else ""
    told = told or _TOLD.get(cause.kind, "")
    return f"{told}: {cause.text}" if told and cause.text else told


def note_phrase(note: NoteChange) -> str:
    """What became of a note, in one clause."""
    named = note.new or note.old
    name = named.name if named else "note"
    match note.kind:
        case NoteKind.RENUMBERED if note.old and note.new:
            return f"{note.old.name} is now {note.new.name}"
        case NoteKind.MOVED:
            return f"{_was(note.old, note.new)} moved with its sentence"
        case NoteKind.EDITED:
            return f"{_was(note.old, note.new)} edited"
        case _:
            return f"{name} {note.kind}"


def marked(change: Change) -> bool:
    """Whether any word is marked, the borders of paragraphs apart."""
    return any(words.mark is not Mark.EQUAL and words.text.strip() for words in change.words)


def _kept(change: Change) -> str:
    old, new = change.old[0], change.new[0]
    if change.renumbered and old.name != new.name:
        return f"{old.name} is now {new.name}"
    return f"{new.name} kept"


def _edited(change: Change) -> str:
    old, new = change.old[0], change.new[0]
    if new.sort is Sort.FIELD and new.section is Area.MASTHEAD:
        return f'{new.name} changed from "{old.text}" to "{new.text}"'
    return f"{_was(old, new)} edited"


def _was(old: Unit | None, new: Unit | None) -> str:
    if old is None or new is None:
        unit = old or new
        return unit.name if unit else ""
    return new.name if old.name == new.name else f"{old.name} (now {new.name})"


def _added(unit: Unit) -> str:
    return "added" if unit.section in {Area.NOTE, Area.MASTHEAD} else "inserted"


def _moved(change: Change) -> str:
    old, new = change.old[0], change.new[0]
    kinds = {cause.kind for cause in change.causes}
    verb = "moved"
    if Why.PROMOTED in kinds:
        verb = "promoted"
    elif Why.DEMOTED in kinds:
        verb = "demoted"
    place = f" to {new.name}" if old.name != new.name else ""
    return f"{old.name} {verb}{place}{_and_edited(change)}"


def _and_edited(change: Change) -> str:
    return " and edited" if marked(change) else ""
