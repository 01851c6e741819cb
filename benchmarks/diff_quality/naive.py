"""The simple way to compare, judged by the same truth: what it can and cannot do."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from benchmarks.diff_quality.score import Found
from benchmarks.diff_quality.texts import Line

_ENOUGH = 0.5


def naive(olds: Sequence[Line], news: Sequence[Line]) -> list[Found]:
    """Every paragraph against every other one, the likeliest pairs first; clean text, no numbers.

    It knows neither splits nor merges; what is out of order by the longest run is a move.
    """
    scores = [
        (Indel.normalized_similarity(old.text, new.text, score_cutoff=_ENOUGH), i, j)
        for i, old in enumerate(olds)
        for j, new in enumerate(news)
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in sorted(scores, key=lambda s: (-s[0], abs(s[1] - s[2]))):
        if score >= _ENOUGH and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return _changes(olds, news, pairs)


def marked(olds: Sequence[Line], news: Sequence[Line], found: Sequence[Found]) -> int:
    """Words that a word diff inside its pairs marks, and those of whole paragraphs."""
    before = {line.name: line.words for line in olds}
    after = {line.name: line.words for line in news}
    return sum(
        Indel.distance(
            [word for name in old for word in before[name]],
            [word for name in new for word in after[name]],
        )
        for _, old, new in found
    )


def _changes(olds: Sequence[Line], news: Sequence[Line], pairs: dict[int, int]) -> list[Found]:
    stays = _rising(sorted(pairs.items()))
    found: list[Found] = []
    for i, old in enumerate(olds):
        if i not in pairs:
            found.append(("deleted", (old.name,), ()))
            continue
        new = news[pairs[i]]
        same = "kept" if old.words == new.words else "edited"
        found.append((same if i in stays else "moved", (old.name,), (new.name,)))
    here = set(pairs.values())
    found += [("inserted", (), (new.name,)) for j, new in enumerate(news) if j not in here]
    return found


def _rising(pairs: list[tuple[int, int]]) -> set[int]:
    """The old places of the longest run of pairs in order."""
    best: list[tuple[int, int]] = []
    for place, (_, new) in enumerate(pairs):
        before = [(best[k][0], k) for k in range(place) if pairs[k][1] < new]
        length, previous = max(before, default=(0, -1))
        best.append((length + 1, previous))
    place = max(range(len(best)), key=lambda k: best[k][0], default=-1)
    chosen = set()
    while place >= 0:
        chosen.add(pairs[place][0])
        place = best[place][1]
    return chosen
