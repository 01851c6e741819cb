"""Laws of the edits: what is done can be taken back, nothing is lost, values stay well formed."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from drafter.edit import (
    Wanted,
    add_annex,
    add_note,
    annex_of,
    delete,
    delete_annex,
    delete_note,
    demote,
    dissolve,
    find,
    gather,
    letters,
    move_annex,
    move_note,
    note_of,
    promote,
    refer,
    replace_text,
    retitle_annex,
    rewrite_note,
    row_of,
    search,
    swap,
    text_of,
    tidy,
    with_sponsors,
)
from drafter.errors import DrafterError
from drafter.model import (
    Annex,
    Block,
    Heading,
    Inlines,
    Note,
    NoteMark,
    Paragraph,
    Reference,
    Resolution,
    Section,
    Submission,
    notes,
    passages,
    plain_text,
    query,
    query_inlines,
    text,
)
from drafter.model.invariants import faults
from drafter.numbering import State, number, resolve
from tests.strategies import inlines, resolutions

PICK = st.integers(0, 10**6)
FEW = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


def blocks(draft: Resolution, wanted: Callable[[Block], bool] = lambda _: True) -> list[str]:
    """The ids of all blocks of a kind."""
    return [site.block.id for site in query(draft) if wanted(site.block)]


def one_of(ids: list[str], pick: int) -> str:
    assume(ids)
    return ids[pick % len(ids)]


def is_paragraph(block: Block) -> bool:
    return isinstance(block, Paragraph)


def has_text(block: Block) -> bool:
    return isinstance(block, Paragraph | Heading) and bool(block.body)


def done(edit: Callable[..., Resolution], *arguments: object) -> Resolution:
    """What an edit gives; where it is refused the case is passed over."""
    try:
        return edit(*arguments)
    except DrafterError:
        assume(False)  # noqa: FBT003 - hypothesis calls it so
        raise


@FEW
@given(resolutions(1), PICK, PICK)
def test_two_that_are_swapped_twice_stand_where_they_stood(
    draft: Resolution, a: int, b: int
) -> None:
    one, other = one_of(blocks(draft), a), one_of(blocks(draft), b)
    swapped = done(swap, draft, one, other)
    assert faults(swapped) == ()
    order = number(draft).order
    places = dict(order)
    places[one], places[other] = places[other], places[one]
    back = swap(swapped, one, other)
    assert [site.block.id for site in query(back)] == blocks(draft)


@FEW
@given(resolutions(1), PICK)
def test_what_is_lowered_and_raised_again_stands_where_it_stood(
    draft: Resolution, pick: int
) -> None:
    id_ = one_of(blocks(draft, is_paragraph), pick)
    lower = done(demote, draft, id_)
    assert faults(lower) == ()
    back = promote(lower, id_)
    assert faults(back) == ()
    assert blocks(back) == blocks(draft)
    assert [block.id for block in row_of(back, id_)] == [b.id for b in row_of(draft, id_)]
    assert plain_text(text_of(back, id_)) == plain_text(text_of(draft, id_))


@FEW
@given(resolutions(1), PICK)
def test_a_raised_paragraph_keeps_its_id_and_references_to_it_follow(
    draft: Resolution, pick: int
) -> None:
    inside = [s.block.id for s in query(draft) if s.above and is_paragraph(s.block)]
    raised = done(promote, draft, one_of(inside, pick))
    assert faults(raised) == ()
    assert sorted(blocks(raised, is_paragraph)) == sorted(blocks(draft, is_paragraph))
    numbering = number(raised)
    named = resolve(Reference(one_of(inside, pick)), numbering)
    assert named.state in {State.VALID, State.UNNUMBERED}


@FEW
@given(resolutions(1), PICK, PICK, inlines(full=True))
def test_a_note_that_is_added_and_deleted_leaves_the_words_as_they_were(
    draft: Resolution, pick: int, place: int, words: Inlines
) -> None:
    body = tidy(tuple(one for one in words if not isinstance(one, Note)))
    assume(body)
    owner = one_of(blocks(draft, has_text), pick)
    at = place % (len(letters(text_of(draft, owner))) + 1)
    added = done(add_note, draft, owner, at, Note("n-new", body))
    assert faults(added) == ()
    assert note_of(added, "n-new").body == body
    assert len(list(notes(added))) == len(list(notes(draft))) + 1
    gone = delete_note(added, "n-new")
    assert faults(gone) == ()
    assert letters(text_of(gone, owner)) == letters(text_of(draft, owner))


@FEW
@given(resolutions(1), PICK, PICK)
def test_a_moved_note_keeps_its_text_and_no_other_is_touched(
    draft: Resolution, pick: int, to: int
) -> None:
    id_ = one_of([note.id for note in notes(draft)], pick)
    owner = one_of(blocks(draft, has_text), to)
    moved = done(move_note, draft, id_, owner, 0)
    assert faults(moved) == ()
    assert sorted(note.id for note in notes(moved)) == sorted(note.id for note in notes(draft))
    assert note_of(moved, id_).body == note_of(draft, id_).body


@FEW
@given(resolutions(1), PICK)
def test_a_rewritten_note_stays_where_it_is(draft: Resolution, pick: int) -> None:
    ids = [note.id for note in notes(draft)]
    id_ = one_of(ids, pick)
    new = rewrite_note(draft, id_, text("See A/79/123."))
    assert faults(new) == ()
    assert [note.id for note in notes(new)] == ids
    assert note_of(new, id_).body == text("See A/79/123.")


@FEW
@given(resolutions(1), PICK, PICK)
def test_a_section_that_is_made_and_dissolved_leaves_the_draft_as_it_was(
    draft: Resolution, a: int, b: int
) -> None:
    first, last = one_of(blocks(draft), a), one_of(blocks(draft), b)
    heading = Heading("h-new", text("Means"))
    made = done(gather, draft, first, last, "s-new", heading)
    assert faults(made) == ()
    assert isinstance(find(made, "s-new").block, Section)
    assert dissolve(made, "s-new") == draft


@FEW
@given(resolutions(1), st.sampled_from("eéa 1;的"), st.sampled_from(("", "x", "two words", " ")))
def test_words_that_are_replaced_are_found_no_more(draft: Resolution, old: str, new: str) -> None:
    assume(old not in new)
    try:
        made, count = replace_text(draft, Wanted(old), new)
    except DrafterError:
        assume(False)  # noqa: FBT003 - hypothesis calls it so
        raise
    assert faults(made) == ()
    assert count == len(list(search(draft, Wanted(old))))
    if old != " ":
        assert list(search(made, Wanted(old))) == []
    assert blocks(made) == blocks(draft)


@FEW
@given(resolutions(1), PICK, PICK, PICK)
def test_a_reference_stands_in_its_text_and_the_words_stay(
    draft: Resolution, pick: int, to: int, place: int
) -> None:
    owner, target = one_of(blocks(draft, has_text), pick), one_of(blocks(draft), to)
    at = place % (len(letters(text_of(draft, owner))) + 1)
    made = done(refer, draft, owner, at, Reference(target))
    assert faults(made) == ()
    assert letters(text_of(made, owner)) == letters(text_of(draft, owner))


@FEW
@given(resolutions(1), inlines(), PICK)
def test_annexes_are_added_moved_retitled_and_taken_away(
    draft: Resolution, title: Inlines, place: int
) -> None:
    added = add_annex(draft, Annex("a-new"), place % 4)
    assert faults(added) == ()
    assert delete_annex(added, "a-new") == draft
    moved = move_annex(added, "a-new", 0)
    assert moved.annexes[0].id == "a-new"
    plain = tidy(tuple(one for one in title if not isinstance(one, Note)))
    assert annex_of(retitle_annex(moved, "a-new", plain), "a-new").title == plain
    assert delete_annex(moved, "a-new") == draft


@FEW
@given(resolutions(1))
def test_sponsors_are_those_that_were_set(draft: Resolution) -> None:
    assume(isinstance(draft.origin, Submission))
    names = (text("Kenya"), text("Qatar"))
    made = with_sponsors(draft, names)
    assert made.origin == Submission(names)
    assert faults(made) == ()


@FEW
@given(resolutions(1))
def test_tidy_leaves_every_text_that_is_in_order(draft: Resolution) -> None:
    for passage in passages(draft):
        assert tidy(passage.text) == passage.text


def dangling(draft: Resolution) -> set[str]:
    """The targets of marks that call no note."""
    marks = {
        inline.target
        for passage in passages(draft)
        for inline in query_inlines(passage.text)
        if isinstance(inline, NoteMark)
    }
    return marks - {note.id for note in notes(draft)}


@given(resolutions(), PICK)
@FEW
def test_no_mark_dangles_because_a_block_was_deleted(draft: Resolution, pick: int) -> None:
    new = done(delete, draft, one_of(blocks(draft), pick))
    assert dangling(new) <= dangling(draft)
    assert len({note.id for note in notes(new)}) == len(list(notes(new)))
