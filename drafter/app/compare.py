"""Compare two documents: each side numbered by its own language and organ.

Not among the names of `drafter.app`: the comparison brings libraries that other jobs do not need.
"""

from __future__ import annotations

from drafter.app.numbers import numbered
from drafter.diff import Diff, Options, Side, compare
from drafter.model import Resolution


def compare_documents(old: Resolution, new: Resolution, old_name: str, new_name: str) -> Diff:
    """What changed from the old document to the new one; the names are for people to read.

    Raises:
        Unsupported: there is no profile of the language of one of them.
    """
    return compare(old, new, Options(old=side_of(old, old_name), new=side_of(new, new_name)))


def side_of(resolution: Resolution, name: str) -> Side:
    """A document as one side of a comparison: its numbering and its language."""
    whole = numbered(resolution)
    return Side(name=name, scheme=whole.numbering.scheme, language=whole.language)
