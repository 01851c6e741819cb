"""Messages of the schema check: what, where, what to try."""

from __future__ import annotations

from typing import Any

import pytest

from drafter import resources
from drafter.model.invariants import Fault
from drafter.schema import check

CASES: tuple[tuple[dict[str, Any], tuple[Fault, ...]], ...] = (
    ({}, ()),
    (
        {"titel": ["Peace"]},
        (Fault("titel", "there is no field 'titel' here", "did you mean 'title'?"),),
    ),
    (
        {"kind": "resolutoin"},
        (
            Fault(
                "kind",
                "the text 'resolutoin' is not known here",
                "did you mean 'resolution'?",
            ),
        ),
    ),
    (
        {"parts": [{"operative": [{"type": "paragraph", "role": "operative"}]}]},
        (Fault("parts/0/operative/0", "the field 'id' is missing", "add 'id'"),),
    ),
    (
        {"parts": [{"operative": [{"type": "paragraf", "id": "p-1"}, {"id": "p-2"}]}]},
        (
            Fault(
                "parts/0/operative/0/type",
                "the text 'paragraf' is not known here",
                "did you mean 'paragraph'?",
            ),
            Fault("parts/0/operative/1", "the field 'type' is missing", "add 'type'"),
        ),
    ),
    (
        {"title": "Peace"},
        (Fault("title", "a list is expected, this is the text 'Peace'", "write a list here"),),
    ),
    (
        {"title": [7], "number": None, "parts": []},
        (
            Fault("number", "a text is expected, this is null", "write a text here"),
            Fault("parts", "a list of 0 is too short", "at least 1 needed"),
            Fault(
                "title/0",
                "a text or an object is expected, this is the number 7",
                "write a text or an object here",
            ),
        ),
    ),
    (
        {"masthead": {"date": "2009-02-30", "original": ["English"]}},
        (
            Fault(
                "masthead/date",
                "the text '2009-02-30' is not a date",
                "Year, month and day: 2009-10-06.",
            ),
            Fault(
                "masthead/original/0",
                "the text 'English' has not the form that is needed",
                "A language code of ISO 639: en, fr, es, ru, ar, zh.",
            ),
        ),
    ),
)


@pytest.mark.parametrize(("fields", "expected"), CASES)
def test_every_fault_is_told_with_path_and_hint(
    fields: dict[str, Any], expected: tuple[Fault, ...]
) -> None:
    data = {"drafter": 1, "kind": "draft", "language": "en", **fields}
    assert check(data, resources.schema("resolution")) == expected


def test_a_missing_version_is_told() -> None:
    found = check({"kind": "draft", "language": "en"}, resources.schema("resolution"))
    assert found == (Fault("", "the field 'drafter' is missing", "add 'drafter'"),)


def test_another_version_is_told() -> None:
    data = {"drafter": 2, "kind": "draft", "language": "en"}
    found = check(data, resources.schema("resolution"))
    assert found == (Fault("drafter", "the number 2 cannot stand here", "write 1"),)
