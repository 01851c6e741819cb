from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from drafter.formats import akn
from drafter.formats.word import LabelMode, WordOptions, read, write
from drafter.formats.word.lists import lists_of
from drafter.model import (
    Annex,
    Block,
    Embedded,
    Form,
    Heading,
    Note,
    Paragraph,
    Part,
    Reference,
    Resolution,
    Role,
    Section,
    Text,
    text,
)
from drafter.numbering import number
from tests.real import real_files
from tests.strategies import resolutions
from tests.word_tools import pages, part, part_names, to_pdf, validation_errors, w

AUTO = WordOptions(numbering=LabelMode.AUTO)


def operative(id_: str, *children: Block, label: str | None = None) -> Paragraph:
    return Paragraph(id_, Role.OPERATIVE, text(f"Decides {id_};"), children, label=label)


def item(id_: str, *children: Block, label: str | None = None) -> Paragraph:
    return Paragraph(id_, Role.ITEM, text(f"Item {id_};"), children, label=label)


def of(*blocks: Block) -> Resolution:
    return Resolution(parts=(Part(operative=blocks),))


def saying(*words: Text | Reference | Note) -> Paragraph:
    return Paragraph("p-says", Role.OPERATIVE, words)


def places(resolution: Resolution) -> dict[str, tuple[int, int]]:
    return lists_of(resolution, number(resolution)).items


def codes(data: bytes) -> list[str]:
    fields = part(data, "word/document.xml").iter(w("instrText"))
    return [str(field.text).strip() for field in fields]


def test_paragraphs_and_items_share_one_list_at_their_levels() -> None:
    deep = item("d", item("e", item("f")))
    assert places(of(operative("a", item("b"), item("c", deep)), operative("g", item("h")))) == {
        "a": (1, 0),
        "b": (1, 1),
        "c": (1, 1),
        "d": (1, 2),
        "e": (1, 3),
        "f": (1, 4),
        "g": (1, 0),
        "h": (1, 1),
    }


def test_parts_annexes_embedded_texts_and_restarting_sections_have_lists_of_their_own() -> None:
    section = Section(
        "s", Heading("h", text("New")), (operative("x"), operative("y")), restarts=True
    )
    embedded = Embedded("q", blocks=(operative("m"), operative("n")))
    document = Resolution(
        parts=(
            Part(operative=(operative("a"), embedded, operative("b"), section, operative("c"))),
            Part(operative=(operative("d"), operative("e"))),
        ),
        annexes=(Annex("annex", blocks=(operative("r"),)),),
    )
    assert {id_: place[0] for id_, place in places(document).items()} == {
        "a": 1, "m": 2, "n": 2, "b": 1, "x": 3, "y": 3, "c": 1, "d": 4, "e": 4, "r": 5,
    }  # fmt: skip


def test_an_override_is_typed_and_a_moved_count_begins_a_list() -> None:
    moved = of(operative("a"), operative("b", label="7."), operative("c"), operative("d"))
    assert places(moved) == {"a": (1, 0), "c": (2, 0), "d": (2, 0)}
    assert lists_of(moved, number(moved)).lists[1].starts == {0: 8}
    inserted = of(operative("a"), operative("b", label="1 bis."), operative("c"))
    assert places(inserted) == {"a": (1, 0), "c": (1, 0)}


def test_a_lone_paragraph_has_no_number_and_its_items_have() -> None:
    assert places(of(operative("a", item("b"), item("c")))) == {"b": (1, 1), "c": (1, 1)}


def test_levels_below_words_ninth_are_typed() -> None:
    deepest: tuple[Block, ...] = ()
    for level in range(11, 0, -1):
        deepest = (item(f"i{level}", *deepest),)
    document = of(operative("a", *deepest), operative("b"))
    assert sorted(level for _, level in places(document).values()) == [0, *range(9)]
    assert read(write(document, AUTO)).value == document


def test_a_level_whose_counter_word_lacks_is_typed() -> None:
    chinese = replace(of(operative("a", item("b", item("c"))), operative("d")), language="zh")
    numbered = part(write(chinese, AUTO), "word/document.xml").iter(w("ilvl"))
    assert [level.get(w("val")) for level in numbered] == ["0", "1", "0"]
    assert read(write(chinese, AUTO)).value == chinese


def test_typed_numbers_make_no_lists() -> None:
    data = write(of(operative("a"), operative("b")))
    assert "word/numbering.xml" not in part_names(data)


