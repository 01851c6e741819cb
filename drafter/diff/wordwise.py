"""The smallest difference of two coded texts, by diff-match-patch without a time-out.

Its work grows with the product of length and difference. Paragraphs have a hundred words, but a
hostile one may have a hundred thousand: long texts are first cut at words that stand once on both
sides, and a stretch that is too long even then is marked whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from diff_match_patch import diff_match_patch

from drafter.diff.readable import Step
from drafter.diff.spine import Pair, spine

_LONG = 1_500
"""Words from which a text is cut first; 1,500 words in another order take half a second."""
_TOO_LONG = 10_000_000
"""Product of two lengths from which a stretch without any anchor is marked whole."""


def wordwise(left: str, right: str) -> list[Step]:
    """Steps that lead from one text to the other: -1 delete, 0 equal, 1 insert."""
    if left == right:
        return [(0, left)] if left else []
    if max(len(left), len(right)) < _LONG:
        return _steps(left, right)
    return [step for piece in _pieces(left, right) for step in _bounded(*piece)]


def _steps(left: str, right: str) -> list[Step]:
    steps: list[Step] = _engine().diff_main(left, right, False)  # noqa: FBT003 - its API
    return steps


@cache
def _engine() -> diff_match_patch:
    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # with a time-out the result would depend on the machine
    return engine


def _pieces(left: str, right: str) -> Iterator[tuple[str, str]]:
    """Both texts cut before each word that stands once on either side, as far as these rise."""
    once = [{sign for sign, n in Counter(side).items() if n == 1} for side in (left, right)]
    places = {sign: place for place, sign in enumerate(right)}
    shared = once[0] & once[1]
    pairs = [Pair(place, places[sign]) for place, sign in enumerate(left) if sign in shared]
    i = j = 0
    for anchor in spine(pairs) if pairs else []:
        yield left[i : anchor.old], right[j : anchor.new]
        i, j = anchor.old, anchor.new
    yield left[i:], right[j:]


def _bounded(left: str, right: str) -> list[Step]:
    if len(left) * len(right) > _TOO_LONG:
        return [(-1, left), (1, right)]
    return _steps(left, right)
