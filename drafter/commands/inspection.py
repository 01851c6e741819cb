"""What is wrong in a draft, as one list: broken rules of the value, then editorial findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from drafter.errors import Unsupported
from drafter.model import Resolution
from drafter.numbering import Numbering
from drafter.report import Notice

if TYPE_CHECKING:
    from drafter.commands.address import Addresses
    from drafter.rules import Finding

Mending: TypeAlias = "tuple[Resolution, tuple[Finding, ...]]"


def _no_faults(_: Resolution, _numbering: Numbering) -> tuple[Notice, ...]:
    return ()


def _no_findings(_: Resolution, _path: str) -> tuple[Finding, ...]:
    return ()


def _no_mending(resolution: Resolution, _path: str, _findings: Sequence[Finding]) -> Mending:
    return resolution, ()


def _no_pages(code: str) -> str:
    raise Unsupported(f"there is no rule {code!r}", hint="no rules are laid out")


@dataclass(frozen=True, slots=True)
class Inspector:
    """Those who look a draft through; the edge gives them, for they read rules and settings.

    `faults` finds what `drafter validate` finds. `findings` gives what the editorial rules find, in
    reading order, by the settings for a path, and may raise Malformed for these. `mended` fixes
    findings of a draft that do not touch each other, and tells which. `explanation` gives the page
    of a rule and raises Unsupported for a code it does not know.
    """

    faults: Callable[[Resolution, Numbering], tuple[Notice, ...]] = _no_faults
    findings: Callable[[Resolution, str], tuple[Finding, ...]] = _no_findings
    mended: Callable[[Resolution, str, Sequence[Finding]], Mending] = _no_mending
    explanation: Callable[[str], str] = _no_pages


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: a fault of the value, or a finding of a rule with its address."""

    where: str
    message: str
    finding: Finding | None = None

    @property
    def code(self) -> str:
        """The code of the rule; "" for a fault of the value."""
        return self.finding.code if self.finding else ""

    @property
    def owner(self) -> str:
        """The id of the block, annex or note it is in; "" outside them or where not known."""
        return self.finding.spot.owner if self.finding else ""

    @property
    def fixable(self) -> bool:
        """Whether it can be fixed without anybody's words."""
        return self.finding is not None and self.finding.fix is not None

    def as_data(self) -> dict[str, str | None]:
        """The problem as plain data; a fault of the value has the severity "error" and no code."""
        finding = self.finding
        return {
            "where": self.where,
            "id": self.owner,
            "code": self.code,
            "severity": str(finding.severity) if finding else "error",
            "message": self.message,
            "excerpt": finding.excerpt if finding else "",
            "fix": finding.fix.message if finding and finding.fix else None,
        }

    def __str__(self) -> str:
        if self.finding is None:
            return f"{self.where}: {self.message}" if self.where else self.message
        words = f" “{self.finding.excerpt}”" if self.finding.excerpt else ""
        told = f"{self.finding.severity} {self.code}"
        return f"{self.where}: {self.message}{words} ({told}){' [*]' if self.fixable else ''}"


def problems(
    resolution: Resolution, numbering: Numbering, addresses: Addresses, path: str, by: Inspector
) -> Iterator[Problem]:
    """Faults first, then findings in reading order.

    Raises:
        DrafterError: the settings for this path cannot be read.
    """
    for notice in by.faults(resolution, numbering):
        yield Problem(str(notice.kind), str(notice))
    for finding in by.findings(resolution, path):
        owner = finding.spot.owner
        where = addresses.text(owner) if owner else finding.section
        yield Problem(where, finding.message, finding)
