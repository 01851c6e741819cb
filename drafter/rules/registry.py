"""Every rule, family by family. A family is a file; its code begins with a letter of its own."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from drafter.rules import (
    also,
    citation_dates,
    citation_forms,
    citations,
    negotiating,
    notes,
    punctuation,
    references,
    silences,
    structure,
    typography,
    wording,
)
from drafter.rules.rule import Rule

FAMILIES: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
    {
        "structure": structure.RULES,
        "punctuation": punctuation.RULES,
        "also and further": also.RULES,
        "citations": (*citations.RULES, *citation_forms.RULES, *citation_dates.RULES),
        "notes": notes.RULES,
        "references": references.RULES,
        "typography": typography.RULES,
        "wording": wording.RULES,
        "negotiating text": negotiating.RULES,
        "ignored findings": silences.RULES,
    }
)
"""The rules of each family, by what the family is about."""

RULES: Mapping[str, Rule] = MappingProxyType(
    {rule.code: rule for family in FAMILIES.values() for rule in family}
)
"""Every rule by its code."""