def test_a_list_says_how_its_levels_count() -> None:
    data = write(replace(of(operative("a"), operative("b")), language="fr"), AUTO)
    levels = part(data, "word/numbering.xml").iter(w("lvl"))
    found = [[_value(level, tag) for tag in ("start", "numFmt", "lvlText")] for level in levels]
    assert found[:5] == [
        ["1", "decimal", "%1."],
        ["1", "lowerLetter", "%2)"],
        ["1", "lowerRoman", "%3)"],
        ["1", "lowerLetter", "%4."],
        ["1", "lowerRoman", "%5."],
    ]


def _value(level: etree._Element, tag: str) -> str | None:
    found = level.find(w(tag))
    return None if found is None else found.get(w("val"))


def referring(reference: Reference) -> Resolution:
    says = saying(Text("Acts under "), reference, Text(";"))
    return of(operative("a"), operative("b", item("c"), item("d")), says)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        (Reference("d", Form.PLACED), ["REF _b \\n \\h", "REF _d \\n \\h"]),
        (Reference("d", Form.BARE), ["REF _b \\n \\h", "REF _d \\n \\h"]),
        (Reference("a", Form.NAMED), ["REF _a \\n \\h"]),
        (Reference("a", pinned="paragraph 1"), []),
        (Reference("nowhere"), []),
    ],
    ids=["placed", "bare", "named", "pinned", "gone"],
)
def test_each_number_in_a_reference_is_a_field(reference: Reference, expected: list[str]) -> None:
    document = referring(reference)
    data = write(document, AUTO)
    assert codes(data) == expected
    assert _said(data) == _said(write(document))
    assert read(data).value == document


def _said(data: bytes) -> list[str]:
    """The words of the paragraphs with references: the cached results of fields are among them."""
    lines = part(data, "word/document.xml").iter(w("p"))
    said = ["".join(str(t.text) for t in line.iter(w("t"))) for line in lines]
    return [line.removeprefix("3.") for line in said if "Acts under" in line]


def test_a_reference_to_a_typed_label_is_typed() -> None:
    says = saying(Text("See "), Reference("b"), Text(" and "), Reference("c"), Text(";"))
    document = of(operative("a"), operative("b", label="1 bis."), operative("c"), says)
    assert codes(write(document, AUTO)) == ["REF _c \\n \\h"]


def test_references_that_touch_are_typed_and_read_back() -> None:
    document = of(operative("a"), operative("b"), saying(Reference("a"), Reference("b")))
    data = write(document, AUTO)
    assert codes(data) == []
    assert read(data).value == document


def test_a_reference_in_a_note_is_a_field_too() -> None:
    note = Note("n-1", (Text("See "), Reference("a"), Text(".")))
    document = of(operative("a"), operative("b"), saying(Text("Notes it"), note, Text(";")))
    data = write(document, AUTO)
    assert len(list(part(data, "word/footnotes.xml").iter(w("instrText")))) == 1
    assert read(data).value == document


@given(resolutions())
def test_any_resolution_reads_back_from_living_numbers(resolution: Resolution) -> None:
    assert read(write(resolution, AUTO)).value == resolution


@pytest.mark.external
@pytest.mark.parametrize("language", ["en", "fr", "ru", "zh"])
def test_libreoffice_prints_the_same_lines_for_both(tmp_path: Path, language: str) -> None:
    deep = item("d", item("e", item("f")), item("g"))
    says = saying(Text("Acts under "), Reference("g"), Text(" and "), Reference("a", Form.BARE))
    embedded = Embedded("q", title=text("Rules"), blocks=(operative("m"), operative("n")))
    document = replace(of(operative("a", item("b"), deep), embedded, says), language=language)
    documents = [tmp_path / f"{mode}.docx" for mode in LabelMode]
    for target, mode in zip(documents, LabelMode, strict=True):
        target.write_bytes(write(document, WordOptions(numbering=mode)))
        assert validation_errors(target) == []
    typed, auto = map(pages, to_pdf(documents, tmp_path))
    assert typed == auto


@pytest.mark.real
@pytest.mark.external
@pytest.mark.parametrize(
    "source", real_files("akn/patterns/*.xml")[::8], ids=lambda path: path.stem
)
def test_official_texts_are_valid_with_living_numbers(source: Path, tmp_path: Path) -> None:
    document = tmp_path / "living.docx"
    document.write_bytes(write(akn.read(source.read_bytes()).value, AUTO))
    assert validation_errors(document) == []
