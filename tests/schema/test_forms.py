from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from drafter import resources
from drafter.errors import BadAnswer, Unsupported
from drafter.schema import (
    Asking,
    Choice,
    Field,
    Form,
    Kind,
    asking,
    check_value,
    field_of,
    form_of,
    form_of_slots,
    set_answer,
    shown,
    spoken,
)

MASTHEAD = form_of(resources.schema("resolution"), "masthead", "Masthead")
ORIGIN = form_of(resources.schema("resolution"), "origin")


@dataclass(frozen=True, slots=True)
class Slot:
    name: str
    type: str
    label: str = ""
    help: str = ""
    optional: bool = False
    choices: tuple[str, ...] = ()
    default: str = ""


def answered(start: Asking, *texts: str) -> Asking:
    for text in texts:
        start = start.answer(text)
    return start


def titles(state: Asking) -> list[str]:
    return [question.title for question in state.questions]


def test_the_form_of_the_masthead_has_the_fields_of_the_schema() -> None:
    properties = resources.schema("resolution")["$defs"]["masthead"]["properties"]
    assert [field.name for field in MASTHEAD.fields] == list(properties)


def test_a_field_added_to_a_schema_is_a_field_of_the_form() -> None:
    schema = {
        "title": "A letter",
        "properties": {"addressee": {"type": "string", "description": "To whom it goes."}},
        "required": ["addressee"],
    }
    (field,) = form_of(schema).fields
    assert field == Field(
        "addressee",
        "Addressee",
        Kind.TEXT,
        "To whom it goes.",
        required=True,
        rules={"type": "string", "description": "To whom it goes.", "$defs": {}},
    )


@pytest.mark.parametrize(
    ("rules", "kind"),
    [
        ({"type": "string"}, Kind.TEXT),
        ({"type": "integer"}, Kind.WHOLE),
        ({"type": "number"}, Kind.NUMBER),
        ({"type": "boolean"}, Kind.FLAG),
        ({"enum": ["a", "b"]}, Kind.CHOICE),
        ({"type": "array", "items": {"type": "string"}}, Kind.LIST),
        ({"$ref": "#/$defs/date"}, Kind.DATE),
        ({"$ref": "#/$defs/inlines"}, Kind.RUNNING),
        ({"$ref": "#/$defs/agendaItem"}, Kind.GROUP),
    ],
)
def test_the_kind_of_a_field_follows_from_its_rules(rules: Mapping[str, Any], kind: Kind) -> None:
    assert field_of("name", rules, resources.schema("resolution")).kind == kind


def test_a_reference_to_nothing_is_told() -> None:
    with pytest.raises(Unsupported, match="no definition 'nothing'"):
        field_of("name", {"$ref": "#/$defs/nothing"}, {})


def test_a_definition_that_is_no_object_has_no_form() -> None:
    with pytest.raises(Unsupported, match="language has no fields"):
        form_of(resources.schema("resolution"), "language")


def test_what_holds_itself_ends_in_the_form() -> None:
    *_, children = form_of(resources.schema("resolution"), "opaque").fields
    assert children.items is not None
    assert [field.name for field in children.items.fields] == ["name", "attributes", "text"]


def test_what_stands_beside_a_reference_goes_before_what_it_refers_to() -> None:
    number = form_of(resources.schema("resolution")).fields
    assert {field.name: field.help for field in number}["number"].startswith("The number of an")


def test_an_annotation_names_the_family_of_likely_answers() -> None:
    found = {field.name: field.suggest for field in MASTHEAD.fields if field.suggest}
    assert found == {
        "organ": "organs",
        "distribution": "distribution",
        "original": "languages",
        "committee": "committees",
    }


def test_a_discriminator_opens_the_fields_of_its_branch() -> None:
    names = {
        answer: [field.name for field in ORIGIN.asked({"type": answer})]
        for answer in ("submission", "adoption")
    }
    assert names == {
        "submission": ["type", "sponsors", "line"],
        "adoption": ["type", "line", "bracket", "date"],
    }


def test_names_are_spoken_as_people_say_them() -> None:
    assert [spoken(name) for name in ("job_number", "tableNote", "op-last")] == [
        "Job number",
        "Table note",
        "Op last",
    ]


def test_the_form_of_a_clause_has_a_field_for_each_slot() -> None:
    slots = (
        Slot("session", "session", "Session of the report", "As a number: 81."),
        Slot("verb", "choice", optional=True, choices=("urges", "calls upon"), default="urges"),
    )
    assert form_of_slots("Ask for a report", slots) == Form(
        "Ask for a report",
        (
            Field("session", "Session of the report", "session", "As a number: 81.", required=True),
            Field(
                "verb",
                "Verb",
                "choice",
                choices=(Choice("urges"), Choice("calls upon")),
                default="urges",
            ),
        ),
        open_ended=True,
    )


DATE = Field("date", "Date", Kind.DATE)
FLAG = Field("numbers", "Line numbers", Kind.FLAG)
WHOLE = Field("lines", "Lines", Kind.WHOLE, rules={"type": "integer", "maximum": 40})
NUMBER = Field("gap", "Gap", Kind.NUMBER)
CHOICE = Field("kind", "Kind", Kind.CHOICE, choices=(Choice("draft"), Choice("decision")))
LIST = Field("codes", "Codes", Kind.LIST, items=Field("codes", "Code"))
TEXT = Field("symbol", "Symbol", help="A/RES/64/1", required=True)
RUNNING = Field("line", "Line", Kind.RUNNING)


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (DATE, "2026-10-06", "2026-10-06"),
        (DATE, "20261006", "2026-10-06"),
        (FLAG, "Yes", True),
        (FLAG, "off", False),
        (WHOLE, "12", 12),
        (NUMBER, "1.5", 1.5),
        (CHOICE, "Decision", "decision"),
        (CHOICE, "dr", "draft"),
        (LIST, "en, fr", ["en", "fr"]),
        (TEXT, "  A/RES/64/1 ", "A/RES/64/1"),
        (RUNNING, "Agenda item 21", ["Agenda item 21"]),
        (RUNNING, "", None),
    ],
)
def test_a_good_answer_is_plain_data(field: Field, typed: str, value: object) -> None:
    assert check_value(field, typed) == value


