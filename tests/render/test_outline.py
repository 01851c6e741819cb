from __future__ import annotations

from datetime import date

from drafter import resources
from drafter.model import (
    Adoption,
    Annex,
    Cell,
    Count,
    DocumentKind,
    Embedded,
    Emphasis,
    Heading,
    Inlines,
    Masthead,
    Note,
    Paragraph,
    Part,
    Reference,
    Resolution,
    Role,
    Row,
    Section,
    Separator,
    Style,
    Submission,
    Table,
    Text,
    Vote,
    text,
)
from drafter.numbering import number
from drafter.render.outline import Entry, lines, outline
from drafter.render.spans import Look, Span


def _opening(words: str, rest: str) -> Inlines:
    return (Emphasis(Style.OPENING, text(words)), Text(rest))


def _view(resolution: Resolution, columns: int = 60, *, ids: bool = False) -> list[str]:
    english = resources.language("en")
    entries = outline(resolution, number(resolution, english.numbering()), english)
    return list(lines(entries, columns, ids=ids))


RESOLUTION = Resolution(
    kind=DocumentKind.RESOLUTION,
    masthead=Masthead(
        organ="general-assembly",
        symbol="A/RES/900/1",
        distribution="general",
        date=date(2150, 10, 7),
        session="Nine hundredth session",
    ),
    origin=Adoption(text("Resolution adopted by the Assembly"), text("without a vote")),
    number="900/1",
    title=text("River libraries"),
    parts=(
        Part(
            enacting=(Emphasis(Style.ITALIC, text("The General Assembly")), Text(",")),
            preamble=(
                Paragraph(
                    "p-pp",
                    Role.PREAMBULAR,
                    (*_opening("Recalling", " the boats,"), Note("n-one", text("A/899/1."))),
                ),
            ),
            operative=(
                Paragraph(
                    "p-list",
                    Role.OPERATIVE,
                    _opening("Decides", " that boats:"),
                    (
                        Paragraph(
                            "p-item",
                            Role.ITEM,
                            text("Carry books:"),
                            (Paragraph("p-deep", Role.ITEM, text("In all languages;")),),
                        ),
                    ),
                    text("Without delay;"),
                ),
                Paragraph(
                    "p-end",
                    Role.OPERATIVE,
                    (*_opening("Recalls", " "), Reference("p-item"), Text(".")),
                ),
            ),
            closing=(text("1st plenary meeting"), text("6 October 2150")),
        ),
    ),
)


def test_a_resolution_is_shown_as_it_would_be_printed() -> None:
    assert _view(RESOLUTION) == [
        "A/RES/900/1",
        "General Assembly",
        "Distr.: General",
        "7\u00a0October 2150",
        "Nine hundredth session",
        "",
        "Resolution adopted by the Assembly",
        "[without a vote]",
        "",
        "900/1. River libraries",
        "",
        "The General Assembly,",
        "",
        "PP1   Recalling the boats,¹",
        "",
        "1.    Decides that boats:",
        "      (a)  Carry books:",
        "           (i)  In all languages;",
        "      Without delay;",
        "",
        "2.    Recalls paragraph 1 (a) above.",
        "",
        "1st plenary meeting",
        "6 October 2150",
        "",
        "1     A/899/1.",
    ]


def test_long_lines_hang_under_their_text() -> None:
    assert _view(RESOLUTION, 34)[17:19] == [
        "           (i)  In all languages;",
        "      Without delay;",
    ]
    assert _view(RESOLUTION, 32)[21:23] == ["2.    Recalls paragraph 1 (a)", "      above."]


def test_ids_stand_behind_the_text_when_asked() -> None:
    shown = _view(RESOLUTION, 60, ids=True)
    assert "PP1   Recalling the boats,¹ {#p-pp}" in shown
    assert "1     A/899/1. {#n-one}" in shown


def test_opening_words_are_italic() -> None:
    english = resources.language("en")
    entries = outline(RESOLUTION, number(RESOLUTION, english.numbering()), english)
    assert Entry(
        "operative",
        (Span("Recalls", Look.ITALIC), Span(" "), Span("paragraph 1 (a) above"), Span(".")),
        "2.",
        id="p-end",
        depth=0,
    ) in entries  # fmt: skip


def test_sponsors_are_joined_as_they_are_printed() -> None:
    draft = Resolution(origin=Submission((text("Kenya"), text("Mexico"), text("Qatar"))))
    assert _view(draft) == ["Kenya, Mexico and Qatar: draft resolution"]


def test_a_resolution_without_a_title_is_shown_by_its_number() -> None:
    assert _view(Resolution(number="9001 (2845)")) == ["Resolution 9001 (2845)"]


def test_sections_tables_annexes_and_votes_are_shown() -> None:
    section = Section(
        "s-one",
        Heading("h-one", text("General"), numbered=True),
        (Paragraph("p-one", Role.OPERATIVE, text("Decides so;")),),
    )
    table = Table("t-one", (Row((Cell(text("a")), Cell(text("b")))),))
    embedded = Embedded("e-one", text("Rules"), (), (Paragraph("p-e", Role.PLAIN, text("One.")),))
    more = Paragraph("p-two", Role.OPERATIVE, text("Adopts the annex."))
    resolution = Resolution(
        parts=(Part(letter="A", operative=(section, table, embedded, Separator("r-one"), more)),),
        annexes=(Annex("a-one", text("Plan"), (Paragraph("p-a", Role.PLAIN, text("Row.")),)),),
        votes=(Vote("recorded-vote", (Count("in-favour", 3), Count("against"))),),
    )
    shown = [line for line in _view(resolution) if line]
    assert shown == [
        "A",
        "I     General",
        "1.    Decides so;",
        "      a │ b",
        "           Rules",
        "           One.",
        "      * * *",
        "2.    Adopts the annex.",
        "Annex",
        "Plan",
        "      Row.",
        "recorded-vote: in-favour 3, against",
    ]
