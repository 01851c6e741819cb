"""The merge of two versions of a resolution that go back to one base."""

from drafter.merge.merge import merge
from drafter.merge.value import Conflict, ConflictKind, Merged, Options

__all__ = ["Conflict", "ConflictKind", "Merged", "Options", "merge"]
