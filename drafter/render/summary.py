"""One line a change, in the words a delegate uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from drafter.diff import Change, Diff, Kind, NoteKind, Unit, Why
from drafter.render.fold import is_telling, renumberings, without_told_notes
from drafter.render.note_phrases import note_phrases
from drafter.render.phrases import area, listed, phrase, reasons, span
from drafter.render.safe import safe

SAME = "no difference"
_SMALL = frozenset({Why.TYPOGRAPHIC, Why.STYLE, Why.PUNCTUATION})
_RUN = 3
"""Units from which a run of them is told by its ends."""


def summary(diff: Diff) -> tuple[str, ...]:
    """The lines of the summary, in reading order; the first says so when nothing differs.

    Paragraphs of one section whose words are kept and that differ in the same small thing, such as
    the end sign, share a line at the place of the first.
    """
    lines = tuple(safe(line) for line in _lines(diff))
    return (SAME, *lines) if diff.same else lines


def _lines(diff: Diff) -> Iterator[str]:
    changes = without_told_notes(diff)
    small = _small(changes)
    for (tells, _), some in groupby(changes, key=_is_apart):
        run = tuple(some)
        yield from _told(run, small) if tells else renumberings(run)
    if diff.unprinted:
        yield f"not printed, but different: {', '.join(diff.unprinted)}"


def _is_apart(change: Change) -> tuple[bool, object]:
    return is_telling(change), None if is_telling(change) else area(change)


def _told(run: Iterable[Change], small: dict[object, list[Unit]]) -> Iterator[str]:
    """A line a change; what shares a line is told once and then left out."""
    for change in run:
        if not _is_small(change):
            yield line(change)
        elif units := small.pop(_key(change), []):
            yield f"{_named(units)}: {reasons(change)}"


def _small(changes: Iterable[Change]) -> dict[object, list[Unit]]:
    found: defaultdict[object, list[Unit]] = defaultdict(list)
    for change in filter(_is_small, changes):
        found[_key(change)].append(change.new[0])
    return dict(found)


def _is_small(change: Change) -> bool:
    """Whether a paragraph keeps its words and number, and differs in a small thing alone."""
    if (
        change.kind is not Kind.KEPT
        or change.renumbered
        or change.old[0].name != change.new[0].name
    ):
        return False
    noted = any(note.kind is not NoteKind.RENUMBERED for note in change.notes)
    return not noted and any(cause.kind in _SMALL for cause in change.causes)


def _key(change: Change) -> tuple[object, str]:
    return area(change), reasons(change)


def _named(units: Sequence[Unit]) -> str:
    """The names of some units, runs by their ends: "PP2, PP4 to PP7 and PP9"."""
    runs: list[list[Unit]] = []
    for unit in units:
        if runs and unit.index == runs[-1][-1].index + 1:
            runs[-1].append(unit)
        else:
            runs.append([unit])
    return listed([name for run in runs for name in _names(run)])


def _names(run: Sequence[Unit]) -> list[str]:
    return [span(run)] if len(run) >= _RUN else [unit.name for unit in run]


def line(change: Change) -> str:
    """A change in one line: what became of it, why, and its notes."""
    told = [reasons(change)]
    told += note_phrases(note for note in change.notes if note.kind is not NoteKind.RENUMBERED)
    rest = "; ".join(part for part in told if part)
    start = phrase(change)
    if change.kind is Kind.KEPT and not change.renumbered:
        start = change.new[0].name
    return f"{start}: {rest}" if rest else start
