"""Random edits of notes with a known truth."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from benchmarks.diff_quality.script import Script, reword
from benchmarks.diff_quality.texts import Remark


def note_edit(script: Script, chance: Random) -> None:
    """Other words in a note."""
    found = _note_place(script, chance)
    if found is None:
        return
    place, remark = found
    if len(remark.words) < 5:
        return
    new = replace(remark, words=reword(remark.words, 0.25, script, chance))
    _put_note(script, place, remark, (new,))
    script.note_kinds[remark.name] = "edited"


def note_add(script: Script, chance: Random) -> None:
    """A note more."""
    place = script.free(chance)
    if place is None:
        return
    line = script.lines[place]
    words = tuple(f"A/{chance.randint(60, 80)}/{chance.randint(1, 900)}, annex.".split())
    remark = Remark(script.name(), words, chance.randint(2, len(line.words)))
    script.lines[place] = replace(line, remarks=(*line.remarks, remark))
    script.note_kinds[remark.name] = "added"
    script.marks += len(words)


def note_delete(script: Script, chance: Random) -> None:
    """A note less."""
    found = _note_place(script, chance)
    if found is None:
        return
    place, remark = found
    _put_note(script, place, remark, ())
    script.notes_deleted.append(remark.name)
    script.marks += len(remark.words)


def _note_place(script: Script, chance: Random) -> tuple[int, Remark] | None:
    places = [
        (place, remark)
        for place, line in enumerate(script.lines)
        for remark in line.remarks
        if remark.name not in script.note_kinds
    ]
    return chance.choice(places) if places else None


def _put_note(script: Script, place: int, old: Remark, new: tuple[Remark, ...]) -> None:
    line = script.lines[place]
    kept = tuple(r for remark in line.remarks for r in ((remark,) if remark != old else new))
    script.lines[place] = replace(line, remarks=kept)
