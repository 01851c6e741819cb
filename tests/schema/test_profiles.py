"""Every profile that comes with drafter meets its schema; adding a file adds a test."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from drafter import resources
from drafter.schema import check

SCHEMAS = {"languages": "language", "organs": "organ", "openings": "openings"}
PROFILES = [(family, name) for family in SCHEMAS for name in resources.names(family)]
PUBLISHED = sorted(path.name for path in (resources.root() / "schemas").glob("*.schema.json"))


@pytest.mark.parametrize(("family", "name"), PROFILES)
def test_a_profile_meets_its_schema(family: str, name: str) -> None:
    assert check(resources.profile(family, name), resources.schema(SCHEMAS[family])) == ()


@pytest.mark.parametrize("file", PUBLISHED)
def test_a_published_schema_is_a_schema(file: str) -> None:
    Draft202012Validator.check_schema(resources.schema(file.removesuffix(".schema.json")))
