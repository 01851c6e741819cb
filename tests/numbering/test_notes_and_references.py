from __future__ import annotations

import pytest

from drafter import resources
from drafter.model import (
    Annex,
    Emphasis,
    Form,
    Inlines,
    Note,
    NoteMark,
    Paragraph,
    Part,
    Reference,
    Resolution,
    Role,
    Series,
    Style,
    Text,
    text,
)
from drafter.numbering import Resolved, State, note_marks, number, resolve, states


def op(id_: str, *body: str | Reference, children: tuple[Paragraph, ...] = ()) -> Paragraph:
    return Paragraph(id_, Role.OPERATIVE, inlines(*body), children=children)


def item(id_: str, *body: str | Reference) -> Paragraph:
    return Paragraph(id_, Role.ITEM, inlines(*body))


def inlines(*body: str | Reference) -> Inlines:
    return tuple(Text(b) if isinstance(b, str) else b for b in body)


def doc(*operative: Paragraph, preamble: tuple[Paragraph, ...] = ()) -> Resolution:
    return Resolution(parts=(Part(preamble=preamble, operative=operative),))


def test_notes_count_through_text_tables_and_annexes_in_reading_order() -> None:
    value = Resolution(
        title=(Text("Title"), Note("n-0", text("Masthead note."), Series.ASTERISK)),
        parts=(
            Part(
                preamble=(
                    Paragraph(
                        "p-1", Role.PREAMBULAR, (Text("Recalling"), Note("n-1", text("One.")))
                    ),
                ),
                operative=(
                    Paragraph("p-2", Role.OPERATIVE, (Text("Decides"), Note("n-2", text("Two.")))),
                ),
            ),
        ),
        annexes=(
            Annex(
                "a-1",
                text("Annex title"),
                (Paragraph("p-3", Role.PLAIN, (Note("n-3", text("Three.")),)),),
            ),
        ),
    )
    assert number(value).marks == {"n-0": "*", "n-1": "1", "n-2": "2", "n-3": "3"}


def test_an_overridden_mark_moves_the_count() -> None:
    notes = [Note("n-1", text("a."), mark="2"), Note("n-2", text("b.")), Note("n-3", text("c."))]
    assert note_marks(notes) == {"n-1": "2", "n-2": "3", "n-3": "4"}


def test_asterisks_count_beside_the_numbers() -> None:
    star = Series.ASTERISK
    notes = [Note("a", text("a."), star), Note("b", text("b.")), Note("c", text("c."), star)]
    assert note_marks(notes) == {"a": "*", "b": "1", "c": "**"}


def test_a_repeated_mark_prints_its_notes_mark_and_a_dangling_one_a_question_mark() -> None:
    value = doc(
        Paragraph("p-1", Role.OPERATIVE, (Text("Notes"), Note("n-1", text("One.")))),
        Paragraph("p-2", Role.OPERATIVE, (Text("Notes"), NoteMark("n-1"), NoteMark("n-9"))),
    )
    numbering = number(value)
    assert [numbering.mark(NoteMark("n-1")), numbering.mark(NoteMark("n-9"))] == ["1", "?"]


@pytest.mark.parametrize(
    ("target", "within", "form", "expected"),
    [
        ("p-1", "p-2", Form.PLACED, "paragraph 1 above"),
        ("p-3", "p-2", Form.PLACED, "paragraph 3 below"),
        ("p-3", "p-2", Form.NAMED, "paragraph 3"),
        ("p-3", "p-2", Form.BARE, "3"),
        ("i-2", "p-1", Form.PLACED, "paragraph 2 (b) below"),
        ("i-1", "i-2", Form.PLACED, "subparagraph (a) above"),
        ("i-1", "p-2", Form.NAMED, "subparagraph (a)"),
        ("i-1", "p-3", Form.BARE, "2 (a)"),
        ("pp-2", "p-3", Form.PLACED, "second preambular paragraph above"),
    ],
)
def test_a_reference_is_written_as_the_resolutions_write_it(
    target: str, within: str, form: Form, expected: str
) -> None:
    value = doc(
        op("p-1", "Decides;"),
        op("p-2", "Requests:", children=(item("i-1", "To report;"), item("i-2", "To meet;"))),
        op("p-3", "Decides."),
        preamble=(
            Paragraph("pp-1", Role.PREAMBULAR, text("Recalling,")),
            Paragraph("pp-2", Role.PREAMBULAR, text("Noting,")),
        ),
    )
    numbering = number(value, resources.language("en").numbering())
    assert resolve(Reference(target, form), numbering, within) == Resolved(expected, State.VALID)


def test_a_reference_follows_an_insertion_and_says_when_its_target_is_gone() -> None:
    pointer = op("p-9", "Reaffirms ", Reference("p-2"))
    before = doc(op("p-1", "One;"), op("p-2", "Two;"), pointer)
    after = doc(op("p-1", "One;"), op("p-0", "New;"), op("p-2", "Two;"), pointer)
    gone = doc(op("p-1", "One;"), pointer)
    assert [next(iter(states(value, number(value))))[2] for value in (before, after, gone)] == [
        Resolved("paragraph 2 above", State.VALID),
        Resolved("paragraph 3 above", State.VALID),
        Resolved("[paragraph not found]", State.GONE),
    ]


def test_a_pinned_reference_stays_and_a_reference_to_itself_says_so() -> None:
    value = doc(
        op("p-1", Reference("p-1")), op("p-2", Reference("p-1", pinned="paragraph 7 above"))
    )
    found = [resolved for _, _, resolved in states(value, number(value))]
    assert found == [
        Resolved("the present paragraph", State.SELF),
        Resolved("paragraph 7 above", State.PINNED),
    ]


def test_a_paragraph_without_a_number_cannot_be_named() -> None:
    value = doc(op("p-1", "Decides."), Paragraph("p-2", Role.PLAIN, (Reference("p-1"),)))
    assert [resolved.state for _, _, resolved in states(value, number(value))] == [State.UNNUMBERED]


def test_french_references_use_french_words() -> None:
    value = doc(
        op("p-1", "Prie :", children=(item("i-1", "De faire rapport ;"),)),
        op("p-2", "Rappelle ", Reference("i-1")),
    )
    numbering = number(value, resources.language("fr").numbering())
    assert [resolved.text for _, _, resolved in states(value, numbering)] == [
        "paragraphe 1 a) ci-dessus"
    ]


def test_a_reference_inside_emphasis_is_found() -> None:
    body = (Emphasis(Style.ITALIC, (Reference("p-1"),)),)
    value = doc(op("p-1", "One;"), Paragraph("p-2", Role.OPERATIVE, body))
    assert [owner for owner, _, _ in states(value, number(value))] == ["p-2"]
