"""drafter's own text, one paragraph a line: the grammar stands in `docs/formats/draft.md`."""

from drafter.formats.draft.read import read
from drafter.formats.draft.write import write

__all__ = ["read", "write"]
