"""Ask the rules, and turn what they find into findings in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from drafter.rules.finding import Edit, Finding, Fix, Hit, Replace
from drafter.rules.line import NOTE
from drafter.rules.mend import Mended, mend
from drafter.rules.registry import RULES
from drafter.rules.rule import Rule
from drafter.rules.settings import Settings
from drafter.rules.silences import IDLE
from drafter.rules.subject import Subject
from drafter.rules.suppress import Silences, idle, keep

AROUND = 45
"""Signs of an excerpt on either side of the words found."""

LONGEST = 120
"""Most signs of an excerpt; of a longer stretch its beginning is shown."""


def review(subject: Subject, settings: Settings = Settings()) -> tuple[Finding, ...]:
    """What the chosen rules find in a text, in reading order, ignored findings left out.

    Pure, and in proportion to the length of the text.
    """
    rules = [rule for rule in RULES.values() if settings.wants(rule) and rule.concerns(subject)]
    told = _Teller(subject, settings)
    found = [finding for rule in rules for finding in told.all(rule, rule.check(subject))]
    silences = Silences(subject)
    kept, used = keep(found, silences)
    if IDLE in rules and silences.all:
        asked = frozenset(rule.code for rule in rules)
        kept = (*kept, *told.all(IDLE, idle(silences, used, asked)))
    return tuple(sorted(kept, key=told.place))


def mended(subject: Subject, findings: Iterable[Finding]) -> Mended:
    """The text with the fixes of findings applied that do not touch each other."""
    return mend(subject.resolution, findings, subject.by_spot)


@dataclass(frozen=True)
class _Teller:
    """Makes findings of hits: the label, the section and the excerpt."""

    subject: Subject
    settings: Settings

    def all(self, rule: Rule, hits: Iterable[Hit]) -> Iterator[Finding]:
        severity = self.settings.severity_of(rule)
        for hit in hits:
            yield Finding(
                rule.code,
                severity,
                label(self.subject, hit),
                self._section(hit),
                hit.message,
                excerpt(self.subject, hit),
                hit.spot,
                hit.start,
                hit.end,
                self._fix(hit.fix),
            )

    def _fix(self, fix: Fix | None) -> Fix | None:
        """The fix with the words that it replaces."""
        if fix is None:
            return None
        return replace(fix, edits=tuple(map(self._with_old, fix.edits)))

    def _with_old(self, edit: Edit) -> Edit:
        line = self.subject.line(edit.spot) if isinstance(edit, Replace) else None
        if not isinstance(edit, Replace) or line is None:
            return edit
        return replace(edit, old=line.plain[edit.start : edit.end])

    def _section(self, hit: Hit) -> str:
        line = self.subject.line(hit.spot)
        if line is not None:
            return line.section
        site = self.subject.site_of.get(hit.spot.owner)
        if site is not None:
            return str(site.zone)
        if hit.spot.owner:
            return "annex" if hit.spot.owner in self._annexes() else NOTE
        return hit.spot.field if hit.spot.field in _OUTSIDE else "masthead"

    def _annexes(self) -> set[str]:
        return {annex.id for annex in self.subject.resolution.annexes}

    def place(self, finding: Finding) -> tuple[int, int, str]:
        """Sorts findings in reading order."""
        order = self.subject.order
        spot = finding.spot
        place = order.get((spot.owner, spot.field, spot.nth), order.get((spot.owner, "", 0), -1))
        return place, finding.start, finding.code


_OUTSIDE = {"title", "enacting"}


def label(subject: Subject, hit: Hit) -> str:
    """The label of a hit's paragraph, as `Finding.label` describes it."""
    owner = hit.spot.owner
    if hit.spot.field == NOTE:
        return subject.numbering.marks.get(owner, "")
    return subject.label(owner)


def excerpt(subject: Subject, hit: Hit) -> str:
    """The words of a hit with a few around them, cut at spaces; "" where there are no words."""
    line = subject.line(hit.spot)
    if line is None:
        return ""
    start, end = (hit.start, hit.end) if hit.end else (0, len(line.plain))
    end = min(end, start + LONGEST)
    first = max(0, start - AROUND)
    last = min(len(line.plain), end + AROUND, max(start + LONGEST, end))
    first = line.plain.find(" ", first, start) + 1 or start if first else 0
    if last < len(line.plain):
        last = max(line.plain.rfind(" ", end, last), end)
    return _dots(line.plain[first:last], before=first > 0, after=last < len(line.plain))


def _dots(words: str, *, before: bool, after: bool) -> str:
    return ("… " if before else "") + words.strip() + (" …" if after else "")
