"""Whether fixes changed anything that their findings do not name."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.check_quality.seeding import subject
from drafter.model import Resolution
from drafter.rules import Edit, Exchange, Finding, Line, Replace


def beyond(before: Resolution, after: Resolution, done: Iterable[Finding]) -> list[str]:
    """The texts that differ although no fix is about them, or outside the words it is about."""
    edits = [edit for finding in done if finding.fix for edit in finding.fix.edits]
    free = {edit.owner for edit in edits if isinstance(edit, Exchange)}
    now = subject(after).by_spot
    return [
        line.plain
        for line in subject(before).lines
        if line.spot.owner not in free and not _kept(line, now.get(line.spot), edits)
    ]


def _kept(line: Line, now: Line | None, edits: Iterable[Edit]) -> bool:
    """Whether a text is as it was, but for what its edits replace."""
    plain = now.plain if now else ""
    mine = [edit for edit in edits if not isinstance(edit, Exchange) and edit.spot == line.spot]
    if not mine:
        return plain == line.plain
    spans = [(edit.start, edit.end) for edit in mine if isinstance(edit, Replace)]
    if len(spans) < len(mine):
        return True  # written anew as a whole: an enacting line, a note called at another place
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    return plain.startswith(line.plain[:start]) and plain.endswith(line.plain[end:])
