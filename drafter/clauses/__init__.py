"""Clauses: paragraphs with slots, to fill, to fill again, and to find."""

from drafter.clauses.clause import Choice, Clause, Part, Slot, SlotType, clause_from
from drafter.clauses.family import family_faults, family_from

__all__ = [
    "Choice",
    "Clause",
    "Part",
    "Slot",
    "SlotType",
    "clause_from",
    "family_faults",
    "family_from",
]
