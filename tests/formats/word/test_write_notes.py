from __future__ import annotations

from drafter.formats.word import write
from drafter.model import (
    Emphasis,
    Inline,
    Link,
    Note,
    NoteMark,
    Paragraph,
    Part,
    Resolution,
    Role,
    Series,
    Style,
    Text,
    text,
)
from tests.word_tools import paragraphs, part, w


def noted(*body: Inline) -> bytes:
    return write(Resolution(parts=(Part(operative=(Paragraph("p-1", Role.OPERATIVE, body),)),)))


def note(id_: str, words: str, mark: str | None = None) -> Note:
    return Note(id_, text(words), mark=mark)


def marks(data: bytes) -> list[str]:
    """The marks in the body: "auto" where Word counts, else what is typed."""
    body = part(data, "word/document.xml")
    calls = [call.getparent() for call in body.iter(w("footnoteReference"))]
    return ["".join(map(str, r.itertext())) or "auto" for r in calls if r is not None]


def test_the_footnotes_part_starts_with_the_two_separators() -> None:
    notes = part(noted(Text("Decides."), note("n-1", "See 1/1.")), "word/footnotes.xml")
    assert [(n.get(w("id")), n.get(w("type"))) for n in notes] == [
        ("-1", "separator"),
        ("0", "continuationSeparator"),
        ("1", None),
    ]


def test_word_counts_the_notes_that_it_can_count() -> None:
    body = (Text("One,"), note("n-1", "A."), Text(" two,"), note("n-2", "B."), Text(" three."))
    assert marks(noted(*body)) == ["auto", "auto"]


def test_a_mark_that_is_not_a_running_number_is_typed_and_so_are_those_after_it() -> None:
    body = (Text("One,"), note("n-1", "A.", "5"), Text(" two,"), note("n-2", "B."), Text(" three."))
    data = noted(*body)
    assert marks(data) == ["5", "6"]
    said = [said for _, said in paragraphs(part(data, "word/footnotes.xml"))[2:]]
    assert said == ["5\t\tA.", "6\t\tB."]


def test_an_automatic_mark_stands_between_two_tabs() -> None:
    notes = part(noted(Text("Decides."), note("n-1", "See 1/1.")), "word/footnotes.xml")
    assert paragraphs(notes)[-1] == ("FootnoteText", "\t\tSee 1/1.")
    assert notes.find(f".//{w('footnoteRef')}") is not None


def test_marks_of_more_digits_hang_further() -> None:
    body: list[Inline] = []
    for place in range(1, 12):
        body += [Text(f"word {place},"), note(f"n-{place}", "See.")]
    notes = part(noted(*body), "word/footnotes.xml")
    indents = [i.get(w("hanging")) for i in notes.iter(w("ind"))][2:]
    assert indents == [*["120"] * 9, "170", "170"]


def test_two_marks_at_one_place_are_parted_by_a_comma_that_is_no_text() -> None:
    data = noted(Text("Decides,"), note("n-1", "A."), note("n-2", "B."))
    assert paragraphs(part(data, "word/document.xml"))[-1] == ("Operative", "\tDecides,^,^")


def test_a_repeated_mark_is_a_superscript_in_a_style_of_its_own() -> None:
    data = noted(Text("Decides,"), note("n-1", "A."), Text(" again,"), NoteMark("n-1"))
    runs = part(data, "word/document.xml").iter(w("r"))
    styled = [
        r
        for r in runs
        if r.find(f"{w('rPr')}/{w('rStyle')}[@{w('val')}='RepeatedMark']") is not None
    ]
    assert ["".join(map(str, r.itertext())) for r in styled] == ["1"]


def test_notes_hold_italics_and_links_of_their_own_part() -> None:
    said = (
        Text("See "), Emphasis(Style.ITALIC, text("Official Records")),
        Text(", "), Link("https://undocs.org/A/1", text("A/1")), Text("."),
    )  # fmt: skip
    data = noted(Text("Decides."), Note("n-1", said))
    assert paragraphs(part(data, "word/footnotes.xml"))[-1][1] == "\t\tSee Official Records, A/1."
    related = part(data, "word/_rels/footnotes.xml.rels")
    assert [r.get("Target") for r in related] == ["https://undocs.org/A/1"]


def test_an_asterisk_is_not_raised_twice() -> None:
    data = noted(Text("Decides."), Note("n-1", text("Late."), Series.ASTERISK))
    assert marks(data) == ["*"]
    style = part(data, "word/document.xml").find(
        f".//{w('r')}[{w('footnoteReference')}]/{w('rPr')}/{w('rStyle')}"
    )
    assert style is not None
    assert style.get(w("val")) == "AsteriskReference"
