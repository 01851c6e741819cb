"""What the comparison must reach in each regime."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from benchmarks.diff_quality.score import Score


@dataclass(frozen=True, slots=True)
class Goal:
    """The least F1 of pairs, macro-F1, move precision and recall; the most marked words.

    `groups` is the least recall of splits and merges; their precision must be 0.97.
    """

    pairs: float
    macro: float
    moves: float
    groups: float
    marks: float


GOALS: Mapping[str, Goal] = MappingProxyType(
    {
        "light": Goal(0.99, 0.98, 0.97, 0.95, 1.05),
        "structural": Goal(0.99, 0.95, 0.97, 0.95, 1.05),
        "rewrite": Goal(0.97, 0.92, 0.92, 0.90, 1.30),
        "notes": Goal(0.99, 0.98, 0.97, 0.95, 1.05),
        "hard": Goal(0.97, 0.92, 0.92, 0.90, 1.30),
        "other": Goal(0.99, 0.95, 0.97, 0.95, 1.05),
        "other-rewrite": Goal(0.97, 0.92, 0.92, 0.90, 1.30),
    }
)
_GROUP_PRECISION = 0.97
_NOTES = 0.97


def missed(regime: str, score: Score) -> Iterator[str]:
    """The goals that a score misses, one sentence each."""
    goal = GOALS[regime]
    moves, splits, merges = (score.kinds[kind] for kind in ("moved", "split", "merged"))
    floors = {
        "pairs F1": (score.pairs.f1, goal.pairs),
        "macro-F1": (score.macro, goal.macro),
        "move precision": (moves.precision, goal.moves),
        "move recall": (moves.recall, goal.moves),
        "split recall": (splits.recall, goal.groups),
        "merge recall": (merges.recall, goal.groups),
        "split precision": (splits.precision, _GROUP_PRECISION),
        "merge precision": (merges.precision, _GROUP_PRECISION),
        "note precision": (score.notes.precision, _NOTES),
        "note recall": (score.notes.recall, _NOTES),
    }
    for name, (value, least) in floors.items():
        if value < least:
            yield f"missed: {regime} {name} {value:.3f}, wanted {least}"
    if score.ratio > goal.marks:
        yield f"missed: {regime} marked words {score.ratio:.3f}, wanted at most {goal.marks}"
    if score.leaks:
        yield f"missed: {regime} label leak {score.leaks}, wanted 0"
    if score.order_error:
        yield f"missed: {regime} order error {score.order_error:.4f}, wanted 0"
