"""What the editorial rules found, as text for people and as data for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from drafter.render.safe import safe
from drafter.render.spans import Look, Span, Spans, paint
from drafter.rules import Finding, Fix, Replace, Severity

MENDABLE = " [*]"
"""The sign of a finding that --fix mends."""


@dataclass(frozen=True, slots=True)
class Told:
    """The findings of one file; `lines` are their lines in the source, 0 where not known."""

    file: str
    findings: tuple[Finding, ...]
    lines: tuple[int, ...] = ()

    def line(self, place: int) -> int:
        """The line of a finding in the source, 0 where it is not known."""
        return self.lines[place] if place < len(self.lines) else 0


def text(told: Told, *, colour: bool = False) -> Iterator[str]:
    """The lines that tell people what was found in a file: two for a finding, words below."""
    for place, finding in enumerate(told.findings):
        head = _head(told.file, told.line(place), finding)
        yield paint(head, colour=colour)
        if finding.excerpt:
            below: Spans = (Span(f"    {safe(finding.excerpt)}", Look.DIM),)
            yield paint(below, colour=colour)


def _head(file: str, line: int, finding: Finding) -> Spans:
    source = f"{safe(file)}:{line}:" if line else f"{safe(file)}:"
    mend = MENDABLE if finding.fix else ""
    return (
        Span(f"{source} {where(finding)}: "),
        Span(f"{finding.code} {finding.severity}", Look.BOLD),
        Span(f": {safe(finding.message)}{mend}"),
    )


def where(finding: Finding) -> str:
    """Where a finding stands, for people: "operative 3. (a)", "preamble PP4", "title"."""
    return f"{finding.section} {finding.label}".rstrip()


def summary(findings: Iterable[Finding], files: int) -> str:
    """One line that counts what was found."""
    found = list(findings)
    if not found:
        return "nothing found"
    counts = Counter(finding.severity for finding in found)
    parts = [_count(counts[severity], severity) for severity in Severity if counts[severity]]
    mendable = sum(finding.fix is not None for finding in found)
    hint = f"; --fix mends {mendable} of them, marked *" if mendable else ""
    place = f" in {files} files" if files > 1 else ""
    return f"{_count(len(found), 'finding')}{place}: {', '.join(parts)}{hint}"


def _count(number: int, thing: str) -> str:
    plural = "" if number == 1 or thing == Severity.INFO else "s"
    return f"{number} {thing}{plural}"


def data(told: Sequence[Told]) -> Any:
    """The findings as plain data by `schemas/findings.schema.json`; a list for several files."""
    files = [
        {"file": one.file, "findings": [_finding(finding) for finding in one.findings]}
        for one in told
    ]
    return files[0] if len(files) == 1 else files


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "label": finding.label,
        "section": finding.section,
        "message": finding.message,
        "excerpt": finding.excerpt,
        "fix": _fix(finding.fix) if finding.fix else None,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [
        {"old": edit.old, "new": edit.new}
        for edit in fix.edits
        if isinstance(edit, Replace) and isinstance(edit.new, str)
    ]
    return {"message": fix.message, "edits": edits}
