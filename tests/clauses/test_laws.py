"""Laws of the clauses, names and skeletons that come with drafter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter import resources
from drafter.app.clauses import context, example_fault, templates
from drafter.app.new import new_draft
from drafter.clauses import Skeleton, blanks, fill, languages_of, refill, values_of
from drafter.model import IdMaker, Paragraph, plain_text, query
from drafter.model.invariants import faults
from drafter.model.text_rules import text_faults
from drafter.schema import check

FOUND = templates()
LANGUAGES = resources.names("languages")


@pytest.mark.parametrize("code", resources.clause_languages())
def test_a_clause_fills_with_its_example(code: str) -> None:
    told = {clause.id: example_fault(clause) for clause in resources.clauses(code)}
    assert {id_: fault for id_, fault in told.items() if fault} == {}


@pytest.mark.parametrize("code", resources.clause_languages())
def test_filling_again_with_the_same_values_changes_nothing(code: str) -> None:
    where = context(code)
    for clause in resources.clauses(code):
        for values in (clause.example, {}):
            filled = fill(clause, values, where, IdMaker())
            assert refill(filled, FOUND.library, {}, where) == filled


@pytest.mark.parametrize("code", resources.clause_languages())
def test_an_unfilled_clause_shows_each_slot_that_must_be_filled(code: str) -> None:
    for clause in resources.clauses(code):
        left = blanks(fill(clause, {}, context(code), IdMaker()).body)
        needed = {slot.name for slot in clause.slots if not slot.optional and slot.default is None}
        assert set(left) == needed


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_any_part_of_the_values_can_be_taken_out_and_put_back(data: st.DataObject) -> None:
    clause = data.draw(st.sampled_from(resources.clauses("en")))
    where = context("en")
    example = dict(clause.example)
    names = st.sets(st.sampled_from(sorted(example))) if example else st.just(set())
    emptied = dict.fromkeys(data.draw(names), "")
    whole = fill(clause, example, where, IdMaker())
    part = refill(whole, FOUND.library, emptied, where)
    assert not set(emptied) & set(values_of(part))
    assert plain(refill(part, FOUND.library, example, where)) == plain(whole)
    assert tuple(text_faults(part.body, opens=True)) == ()


def plain(paragraph: Paragraph) -> tuple[object, ...]:
    """A paragraph without the ids of its notes, which are new once a note was away."""
    return (paragraph.id, paragraph.meta, plain_text(paragraph.body))


@pytest.mark.parametrize("skeleton", FOUND.skeletons.values(), ids=lambda one: one.name)
def test_a_skeleton_gives_a_well_formed_draft(skeleton: Skeleton) -> None:
    draft = new_draft(FOUND, skeleton, {})
    assert faults(draft) == ()
    assert draft.masthead.organ == skeleton.organ


def test_every_skeleton_is_there_in_the_six_official_languages() -> None:
    for skeleton in FOUND.skeletons.values():
        assert set(languages_of(skeleton, FOUND.library)) == {"ar", "en", "es", "fr", "ru", "zh"}


@pytest.mark.parametrize("skeleton", FOUND.skeletons.values(), ids=lambda one: one.name)
def test_arabic_verbs_have_the_gender_of_the_organ(skeleton: Skeleton) -> None:
    draft = new_draft(FOUND, skeleton, {}, "ar")
    assembly = skeleton.organ == "general-assembly"
    for site in query(draft):
        assert isinstance(site.block, Paragraph)
        words = plain_text(site.block.body).removeprefix("و").removeprefix("إذ ")
        assert words.startswith("ت" if assembly else "ي"), words


@pytest.mark.parametrize(
    ("skeleton", "language"),
    [
        (skeleton, code)
        for skeleton in FOUND.skeletons.values()
        for code in languages_of(skeleton, FOUND.library)
    ],
    ids=lambda one: getattr(one, "name", one),
)
def test_a_skeleton_is_well_formed_in_each_of_its_languages(
    skeleton: Skeleton, language: str
) -> None:
    draft = new_draft(FOUND, skeleton, {}, language)
    assert faults(draft) == ()
    assert (draft.language, draft.masthead.organ) == (language, skeleton.organ)


@pytest.mark.parametrize("name", resources.names("skeletons"))
def test_a_skeleton_meets_the_schema(name: str) -> None:
    data = resources.profile("skeletons", name)
    assert check(data, resources.schema("skeleton")) == ()
    assert data["name"] == name


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_names_of_a_language_meet_the_schema(code: str) -> None:
    data = resources.profile("names", code)
    assert check(data, resources.schema("names")) == ()
    assert len(data["sessions"]) == len(data["session_lines"]) == 150


@pytest.mark.parametrize("code", ["en", "fr", "es"])
def test_states_organs_and_entities_are_the_same_in_each_language(code: str) -> None:
    english, other = resources.clause_names("en"), resources.clause_names(code)
    assert len(other.states) == len(english.states) == 195
    assert len(other.entities) == len(english.entities)
    assert other.organs.keys() == english.organs.keys()


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "Eighty-first session"),
        ("fr", "Quatre-vingt-unième session"),
        ("es", "Octogésimo primer período de sesiones"),
        ("ru", "Восемьдесят первая сессия"),
        ("ar", "الدورة الحادية والثمانون"),
        ("zh", "第八十一届会议"),
    ],
)
def test_the_line_of_the_session_is_as_the_masthead_prints_it(code: str, line: str) -> None:
    assert resources.clause_names(code).session_lines[80] == line


@pytest.mark.parametrize("code", ["ar", "fr", "ru"])
def test_the_subject_stands_only_where_its_form_fits(code: str) -> None:
    """What a text is on has another preposition or case than what is considered further."""
    skeleton = FOUND.skeletons["human-rights-council"]
    values = {"subject": "XX", "earlier": "52/9", "next-session": "64"}
    draft = new_draft(FOUND, skeleton, values, code)
    bodies = [site.block.body for site in query(draft) if isinstance(site.block, Paragraph)]
    assert ["XX" in plain_text(body) for body in bodies].count(True) == 1
    assert "XX" not in plain_text(bodies[-1])
    assert blanks(bodies[-1]) == ()
