from __future__ import annotations

import pytest

from drafter.edit import (
    After,
    Before,
    End,
    Ends,
    Inside,
    delete,
    follow_ends,
    insert,
    join,
    move,
    rewrite,
    split,
)
from drafter.errors import NoSuchParagraph, Refused, Unsupported
from drafter.model import (
    Annex,
    Emphasis,
    Heading,
    Note,
    Paragraph,
    Part,
    Resolution,
    Role,
    Section,
    Style,
    Table,
    Text,
    Zone,
    plain_text,
    query,
    text,
)
from drafter.model.block import Cell, Row
from drafter.numbering import number


def pp(id_: str, words: str = "Recalling,") -> Paragraph:
    return Paragraph(id_, Role.PREAMBULAR, text(words))


def op(id_: str, words: str = "Decides;", *children: Paragraph) -> Paragraph:
    return Paragraph(id_, Role.OPERATIVE, text(words), children=children)


def item(id_: str, words: str = "To meet;") -> Paragraph:
    return Paragraph(id_, Role.ITEM, text(words))


def doc(
    *operative: Paragraph | Section | Table, preamble: tuple[Paragraph, ...] = ()
) -> Resolution:
    return Resolution(parts=(Part(preamble=preamble, operative=operative),))


def outline(resolution: Resolution) -> list[str]:
    labels = number(resolution).labels
    return [f"{labels[s.block.id]}{s.block.id}" for s in query(resolution)]


DRAFT = doc(
    op("o-1"),
    op("o-2", "Requests:", item("i-1"), item("i-2")),
    op("o-3", "Decides to meet."),
    preamble=(pp("p-1"), pp("p-2")),
)


def test_deleting_a_paragraph_renumbers_the_rest_and_changes_nothing_else() -> None:
    shorter = delete(delete(DRAFT, "p-1"), "o-1")
    assert outline(shorter) == ["p-2", "1.o-2", "(a)i-1", "(b)i-2", "2.o-3"]
    kept = {site.block.id: site.block for site in query(DRAFT)}
    assert all(kept[site.block.id] == site.block for site in query(shorter))


@pytest.mark.parametrize(
    ("position", "expected"),
    [
        (Before("o-1"), ["1.new", "2.o-1", "3.o-2"]),
        (After("o-1"), ["1.o-1", "2.new", "3.o-2"]),
        (End(Zone.OPERATIVE), ["1.o-1", "2.o-2", "(a)i-1", "(b)i-2", "3.o-3", "4.new"]),
        (Inside("o-2"), ["1.o-1", "2.o-2", "(a)i-1", "(b)i-2", "(c)new", "3.o-3"]),
        (After("i-1"), ["1.o-1", "2.o-2", "(a)i-1", "(b)new", "(c)i-2", "3.o-3"]),
    ],
)
def test_an_inserted_paragraph_takes_the_role_and_number_of_its_place(
    position: Before | After | End | Inside, expected: list[str]
) -> None:
    new = insert(DRAFT, pp("new"), position)
    assert outline(new)[2 : 2 + len(expected)] == expected


def test_a_moved_paragraph_keeps_its_id_and_children() -> None:
    assert outline(move(DRAFT, "o-2", Before("o-1")))[2:] == [
        "1.o-2",
        "(a)i-1",
        "(b)i-2",
        "2.o-1",
        "3.o-3",
    ]


def test_a_paragraph_does_not_move_into_itself() -> None:
    with pytest.raises(Refused, match="cannot move into itself"):
        move(DRAFT, "o-2", After("i-1"))


def test_a_missing_paragraph_is_named_with_its_nearest_ids() -> None:
    with pytest.raises(NoSuchParagraph) as caught:
        delete(DRAFT, "o-4")
    assert caught.value.hint.startswith("did you mean o-")


def test_the_masthead_holds_no_paragraphs() -> None:
    with pytest.raises(Unsupported, match="masthead holds no paragraphs"):
        insert(DRAFT, op("new"), End(Zone.MASTHEAD))


