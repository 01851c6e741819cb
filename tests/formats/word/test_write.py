from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings

from drafter.errors import Unsupported
from drafter.formats.word import WordOptions, read, write
from drafter.model import (
    Adoption,
    AgendaItem,
    Annex,
    Break,
    DocumentKind,
    Embedded,
    Emphasis,
    Heading,
    Inlines,
    Link,
    Masthead,
    Note,
    Paragraph,
    Part,
    Resolution,
    Role,
    Section,
    Separator,
    Series,
    Style,
    Submission,
    Text,
    text,
)
from tests.strategies import resolutions
from tests.word_tools import paragraphs, part, part_names, styles_of, w

ENACTING: Inlines = (Emphasis(Style.ITALIC, text("The General Assembly")), Text(","))


MEET = text("Decides to meet;")


def opened(opening: str, rest: str) -> Inlines:
    return (Emphasis(Style.OPENING, text(opening)), Text(rest))


def operative(id_: str, *children: Paragraph, body: Inlines = MEET) -> Paragraph:
    return Paragraph(id_, Role.OPERATIVE, body, children)


def item(id_: str, *children: Paragraph) -> Paragraph:
    return Paragraph(id_, Role.ITEM, text(f"Item {id_};"), children)


DRAFT = Resolution(
    masthead=Masthead(
        organ="general-assembly",
        symbol="A/C.3/80/L.99",
        distribution="limited",
        date=date(2025, 10, 22),
        original=("en", "fr"),
        session="Eightieth session",
        committee="third-committee",
        agenda=(AgendaItem(text("Agenda item 67"), text("Rights of the reader")),),
        job_number="25-17035",
    ),
    origin=Submission(sponsors=(text("Kenya"), text("Mexico"), text("Qatar"))),
    title=text("Rights of the reader"),
    parts=(
        Part(
            enacting=ENACTING,
            preamble=(
                Paragraph("p-1", Role.PREAMBULAR, opened("Recalling", " its resolution 1/1,")),
            ),
            operative=(
                operative("p-2", item("p-3", item("p-4"), item("p-5")), item("p-6")),
                operative("p-7"),
            ),
        ),
    ),
)

ADOPTED = Resolution(
    kind=DocumentKind.RESOLUTION,
    masthead=Masthead(
        organ="general-assembly",
        symbol="A/RES/80/999",
        distribution="general",
        date=date(2025, 12, 18),
        session="Eightieth session",
        agenda=(AgendaItem(text("Agenda item 16")),),
        job_number="25-20754",
    ),
    origin=Adoption(
        line=text("Resolution adopted by the General Assembly on 15 December 2025"),
        bracket=text("without reference to a Main Committee (A/80/L.99)"),
        date=date(2025, 12, 15),
    ),
    number="80/999",
    title=text("Readers and writers"),
    parts=(
        Part(
            enacting=ENACTING,
            operative=(operative("p-1"),),
            closing=(text("99th plenary meeting"), text("15 December 2025")),
        ),
    ),
)


def body_of(document: bytes) -> list[tuple[str, str]]:
    return paragraphs(part(document, "word/document.xml"))


def test_a_draft_has_sponsors_title_and_typed_numbers() -> None:
    assert body_of(write(DRAFT)) == [
        ("Session", "Eightieth session"),
        ("Committee", "Third Committee"),
        ("AgendaItemNormal", "Agenda item 67"),
        ("AgendaTitleH2", "Rights of the reader"),
        ("Sponsors", "Kenya, Mexico and Qatar: draft resolution"),
        ("TitleUnnumbered", "Rights of the reader"),
        ("EnactingLine", "The General Assembly,"),
        ("Preambular", "Recalling its resolution 1/1,"),
        ("Operative", "\t1.\tDecides to meet;"),
        ("Item1", "\t(a)\tItem p-3;"),
        ("Item2", "(i)\tItem p-4;"),
        ("Item2", "(ii)\tItem p-5;"),
        ("Item1", "\t(b)\tItem p-6;"),
        ("Operative", "\t2.\tDecides to meet;"),
    ]


