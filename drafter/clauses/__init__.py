"""Clauses: paragraphs with slots, to fill, to fill again, and to find. See docs/clauses.md."""

from drafter.clauses.clause import Choice, Clause, Part, Slot, SlotType, clause_from
from drafter.clauses.family import family_faults, family_from
from drafter.clauses.fill import (
    blanks,
    check_values,
    clause_id,
    clause_of,
    fill,
    is_edited,
    refill,
    values_of,
)
from drafter.clauses.library import Library
from drafter.clauses.names import Context, Names, names_from
from drafter.clauses.outline import draft_from
from drafter.clauses.search import opening_words
from drafter.clauses.skeleton import Skeleton, languages_of, skeleton_faults, skeleton_from
from drafter.clauses.slots import check_slot
from drafter.clauses.suggest import Suggestion, suggestions
from drafter.clauses.values import Value, value_text

__all__ = [
    "Choice",
    "Clause",
    "Context",
    "Library",
    "Names",
    "Part",
    "Skeleton",
    "Slot",
    "SlotType",
    "Suggestion",
    "Value",
    "blanks",
    "check_slot",
    "check_values",
    "clause_from",
    "clause_id",
    "clause_of",
    "draft_from",
    "family_faults",
    "family_from",
    "fill",
    "is_edited",
    "languages_of",
    "names_from",
    "opening_words",
    "refill",
    "skeleton_faults",
    "skeleton_from",
    "suggestions",
    "value_text",
    "values_of",
]
