"""Names and number words of a language, and the context in which a slot is filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from drafter.model import Resolution
from drafter.profiles import LanguageProfile

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Names:
    """What slots need to know of a language; an empty one knows nothing and checks less.

    `numbers` and `sessions` are words for 1, 2 ...; `session_lines` the masthead's lines for the
    same sessions. `organs` maps our names to printed ones; `thousands` is the sign in "1,000".
    `running` has the States that read otherwise in running text than in a list: "the Sudan".
    """

    numbers: tuple[str, ...] = ()
    thousands: str = ","
    sessions: tuple[str, ...] = ()
    session_lines: tuple[str, ...] = ()
    organs: Mapping[str, str] = field(default_factory=lambda: _NONE)
    entities: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    running: Mapping[str, str] = field(default_factory=lambda: _NONE)


def names_from(data: Mapping[str, Any]) -> Names:
    """The names of a language from the content of `templates/names/<language>.json`."""
    return Names(
        numbers=tuple(data["numbers"]),
        thousands=data["thousands"],
        sessions=tuple(data["sessions"]),
        session_lines=tuple(data["session_lines"]),
        organs=MappingProxyType(dict(data["organs"])),
        entities=tuple(data["entities"]),
        states=tuple(data["states"]),
        running=MappingProxyType(dict(data.get("running", {}))),
    )


@dataclass(frozen=True)
class Context:
    """What a slot is filled for: a language with its names and, where there is one, the draft.

    Without a draft a reference to a paragraph is checked for its form alone.
    """

    language: LanguageProfile
    resolution: Resolution | None = None
    names: Names = field(default_factory=Names)

    def organs(self) -> dict[str, str]:
        """Every organ that is known: our names and the printed ones, principal organs first."""
        return {**self.language.organs, **self.language.committees, **self.names.organs}
