"""Slots: what people write in them, by the cases on disk, and what they print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.app.clauses import context
from drafter.clauses import (
    Choice,
    Context,
    Slot,
    SlotType,
    Value,
    check_slot,
    suggestions,
    value_text,
)
from drafter.clauses.slots import print_slot
from drafter.errors import BadSlot
from drafter.model import (
    AgendaItem,
    IdMaker,
    Inline,
    Masthead,
    Note,
    Paragraph,
    Part,
    Reference,
    Resolution,
    Role,
    plain_text,
    text,
)

FILE = Path(__file__).parent.parent / "cases" / "clauses" / "slots.txt"
CASES = [
    tuple(column.strip(" ") for column in line.split(" | "))
    for line in FILE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def slot_of(words: str) -> Slot:
    """The slot that a case names: "list of state", "choice a/b", "number 1-5"."""
    kind, _, rest = words.partition(" ")
    return Slot(
        "x",
        SlotType(kind),
        label="X",
        of=SlotType(rest.removeprefix("of ")) if kind == "list" else None,
        choices=tuple(map(Choice, rest.split("/"))) if kind == "choice" else (),
        minimum=int(rest.split("-")[0]) if kind == "number" and rest else None,
        maximum=int(rest.split("-")[1]) if kind == "number" and rest else None,
    )


def printed(slot: Slot, value: object, where: Context) -> str:
    inlines = print_slot(slot, check_slot(slot, value, where), where, IdMaker())
    return re.sub("[\u00a0\u202f]", " ", "".join(map(_shown, inlines)))


def _shown(inline: Inline) -> str:
    if isinstance(inline, Note):
        return f"¹{plain_text(inline.body)}"
    return f"‹{inline.target}›" if isinstance(inline, Reference) else plain_text((inline,))


@pytest.mark.parametrize(("language", "kind", "written", "result"), CASES)
def test_a_slot_takes_good_values_and_teaches_about_bad_ones(
    language: str, kind: str, written: str, result: str
) -> None:
    slot, where = slot_of(kind), context(language)
    written = written.replace("∅", "")
    sign, _, expected = result.partition(" ")
    if sign == "=":
        assert printed(slot, written, where) == expected
        return
    with pytest.raises(BadSlot) as caught:
        check_slot(slot, written, where)
    said = f"{caught.value} {caught.value.hint}"
    assert expected in said
    assert "slot 'x'" in said
    assert caught.value.hint


def test_every_type_of_slot_has_good_and_bad_cases() -> None:
    tried = {(slot_of(kind).type, result[0]) for _, kind, _, result in CASES}
    assert tried == {(kind, sign) for kind in SlotType for sign in "=!"}


def value_or_error(slot: Slot, value: object, where: Context) -> Value | BadSlot:
    try:
        return check_slot(slot, value, where)
    except BadSlot as error:
        return error


@given(st.sampled_from(SlotType), st.one_of(st.text(max_size=40), st.integers(), st.none()))
@settings(max_examples=300, deadline=None)
def test_a_value_that_is_taken_is_taken_again_as_text(kind: SlotType, value: object) -> None:
    slot = Slot("x", kind, "X", of=SlotType.TEXT, choices=(Choice("a"), Choice("b")))
    where = context("en")
    checked = value_or_error(slot, value, where)
    if isinstance(checked, BadSlot):
        assert checked.hint
        assert "'x'" in str(checked)
        return
    assert check_slot(slot, value_text(checked), where) == checked
    assert print_slot(slot, checked, where, IdMaker())


DRAFT = Resolution(
    masthead=Masthead(
        session="Eighty-first session",
        agenda=(AgendaItem(text("Agenda item 20"), text("Springs")),),
    ),
    parts=(
        Part(
            preamble=(
                Paragraph("p-1", Role.PREAMBULAR, text("Recalling its resolution 64/1 and S-10/2")),
            ),
            operative=(
                Paragraph(
                    "p-2",
                    Role.OPERATIVE,
                    (
                        *text("Notes the report A/79/123, in 1325 (2000)"),
                        Note("n-1", text("64/1.")),
                    ),
                ),
            ),
        ),
    ),
)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("resolution", ["64/1", "S-10/2", "1325 (2000)"]),
        ("document", ["A/79/123"]),
        ("paragraph", ["p-1", "p-2"]),
        ("session", ["81", "82", "83", "84", "85"]),
        ("agenda-item", ["Springs"]),
        ("choice a/b", ["a", "b"]),
        ("text", []),
    ],
)
def test_suggestions_come_from_what_the_draft_says_already(kind: str, expected: list[str]) -> None:
    found = suggestions(slot_of(kind), context("en", DRAFT))
    assert [one.value for one in found] == expected


def test_states_and_organs_are_suggested_from_lists() -> None:
    states = suggestions(slot_of("list of state"), context("en"))
    assert states[0].value == "Afghanistan"
    assert len(states) == 195
    assert suggestions(slot_of("organ"), context("fr"))[0].value == "Assemblée générale"


def test_a_reference_names_a_paragraph_of_the_draft() -> None:
    slot = slot_of("paragraph")
    assert check_slot(slot, "p-2", context("en", DRAFT)) == "p-2"
    with pytest.raises(BadSlot, match="is no paragraph of this draft"):
        check_slot(slot, "p-9", context("en", DRAFT))


def test_words_that_do_not_go_on_from_the_clause_are_told() -> None:
    slot = Slot("matter", SlotType.TEXT, "Of what", begins=("of", "that"))
    assert printed(slot, "of the needs of islands", context("en")) == "of the needs of islands"
    with pytest.raises(BadSlot) as caught:
        check_slot(slot, "the needs of islands", context("en"))
    assert "'the needs of islands' does not begin with “of”, “that”" in str(caught.value)
    assert caught.value.hint.endswith("“of the needs of islands”")
