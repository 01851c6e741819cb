"""Kept paragraphs folded away, so that a reader sees what changed and a little around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.diff import Area, Change, Diff, Kind, NoteKind
from drafter.render.phrases import QUIET, area, span


@dataclass(frozen=True, slots=True)
class Shown:
    """A change to show; `context` when it is kept and shown for orientation only."""

    change: Change
    context: bool = False


@dataclass(frozen=True, slots=True)
class Folded:
    """Kept paragraphs one after the other, none worth showing by itself."""

    changes: tuple[Change, ...]


def fold(diff: Diff, context: int) -> list[Shown | Folded]:
    """All changes in order, kept ones folded but for `context` of them around each other change."""
    changes = without_told_notes(diff)
    telling = [is_telling(change) for change in changes]
    near = _near(changes, telling, context)
    out: list[Shown | Folded] = []
    run: list[Change] = []
    for change, tells, close in zip(changes, telling, near, strict=True):
        shown = tells or close
        if run and (shown or area(run[-1]) is not area(change)):
            out.append(Folded(tuple(run)))
            run = []
        if shown:
            out.append(Shown(change, context=not tells))
        else:
            run.append(change)
    return [*out, Folded(tuple(run))] if run else out


def without_told_notes(diff: Diff) -> tuple[Change, ...]:
    """All changes but those of notes that are told with the paragraph that calls them."""
    told = {
        unit.id
        for change in diff.changes
        for note in change.notes
        for unit in (note.old, note.new)
        if unit is not None and note.kind is not NoteKind.RENUMBERED
    }
    return tuple(change for change in diff.changes if not _is_told(change, told))


def _is_told(change: Change, told: set[str]) -> bool:
    units = (*change.old, *change.new)
    return units[0].section is Area.NOTE and all(unit.id in told for unit in units)


def is_telling(change: Change) -> bool:
    """Whether a change says more than that numbers followed other changes."""
    if change.kind is not Kind.KEPT:
        return True
    if any(note.kind is not NoteKind.RENUMBERED for note in change.notes):
        return True
    return any(cause.kind not in QUIET for cause in change.causes)


def kept(changes: Sequence[Change], *, counted: bool = True) -> str:
    """A run of kept paragraphs: "OP4 to OP12 kept (9)", "OP4 kept, now OP5 because ..."."""
    old, new = [c.old[0] for c in changes], [c.new[0] for c in changes]
    count = f" ({len(new)})" if counted and len(new) > 1 else ""
    whys = list(renumberings(changes))
    if any(one.name == other.name for one, other in zip(old, new, strict=True)):
        return "; ".join((f"{span(new)} kept{count}", *whys))
    told = f"{span(old)} kept{count}, now {span(new)}"
    if len({_why(change) for change in changes}) == 1:
        return f"{told} {_why(changes[0])}".rstrip()
    return "; ".join((told, *whys))


def renumberings(changes: Sequence[Change]) -> Iterator[str]:
    """The renumbered ones among some kept paragraphs, run by run: "OP4 to OP12 are now ..."."""
    run: list[Change] = []
    for change in [c for c in changes if c.renumbered]:
        if run and _why(run[-1]) != _why(change):
            yield _renumbering(run)
            run = []
        run.append(change)
    if run:
        yield _renumbering(run)


def _renumbering(run: Sequence[Change]) -> str:
    old, new = [c.old[0] for c in run], [c.new[0] for c in run]
    verb = "is" if len(run) == 1 else "are"
    return f"{span(old)} {verb} now {span(new)} {_why(run[0])}".rstrip()


def _why(change: Change) -> str:
    return next((c.text for c in change.causes if c.kind.value == "renumbered"), "")


def _near(changes: Sequence[Change], telling: Sequence[bool], context: int) -> list[bool]:
    """Which changes stand close to a telling one of the same section."""
    near = [False] * len(telling)
    for place, tells in enumerate(telling):
        if tells:
            for other in range(max(0, place - context), min(len(near), place + context + 1)):
                near[other] |= area(changes[other]) is area(changes[place])
    return near
