"""The second pass over the changes: what follows from them in numbers, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.diff.causes import Shifts, called, change_causes
from drafter.diff.matched import Matched
from drafter.diff.note_changes import NoteBook, note_book
from drafter.diff.order import Entry
from drafter.diff.value import (
    Area,
    Cause,
    Change,
    Kind,
    NoteChange,
    NoteKind,
    Sort,
    Unit,
    Why,
)


def explain(
    entries: Sequence[Entry], changes: Sequence[Change | None], matched: Matched
) -> tuple[Change, ...]:
    """The changes with their notes and the causes of their numbers; None stands for a left place.

    `entries` and `changes` go side by side.
    """
    told = [change for change in changes if change is not None]
    book = note_book([change for change in told if _is_note(change)])
    places = _places(told)
    shifts = Shifts(new_parent=_parents(matched), new_scope=_scopes(matched))
    out: list[Change] = []
    for entry, change in zip(entries, changes, strict=True):
        if change is None:
            unit = matched.olds[entry.old[0]]
            place = places[unit.index]
            shifts.vanish(unit, _moved(unit, told[place].new[0], shifts), place)
            continue
        out.append(_explained(change, len(out), shifts, book, matched))
    return tuple(out)


def _is_note(change: Change) -> bool:
    return (*change.new, *change.old)[0].section is Area.NOTE


def _places(changes: Sequence[Change]) -> dict[int, int]:
    """The index of each old unit and the place of its change."""
    return {unit.index: place for place, change in enumerate(changes) for unit in change.old}


def _parents(matched: Matched) -> dict[int, int]:
    parents = dict(matched.links.new_of)
    parents |= {group.one: group.many[0] for group in matched.links.splits}
    return parents | {old: group.one for group in matched.links.merges for old in group.many}


def _scopes(matched: Matched) -> dict[str, str]:
    """For each scope of the old text the scope of the new one that shares most paragraphs."""
    shared: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for i, j in matched.links.new_of.items():
        shared[matched.olds[i].scope][matched.news[j].scope] += 1
    return {old: counts.most_common(1)[0][0] for old, counts in shared.items()}


def _explained(
    change: Change, place: int, shifts: Shifts, book: NoteBook, matched: Matched
) -> Change:
    _shift(change, place, shifts, matched)
    notes = () if _is_note(change) else book.changes_of(change)
    causes = (
        *change.causes,
        *change_causes(change),
        *_numbers(change, shifts),
        *_note_numbers(notes),
        *_with_sentence(change, matched),
    )
    if not notes and causes == change.causes:
        return change
    return replace(change, notes=notes, causes=causes)


def _shift(change: Change, place: int, shifts: Shifts, matched: Matched) -> None:
    """Tell the shifts what this change does to the numbers after it."""
    match change.kind:
        case Kind.INSERTED:
            shifts.appear(change.new[0], _came(change), place)
        case Kind.DELETED:
            shifts.vanish(change.old[0], "deleted", place)
        case Kind.MOVED:
            old, new = change.old[0], change.new[0]
            if old.index in matched.in_order:
                shifts.vanish(old, _moved(old, new, shifts), place)
            shifts.appear(new, _moved(old, new, shifts), place, old)
        case Kind.SPLIT:
            for unit in change.new[1:]:
                shifts.appear(unit, "split", place, change.old[0])
        case Kind.MERGED:
            first = called(change.old[0])
            for unit in change.old[1:]:
                shifts.vanish(unit, f"merged with {first}", place)
        case Kind.KEPT | Kind.EDITED:
            _shift_note(change, place, shifts, matched)


def _came(change: Change) -> str:
    return "added" if _is_note(change) else "inserted"


def _shift_note(change: Change, place: int, shifts: Shifts, matched: Matched) -> None:
    """A note that went with its paragraph is kept, but counts at another place."""
    old, new = change.old[0], change.new[0]
    if new.sort is Sort.NOTE and old.index not in matched.in_order:
        shifts.appear(new, _moved(old, new, shifts), place, old)


def _moved(old: Unit, new: Unit, shifts: Shifts) -> str:
    far = shifts.crossed(old, new)
    return f"moved to {called(new, far=far)}" if far or old.label != new.label else "moved"


def _numbers(change: Change, shifts: Shifts) -> Iterator[Cause]:
    if not change.renumbered:
        return
    old, new = change.old[0], change.new[0]
    if change.kind is Kind.MOVED:
        yield Cause(Why.RENUMBERED, "because it moved")
    elif not old.label or not new.label:
        yield Cause(
            Why.RENUMBERED,
            "because it stands alone now" if old.label else "because it no longer stands alone",
        )
    else:
        yield shifts.cause(old, new)


def _note_numbers(notes: Sequence[NoteChange]) -> Iterator[Cause]:
    changed = [
        f"{note.old.name} is now {note.new.name}"
        for note in notes
        if note.old and note.new and note.old.label != note.new.label
        if note.kind is not NoteKind.MOVED
    ]
    if changed:
        yield Cause(Why.NOTE_RENUMBERED, ", ".join(changed))


def _with_sentence(change: Change, matched: Matched) -> Iterator[Cause]:
    """A note whose paragraph moved stands elsewhere without anybody having touched it."""
    if not change.old or not change.new or change.new[0].sort is not Sort.NOTE:
        return
    if change.kind is not Kind.MOVED and change.old[0].index not in matched.in_order:
        yield Cause(Why.WITH_SENTENCE)
