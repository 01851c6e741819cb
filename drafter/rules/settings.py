"""What a house or a draft wants checked: which rules, how severe, and the rules' own options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from drafter.rules.finding import Severity
from drafter.rules.rule import Rule


@dataclass(frozen=True)
class Settings:
    """The table `[check]` of `drafter.toml`.

    `select` and `ignore` hold codes or beginnings of codes ("S", "P2", "A301"); the longer one wins
    where both fit a rule. No `select` means every rule. `severity` gives rules another severity.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)

    def wants(self, rule: Rule) -> bool:
        """Whether a rule is to be asked."""
        chosen = _longest(rule.code, self.select) if self.select else 0
        return chosen >= 0 and chosen > _longest(rule.code, self.ignore)

    def severity_of(self, rule: Rule) -> Severity:
        """The severity of a rule here: its own, or the one that the longest fitting code gives."""
        fitting = [code for code in self.severity if rule.code.startswith(code)]
        return self.severity[max(fitting, key=len)] if fitting else rule.severity

    def over(self, select: tuple[str, ...], ignore: tuple[str, ...]) -> Settings:
        """With codes of the command line: a selection replaces, what is ignored is added."""
        return replace(self, select=select or self.select, ignore=(*self.ignore, *ignore))


def _longest(code: str, beginnings: tuple[str, ...]) -> int:
    """The length of the longest beginning that fits a code; -1 when none does."""
    return max((len(some) for some in beginnings if code.startswith(some)), default=-1)
