"""Findings of one kind that are told as one, since a text that errs throughout has one fault."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from drafter.rules.finding import Fix, Hit

FEW = 4
"""Most findings of a kind in a text that are told one by one."""

_NAMED = 8
"""Most places or words that one finding names."""


def as_one(hits: Sequence[Hit], more: str, mending: str = "") -> Hit:
    """The first of some hits with the fixes of them all; `more` is said behind its message.

    `mending` is what the fix says, that of the first hit where it is empty.
    """
    edits = tuple(edit for hit in hits if hit.fix for edit in hit.fix.edits)
    said = mending or next((hit.fix.message for hit in hits if hit.fix), "")
    fix = Fix(said, edits) if edits else None
    return replace(hits[0], message=f"{hits[0].message}; {more}", fix=fix)


def listed(names: Iterable[str]) -> str:
    """The first of some names, with dots where there are more."""
    every = tuple(names)
    return ", ".join((*every[:_NAMED], "…") if len(every) > _NAMED else every)
