"""The clauses that come with drafter: what holds of every one of them, whatever it says."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from drafter import resources
from drafter.clauses import Clause, Context, Part, Slot, blanks, check_slot, fill
from drafter.clauses.clause import ROLE, SlotType
from drafter.clauses.template import Stretch, Words
from drafter.model import IdMaker, Note, Paragraph, Style, flatten

LANGUAGES = resources.clause_languages()
CLAUSES = [clause for code in LANGUAGES for clause in resources.clauses(code)]
FILES = sorted((resources.root() / "templates" / "clauses").glob("*/*.json"))
TAGS = Path(__file__).parents[1] / "cases" / "clauses" / "tags.txt"

SYMBOL = re.compile(
    r"(A/RES|A/DEC|A/HRC/RES|E/RES)/\S+( [A-Z](-[A-Z])?)?"
    r"|S/RES/\d+ \(\d{4}\)|S/PRST/\d{4}/\d+|S/\d{4}/\d+"
)
ENDS = {
    Part.PREAMBULAR: (",", "،", "，"),
    Part.OPERATIVE: (";", ":", "؛", "；", "："),
    Part.SUB_PARAGRAPH: (";", ":", "؛", "；"),
    Part.NOTE: (".", "。"),
    Part.CLOSING: ("",),
}
FREE = (SlotType.TEXT, SlotType.PARAGRAPH_TEXT, SlotType.FOOTNOTE, SlotType.PARAGRAPH)
"""Slots that nothing but their help tells how to fill."""


def _context(code: str) -> Context:
    return Context(resources.language(code), None, resources.clause_names(code))


def _whole(clause: Clause) -> Paragraph:
    """The clause with its example."""
    return fill(clause, clause.example, _context(clause.language), IdMaker())


def _bare(clause: Clause) -> Paragraph:
    """The clause with its example, but for the slots that may stay empty."""
    left_out = {slot.name: "" for slot in clause.slots if slot.optional}
    return fill(clause, {**clause.example, **left_out}, _context(clause.language), IdMaker())


def _signs(paragraph: Paragraph, note: str = "") -> str:
    """What the eye sees: a reference is a sign, a note is what the test wants it to be."""
    return "".join(
        note if isinstance(run.atom, Note) else getattr(run.atom, "text", "#")
        for run in flatten(paragraph.body)
    )


def _openings(clause: Clause) -> tuple[str, ...]:
    """The opening words of a clause, with every choice that they offer."""
    parts = [
        [piece.text] if isinstance(piece, Words) else _choices(clause, piece.slot)
        for piece in clause.pieces
        if not isinstance(piece, Stretch) and piece.slanted
    ]
    return tuple(map("".join, product(*parts)))


def _choices(clause: Clause, name: str) -> list[str]:
    slot = clause.slot(name)
    return [choice.value for choice in slot.choices] if slot else []


def _body_clauses(code: str) -> Iterator[Clause]:
    """The clauses that begin with opening words."""
    wanted = (Part.PREAMBULAR, Part.OPERATIVE)
    return (clause for clause in resources.clauses(code) if clause.part in wanted)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_family_file_meets_the_schema_and_has_the_name_of_its_family(file: Path) -> None:
    data = json.loads(file.read_text(encoding="utf-8"))
    assert list(Draft202012Validator(resources.schema("clause")).iter_errors(data)) == []
    assert (data["language"], data["family"]) == (file.parent.name, file.stem)


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_id_stands_for_one_clause_of_a_language(code: str) -> None:
    ids = Counter(clause.id for clause in resources.clauses(code))
    assert [id_ for id_, times in ids.items() if times > 1] == []


@pytest.mark.parametrize(
    ("code", "preambular", "operative"), [("en", 45, 70), ("fr", 10, 15), ("es", 10, 15)]
)
def test_there_are_enough_clauses(code: str, preambular: int, operative: int) -> None:
    parts = Counter(clause.part for clause in resources.clauses(code))
    assert parts[Part.PREAMBULAR] >= preambular
    assert parts[Part.OPERATIVE] >= operative


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_example_fills_every_slot_that_must_be_filled(code: str) -> None:
    left = {clause.id: blanks(_whole(clause).body) for clause in resources.clauses(code)}
    assert {id_: names for id_, names in left.items() if names} == {}


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_are_spaced_well_with_and_without_the_optional_slots(code: str) -> None:
    texts = [
        _signs(paragraph, note="^")
        for clause in resources.clauses(code)
        for paragraph in (_whole(clause), _bare(clause))
    ]
    wrong = re.compile(r"^\s|\s$|[ ]{2}|[ ][,;.^]|,,|\^ ?\^")
    assert [text for text in texts if wrong.search(text)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_clause_ends_as_its_part_does(code: str) -> None:
    texts = [
        _signs(paragraph)
        for clause in resources.clauses(code)
        for paragraph in (_whole(clause), _bare(clause))
        if not _signs(paragraph).endswith(ENDS[clause.part])
    ]
    assert texts == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_note_is_called_after_or_before_the_punctuation_as_the_language_does(code: str) -> None:
    texts = [_signs(_whole(clause), note="^") for clause in resources.clauses(code)]
    wrong = (
        r"\^[ \u00a0]?[,;.،؛，；]" if _context(code).language.note_mark == "after" else r"[,;.]\^"
    )
    assert [text for text in texts if re.search(wrong, text)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_opening_words_are_in_the_lexicon_whatever_is_chosen(code: str) -> None:
    lexicon = resources.lexicon(code)
    unknown = [
        (clause.id, words)
        for clause in _body_clauses(code)
        for words in _openings(clause) or ("",)
        if not words or lexicon.opening(words, ROLE[clause.part]) != words
    ]
    assert unknown == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_only_body_paragraphs_begin_with_opening_words(code: str) -> None:
    body = {clause.id for clause in _body_clauses(code)}
    opened = {
        clause.id
        for clause in resources.clauses(code)
        if Style.OPENING in flatten(_whole(clause).body)[0].styles
    }
    assert opened == body


def test_every_tag_is_on_the_list_and_used() -> None:
    assert sorted({tag for clause in CLAUSES for tag in clause.tags}) == TAGS.read_text().split()
    assert [clause.id for clause in CLAUSES if not clause.tags] == []


def test_what_a_clause_was_seen_in_are_symbols_at_most_three() -> None:
    seen = {(clause.language, clause.id): clause.seen for clause in CLAUSES}
    assert {key: found for key, found in seen.items() if len(set(found)) != len(found)} == {}
    assert max(map(len, seen.values())) <= 3
    assert [one for found in seen.values() for one in found if not SYMBOL.fullmatch(one)] == []


def test_the_organs_of_clauses_have_profiles() -> None:
    assert {name for clause in CLAUSES for name in clause.organs} <= set(resources.names("organs"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_default_is_a_good_value(code: str) -> None:
    for slot in _slots(code):
        if slot.default is not None:
            check_slot(slot, slot.default, _context(code))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_slot_that_takes_any_words_has_help(code: str) -> None:
    assert [slot for slot in _slots(code) if slot.type in FREE and not slot.help] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_title_is_no_sentence_and_a_purpose_is_one(code: str) -> None:
    clauses = resources.clauses(code)
    assert [clause.id for clause in clauses if clause.title[-1] in ".;,。"] == []
    assert [clause.id for clause in clauses if clause.purpose[-1] not in ".。"] == []


def test_french_has_no_break_spaces_beside_double_marks() -> None:
    texts = [text for clause in resources.clauses("fr") for text in _written(clause)]
    assert [text for text in texts if re.search(r"[^\u00a0][;:»](?!\S)|«(?!\u00a0)|'", text)] == []


def test_the_clauses_have_slots_of_every_type() -> None:
    assert {slot.type for slot in _slots(*LANGUAGES)} >= set(SlotType) - {SlotType.PARAGRAPH_TEXT}


@pytest.mark.parametrize(
    ("language", "code", "part", "least"),
    [
        ("English", "en", Part.PREAMBULAR, 0.97),
        ("English", "en", Part.OPERATIVE, 0.96),
        ("French", "fr", Part.PREAMBULAR, 0.93),
        ("French", "fr", Part.OPERATIVE, 0.93),
        ("Spanish", "es", Part.PREAMBULAR, 0.95),
        ("Spanish", "es", Part.OPERATIVE, 0.95),
        ("Russian", "ru", Part.PREAMBULAR, 0.92),
        ("Russian", "ru", Part.OPERATIVE, 0.90),
    ],
)
def test_nearly_all_paragraphs_of_real_texts_begin_like_a_clause(
    real_docs: Path, language: str, code: str, part: Part, least: float
) -> None:
    rows = json.loads((real_docs / "openings.json").read_text("utf-8"))[language][part]
    known = {
        f"{words} "
        for clause in resources.clauses(code)
        if clause.part is part
        for words in _openings(clause)
    }
    begun = sum(times for phrase, times in rows if f"{phrase} ".startswith(tuple(known)))
    assert begun / sum(times for _, times in rows) >= least


def _slots(*codes: str) -> list[Slot]:
    return [slot for code in codes for clause in resources.clauses(code) for slot in clause.slots]


def _written(clause: Clause) -> tuple[str, ...]:
    """The words of a clause that people read."""
    asked = (words for slot in clause.slots for words in (slot.label, slot.help))
    return (clause.title, clause.purpose, clause.text, *asked)
