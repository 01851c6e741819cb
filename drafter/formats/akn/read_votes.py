"""Votes: from the metadata and, for the Human Rights Council, from the text at the end."""

from __future__ import annotations

import re

from lxml import etree

from drafter.formats.akn.context import Context
from drafter.formats.akn.names import every, local, words
from drafter.model import Count, Opaque, Vote
from drafter.report import Kind

OUTCOMES = {
    "adoptedWithoutVote": "without-vote",
    "adoptedRecordedVote": "recorded-vote",
}
UNSTATED = "not-stated"
"""The outcome of a vote whose source gives counts and no outcome, as the Security Council's do."""

SIDES = {"inFavour": "in-favour", "against": "against", "abstaining": "abstaining"}
_NUMBER = re.compile(r"\d{1,5}")


def votes(meta: etree._Element | None, context: Context) -> tuple[Vote, ...]:
    """The votes of the metadata."""
    if meta is None:
        return ()
    return tuple(_vote(element, context) for element in every(meta, "voting"))


def printed_counts(meta: etree._Element | None) -> tuple[Opaque, ...]:
    """The counts as the source writes them, where they are not plain numbers: "015"."""
    raw = [element.get("value", "") for element in every(meta, "count")] if meta is not None else []
    if all(value == "" or (_NUMBER.fullmatch(value) and str(int(value)) == value) for value in raw):
        return ()
    return (Opaque("counts", tuple((f"{n:03}", value) for n, value in enumerate(raw))),)


def _vote(element: etree._Element, context: Context) -> Vote:
    outcome = element.get("outcome", "")
    if not context.exact and outcome and outcome not in OUTCOMES:
        context.note(Kind.METADATA, f"voting outcome in free text: {outcome!r}", element)
    counts = [_count(inner, context) for inner in element if local(inner) == "count"]
    return Vote(OUTCOMES.get(outcome, outcome) or UNSTATED, tuple(counts))


def _count(element: etree._Element, context: Context) -> Count:
    value = element.get("value", "")
    if not context.exact and len(value) > 1 and value.startswith("0"):
        context.note(Kind.METADATA, f"count {value!r} has a leading zero", element)
    number = int(value) if _NUMBER.fullmatch(value) else None
    if value and number is None:
        context.note(Kind.METADATA, f"count {value!r} is no number", element, value)
    side = element.get("refersTo", "").removeprefix("#")
    return Count(SIDES.get(side, side) or UNSTATED, number, _names(element, context))


def _names(element: etree._Element, context: Context) -> tuple[str, ...]:
    """The names of those who voted; blanks within a name are kept in a file of ours alone."""
    said = _exact if context.exact else words
    return tuple(name for inner in every(element, "organization") if (name := said(inner)))


def _exact(element: etree._Element) -> str:
    return element.text or ""
