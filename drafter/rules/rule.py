"""A rule: a code that never changes, a name, a severity, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from drafter.model import DocumentKind
from drafter.rules.finding import Hit, Severity
from drafter.rules.subject import Subject

Check: TypeAlias = Callable[[Subject], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. Its page is `templates/rules/<code>.md`.

    `code` is a letter for the family and three digits; `name` words joined by hyphens. The rule is
    asked about texts in `languages` ("en"), of `organs` (names of profiles, "" for an organ without
    one) but not those in `not_organs`, of `kinds`; an empty set means all. `fixes` tells whether it
    ever offers a fix.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    check: Check
    languages: frozenset[str] = frozenset()
    organs: frozenset[str] = frozenset()
    not_organs: frozenset[str] = frozenset()
    kinds: frozenset[DocumentKind] = frozenset()
    fixes: bool = False

    def concerns(self, subject: Subject) -> bool:
        """Whether the rule is one for this text."""
        organ = subject.organ_name
        return (
            (not self.languages or subject.language.code in self.languages)
            and (not self.organs or organ in self.organs)
            and organ not in self.not_organs
            and (not self.kinds or subject.kind in self.kinds)
        )
