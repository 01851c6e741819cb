"""Wrong findings in full, for whoever improves the comparison."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.diff_quality.score import (
    found_changes,
    found_notes,
    in_order,
    true_changes,
    true_notes,
)
from benchmarks.diff_quality.script import Script
from benchmarks.diff_quality.texts import Lines
from drafter.diff import Diff

_WIDTH = 230


def wrong_findings(name: str, diff: Diff, lines: Lines, script: Script) -> Iterator[str]:
    """One line for each finding that is missed or wrong, then its texts."""
    olds, news = in_order(lines), in_order(script.lines)
    yield from _notes(name, diff, lines, script)
    truth, found = set(true_changes(script, lines)), set(found_changes(diff, olds, news))
    before = {line.name: line.text[:_WIDTH] for line in olds}
    after = {line.name: line.text[:_WIDTH] for line in news}
    for sign, some in (("missed", truth - found), ("wrong", found - truth)):
        for kind, old, new in sorted(some):
            yield f"{name}: {sign} {kind} {old} {new}"
            yield from (f"     - {before[n]}" for n in old)
            yield from (f"     + {after[n]}" for n in new)


def _notes(name: str, diff: Diff, lines: Lines, script: Script) -> Iterator[str]:
    truth = true_notes(script)
    found = found_notes(diff, in_order(lines), in_order(script.lines))
    words = {r.name: " ".join(r.words) for line in (*lines, *script.lines) for r in line.remarks}
    for sign, some in (("missed", truth - found), ("wrong", found - truth)):
        for kind, note in some:
            yield f"{name}: {sign} note {kind} {note} {words.get(note)}"