def test_an_adopted_text_has_adoption_line_bracket_number_and_closing_lines() -> None:
    assert body_of(write(ADOPTED)) == [
        ("Session", "Eightieth session"),
        ("AgendaItemNormal", "Agenda item 16"),
        ("AdoptionLine", "Resolution adopted by the General Assembly \non 15 December 2025"),
        ("OriginBracket", "[without reference to a Main Committee (A/80/L.99)]"),
        ("TitleH1", "\t80/999.\tReaders and writers"),
        ("EnactingLine", "The General Assembly,"),
        ("Operative", "\tDecides to meet;"),
        ("ClosingLine", "99th plenary meeting"),
        ("ClosingLine", "15 December 2025"),
    ]


def test_the_masthead_of_a_draft_names_the_original_languages() -> None:
    assert paragraphs(part(write(DRAFT), "word/header3.xml")) == [
        ("Header", ""),
        ("UnitedNations", "United Nations"),
        ("Header", ""),
        ("DocumentSymbol", "A/C.3/80/L.99"),
        ("EmblemPlace", ""),
        ("XLarge", "General Assembly"),
        ("Header", ""),
        ("Publication", "Distr.: Limited"),
        ("ReleaseDate", "22\u00a0October 2025"),
        ("Original", "Original: English and French"),
        ("MastheadEnd", ""),
    ]


def test_the_symbol_has_a_large_first_letter() -> None:
    runs = part(write(DRAFT), "word/header3.xml").iter(w("r"))
    large = [r for r in runs if r.find(f"{w('rPr')}/{w('rStyle')}") is not None]
    assert ["".join(map(str, r.itertext())) for r in large] == ["A"]


@pytest.mark.parametrize(
    ("document", "odd", "even"),
    [
        (DRAFT, ["", "A/C.3/80/L.99"], ["A/C.3/80/L.99", ""]),
        (ADOPTED, ["Readers and writers", "A/RES/80/999"], ["A/RES/80/999", "Readers and writers"]),
    ],
    ids=["draft", "adopted"],
)
def test_later_heads_have_the_symbol_outside_and_adopted_titles_inside(
    document: Resolution, odd: list[str], even: list[str]
) -> None:
    data = write(document)
    heads = [paragraphs(part(data, f"word/header{n}.xml"))[:2] for n in (1, 2)]
    assert [[said for _, said in head] for head in heads] == [odd, even]


def test_feet_have_page_numbers_outside_and_the_job_number_inside() -> None:
    data = write(ADOPTED)
    feet = [paragraphs(part(data, f"word/footer{n}.xml")) for n in (1, 2, 3)]
    assert [said for _, said in feet[0]] == ["25-20754", "2/2", ""]
    assert [said for _, said in feet[1]] == ["2/2", "25-20754", ""]
    assert feet[2] == [("JobNumber", "25-20754 (E)"), ("BarCode", "")]
    fields = [f.get(w("instr")) for f in part(data, "word/footer1.xml").iter(w("fldSimple"))]
    assert fields == [" PAGE ", " NUMPAGES "]


def test_an_old_document_takes_the_form_of_its_time_unless_told_otherwise() -> None:
    masthead = Masthead(organ="general-assembly", symbol="A/RES/64/99", date=date(2009, 10, 7))
    old = Resolution(
        kind=DocumentKind.RESOLUTION, masthead=masthead, origin=ADOPTED.origin, number="64/99",
        title=text("Old paper"), parts=ADOPTED.parts,
    )  # fmt: skip
    lines = dict(body_of(write(old)))
    assert lines["TitleH1"] == "64/99.\tOld paper"
    assert "\n" not in lines["AdoptionLine"]
    assert dict(body_of(write(old, WordOptions(layout="new-york"))))["TitleH1"].startswith("\t")


