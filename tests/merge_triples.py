"""Three texts for the tests of merging: a base and what two sides made of it."""

from __future__ import annotations

from functools import reduce

from hypothesis import assume
from hypothesis import strategies as st

from drafter.model import Resolution
from drafter.model.invariants import faults
from tests.mutations import Edit, edits
from tests.strategies import resolutions, small_resolutions

Triple = tuple[Resolution, Resolution, Resolution]


def triples() -> st.SearchStrategy[Triple]:
    """A base with two edited versions of it, or three texts that have nothing in common."""
    some = st.lists(edits(), max_size=3)
    related = st.builds(_edited, resolutions(), some, some)
    unrelated = st.tuples(small_resolutions(), small_resolutions(), small_resolutions())
    return related | unrelated


def _edited(base: Resolution, ours: list[Edit], theirs: list[Edit]) -> Triple:
    three = base, reduce(_applied, ours, base), reduce(_applied, theirs, base)
    assume(_well_formed(three))
    return three


def _applied(resolution: Resolution, edit: Edit) -> Resolution:
    return edit(resolution)


def _well_formed(three: Triple) -> bool:
    """Some edits of the tests leave a section without paragraphs, or an id twice."""
    return not any(faults(one) for one in three)
