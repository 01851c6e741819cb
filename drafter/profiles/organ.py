"""An organ profile: what its documents have and how their symbols look, as one value.

The data stand in `templates/organs/<name>.json`, described by `schemas/organ.schema.json`. Names
and lines that differ by language stand in the language profiles under the organ's name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from drafter.model import DocumentKind


@dataclass(frozen=True)
class SymbolForm:
    """A form of document symbol, as an expression that matches it whole, and what it tells."""

    pattern: re.Pattern[str]
    kind: DocumentKind
    committee: str = ""


@dataclass(frozen=True)
class OrganProfile:
    """One organ. `name` is its key; `layout` the layout profile its documents take by default.

    `titled`: its resolutions have a title; `single_operative`: a lone operative paragraph is
    numbered.
    """

    name: str
    layout: str
    titled: bool
    single_operative: bool
    symbols: tuple[SymbolForm, ...]

    def symbol_form(self, symbol: str) -> SymbolForm | None:
        """The form that a symbol has among this organ's documents, if any."""
        return next((form for form in self.symbols if form.pattern.fullmatch(symbol)), None)


def organ_from(data: Mapping[str, Any]) -> OrganProfile:
    """An organ profile from its data file's content, which the schema has already checked."""
    return OrganProfile(
        name=data["name"],
        layout=data["layout"],
        titled=data["titled"],
        single_operative=data["single_operative"],
        symbols=tuple(
            SymbolForm(
                re.compile(form["pattern"]),
                DocumentKind(form["kind"]),
                form.get("committee", ""),
            )
            for form in data["symbols"]
        ),
    )
