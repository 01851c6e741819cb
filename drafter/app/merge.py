"""Merge two versions of a document, numbered by the language and organ of the first of them.

Not among the names of `drafter.app`: the merge brings libraries that other jobs do not need.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.app.compare import side_of
from drafter.merge import Merged, Options, merge
from drafter.merge.three import Three, compare_three
from drafter.merge.value import Trio
from drafter.model import Resolution
from drafter.model.invariants import check


def merge_documents(
    base: Resolution, ours: Resolution, theirs: Resolution, names: tuple[str, str]
) -> Merged:
    """One document with what both versions changed since the base; the names are of the brackets.

    Raises:
        Unsupported: there is no profile of the language of ours.
        Invalid: a name has signs that cannot be printed.
    """
    options = Options(ours=names[0], theirs=names[1], side=side_of(ours, ""))
    merged = merge(base, ours, theirs, options)
    check(merged.resolution)
    return merged


def three_documents(texts: Sequence[Resolution], names: Sequence[str]) -> Three:
    """What ours and theirs changed since the base; texts and names in the order base, ours, theirs.

    Raises:
        Unsupported: there is no profile of the language of one of them.
    """
    base, ours, theirs = map(side_of, texts, names)
    return compare_three(Trio(*texts), Trio(base, ours, theirs))
