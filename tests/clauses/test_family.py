"""Family files: what is wrong with one is told with its path and what to write."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.app.clauses import context
from drafter.clauses import (
    Library,
    draft_from,
    family_faults,
    family_from,
    skeleton_faults,
    skeleton_from,
)
from drafter.clauses.skeleton import MASTHEAD
from drafter.clauses.template import parse_template
from drafter.errors import Malformed, Unsupported
from drafter.model.invariants import faults

GOOD: dict[str, Any] = {
    "language": "en",
    "family": "reports",
    "clauses": [
        {
            "id": "op-report",
            "part": "operative",
            "title": "Ask for a report",
            "purpose": "For a report.",
            "text": "*Requests* a report on {subject};",
            "slots": [{"name": "subject", "type": "text", "label": "Subject"}],
            "tags": ["report"],
            "example": {"subject": "springs"},
        }
    ],
}
OUTLINE: dict[str, Any] = {
    "name": "mine",
    "title": "Mine",
    "purpose": "For me.",
    "language": "en",
    "kind": "draft",
    "organ": "general-assembly",
    "slots": [{"name": "title", "type": "text", "label": "Title"}],
    "masthead": {"distribution": "limited"},
    "heading": "{title}",
    "operative": [{"clause": "op-report", "set": {"subject": "{title}"}}],
}


def with_clause(**fields: object) -> dict[str, Any]:
    """The good file with fields of its clause changed; None takes a field away."""
    clause = {**GOOD["clauses"][0], **fields}
    kept = {name: value for name, value in clause.items() if value is not None}
    return {**GOOD, "clauses": [kept]}


def with_slot(**fields: object) -> dict[str, Any]:
    return with_clause(slots=[{**GOOD["clauses"][0]["slots"][0], **fields}])


CASES: list[tuple[dict[str, Any], str, str, str]] = [
    (with_clause(id=None), "clauses/0", "the field 'id' is missing", "add 'id'"),
    (with_clause(titel="x"), "clauses/0/titel", "no field 'titel'", "did you mean 'title'?"),
    (with_clause(part="operativ"), "clauses/0/part", "'operativ'", "did you mean 'operative'?"),
    (with_clause(id="pp-report"), "clauses/0/id", "begins with 'op-'", "change the part"),
    (with_clause(text="*Requests {subject};"), "clauses/0/text", "no second one", "*italics*"),
    (with_clause(text="Requests {subject"), "clauses/0/text", "begins nothing", "{slot}"),
    (with_clause(text="A {subjct};"), "clauses/0/text", "{subjct}", "did you mean 'subject'?"),
    (with_clause(text="A {? b ?}{subject};"), "clauses/0/text", "has no slot", "{slot}"),
    (with_clause(text="A b;"), "clauses/0/slots/0", "does not use the slot 'subject'", "{subject}"),
    (with_clause(text=" A {subject};"), "clauses/0/text", "begins or ends with a space", "away"),
    (with_clause(example={}), "clauses/0/example", "does not fill the slot 'subject'", "'text'"),
    (
        with_clause(example={"subject": "x", "subjekt": "y"}),
        "clauses/0/example/subjekt",
        "fills a slot 'subjekt'",
        "did you mean 'subject'?",
    ),
    (with_clause(tags="report"), "clauses/0/tags", "a list is expected", "write a list"),
    (with_clause(text="A\t{subject};"), "clauses/0/text", "without control characters", "one line"),
    (with_clause(title=7), "clauses/0/title", "a text is expected, this is the number 7", "a text"),
    (with_slot(type="txt"), "clauses/0/slots/0/type", "'txt'", "did you mean 'text'?"),
    (with_slot(type="choice"), "clauses/0/slots/0", "needs the field 'choices'", "add 'choices'"),
    (with_slot(type="list"), "clauses/0/slots/0", "needs the field 'of'", "add 'of'"),
    (with_slot(minimum=1), "clauses/0/slots/0/minimum", "belongs to slots of type 'number'", "out"),
    (with_slot(optional="yes"), "clauses/0/slots/0/optional", "true or false", "true or false"),
    ({**GOOD, "clauses": GOOD["clauses"] * 2}, "clauses", "stands 2 times", "its own id"),
    ({"language": "en"}, "", "the field 'family' is missing", "add 'family'"),
]


@pytest.mark.parametrize(("data", "path", "message", "hint"), CASES)
def test_a_fault_is_told_with_its_place_and_what_to_write(
    data: dict[str, Any], path: str, message: str, hint: str
) -> None:
    found = [fault for fault in family_faults(data) if fault.path == path]
    assert any(message in fault.message and hint in fault.hint for fault in found), found


def test_a_good_file_has_no_faults() -> None:
    assert list(family_faults(GOOD)) == []
    assert list(skeleton_faults(OUTLINE)) == []


def test_every_fault_of_a_file_is_told_at_once() -> None:
    with pytest.raises(Malformed) as caught:
        family_from(with_clause(part="operativ", titel="x"))
    assert len(caught.value.also) == 1


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"heading": "{titel}"}, "there is no slot 'titel'"),
        ({"heading": "Peace", "operative": []}, "nothing uses the slot 'title'"),
        ({"masthead": {"symbl": "A/1/2"}}, "there is no field 'symbl' here"),
        ({"operative": [{"claus": "op-report"}]}, "the field 'clause' is missing"),
        ({"kind": "letter"}, "'letter'"),
    ],
)
def test_a_fault_of_a_skeleton_is_told(change: dict[str, Any], message: str) -> None:
    found = [fault.message for fault in skeleton_faults({**OUTLINE, **change})]
    assert any(message in words for words in found), found


def error_of(read: Callable[[Any], object], data: object) -> Malformed | None:
    """The error that reading ends in, None when it succeeds; any other exception is a defect."""
    try:
        read(data)
    except Malformed as error:
        return error
    return None


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.floats(allow_nan=False),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*GOOD, *GOOD["clauses"][0], *OUTLINE, "name", "type", "set", "below"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_no_file_however_broken_ends_in_another_error(data: st.DataObject) -> None:
    broken = json.loads(json.dumps(data.draw(st.sampled_from([GOOD, OUTLINE]))))
    place: Any = broken
    for _ in range(data.draw(st.integers(0, 4))):
        steps = list(place) if isinstance(place, dict) else list(range(len(place)))
        if not steps:
            break
        step = data.draw(st.sampled_from(steps))
        if not isinstance(place[step], dict | list) or data.draw(st.booleans()):
            place[step] = data.draw(JUNK)
            break
        place = place[step]
    for read in (family_from, skeleton_from):
        error = error_of(read, broken)
        assert error is None or all(one.hint for one in (error, *error.also))


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_a_skeleton_that_is_taken_gives_a_well_formed_draft_or_an_error(
    data: st.DataObject,
) -> None:
    texts = st.text(max_size=8) | st.just("{title}")
    fields = st.dictionaries(st.sampled_from(MASTHEAD), texts, max_size=4)
    outline = {
        **OUTLINE,
        "masthead": data.draw(fields),
        "enacting": data.draw(texts),
        "submitted": data.draw(texts),
        "sponsors": data.draw(texts),
    }
    if list(skeleton_faults(outline)):
        return
    library, given_ = (
        Library(family_from(GOOD)),
        data.draw(st.sampled_from(["Springs", "2026-11-02"])),
    )
    try:
        draft = draft_from(skeleton_from(outline), {"title": given_}, library, context("en"))
    except Malformed as error:
        assert error.hint  # noqa: PT017 - either outcome is good
        return
    assert faults(draft) == ()


@given(st.text(alphabet="*{}?\\ab c-", max_size=24))
@settings(max_examples=300, deadline=None)
def test_any_text_of_a_clause_is_taken_apart_or_told(words: str) -> None:
    error = error_of(parse_template, words)
    assert error is None or error.hint


def test_of_two_clauses_with_one_id_the_first_counts() -> None:
    first, second = family_from(GOOD)[0], family_from(with_clause(title="Other"))[0]
    library = Library([first, second])
    assert len(library) == 1
    assert library["en", "op-report"].title == "Ask for a report"


def test_a_clause_is_found_by_words_like_its_own_and_by_filters() -> None:
    library = Library(family_from(GOOD))
    assert library.search("ask for reprot") == tuple(library.values())
    assert library.search("zzzz qqqq") == ()
    assert library.search(part="preambular") == ()
    assert library.search(tags=["report"], organ="general-assembly", language="en")
    assert library.search(tags=["springs"]) == ()


def test_a_clause_of_another_language_is_named() -> None:
    library = Library(family_from(GOOD))
    with pytest.raises(Unsupported) as caught:
        library.get_clause("op-report", "fr")
    assert caught.value.hint == "it is there in: en"
