"""A comparison of three drafts in words: whose change it is, and what it did."""

from __future__ import annotations

from collections import Counter

from drafter.diff import Area, Change, Kind, Unit
from drafter.merge.three import Entry, State, Three
from drafter.render.phrases import listed, phrase, reasons, span

WORDS = {
    State.OURS: "ours",
    State.THEIRS: "theirs",
    State.ALIKE: "both alike",
    State.BOTH: "both, can be merged",
    State.CONFLICT: "conflict",
}
_COUNTED = {
    State.OURS: "changed by ours",
    State.THEIRS: "changed by theirs",
    State.ALIKE: "changed alike",
    State.BOTH: "changed by both, to be merged",
    State.CONFLICT: "in conflict",
    State.UNCHANGED: "unchanged",
}
SAME = "No change on either side."


def sentence(three: Three) -> str:
    """The counts in one sentence: "Of 31 paragraphs and lines: 3 changed by ours ..."."""
    if three.same:
        return SAME
    counts = Counter(entry.state for entry in three.entries)
    counted = [f"{counts[state]} {words}" for state, words in _COUNTED.items() if counts[state]]
    return f"Of {len(three.entries)} paragraphs and lines: {listed(counted)}."


def area(three: Three, entry: Entry) -> Area:
    """Where an entry stands, or what was inserted."""
    return unit(three, entry).section


def unit(three: Three, entry: Entry) -> Unit:
    """The paragraph of the base, or the first of those inserted."""
    if entry.base is not None:
        return entry.base
    return next(unit for change in three.changes(entry) if change for unit in change.new)


def unchanged(run: list[Entry]) -> str:
    """A run that neither side changed: "OP4 to OP12 unchanged (9)"."""
    units = [entry.base for entry in run if entry.base is not None]
    return f"{span(units)} unchanged" + (f" ({len(units)})" if len(units) > 1 else "")


def shown(three: Three, entry: Entry) -> list[tuple[str, Change]]:
    """The changes to show, each with the name of its side where both are shown."""
    ours, theirs = three.changes(entry)
    match entry.state:
        case State.THEIRS:
            return [("", theirs)] if theirs else []
        case State.BOTH | State.CONFLICT:
            both = (("ours", ours), ("theirs", theirs))
            return [(side, change) for side, change in both if change]
        case _:
            return [("", ours)] if ours else []


def told(three: Three, entry: Entry) -> str:
    """What became of an entry: "ours: OP3 edited; theirs: OP3 deleted"."""
    sides = []
    for side, change in shown(three, entry):
        why = reasons(change)
        sides.append((f"{side}: " if side else "") + phrase(change) + (f" ({why})" if why else ""))
    return "; ".join(sides)


def has_text(change: Change) -> bool:
    """Whether the words are worth showing: the headline tells a line of the masthead whole."""
    whole = change.kind is Kind.EDITED and change.new[0].section is Area.MASTHEAD
    return change.kind is not Kind.KEPT and not whole
