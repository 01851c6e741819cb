"""Derived numbers: labels, note marks, the words of references. Nothing here is ever stored."""

from drafter.numbering.counters import latin, roman
from drafter.numbering.number import (
    Numbering,
    mark_overrides,
    note_marks,
    number,
    overrides,
    repeated_marks,
)
from drafter.numbering.references import Resolved, State, named_by, resolve, states
from drafter.numbering.scheme import LabelPattern, ReferencePhrases, Scheme

__all__ = [
    "LabelPattern",
    "Numbering",
    "ReferencePhrases",
    "Resolved",
    "Scheme",
    "State",
    "latin",
    "mark_overrides",
    "named_by",
    "note_marks",
    "number",
    "overrides",
    "repeated_marks",
    "resolve",
    "roman",
    "states",
]