def test_a_text_without_title_has_its_number_on_a_line_of_its_own() -> None:
    document = Resolution(
        kind=DocumentKind.RESOLUTION,
        masthead=Masthead(organ="security-council", symbol="S/RES/2999 (2031)"),
        origin=Adoption(line=text("Adopted by the Security Council on 1 May 2031")),
        number="2999 (2031)",
        parts=(Part(operative=(operative("p-1"),)),),
    )
    lines = body_of(write(document))
    assert lines[0] == ("ResolutionNumber", "Resolution 2999 (2031)")
    assert lines[-1] == ("Operative", "\t1.\tDecides to meet;")


def test_headings_sections_embedded_texts_and_separators_have_their_styles() -> None:
    blocks = (
        Section("s-1", Heading("h-1", text("General"), numbered=True), (operative("p-1"),)),
        Section(
            "s-2",
            Heading("h-2", text("Special"), numbered=True),
            (Section("s-3", Heading("h-3", text("Sub"), numbered=True), (operative("p-2"),)),),
        ),
        Heading("h-4", text("A heading"), level=4),
        Embedded("e-1", text("A declaration"), ENACTING, (operative("p-3"), operative("p-4"))),
        Separator("r-1"),
    )
    assert body_of(write(Resolution(parts=(Part(operative=blocks),)))) == [
        ("SectionHeading3", "I\nGeneral"),
        ("Operative", "\t1.\tDecides to meet;"),
        ("SectionHeading3", "II\nSpecial"),
        ("SectionHeading3Number", "\tA.\tSub"),
        ("Operative", "\t2.\tDecides to meet;"),
        ("SectionHeading4", "A heading"),
        ("EmbeddedTitle", "A declaration"),
        ("EmbeddedEnacting", "The General Assembly,"),
        ("Operative", "\t1.\tDecides to meet;"),
        ("Operative", "\t2.\tDecides to meet;"),
        ("SeparatorLine", "* * *"),
    ]


def test_annexes_are_labelled_and_number_at_the_margin() -> None:
    annexes = (
        Annex("a-1", text("Terms"), (operative("p-8"), operative("p-9", item("p-10")))),
        Annex("a-2"),
    )
    lines = body_of(write(Resolution(parts=DRAFT.parts, annexes=annexes)))
    assert lines[-6:] == [
        ("AnnexLabel", "Annex I"),
        ("AnnexTitle", "Terms"),
        ("AnnexParagraph", "1.\tDecides to meet;"),
        ("AnnexParagraph", "2.\tDecides to meet;"),
        ("Item1", "\t(a)\tItem p-10;"),
        ("AnnexLabel", "Annex II"),
    ]


def test_parts_of_a_composite_text_have_letters_and_titles() -> None:
    parts = tuple(
        Part(letter, text(f"Title {letter}"), ENACTING, (), (operative(f"p-{letter.lower()}"),))
        for letter in "AB"
    )
    lines = body_of(write(Resolution(parts=parts)))
    heads = [said for style, said in lines if style == "PartHeading"]
    assert heads == ["A\nTitle A", "B\nTitle B"]


def test_a_line_break_in_a_title_is_a_line_break() -> None:
    broken = Resolution(title=(Text("One"), Break(), Text("two")), parts=DRAFT.parts)
    assert ("TitleUnnumbered", "One\ntwo") in body_of(write(broken))


def test_a_tail_follows_the_sub_paragraphs() -> None:
    block = Paragraph("p-1", Role.OPERATIVE, text("Decides:"), (item("p-2"),), text("and to rest."))
    lines = body_of(write(Resolution(parts=(Part(operative=(block,)),))))
    assert lines[-1] == ("Continuation", "and to rest.")


