"""Merging outside the running text: masthead, sponsors, tables, sections, annexes, moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from drafter.merge import Conflict, ConflictKind, merge
from drafter.model import (
    Annex,
    Cell,
    Heading,
    Masthead,
    Note,
    Paragraph,
    Part,
    Resolution,
    Role,
    Row,
    Section,
    Submission,
    Table,
    Text,
    text,
)
from drafter.model.invariants import faults


def operative(*names: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(f"p-{name}", Role.OPERATIVE, text(f"Decides {name};")) for name in names)


def draft(*blocks: Paragraph | Table | Section, **more: object) -> Resolution:
    return replace(Resolution(parts=(Part(operative=blocks),)), **more)  # type: ignore[arg-type] # fields of the test


def table(*rows: str) -> Table:
    return Table("t-1", tuple(Row(tuple(Cell(text(w)) for w in row.split())) for row in rows))


def test_sponsors_join_from_both_sides() -> None:
    def of(*names: str) -> Resolution:
        return draft(origin=Submission(tuple(text(name) for name in names)))

    merged = merge(of("Estmark"), of("Estmark", "Kenya"), of("Estmark", "Solvania", "Kenya"))
    assert merged.resolution == of("Estmark", "Kenya", "Solvania")
    assert merged.clean


def test_a_symbol_in_dispute_has_both_and_a_date_is_ours() -> None:
    def of(symbol: str, day: int) -> Resolution:
        return draft(masthead=Masthead(symbol=symbol, date=date(2846, 3, day)))

    merged = merge(of("A/1", 1), of("A/2", 2), of("A/3", 3))
    assert merged.resolution == of("[ours: A/2] [theirs: A/3]", 2)
    assert merged.conflicts == (
        Conflict(ConflictKind.FIELD, "", "symbol", "A/1", "A/2", "A/3", "symbol"),
        Conflict(ConflictKind.FIELD, "", "date", "2846-03-01", "2846-03-02", "2846-03-03", "date"),
    )


def test_a_table_merges_cell_by_cell_and_row_by_row() -> None:
    base = draft(table("a b", "c d", "e f"))
    ours = draft(table("a b", "c2 d", "e f", "g h"))
    theirs = draft(table("a b2", "c d2", "e f"))
    merged = merge(base, ours, theirs)
    assert merged.clean
    assert merged.resolution == draft(table("a b2", "c2 d2", "e f", "g h"))


def test_a_cell_in_dispute_has_both_alternatives() -> None:
    merged = merge(draft(table("a b")), draft(table("x b")), draft(table("y b")))
    assert merged.resolution.parts[0].operative[0] == Table(
        "t-1", (Row((Cell(text("[ours: x] [theirs: y]")), Cell(text("b")))),)
    )


def test_what_one_side_puts_into_a_section_that_the_other_deletes_stays_with_it() -> None:
    section = Section("s-1", Heading("h-1", text("Lights")), operative("one"))
    grown = replace(section, blocks=operative("one", "two"))
    merged = merge(draft(section), draft(), draft(grown))
    assert [(c.kind, c.id) for c in merged.conflicts] == [(ConflictKind.DELETED, "s-1")]
    heading = Heading("h-1", text("[ours: –] [theirs: Lights"))
    last = replace(operative("two")[0], body=text("Decides two;]"))
    assert merged.resolution == draft(
        replace(section, heading=heading, blocks=(*operative("one"), last))
    )


def test_things_moved_into_each_other_stay_a_tree() -> None:
    one, two = operative("one", "two")
    base = draft(one, two)
    merged = merge(base, draft(replace(two, children=(one,))), draft(replace(one, children=(two,))))
    assert faults(merged.resolution) == ()
    assert str(merged.resolution).count("Decides one") == 1
    assert str(merged.resolution).count("Decides two") == 1
    assert ConflictKind.MOVED in {c.kind for c in merged.conflicts}


def test_a_paragraph_moved_apart_stands_where_ours_put_it() -> None:
    names = ("a", "b", "c", "d", "e", "f")
    base = draft(*operative(*names))
    ours, theirs = (
        draft(*operative("a", "c", "d", "b", "e", "f")),
        draft(*operative("a", "c", "d", "e", "f", "b")),
    )
    merged = merge(base, ours, theirs)
    assert merged.resolution.parts[0].operative[3].id == "p-b"
    assert [(c.kind, c.name, c.ours) for c in merged.conflicts] == [
        (ConflictKind.MOVED, "OP4", 'after "Decides d;"')
    ]


def test_a_note_edited_by_one_side_and_moved_with_its_words_by_the_other_is_both() -> None:
    def of(first: str, second: str, note: str, *, moved: bool) -> Resolution:
        call = Note("n-1", text(note))
        bodies = (text(first), text(second))
        place = int(moved)
        return draft(
            *(
                Paragraph(f"p-{k}", Role.OPERATIVE, (*body, call) if k == place else body)
                for k, body in enumerate(bodies)
            )
        )

    base = of("Decides one thing;", "Notes another;", "See A/1.", moved=False)
    ours = of("Decides one thing;", "Notes another;", "See A/1 and A/2.", moved=False)
    theirs = of("Decides one thing;", "Notes another;", "See A/1.", moved=True)
    merged = merge(base, ours, theirs)
    assert merged.clean
    assert merged.resolution == of(
        "Decides one thing;", "Notes another;", "See A/1 and A/2.", moved=True
    )


def test_a_note_edited_by_one_side_and_dropped_by_the_other_is_not_lost() -> None:
    def of(*inlines: Text | Note) -> Resolution:
        return draft(Paragraph("p-1", Role.OPERATIVE, inlines))

    decides = Text("Decides this;")
    merged = merge(
        of(decides, Note("n-1", text("See A/1."))),
        of(decides, Note("n-1", text("See A/1 and A/2."))),
        of(decides),
    )
    assert "See A/1 and A/2." in str(merged.resolution)
    assert [c.kind for c in merged.conflicts] == [ConflictKind.WORDS]


def test_parts_and_annexes_are_merged_each_by_itself() -> None:
    def of(first: str, second: str, annex: str, *, more: bool) -> Resolution:
        parts = (
            Part("A", text(first), operative=operative("one")),
            Part("B", text(second), operative=operative("two")),
        )
        annexes = (Annex("a-1", text(annex), operative("three")),)
        return Resolution(parts=parts[: 1 + more], annexes=annexes)

    base = of("Lights", "Gauges", "Terms", more=True)
    ours = of("Lights of the strait", "Gauges", "Terms", more=True)
    theirs = of("Lights", "Gauges", "Terms of reference", more=False)
    merged = merge(base, ours, theirs)
    assert merged.clean
    assert merged.resolution == of("Lights of the strait", "", "Terms of reference", more=False)