@pytest.mark.parametrize(
    ("field", "typed", "error"),
    [
        (DATE, "6 October", BadAnswer("Date", "6 October", "is not a date")),
        (DATE, "2026-02-30", BadAnswer("Date", "2026-02-30", "is no day of the calendar")),
        (FLAG, "perhaps", BadAnswer("Line numbers", "perhaps", "is neither yes nor no")),
        (WHOLE, "twelve", BadAnswer("Lines", "twelve", "is not a whole number")),
        (WHOLE, "41", BadAnswer("Lines", "41", "41 is too large")),
        (NUMBER, "1,5", BadAnswer("Gap", "1,5", "is not a number")),
        (CHOICE, "d", BadAnswer("Kind", "d", "is not one of the choices")),
        (TEXT, " ", BadAnswer("Symbol", "", "an answer is needed")),
    ],
)
def test_a_bad_answer_names_field_answer_and_fault_and_teaches(
    field: Field, typed: str, error: BadAnswer
) -> None:
    with pytest.raises(BadAnswer) as caught:
        check_value(field, typed)
    assert caught.value.what == error.what
    assert caught.value.hint


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        (TEXT, None, ""),
        (FLAG, True, "yes"),
        (LIST, ["en", "fr"], "en, fr"),
        (RUNNING, ["Agenda ", {"type": "emphasis", "style": "italic", "body": ["item"]}],
         "Agenda item"),
        (RUNNING, ["Kenya", {"type": "note", "id": "n-1", "body": ["On behalf."]}], "Kenya"),
        (WHOLE, 12, "12"),
    ],
)  # fmt: skip
def test_a_value_is_shown_as_it_would_be_typed(field: Field, value: object, text: str) -> None:
    assert shown(field, value) == text


def test_questions_follow_one_another_and_a_list_asks_until_an_empty_answer() -> None:
    done = answered(
        asking(MASTHEAD),
        "general-assembly", "A/C.2/79/L.5", "limited", "2026-10-06", "en", "fr", "",
        "Seventy-ninth session", "", "Agenda item 21", "Groups of countries", "", "26-12345",
    )  # fmt: skip
    assert done.question is None
    assert done.answers == {
        "organ": "general-assembly",
        "symbol": "A/C.2/79/L.5",
        "distribution": "limited",
        "date": "2026-10-06",
        "original": ["en", "fr"],
        "session": "Seventy-ninth session",
        "agenda": [{"line": ["Agenda item 21"], "title": ["Groups of countries"]}],
        "job_number": "26-12345",
    }


def test_one_can_go_back_and_the_answers_stay() -> None:
    state = answered(asking(MASTHEAD), "general-assembly", "A/79/L.1").back()
    assert state.question is not None
    assert (state.question.title, state.question.text) == ("Symbol", "A/79/L.1")
    assert answered(state, "A/79/L.2").answers["symbol"] == "A/79/L.2"
    assert asking(MASTHEAD).back().at == 0


def test_an_empty_answer_takes_an_item_of_a_list_away() -> None:
    form = Form("Languages", (LIST, TEXT))
    state = asking(form, {"codes": ["en", "fr"], "symbol": "A/1"})
    assert titles(state) == ["Codes 1", "Codes 2", "Codes 3", "Symbol"]
    assert answered(state, "", "fr", "").question == answered(state, "", "fr", "").questions[-1]
    assert answered(state, "").answers == {"codes": ["fr"], "symbol": "A/1"}


def test_an_answer_left_as_it_is_keeps_what_its_line_does_not_show() -> None:
    note = {"type": "note", "id": "n-1", "body": ["On behalf of the Group."]}
    state = asking(Form("Origin", (RUNNING,)), {"line": ["Kenya", note]})
    assert state.question is not None
    assert state.answer(state.question.text).answers == {"line": ["Kenya", note]}
    assert state.answer("Mexico").answers == {"line": ["Mexico"]}


def test_a_slot_may_stay_open() -> None:
    form = form_of_slots("Ask for a report", (Slot("subject", "text", "Subject"),))
    assert asking(form).answer("").answers == {}


def test_a_discriminator_brings_its_questions_after_it() -> None:
    state = asking(ORIGIN).answer("adoption")
    assert titles(state) == ["Type", "Line", "Bracket", "Date"]


def test_a_field_is_set_by_its_name() -> None:
    state = set_answer(asking(MASTHEAD), "symbol", "A/79/L.1")
    assert (state.answers, state.at) == ({"symbol": "A/79/L.1"}, 0)
    with pytest.raises(BadAnswer) as caught:
        set_answer(state, "symbols", "A/79/L.1")
    assert "there are organ, symbol" in caught.value.hint


def test_the_check_of_a_form_may_be_another() -> None:
    state = asking(Form("Clause", (Field("session", "Session", "session"),)), {}, _doubled)
    assert state.answer("81").answers == {"session": "8181"}


def _doubled(_field: Field, text: str) -> str:
    return text * 2
