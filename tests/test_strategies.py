"""The strategies give what they promise: well-formed resolutions, and all that the model has."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, find, given, settings

from drafter.model import Embedded, Heading, Resolution, Section, Separator, Table, query
from drafter.model.invariants import faults
from tests.strategies import resolutions, small_resolutions


@given(resolutions())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_resolutions_are_well_formed(resolution: Resolution) -> None:
    assert faults(resolution) == ()


@given(small_resolutions())
@settings(max_examples=40)
def test_small_resolutions_are_well_formed(resolution: Resolution) -> None:
    assert faults(resolution) == ()


@pytest.mark.parametrize("kind", [Embedded, Heading, Section, Separator, Table])
def test_every_type_of_block_occurs(kind: type) -> None:
    found = find(
        resolutions(),
        lambda one: any(isinstance(site.block, kind) for site in query(one)),
        settings=settings(max_examples=500, suppress_health_check=list(HealthCheck)),
    )
    assert faults(found) == ()
