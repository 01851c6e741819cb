"""What holds for every merge, whatever the texts."""

from __future__ import annotations

from collections import Counter
from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from drafter.merge import Options, merge
from drafter.merge.merge import merge_changed
from drafter.merge.value import Trio
from drafter.model import Resolution, passages, plain_text
from drafter.model.invariants import faults
from tests.mutations import Edit, edited_pairs, edits, pairs
from tests.strategies import resolutions, small_resolutions

Triple = tuple[Resolution, Resolution, Resolution]


def _whole(base: Resolution, ours: Resolution, theirs: Resolution) -> Resolution:
    """The merge without its short cuts."""
    return merge_changed(Trio(base, ours, theirs), Options()).resolution


def triples() -> st.SearchStrategy[Triple]:
    """A resolution and what two sides made of it."""
    some = st.lists(edits(), max_size=3)
    related = st.builds(_edited, resolutions(), some, some)
    return related | st.tuples(small_resolutions(), small_resolutions(), small_resolutions())


def _edited(base: Resolution, ours: list[Edit], theirs: list[Edit]) -> Triple:
    return base, reduce(_applied, ours, base), reduce(_applied, theirs, base)


def _applied(resolution: Resolution, edit: Edit) -> Resolution:
    return edit(resolution)


@given(pairs())
def test_what_one_side_changed_is_taken(pair: tuple[Resolution, Resolution]) -> None:
    base, new = pair
    assert merge(base, base, new).resolution == new
    assert merge(base, new, base).resolution == new
    assert merge(base, new, new).resolution == new


@given(edited_pairs())
def test_what_one_side_edited_is_taken_step_by_step(pair: tuple[Resolution, Resolution]) -> None:
    base, new = pair
    if faults(new):
        return
    assert _whole(base, base, new) == new
    assert _whole(base, new, base) == new
    assert _whole(base, new, new) == new


@given(triples())
def test_every_merge_of_good_texts_is_a_good_text(three: Triple) -> None:
    if not any(faults(one) for one in three):
        assert faults(merge(*three).resolution) == ()


def words(resolution: Resolution) -> Counter[str]:
    """Every word with how often it stands in the text."""
    return Counter(
        word for passage in passages(resolution) for word in plain_text(passage.text).split()
    )


@given(triples())
def test_conflicts_are_the_same_from_the_other_side(three: Triple) -> None:
    base, ours, theirs = three
    if any(faults(one) for one in three):
        return
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert len(one.conflicts) == len(other.conflicts)
    if one.clean:
        assert words(one.resolution) == words(other.resolution)
