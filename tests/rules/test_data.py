"""The data of the rules meet their schemas."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter import resources
from drafter.schema import check
from tests.external import CHECKOUT

FILES = sorted((CHECKOUT / "templates" / "check").glob("*/*.json"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_data_of_a_family_meet_the_schema(path: Path) -> None:
    schema = resources.schema("check")
    family = {"$ref": f"#/$defs/{path.stem}", "$defs": schema["$defs"]}
    assert check(json.loads(path.read_text(encoding="utf-8")), family) == ()
