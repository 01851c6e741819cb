from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from drafter.diff.spine import Gaps, Pair, spine


@st.composite
def pairs(draw: st.DrawFn) -> list[Pair]:
    size = draw(st.integers(1, 7))
    order = draw(st.permutations(range(size)))
    weights = draw(st.lists(st.sampled_from((1.0, 0.15, 1.05)), min_size=size, max_size=size))
    return [Pair(i, j, w) for i, (j, w) in enumerate(zip(order, weights, strict=True))]


def rises(some: tuple[Pair, ...]) -> bool:
    return all(a.old < b.old and a.new < b.new for a, b in pairwise(some))


@given(pairs())
def test_the_spine_is_the_heaviest_rising_choice(given_pairs: list[Pair]) -> None:
    chosen = spine(given_pairs)
    assert rises(tuple(chosen))
    choices = (
        some
        for size in range(len(given_pairs) + 1)
        for some in combinations(sorted(given_pairs), size)
        if rises(some)
    )
    best = max(sum(pair.weight for pair in some) for some in choices)
    assert abs(sum(pair.weight for pair in chosen) - best) < 1e-9


def test_gaps_are_numbered_between_the_pairs_of_a_spine() -> None:
    gaps = Gaps([Pair(1, 2), Pair(4, 3)])
    assert [gaps.of_old(place) for place in (0, 2, 3, 5)] == [0, 1, 1, 2]
    assert [gaps.of_new(place) for place in (0, 1, 4)] == [0, 0, 2]
