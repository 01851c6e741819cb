"""The schema, the model and the codec say the same."""

from __future__ import annotations

import json
from dataclasses import fields
from enum import StrEnum
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter import resources
from drafter.codec import decode, encode
from drafter.codec.shapes import TYPES, field_shapes
from drafter.errors import Invalid, Malformed
from drafter.model import (
    AgendaItem,
    Annex,
    Cell,
    Count,
    DocumentKind,
    Form,
    Masthead,
    Opaque,
    Part,
    Resolution,
    Role,
    Row,
    Series,
    Style,
    Vote,
)
from drafter.schema import check
from tests.strategies import resolutions

Data: TypeAlias = Any

NAMES: dict[type, str] = {
    **TYPES,
    AgendaItem: "agendaItem",
    Annex: "annex",
    Cell: "cell",
    Count: "count",
    Masthead: "masthead",
    Opaque: "opaque",
    Part: "part",
    Row: "row",
    Vote: "vote",
}
WORDS: dict[type[StrEnum], str] = {
    DocumentKind: "documentKind",
    Form: "form",
    Role: "role",
    Series: "series",
    Style: "style",
}
SMALL = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def schema() -> dict[str, Any]:
    found: dict[str, Any] = resources.schema("resolution")
    return found


def object_of(cls: type) -> dict[str, Any]:
    found: dict[str, Any] = schema() if cls is Resolution else schema()["$defs"][NAMES[cls]]
    return found


def extra(cls: type) -> list[str]:
    if cls is Resolution:
        return ["drafter"]
    return ["type"] if cls in TYPES else []


@pytest.mark.parametrize("cls", [Resolution, *NAMES], ids=lambda cls: cls.__name__)
def test_the_schema_names_each_field_of_the_model_in_its_order(cls: type) -> None:
    expected = [*extra(cls), *(field.name for field in fields(cls))]
    assert list(object_of(cls)["properties"]) == expected
    assert object_of(cls)["additionalProperties"] is False


@pytest.mark.parametrize("cls", [Resolution, *NAMES], ids=lambda cls: cls.__name__)
def test_the_schema_requires_what_the_model_requires(cls: type) -> None:
    required = [*extra(cls), *(field.name for field in field_shapes(cls) if field.required)]
    assert object_of(cls).get("required", []) == required


@pytest.mark.parametrize("cls", WORDS, ids=lambda cls: cls.__name__)
def test_the_schema_has_each_word_of_the_model(cls: type[StrEnum]) -> None:
    assert schema()["$defs"][WORDS[cls]]["enum"] == [member.value for member in cls]


@given(resolutions())
@SMALL
def test_what_is_encoded_meets_the_schema_and_decodes_to_the_same(resolution: Resolution) -> None:
    data = json.loads(json.dumps(encode(resolution)))
    assert check(data, schema()) == ()
    assert decode(data) == resolution


@given(resolutions(1), st.data())
@SMALL
def test_what_the_codec_finds_malformed_the_schema_refuses(
    resolution: Resolution, data: st.DataObject
) -> None:
    encoded = json.loads(json.dumps(encode(resolution)))
    for _ in range(data.draw(st.integers(1, 3))):
        damage(encoded, data)
    try:
        decode(encoded)
        malformed = False
    except Malformed:
        malformed = True
    except Invalid:  # a rule that a schema cannot say, or says by a pattern
        return
    assert bool(check(encoded, schema())) == malformed


def damage(encoded: Data, data: st.DataObject) -> None:
    """Break one thing somewhere: rename a key, drop one, put another value in its place."""
    place = encoded
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        if not keys:
            return
        key = data.draw(st.sampled_from(keys))
        if isinstance(place[key], dict | list) and data.draw(st.integers(0, 5)):
            place = place[key]
            continue
        break
    match data.draw(st.sampled_from(("drop", "rename", "replace"))):
        case "drop":
            del place[key]
        case "rename" if isinstance(place, dict):
            place[f"{key}s"] = place.pop(key)
        case _:
            place[key] = data.draw(st.sampled_from((None, 7, -1, 1.5, True, "x", "", [], {}, [[]])))
