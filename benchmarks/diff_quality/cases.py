"""Pairs of texts whose differences are known: a base text, and the same after random edits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from benchmarks.diff_quality.regimes import run
from benchmarks.diff_quality.score import Found, in_order, true_changes
from benchmarks.diff_quality.script import Script, Words
from benchmarks.diff_quality.texts import Line, Lines, Remark, build, well_nested
from drafter.model import Resolution

_ALIKE = 0.6
"""Share of words in common, in order, from which on two paragraphs say the same."""


@dataclass(frozen=True, slots=True)
class Case:
    """The lines of both sides as they stand in the text, what was done, and both as values."""

    name: str
    olds: Sequence[Line]
    news: Sequence[Line]
    script: Script
    truth: Sequence[Found]
    old: Resolution
    new: Resolution

    @property
    def old_remarks(self) -> list[Remark]:
        """The notes of the old text in the order of their calls."""
        return _remarks(self.olds)

    @property
    def new_remarks(self) -> list[Remark]:
        """The notes of the new text in the order of their calls."""
        return _remarks(self.news)


def _remarks(lines: Sequence[Line]) -> list[Remark]:
    return [r for line in lines for r in sorted(line.remarks, key=lambda r: r.after)]


def cases(bases: Sequence[tuple[str, Lines]], regime: str, count: int, seed: str) -> Iterator[Case]:
    """One pair for each text; words and paragraphs that come in are from the text after it.

    A paragraph that the text has already, or nearly so, does not come in: nobody could tell which
    of the two is the new one.
    """
    for place, (name, lines) in enumerate(bases):
        other = bases[(place + 1) % len(bases)][1]
        strange = foreign_words(other, lines)
        script = run(lines, strange, regime, count, f"{seed}/{regime}/{name}")
        script.lines = list(well_nested(tuple(in_order(script.lines))))
        olds, news = in_order(lines), script.lines
        truth = true_changes(script, lines)
        yield Case(name, olds, news, script, truth, build(lines), build(tuple(news)))


def foreign_words(other: Lines, lines: Lines) -> list[Words]:
    """The paragraphs of another text that resemble none of this one."""
    return [line.words for line in other if len(line.words) > 8 and not _resembles(line, lines)]


def _resembles(line: Line, lines: Lines) -> bool:
    return any(Indel.normalized_similarity(line.words, one.words) > _ALIKE for one in lines)
