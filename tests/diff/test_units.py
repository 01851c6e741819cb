from __future__ import annotations

from datetime import date

from drafter import resources
from drafter.diff import Area, Side, units
from drafter.model import (
    Adoption,
    Annex,
    Emphasis,
    Heading,
    Masthead,
    Note,
    Paragraph,
    Part,
    Reference,
    Resolution,
    Role,
    Style,
    Text,
    text,
)

ENGLISH = resources.language("en")
RESOLUTION = Resolution(
    masthead=Masthead(
        organ="general-assembly",
        symbol="A/RES/901/1",
        distribution="general",
        date=date(2846, 5, 1),
    ),
    origin=Adoption(line=text("Resolution adopted")),
    number="901/1",
    title=text("Boats"),
    parts=(
        Part(
            enacting=(Emphasis(Style.ITALIC, text("The General Assembly")), Text(",")),
            preamble=(
                Paragraph("p-a", Role.PREAMBULAR, (Text("Recalling"), Note("n-1", text("Ibid.")))),
            ),
            operative=(
                Heading("h-1", text("Ferries")),
                Paragraph(
                    "p-b",
                    Role.OPERATIVE,
                    text("Invites:"),
                    children=(Paragraph("p-c", Role.ITEM, text("To sail;")),),
                    tail=text("and to land;"),
                ),
                Paragraph("p-d", Role.OPERATIVE, (Text("Requests "), Reference("p-c"), Text("."))),
            ),
            closing=(text("1st meeting"),),
        ),
    ),
    annexes=(Annex("a-1", text("Rules"), (Paragraph("p-e", Role.OPERATIVE, text("Sail.")),)),),
)  # fmt: skip


def test_everything_printed_is_a_unit_in_reading_order() -> None:
    found = units(RESOLUTION, Side("a", ENGLISH.scheme, ENGLISH))
    assert [(u.section.value, u.name, u.label, u.text) for u in found] == [
        ("masthead", "organ", "", "General Assembly"),
        ("masthead", "symbol", "", "A/RES/901/1"),
        ("masthead", "distribution", "", "Distr.: General"),
        ("masthead", "date", "", "1\u00a0May 2846"),
        ("masthead", "adoption", "", "Resolution adopted"),
        ("masthead", "number", "", "901/1"),
        ("title", "title", "", "Boats"),
        ("enacting", "enacting line", "", "The General Assembly,"),
        ("preamble", "PP1", "", "Recalling"),
        ("operative", "heading", "", "Ferries"),
        ("operative", "OP1", "1.", "Invites:"),
        ("operative", "OP1 (a)", "(a)", "To sail;"),
        ("operative", "end of OP1", "", "and to land;"),
        ("operative", "OP2", "2.", "Requests paragraph 1 (a) above."),
        ("closing", "closing line 1", "", "1st meeting"),
        ("annex", "Annex", "Annex", "Rules"),
        ("annex", "Annex, paragraph 1", "1.", "Sail."),
        ("note", "note 1", "1", "Ibid."),
    ]
    assert [u.index for u in found] == list(range(len(found)))


def test_a_unit_knows_its_level_its_parent_its_notes_and_its_references() -> None:
    found = {u.name: u for u in units(RESOLUTION, Side())}
    assert (found["OP1 (a)"].level, found["OP1 (a)"].parent) == (1, found["OP1"].index)
    assert [(call.place, call.id) for call in found["PP1"].notes] == [(9, "n-1")]
    assert [(c.start, c.end, c.target) for c in found["OP2"].calls] == [(9, 30, "p-c")]


def test_without_a_language_the_masthead_shows_its_keys() -> None:
    head = [u.text for u in units(RESOLUTION, Side()) if u.section is Area.MASTHEAD]
    assert head[:4] == ["general-assembly", "A/RES/901/1", "general", "2846-05-01"]


def test_the_words_of_a_note_are_not_in_the_paragraph_that_calls_it() -> None:
    assert all("Ibid" not in u.text for u in units(RESOLUTION, Side()) if u.section != Area.NOTE)
