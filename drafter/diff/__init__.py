"""The comparison of two resolutions: paragraphs put side by side as a delegate would."""

from drafter.diff.compare import apply, compare
from drafter.diff.options import Options, Side
from drafter.diff.patch import Keep, Patch, Piece, Put
from drafter.diff.units import units
from drafter.diff.value import (
    Area,
    Call,
    Cause,
    Change,
    Diff,
    Kind,
    Mark,
    NoteCall,
    NoteChange,
    NoteKind,
    Sort,
    Unit,
    Why,
    Words,
)

__all__ = [
    "Area",
    "Call",
    "Cause",
    "Change",
    "Diff",
    "Keep",
    "Kind",
    "Mark",
    "NoteCall",
    "NoteChange",
    "NoteKind",
    "Options",
    "Patch",
    "Piece",
    "Put",
    "Side",
    "Sort",
    "Unit",
    "Why",
    "Words",
    "apply",
    "compare",
    "units",
]