def test_links_are_relationships_and_odd_addresses_are_encoded() -> None:
    links = (
        Link("https://undocs.org/A/RES/1/1", text("one")), Text(" and "),
        Link("a [very] odd|address", text("two")),
    )  # fmt: skip
    data = write(Resolution(parts=(Part(operative=(operative("p-1", body=links),)),)))
    related = part(data, "word/_rels/document.xml.rels")
    targets = [r.get("Target") for r in related if r.get("TargetMode") == "External"]
    assert targets == ["https://undocs.org/A/RES/1/1", "a%20%5Bvery%5D%20odd%7Caddress"]


def test_document_properties_tell_title_symbol_language_and_no_time_of_writing() -> None:
    core = part(write(ADOPTED), "docProps/core.xml")
    assert [(str(e.tag).rpartition("}")[2], e.text) for e in core] == [
        ("title", "80/999 Readers and writers"),
        ("subject", "A/RES/80/999"),
        ("language", "en-GB"),
        ("created", "2025-12-18T00:00:00Z"),
        ("modified", "2025-12-18T00:00:00Z"),
    ]


def test_arabic_is_set_from_right_to_left() -> None:
    data = write(Resolution(language="ar", title=text("قرار"), parts=DRAFT.parts))
    body = part(data, "word/document.xml")
    lines = list(body.iter(w("p")))
    assert lines
    assert all(p.find(f"{w('pPr')}/{w('bidi')}") is not None for p in lines)
    assert part(data, "word/header3.xml").find(f".//{w('bidiVisual')}") is not None


@pytest.mark.parametrize(("language", "look"), [("en", ["i"]), ("ar", ["b", "i"]), ("zh", ["b"])])
def test_opening_words_look_as_the_language_prints_them(language: str, look: list[str]) -> None:
    styles = part(write(Resolution(language=language, parts=DRAFT.parts)), "word/styles.xml")
    (style,) = [s for s in styles if s.get(w("styleId")) == "OpeningWords"]
    found = [str(e.tag).rpartition("}")[2] for e in style.iterfind(f"{w('rPr')}/*")]
    assert [tag for tag in found if tag in ("b", "i")] == look


def test_the_emblem_is_the_file_that_the_user_names() -> None:
    png = b"\x89PNG\r\n\x1a\n" + b"invented"
    names = part_names(write(DRAFT, WordOptions(emblem=png)))
    assert "word/media/image1.png" in names
    with pytest.raises(Unsupported, match="the emblem is no picture"):
        write(DRAFT, WordOptions(emblem=b"%PDF-1.7"))


def test_an_unknown_layout_is_refused() -> None:
    with pytest.raises(Unsupported, match="no layout profile 'vienna'"):
        write(DRAFT, WordOptions(layout="vienna"))


def test_every_style_that_is_used_is_defined() -> None:
    data = write(DRAFT)
    defined = {s.get(w("styleId")) for s in part(data, "word/styles.xml").iter(w("style"))}
    for name in part_names(data):
        if name.startswith("word/") and name.endswith(".xml"):
            assert set(styles_of(paragraphs(part(data, name)))) - {""} <= defined


@given(resolutions())
@settings(max_examples=20)
def test_the_same_value_gives_the_same_bytes_and_comes_back(resolution: Resolution) -> None:
    data = write(resolution)
    assert write(resolution) == data
    assert read(data).value == resolution


def test_asterisk_notes_stand_beside_numbered_ones() -> None:
    starred = Note("n-1", text("Of the provisional agenda."), Series.ASTERISK)
    masthead = Masthead(agenda=(AgendaItem((Text("Item 3"), starred)),))
    body = (Text("Decides"), Note("n-2", text("See 1/1.")), Text(";"))
    document = Resolution(
        masthead=masthead, parts=(Part(operative=(operative("p-1", body=body),)),)
    )
    notes = part(write(document), "word/footnotes.xml")
    assert [said for _, said in paragraphs(notes)[2:]] == [
        "*\t\tOf the provisional agenda.",
        "\t\tSee 1/1.",
    ]
