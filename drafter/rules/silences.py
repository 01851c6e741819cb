"""Rules about ignored findings: a reason is given, and there is something to ignore.

What they look at is known only when all other rules have been asked: see `run`.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.rules.finding import Hit, Severity
from drafter.rules.rule import Rule
from drafter.rules.subject import Subject
from drafter.rules.suppress import Silences, without_reason


def _without_reason(subject: Subject) -> Iterator[Hit]:
    return without_reason(Silences(subject))


def _left_to_the_run(_subject: Subject) -> Iterator[Hit]:
    """Which silences kept something quiet is known when all rules have been asked."""
    return iter(())


NO_REASON = Rule(
    "Z901",
    "ignored-without-reason",
    Severity.WARNING,
    "A finding is ignored with a reason.",
    _without_reason,
)
IDLE = Rule(
    "Z902",
    "ignores-nothing",
    Severity.INFO,
    "What is ignored is there.",
    _left_to_the_run,
)
RULES = (NO_REASON, IDLE)
