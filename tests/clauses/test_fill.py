"""Filling clauses: texts, blanks, notes, and filling again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from drafter.app.clauses import context, sound_templates
from drafter.clauses import (
    Clause,
    Library,
    blanks,
    clause_of,
    family_from,
    fill,
    is_edited,
    refill,
    values_of,
)
from drafter.errors import BadSlot, Unsupported
from drafter.model import (
    Blank,
    Emphasis,
    IdMaker,
    Note,
    Paragraph,
    Reference,
    Role,
    Style,
    Text,
    plain_text,
    text,
)

WHERE = context("en")


def clause(words: str, *slots: dict[str, Any], part: str = "operative") -> Clause:
    """A clause with these slots; what a slot does not say is filled in."""
    prefix = {"operative": "op", "preambular": "pp", "note": "note", "sub-paragraph": "sub"}[part]
    whole = [{"type": "text", "label": "Label", **slot} for slot in slots]
    one = {
        "id": f"{prefix}-test",
        "part": part,
        "title": "Test",
        "purpose": "To test.",
        "text": words,
        "slots": whole,
        "example": {slot["name"]: "x" for slot in slots},
    }
    return family_from({"language": "en", "family": "tests", "clauses": [one]})[0]


def filled(one: Clause, **values: object) -> Paragraph:
    return fill(one, values, WHERE, IdMaker())


REPORT = clause(
    "*Requests* a report{? on {subject}?} at its {session} session;{?{note}?}",
    {"name": "session", "type": "session"},
    {"name": "subject", "optional": True},
    {"name": "note", "type": "footnote", "optional": True},
)
SHELF = Library([REPORT])


def test_a_filled_clause_is_an_ordinary_paragraph_that_remembers_its_values() -> None:
    assert filled(REPORT, session=81, subject="springs") == Paragraph(
        id=IdMaker().make("p", "Requests a report on springs at its eighty-first session;"),
        role=Role.OPERATIVE,
        body=(
            Emphasis(Style.OPENING, (Text("Requests"),)),
            Text(" a report on springs at its eighty-first session;"),
        ),
        meta=(("clause", "op-test"), ("slot-session", "81"), ("slot-subject", "springs")),
    )


def test_a_slot_that_must_be_filled_is_a_blank_and_an_optional_one_leaves_nothing() -> None:
    found = filled(REPORT)
    assert plain_text(found.body) == "Requests a report at its [session] session;"
    assert blanks(found.body) == ("session",)
    assert values_of(found) == {}


def test_a_blank_stands_in_opening_words_too() -> None:
    chosen = {"name": "verb", "type": "choice", "choices": ["Urges", "Invites"]}
    found = filled(clause("*{verb}* all States;", chosen))
    assert found.body[0] == Emphasis(Style.OPENING, (Blank("verb"),))


def test_only_the_first_italics_are_opening_words_and_a_note_has_none() -> None:
    found = filled(clause("*Recalls* the *Charter*;"))
    assert [one.style for one in found.body if isinstance(one, Emphasis)] == [
        Style.OPENING,
        Style.ITALIC,
    ]
    note = filled(clause("*Springs*, vol. {volume}.", {"name": "volume"}, part="note"), volume="2")
    assert note.body[0] == Emphasis(Style.ITALIC, (Text("Springs"),))


def test_a_footnote_stands_where_its_slot_stands() -> None:
    found = filled(REPORT, session=81, note="See *Springs*.")
    note = next(one for one in found.body if isinstance(one, Note))
    assert note.body == (Text("See "), Emphasis(Style.ITALIC, (Text("Springs"),)), Text("."))


def test_a_footnote_that_must_be_filled_is_a_note_with_a_blank() -> None:
    found = filled(clause("*Notes* it;{note}", {"name": "note", "type": "footnote"}))
    assert blanks(found.body) == ("note",)
    assert isinstance(found.body[-1], Note)


def test_a_paragraph_slot_is_a_reference_in_its_form() -> None:
    one = clause("*Recalls* {para};", {"name": "para", "type": "paragraph", "form": "named"})
    found = filled(one, para="p-aaaaa")
    assert Reference("p-aaaaa", one.slots[0].form) in found.body


def test_a_list_has_the_last_word_that_its_slot_says() -> None:
    slot = {"name": "who", "type": "list", "of": "text", "join": "or"}
    found = filled(clause("*Invites* {who} to speak;", slot), who=["a", "b", "c"])
    assert plain_text(found.body) == "Invites a, b or c to speak;"


def test_a_number_may_always_stand_in_figures() -> None:
    slot = {"name": "days", "type": "number", "words": False}
    assert "in 3 days" in plain_text(filled(clause("*Meets* in {days} days;", slot), days=3).body)


def test_a_default_is_taken_where_nothing_is_given_and_not_where_it_was_emptied() -> None:
    one = clause("*Thanks* {who};", {"name": "who", "default": "Member States"})
    found = filled(one)
    assert plain_text(found.body) == "Thanks Member States;"
    emptied = refill(found, Library([one]), {"who": ""}, WHERE)
    assert plain_text(emptied.body) == "Thanks [who];"
    assert refill(emptied, Library([one]), {}, WHERE) == emptied


def test_all_bad_values_are_told_at_once() -> None:
    with pytest.raises(BadSlot) as caught:
        filled(REPORT, session="next", subject="springs;", topic="x")
    told = [str(caught.value), *map(str, caught.value.also)]
    assert [words.split(":")[0] for words in told] == [
        "slot 'topic'",
        "slot 'session'",
        "slot 'subject'",
    ]


def test_filling_again_keeps_id_place_and_what_else_is_remembered() -> None:
    child = Paragraph("p-child", Role.ITEM, text("To rest;"))
    old = replace(
        filled(REPORT, session=81, note="A/1/2."),
        children=(child,),
        label="3 bis",
        meta=(("aside", "kept"), *filled(REPORT, session=81, note="A/1/2.").meta),
    )
    new = refill(old, SHELF, {"session": 82}, WHERE)
    assert (new.id, new.children, new.label) == (old.id, old.children, old.label)
    assert ("aside", "kept") in new.meta
    assert plain_text(new.body) == "Requests a report at its eighty-second session;"
    assert old.body[-1] == new.body[-1]  # the note with its id


def test_a_note_whose_text_changes_keeps_its_id() -> None:
    old = filled(REPORT, session=81, note="A/1/2.")
    new = refill(old, SHELF, {"note": "A/1/3."}, WHERE)
    ids = [one.id for body in (old.body, new.body) for one in body if isinstance(one, Note)]
    assert len(ids) == 2
    assert len(set(ids)) == 1


def test_the_full_stop_of_the_last_paragraph_stays() -> None:
    last = replace(filled(REPORT, session=81), body=text("Requests a report."))
    assert plain_text(refill(last, SHELF, {}, WHERE).body).endswith("session.")


def test_a_text_changed_by_hand_is_known() -> None:
    found = filled(REPORT, session=81)
    assert not is_edited(found, SHELF, WHERE)
    assert is_edited(replace(found, body=text("Requests two reports;")), SHELF, WHERE)


def test_a_paragraph_without_a_clause_cannot_be_filled_again() -> None:
    with pytest.raises(Unsupported, match="not made of a clause"):
        clause_of(Paragraph("p-1", Role.OPERATIVE, text("Decides")), SHELF, "en")


def test_a_clause_that_is_gone_is_named() -> None:
    gone = replace(filled(REPORT), meta=(("clause", "op-tset"),))
    with pytest.raises(Unsupported, match="no clause 'op-tset'") as caught:
        refill(gone, SHELF, {}, WHERE)
    assert caught.value.hint == "did you mean 'op-test'?"


def test_a_roll_of_votes_names_states_as_lists_do_and_running_text_with_their_article() -> None:
    votes = sound_templates().library.get_clause("closing-in-favour")
    roll = fill(votes, {**votes.example, "states": "Kenya; Sudan"}, WHERE, IdMaker())
    offer = clause("*Thanks* the Government of {state};", {"name": "state", "type": "state"})
    assert plain_text(roll.body).endswith("Kenya and Sudan")
    assert plain_text(filled(offer, state="Sudan").body) == "Thanks the Government of the Sudan;"
    assert values_of(filled(offer, state="the Sudan")) == {"state": "Sudan"}
