"""Three texts for the tests of merging: a base and what two sides made of it."""

from __future__ import annotations

from functools import reduce

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
    return base, reduce(_applied, ours, base), reduce(_applied, theirs, base)


def _applied(resolution: Resolution, edit: Edit) -> Resolution:
    """The edited text; some edits would leave a section without paragraphs, or an id twice."""
    new = edit(resolution)
    return resolution if faults(new) else new
