"""The strategies give what they promise: well-formed resolutions, and all that the model has."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings

from drafter.model import (
    Adoption,
    Annex,
    Block,
    Inline,
    Resolution,
    Submission,
    passages,
    query,
    query_inlines,
)
from drafter.model.invariants import faults
from tests.strategies import resolutions, small_resolutions


@given(resolutions())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_resolutions_are_well_formed(resolution: Resolution) -> None:
    assert faults(resolution) == ()


@given(small_resolutions())
@settings(max_examples=40, deadline=None)
def test_small_resolutions_are_well_formed(resolution: Resolution) -> None:
    assert faults(resolution) == ()


def test_every_type_of_block_inline_and_origin_occurs() -> None:
    met: set[type] = set()

    @given(resolutions())
    @settings(
        max_examples=100, phases=[Phase.generate], derandomize=True, deadline=None, database=None
    )
    def gather(resolution: Resolution) -> None:
        met.add(type(resolution.origin))
        met.update(type(annex) for annex in resolution.annexes)
        met.update(type(site.block) for site in query(resolution))
        for passage in passages(resolution):
            met.update(type(inline) for inline in query_inlines(passage.text))

    gather()
    assert met == {*Block.__args__, *Inline.__args__, Adoption, Submission, Annex}