def test_after_a_sections_heading_is_the_sections_beginning() -> None:
    value = doc(Section("s-1", Heading("h-1", text("Budget")), (op("o-1"), op("o-2"))))
    assert outline(insert(value, op("new"), After("h-1"))) == [
        "s-1",
        "h-1",
        "1.new",
        "2.o-1",
        "3.o-2",
    ]


def test_an_annex_takes_paragraphs_at_its_end() -> None:
    value = Resolution(annexes=(Annex("a-1", text("Rules"), (op("o-1"),)),))
    assert outline(insert(value, op("o-2"), End(Zone.ANNEX))) == ["1.o-1", "2.o-2"]


def test_what_comes_under_a_table_is_a_table_note() -> None:
    value = doc(
        Table(
            "t-1",
            (
                Row(
                    (
                        Cell(
                            text("1"),
                        ),
                    ),
                ),
            ),
        )
    )
    new = insert(value, op("new"), Inside("t-1"))
    found = next(site.block for site in query(new) if site.block.id == "new")
    assert isinstance(found, Paragraph)
    assert found.role is Role.TABLE_NOTE


def test_a_split_keeps_the_id_first_and_sub_paragraphs_second() -> None:
    value = doc(op("o-1", "Notes the report, and requests:", item("i-1")), op("o-2"))
    new = split(value, "o-1", len("Notes the report,"))
    first, second = new.parts[0].operative[:2]
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.id, plain_text(first.body), first.children) == ("o-1", "Notes the report,", ())
    assert (plain_text(second.body), [c.id for c in second.children]) == ("and requests:", ["i-1"])
    assert join(new, first.id, second.id) == value


def test_a_split_with_nothing_on_one_side_is_refused() -> None:
    with pytest.raises(Refused, match="text on both sides"):
        split(DRAFT, "o-1", 0)


def test_a_note_at_the_cut_stays_with_the_words_before_it() -> None:
    note = Note("n-1", text("Annex."))
    body = (Text("Notes the report,"), note, Text(" and requests it;"))
    value = doc(Paragraph("o-1", Role.OPERATIVE, body), op("o-2"))
    first, second = split(value, "o-1", len("Notes the report,")).parts[0].operative[:2]
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.body, second.body) == (
        (Text("Notes the report,"), note),
        text("and requests it;"),
    )


def test_only_neighbours_are_joined() -> None:
    with pytest.raises(Refused, match="does not follow"):
        join(DRAFT, "o-1", "o-3")


def test_rewriting_keeps_id_and_children() -> None:
    new = rewrite(DRAFT, "o-2", (Emphasis(Style.OPENING, text("Urges")), Text(" States:")))
    assert outline(new) == outline(DRAFT)


def test_the_full_stop_follows_the_last_paragraph() -> None:
    shorter = delete(DRAFT, "o-3")
    ended = follow_ends(DRAFT, shorter, Ends())
    last = next(site.block for site in query(ended) if site.block.id == "i-2")
    assert isinstance(last, Paragraph)
    assert plain_text(last.body) == "To meet."


def test_the_former_last_paragraph_gives_up_its_full_stop() -> None:
    moved = follow_ends(DRAFT, move(DRAFT, "o-3", Before("o-1")), Ends())
    words = {
        site.block.id: plain_text(site.block.body)
        for site in query(moved)
        if isinstance(site.block, Paragraph)
    }
    assert (words["o-3"], words["i-2"]) == ("Decides to meet;", "To meet.")


def test_a_paragraph_that_leaves_the_preamble_changes_its_mark() -> None:
    moved = follow_ends(DRAFT, move(DRAFT, "p-1", Before("o-1")), Ends())
    found = next(site.block for site in query(moved) if site.block.id == "p-1")
    assert isinstance(found, Paragraph)
    assert (found.role, plain_text(found.body)) == (Role.OPERATIVE, "Recalling;")


def test_deleting_in_the_middle_changes_no_mark() -> None:
    shorter = delete(DRAFT, "o-1")
    assert follow_ends(DRAFT, shorter, Ends()) == shorter
