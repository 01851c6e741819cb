"""What holds for every merge, whatever the texts."""

from __future__ import annotations

from collections import Counter

from hypothesis import given

from drafter.merge import Options, merge
from drafter.merge.merge import merge_changed
from drafter.merge.value import Trio
from drafter.model import Resolution, passages, plain_text
from drafter.model.invariants import faults
from tests.merge_triples import Triple, triples
from tests.mutations import edited_pairs, pairs


def _whole(base: Resolution, ours: Resolution, theirs: Resolution) -> Resolution:
    """The merge without its short cuts."""
    return merge_changed(Trio(base, ours, theirs), Options()).resolution


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
    assert faults(merge(*three).resolution) == ()


def words(resolution: Resolution) -> Counter[str]:
    """Every word with how often it stands in the text."""
    return Counter(
        word for passage in passages(resolution) for word in plain_text(passage.text).split()
    )


@given(triples())
def test_conflicts_are_the_same_from_the_other_side(three: Triple) -> None:
    base, ours, theirs = three
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert len(one.conflicts) == len(other.conflicts)
    if one.clean:
        assert words(one.resolution) == words(other.resolution)
