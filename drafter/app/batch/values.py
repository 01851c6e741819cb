"""What goes to a worker and comes back from it: small values, for there may be many thousands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Self

from drafter.errors import DrafterError, Place
from drafter.report import Kind, Notice


@dataclass(frozen=True, slots=True)
class Options:
    """How a whole run is done: into which folder, from and to which format.

    `form` is a format to read every file in; folders are then searched for its suffix alone.
    `changes` says what to do with changes tracked in Word files, as for one file. `force` lets a
    file be replaced that holds something else.
    """

    folder: str
    form: str = ""
    changes: str = ""
    to: str = "draft"
    force: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One file to import: from where, to where, and how."""

    source: str
    target: str
    how: Options


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file was not imported; `more` counts the further faults found in the same pass."""

    message: str
    hint: str = ""
    where: Place = Place()
    more: int = 0

    @classmethod
    def of(cls, error: DrafterError, source: str) -> Self:
        """An error as a failure of this source, without the excerpt: a line may be megabytes long.

        An error about another file, which is the target, names that file.
        """
        named = f"{error.source}: " if error.source not in {"", source} else ""
        where = replace(error.where, excerpt="")
        return cls(named + error.what, error.hint, where, len(error.also))

    def __str__(self) -> str:
        """One line: place, fault, and that there are more."""
        place = f"{self.where}: " if str(self.where) else ""
        more = f" (and {self.more} more)" if self.more else ""
        return f"{place}{self.message}{more}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source. `target` is empty where it was never decided."""

    source: str
    target: str = ""
    failure: Failure | None = None
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What became of all sources, sorted by their names whatever was finished first.

    `left_out` counts what was found but is no source, by its suffix or by the reason.
    """

    outcomes: tuple[Outcome, ...]
    left_out: Mapping[str, int]

    @classmethod
    def over(cls, outcomes: Iterable[Outcome], left_out: Mapping[str, int]) -> Self:
        """The report on outcomes that come in any order."""
        in_order = sorted(outcomes, key=lambda outcome: (outcome.source, outcome.target))
        return cls(tuple(in_order), left_out)

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """The sources that were not imported."""
        return tuple(outcome for outcome in self.outcomes if outcome.failure)

    @property
    def kinds(self) -> Mapping[Kind, int]:
        """How many notices of each kind there are, the most frequent first."""
        counted = Counter(notice.kind for outcome in self.outcomes for notice in outcome.notices)
        return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))
