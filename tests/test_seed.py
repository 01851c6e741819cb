"""The main job on the real resolution A/RES/64/1: read, edit, renumber, write, compare."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from drafter import resources
from drafter.app.compare import compare_documents
from drafter.diff import Change, Diff
from drafter.edit import delete
from drafter.formats.registry import FORMATS
from drafter.model import (
    Adoption,
    DocumentKind,
    Inlines,
    Masthead,
    Paragraph,
    Resolution,
    notes,
    passages,
    plain_text,
    query,
    query_inlines,
)
from drafter.model import Note as NoteInline
from drafter.numbering import Numbering, number

pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def seed(real_docs: Path) -> Resolution:
    return read(real_docs / "seed" / "A_RES_64_1.txt")


@pytest.fixture(scope="module")
def draft(real_docs: Path) -> Resolution:
    return read(real_docs / "seed" / "A_64_L.1_reconstruction.txt")


def read(path: Path) -> Resolution:
    return FORMATS[path.suffix].read(path.read_bytes()).value


def labels(resolution: Resolution) -> Numbering:
    return number(resolution, resources.language("en").numbering())


def called(inlines: Inlines) -> str:
    """The last word before each note of a text."""
    words = []
    seen = ""
    for inline in query_inlines(inlines):
        if isinstance(inline, NoteInline):
            words.append(seen.rsplit(maxsplit=1)[-1])
        elif hasattr(inline, "text"):
            seen += inline.text
    return " ".join(words)


def test_the_masthead_and_the_origin_are_read(seed: Resolution) -> None:
    assert seed.kind is DocumentKind.RESOLUTION
    assert (seed.number, plain_text(seed.title)) == (
        "64/1",
        "High-level United Nations Conference on South-South Cooperation",
    )
    head = seed.masthead
    assert (
        head.organ,
        head.symbol,
        head.distribution,
        head.date,
        head.session,
        head.job_number,
    ) == (
        "general-assembly",
        "A/RES/64/1",
        "general",
        date(2009, 10, 7),
        "Sixty-fourth session",
        "09-46189",
    )
    assert [plain_text(item.line) for item in head.agenda] == ["Agenda item 114"]
    assert isinstance(seed.origin, Adoption)
    assert seed.origin.date == date(2009, 10, 6)
    assert plain_text(seed.origin.bracket).startswith("without reference to a Main Committee")


def test_nine_preambular_and_twelve_operative_paragraphs_with_their_labels(
    seed: Resolution,
) -> None:
    numbering = labels(seed)
    (part,) = seed.parts
    assert len(part.preamble) == 9
    assert [numbering.label(block.id) for block in part.operative] == [
        f"{n}." for n in range(1, 13)
    ]
    first = part.operative[0]
    assert isinstance(first, Paragraph)
    assert [numbering.label(child.id) for child in first.children] == [
        f"({letter})" for letter in "abcdef"
    ]
    (fourth,) = [c for c in first.children if numbering.label(c.id) == "(d)"]
    assert isinstance(fourth, Paragraph)
    assert [numbering.label(child.id) for child in fourth.children] == ["(i)", "(ii)"]


def test_six_notes_stand_at_the_words_that_call_them(seed: Resolution) -> None:
    numbering = labels(seed)
    assert [numbering.mark(note) for note in notes(seed)] == list("123456")
    found = " ".join(filter(None, (called(passage.text) for passage in passages(seed))))
    assert found.split()[:2] == ["Countries,", "resolution63/233,"]
    assert len(found.split()) == 6


def test_the_closing_lines_are_kept(seed: Resolution) -> None:
    assert [plain_text(line) for line in seed.parts[0].closing] == [
        "15th plenary meeting",
        "6 October 2009",
    ]


@pytest.mark.parametrize("suffix", [".json", ".draft", ".docx"])
def test_the_seed_comes_back_from_every_format(seed: Resolution, suffix: str) -> None:
    form = FORMATS[suffix]
    data = form.write(seed)
    assert form.read(data).value == seed
    assert form.write(seed) == data


@pytest.fixture(scope="module")
def shorter(seed: Resolution) -> Resolution:
    (part,) = seed.parts
    return delete(delete(seed, part.preamble[0].id), part.operative[2].id)


def marked(change: Change) -> list[tuple[str, str]]:
    return [(w.mark, w.text.strip()) for w in change.words if w.mark != "equal"]


def difference(old: Resolution, new: Resolution) -> Diff:
    return compare_documents(old, new, "old", "new")


def test_deleting_two_paragraphs_renumbers_labels_and_notes_and_nothing_else(
    seed: Resolution, shorter: Resolution
) -> None:
    numbering = labels(shorter)
    (part,) = shorter.parts
    assert [numbering.label(block.id) for block in part.operative] == [
        f"{n}." for n in range(1, 12)
    ]
    assert [numbering.mark(note) for note in notes(shorter)] == list("12345")
    old = {site.block.id: site.block for site in query(seed)}
    assert all(old[site.block.id] == site.block for site in query(shorter))


def test_the_diff_of_that_edit_says_exactly_that(seed: Resolution, shorter: Resolution) -> None:
    changes = [c for c in difference(seed, shorter).changes if c.kind != "kept"]
    assert [(c.kind, c.old[0].section, c.old[0].label) for c in changes] == [
        ("deleted", "preamble", ""),
        ("deleted", "operative", "3."),
        ("deleted", "note", "1"),
    ]


def test_the_diff_marks_no_word_for_a_number(seed: Resolution, shorter: Resolution) -> None:
    kept = [c for c in difference(seed, shorter).changes if c.kind == "kept"]
    assert not [c for c in kept if any(word.mark != "equal" for word in c.words)]
    assert [c.new[0].label for c in kept if c.renumbered and c.new[0].section == "operative"] == [
        f"{n}." for n in range(3, 12)
    ]


def test_the_draft_differs_in_three_wordings_and_the_front_and_closing_lines(
    draft: Resolution, seed: Resolution
) -> None:
    changes = [c for c in difference(draft, seed).changes if c.kind != "kept"]
    body = [c for c in changes if {u.section for u in (*c.old, *c.new)} & {"preamble", "operative"}]
    assert [(c.kind, c.old[0].label) for c in body] == [
        ("edited", "(a)"),
        ("edited", "(c)"),
        ("edited", "12."),
    ]
    assert [marked(c) for c in body[:2]] == [
        [("delete", "at"), ("insert", "in")],
        [("delete", "the"), ("insert", "as its")],
    ]
    elsewhere = {u.section for c in changes for u in (*c.old, *c.new)}
    assert elsewhere == {"masthead", "operative", "closing"}
    assert not [c for c in changes if c.notes]


def test_masthead_is_a_value_that_the_draft_does_not_share(
    draft: Resolution, seed: Resolution
) -> None:
    assert draft.kind is DocumentKind.DRAFT
    assert isinstance(draft.masthead, Masthead)
    assert draft.masthead.original == ("en",)
    assert draft.masthead.distribution == "limited"
    assert draft.masthead != seed.masthead
