"""A field that is added to a schema appears in the editor without code."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest

from drafter import resources
from drafter.commands import Ask, State, Unclear, run
from drafter.commands.head import head_form
from drafter.errors import BadAnswer
from drafter.model import Resolution
from drafter.schema import asking, check
from drafter.shell.completion import candidates
from tests.sessions import desk, state_of

ADDED = {
    "urgency": {
        "enum": ["normal", "urgent"],
        "description": "How soon the text is needed.",
    },
    "rooms": {"type": "integer", "minimum": 1, "description": "How many rooms are booked."},
}


@pytest.fixture
def schema() -> dict[str, Any]:
    """The schema of a resolution whose masthead has two fields more, one of which must be given."""
    data = deepcopy(dict(resources.schema("resolution")))
    masthead = data["$defs"]["masthead"]
    masthead["properties"] = {**masthead["properties"], **ADDED}
    masthead["required"] = [*masthead.get("required", ()), "urgency"]
    return data


@pytest.fixture
def state(schema: Mapping[str, Any]) -> State:
    laid = replace(
        desk(), schema=lambda name: schema if name == "resolution" else desk().schema(name)
    )
    return replace(state_of(Resolution()), desk=laid, known=None)


def offered(line: str, state: State) -> list[str]:
    return [one.text for one in candidates(line, state)]


def test_it_is_a_question_of_the_form(state: State) -> None:
    _, request = run("head", state)
    assert isinstance(request, Ask)
    asked = {question.name: question for question in request.form.fields}
    assert asked["urgency"].title == "Urgency"
    assert asked["urgency"].help == "How soon the text is needed."
    assert [choice.value for choice in asked["urgency"].choices] == ["normal", "urgent"]
    assert asked["urgency"].required
    titles = [one.title for one in asking(head_form(state)).questions]
    assert {"Urgency", "Rooms"} <= set(titles)


def test_it_is_completed_with_its_values(state: State) -> None:
    assert offered("head urg", state) == ["urgency="]
    assert offered("head urgency=", state) == ["normal", "urgent"]


@pytest.mark.parametrize(
    ("line", "error", "words"),
    [
        ("head urgency=urgnt", BadAnswer, "did you mean 'urgent'?"),
        ("head rooms=many", BadAnswer, "whole number"),
        ("head rooms=0", BadAnswer, "the least is 1"),
        ("head urgncy=normal", Unclear, "did you mean 'urgency'?"),
    ],
)
def test_wrong_values_and_names_are_told(
    line: str, error: type[BadAnswer | Unclear], words: str, state: State
) -> None:
    with pytest.raises(error) as caught:
        run(line, state)
    assert words in f"{caught.value.what} {caught.value.hint}"


def test_a_document_without_it_is_told_which_field_is_missing(schema: Mapping[str, Any]) -> None:
    document = {
        "type": "resolution",
        "version": 1,
        "kind": "draft",
        "language": "en",
        "masthead": {},
    }
    (told,) = [fault for fault in check(document, schema) if "urgency" in fault.message]
    assert told.message == "the field 'urgency' is missing"
    assert told.path == "masthead"
