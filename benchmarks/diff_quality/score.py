"""Truth beside finding: correspondence, kinds, moves, splits, notes, marked words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from benchmarks.diff_quality.labels import label_leaks, order_errors
from benchmarks.diff_quality.script import Script
from benchmarks.diff_quality.texts import Line, Lines
from drafter.diff import Area, Change, Diff, Kind, Mark, NoteKind, Sort, Unit

KINDS = tuple(str(kind) for kind in Kind)
T = TypeVar("T")
Found = tuple[str, tuple[int, ...], tuple[int, ...]]
"""A change: its kind, the names of the old and of the new lines."""


@dataclass(slots=True)
class Count:
    """Right findings, wrong ones, and missed ones."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, truth: Counter[T], found: Counter[T]) -> None:
        """Count one comparison."""
        both = sum((truth & found).values())
        self.right += both
        self.wrong += sum(found.values()) - both
        self.missed += sum(truth.values()) - both

    @property
    def precision(self) -> float:
        """Share of findings that are right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of the truth that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


@dataclass(slots=True)
class Score:
    """The counts of one regime."""

    pairs: Count = field(default_factory=Count)
    kinds: dict[str, Count] = field(default_factory=lambda: {kind: Count() for kind in KINDS})
    notes: Count = field(default_factory=Count)
    marked: int = 0
    true_marks: int = 0
    seconds: float = 0.0
    misread: int = 0
    leaks: int = 0
    out_of_order: int = 0
    changes: int = 0

    @property
    def macro(self) -> float:
        """The mean F1 of the kinds that occur."""
        used = [c.f1 for c in self.kinds.values() if c.right + c.wrong + c.missed]
        return sum(used) / len(used) if used else 0.0

    @property
    def ratio(self) -> float:
        """Words marked to words truly changed."""
        return self.marked / max(1, self.true_marks)

    @property
    def order_error(self) -> float:
        """The share of changes that stand before the one they follow in the text."""
        return self.out_of_order / max(1, self.changes)


def true_changes(script: Script, old: Lines) -> list[Found]:
    """The truth of a script."""
    parts: dict[tuple[int, ...], list[int]] = {}
    for line in script.lines:
        if script.kinds[line.name] == "split":
            parts.setdefault(script.origin[line.name], []).append(line.name)
    found: list[Found] = [("split", origin, tuple(names)) for origin, names in parts.items()]
    found += [
        (script.kinds[line.name], script.origin[line.name], (line.name,))
        for line in script.lines
        if script.kinds[line.name] != "split"
    ]
    known = {line.name for line in old}
    return found + [("deleted", (name,), ()) for name in script.deleted if name in known]


def found_changes(diff: Diff, old: Sequence[Line], new: Sequence[Line]) -> list[Found]:
    """The findings in the names of the truth."""
    names = _names(diff, "old", old), _names(diff, "new", new)
    return [
        (
            str(change.kind),
            tuple(names[0][unit.index] for unit in change.old),
            tuple(names[1][unit.index] for unit in change.new),
        )
        for change in diff.changes
        if _is_body(change)
    ]


def _is_body(change: Change) -> bool:
    unit = (*change.new, *change.old)[0]
    return unit.sort is Sort.PARAGRAPH and unit.section in {Area.PREAMBLE, Area.OPERATIVE}


def _units(diff: Diff, side: str) -> list[Unit]:
    return sorted((u for c in diff.changes for u in getattr(c, side)), key=lambda u: u.index)


def _names(diff: Diff, side: str, lines: Sequence[Line]) -> dict[int, int]:
    body = [
        unit.index
        for unit in _units(diff, side)
        if unit.sort is Sort.PARAGRAPH and unit.section in {Area.PREAMBLE, Area.OPERATIVE}
    ]
    return dict(zip(body, [line.name for line in lines], strict=True))


def all_names(diff: Diff, side: str, lines: Sequence[Line]) -> dict[int, int]:
    """The names in the truth of paragraphs and notes, by the index of their units."""
    return _names(diff, side, lines) | _note_names(diff, side, lines)


def _note_names(diff: Diff, side: str, lines: Sequence[Line]) -> dict[int, int]:
    notes = [unit.index for unit in _units(diff, side) if unit.sort is Sort.NOTE]
    called = [r.name for line in lines for r in sorted(line.remarks, key=lambda r: r.after)]
    return dict(zip(notes, called, strict=True))


def _pairs(changes: Iterable[Found]) -> Counter[object]:
    return Counter((a, b) for _, olds, news in changes for a in olds for b in news)


def add(score: Score, diff: Diff, script: Script, old: Lines) -> None:
    """Count one comparison."""
    olds, news = in_order(old), in_order(script.lines)
    truth, found = true_changes(script, old), found_changes(diff, olds, news)
    add_found(score, truth, found)
    score.notes.add(true_notes(script), found_notes(diff, olds, news))
    score.marked += marked_words(diff, set(truth), found)
    score.true_marks += script.marks
    names = all_names(diff, "old", olds), all_names(diff, "new", news)
    score.leaks += label_leaks(diff, names, (olds, news))
    score.out_of_order += order_errors(diff)
    score.changes += len(diff.changes)


def add_found(score: Score, truth: Sequence[Found], found: Sequence[Found]) -> None:
    """Count the changes of one comparison, notes and words apart."""
    score.pairs.add(_pairs(truth), _pairs(found))
    for kind in KINDS:
        score.kinds[kind].add(
            Counter(c for c in truth if c[0] == kind), Counter(c for c in found if c[0] == kind)
        )


def in_order(lines: Sequence[Line]) -> list[Line]:
    """The lines as they stand in the text: the preamble first."""
    return sorted(lines, key=lambda line: line.area is Area.OPERATIVE)


def true_notes(script: Script) -> Counter[tuple[str, int]]:
    """What truly became of notes: kind and name."""
    added = [("added", n) for n, kind in script.note_kinds.items() if kind == "added"]
    here = {r.name for line in script.lines for r in line.remarks}
    edited = [("edited", n) for n, k in script.note_kinds.items() if k == "edited" and n in here]
    gone = [("deleted", n) for n in script.notes_deleted if ("added", n) not in added]
    return Counter([*(a for a in added if a[1] in here), *edited, *gone])


def found_notes(diff: Diff, old: Sequence[Line], new: Sequence[Line]) -> Counter[tuple[str, int]]:
    """What was found of notes, in the names of the truth."""
    olds, news = _note_names(diff, "old", old), _note_names(diff, "new", new)
    found: set[tuple[str, int]] = set()
    for note in (note for change in diff.changes for note in change.notes):
        if note.kind is NoteKind.EDITED and note.old and note.new:
            same = olds[note.old.index] == news[note.new.index]
            found.add(("edited" if same else "wrong", olds[note.old.index]))
        elif note.kind is NoteKind.ADDED and note.new:
            found.add(("added", news[note.new.index]))
        elif note.kind is NoteKind.DELETED and note.old:
            found.add(("deleted", olds[note.old.index]))
        elif note.kind is NoteKind.MOVED and note.old and note.new:
            same = olds[note.old.index] == news[note.new.index]
            if not same:
                found.add(("wrong", olds[note.old.index]))
    return Counter(found)


def marked_words(diff: Diff, truth: set[Found], found: Sequence[Found]) -> int:
    """Words marked in the whole comparison; those of a false move count."""
    body = [change for change in diff.changes if _is_body(change)]
    total = 0
    for change, named in zip(body, found, strict=True):
        total += _marks(change)
        if change.kind is Kind.MOVED and named not in truth:
            total += len(change.new[0].text.split())
    notes = [c for c in diff.changes if (*c.new, *c.old)[0].sort is Sort.NOTE]
    return total + sum(map(_marks, notes))


def _marks(change: Change) -> int:
    return sum(len(words.text.split()) for words in change.words if words.mark is not Mark.EQUAL)
