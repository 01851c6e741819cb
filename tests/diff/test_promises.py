"""What the comparison promises to readers, on random texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.diff_quality.foreign import arrive
from drafter.diff import Change, Diff, Kind, NoteKind, Sort, compare
from drafter.formats.registry import FORMATS
from drafter.model import (
    IdMaker,
    Inlines,
    Note,
    Paragraph,
    Part,
    Resolution,
    Role,
    Text,
    normalise,
    text,
)

_VERBS = ("Decides", "Requests", "Urges", "Invites", "Welcomes", "Thanks", "Affirms", "Notes")
_SCENES = (
    *("harbours in the north", "wooden boats", "the keepers of both lighthouses", "ice and fog"),
    *("young pilots", "fees for visiting crews", "charts of every shoal", "drifting timber"),
)
_STRANGE = "Encourages orchards, vineyards and beekeepers to exchange seeds, grafts and honey;"
_LABELS = ("1.", "1)", "1.\t", "OP1.", "OP 1.", "OP1")


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, ...]:
    """Six to eight paragraphs that share no phrase."""
    size = draw(st.integers(6, 8))
    scenes = draw(st.permutations(_SCENES))
    return tuple(
        f"{verb} that {scene} be reported on, in volume {place}{draw(st.integers(100, 999))},"
        f" by the {place + 2}th panel;"
        for place, (verb, scene) in enumerate(zip(_VERBS[:size], scenes, strict=False))
    )


def _resolution(words: tuple[str, ...], noted: str = "") -> Resolution:
    maker = IdMaker()
    blocks = tuple(
        Paragraph(maker.make("p", some), Role.OPERATIVE, _body(some, noted)) for some in words
    )
    return Resolution(
        title=text("Boats"), parts=(Part(enacting=text("The General Assembly,"), operative=blocks),)
    )


def _body(words: str, noted: str) -> Inlines:
    if words != noted:
        return text(words)
    return normalise((Text(words.removesuffix(";")), Note("n-1", text("See L/7/1.")), Text(";")))


def _paragraphs(diff: Diff) -> list[Change]:
    return [c for c in diff.changes if (*c.new, *c.old)[0].sort is Sort.PARAGRAPH]


@given(texts(), st.data())
def test_a_deleted_paragraph_is_no_version_of_an_unrelated_one_in_its_place(
    words: tuple[str, ...], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(words) - 1))
    new = (*words[:place], _STRANGE, *words[place + 1 :])
    changes = _paragraphs(compare(_resolution(words), _resolution(new)))
    told = [(c.kind, (*c.old, *c.new)[0].text) for c in changes if c.kind is not Kind.KEPT]
    assert sorted(told) == sorted([(Kind.DELETED, words[place]), (Kind.INSERTED, _STRANGE)])


@given(texts(), st.data())
def test_a_run_of_renumbered_paragraphs_is_no_move(
    words: tuple[str, ...], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(words)))
    new = (*words[:place], _STRANGE, *words[place:])
    for olds, news in ((words, new), (new, words)):
        changes = _paragraphs(compare(_resolution(olds), _resolution(news)))
        assert {c.kind for c in changes} <= {Kind.KEPT, Kind.INSERTED, Kind.DELETED}
        assert sum(c.renumbered for c in changes) == len(words) - place


@given(texts(), st.data())
def test_the_note_of_a_paragraph_moves_with_it(words: tuple[str, ...], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(words) - 1))
    rest = (*words[:place], *words[place + 1 :])
    target = data.draw(st.integers(0, len(rest)).filter(lambda at: abs(at - place) > 1))
    new = (*rest[:target], words[place], *rest[target:])
    diff = compare(_resolution(words, words[place]), _resolution(new, words[place]))
    moved = [change for change in diff.changes if change.kind is Kind.MOVED]
    assert [change.new[0].text for change in moved] == [words[place]]
    assert [note.kind for note in moved[0].notes] == [NoteKind.MOVED]
    assert diff.changes[-1].new[0].sort is Sort.NOTE
    assert diff.changes[-1].kind is Kind.KEPT


@settings(max_examples=8)
@given(texts(), st.data())
def test_text_and_word_files_of_one_value_give_one_answer(
    words: tuple[str, ...], data: st.DataObject
) -> None:
    new = list(data.draw(st.permutations(words)))
    del new[data.draw(st.integers(0, len(new) - 1))]
    new[0] = new[0].replace("reported", "told")
    pair = _resolution(words), _resolution((*new, _STRANGE))
    answers = [_answer(compare(arrive(pair[0], road), arrive(pair[1], road))) for road in _ROADS]
    assert answers == [answers[0]] * len(_ROADS)


_ROADS = ("", ".txt", "typed", "auto")


def _answer(diff: Diff) -> list[tuple[object, ...]]:
    return [
        (c.kind, [u.text for u in c.old], [u.text for u in c.new], c.words, c.renumbered)
        for c in _paragraphs(diff)
    ]


@pytest.mark.parametrize("form", _LABELS)
def test_a_typed_label_is_never_marked(form: str) -> None:
    words = tuple(
        f"{verb} to sail past {scene};" for verb, scene in zip(_VERBS, _SCENES, strict=True)
    )
    old, new = (_typed(some, form) for some in (words, (_STRANGE, *words)))
    changes = _paragraphs(compare(old, new))
    assert [c.kind for c in changes] == [Kind.INSERTED, *[Kind.KEPT] * len(words)]


def _typed(words: tuple[str, ...], form: str) -> Resolution:
    lines = [
        f"{form.replace('1', str(number))}{'' if form.endswith(chr(9)) else ' '}{some}"
        for number, some in enumerate(words, 1)
    ]
    page = "\n\n".join(("The General Assembly,", *lines))
    return FORMATS[".txt"].read(page.encode()).value
