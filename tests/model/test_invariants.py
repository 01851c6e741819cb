"""Every rule of a well-formed resolution, broken once, with the whole list of faults."""

from __future__ import annotations

import pytest

from drafter.errors import Invalid, Place
from drafter.model import (
    Adoption,
    AgendaItem,
    Annex,
    Blank,
    Block,
    Break,
    Cell,
    Count,
    Embedded,
    Emphasis,
    Heading,
    Link,
    Masthead,
    Note,
    NoteMark,
    Opaque,
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
from drafter.model.invariants import DEPTH, Fault, check, faults


def operative(*blocks: Block) -> Resolution:
    return Resolution(parts=(Part(operative=blocks),))


def body(*inlines: object) -> Resolution:
    return operative(Paragraph("p-1", Role.OPERATIVE, inlines))  # type: ignore[arg-type] # any inline


def nested(depth: int) -> Paragraph:
    block = Paragraph(f"p-{depth}", Role.ITEM, text("Deep"))
    for level in range(depth - 1, 0, -1):
        block = Paragraph(f"p-{level}", Role.ITEM, text("Deep"), (block,))
    return block


WELL_FORMED: tuple[Resolution, ...] = (
    Resolution(),
    body(Text("Decides")),
    body(Emphasis(Style.OPENING, (Text("Decides"),)), Text(" to meet")),
    body(Text("Decides"), Note("n-1", text("See A/64/1.")), Text(" to meet")),
    body(NoteMark("n-9"), Reference("p-9"), Break(), Blank("name")),
    operative(nested(DEPTH)),
    Resolution(origin=Adoption(bracket=text("without a vote"))),
)

P = "parts/0/operative/0"
BROKEN: tuple[tuple[Resolution, tuple[tuple[str, str], ...]], ...] = (
    (Resolution(parts=()), (("parts", "there is no part"),)),
    (Resolution(language="English"), (("language", "'English' is not a language code"),)),
    (
        Resolution(masthead=Masthead(symbol=" A/1", agenda=(AgendaItem(()),), original=("e",))),
        (
            ("masthead/symbol", "begins or ends with a space"),
            ("masthead/original/0", "'e' is not a language code"),
            ("masthead/agenda/0", "the agenda item is empty"),
        ),
    ),
    (Resolution(origin=Submission(((),))), (("origin/sponsors/0", "the line is empty"),)),
    (Resolution(origin=Adoption()), (("origin", "the adoption says nothing"),)),
    (
        Resolution(number="64\t1"),
        (("number", "holds the sign U+0009 (tab), which cannot be printed"),),
    ),
    (
        Resolution(votes=(Vote("", (Count("", -1, ("",)),)),)),
        (
            ("votes/0/outcome", "is empty"),
            ("votes/0/counts/0/side", "is empty"),
            ("votes/0/counts/0/value", "a count is below 0"),
            ("votes/0/counts/0/names/0", "is empty"),
        ),
    ),
    (
        Resolution(meta=(Opaque("", (("b", ""), ("a", "")), "\0"),)),
        (
            ("meta/0/name", "is empty"),
            ("meta/0/attributes", "the names are not sorted or not unique"),
            ("meta/0/text", "holds the sign U+0000 (null), which cannot be printed"),
        ),
    ),
    (Resolution(annexes=(Annex("A 1"),)), (("annexes/0", "'A 1' is not an id"),)),
    (body(Text("a"), Text("b")), ((f"{P}/body", "the text is not in normal form"),)),
    (
        body(Text("one  two")),
        ((f"{P}/body", "two spaces in a row, near 'one  two'"),),
    ),
    (
        body(Text("one ")),
        ((f"{P}/body", "the text begins or ends with a space, near 'one'"),),
    ),
    (
        body(Text("one "), Break(), Text("two")),
        ((f"{P}/body", "a space stands beside a line break, near 'one \\ntwo'"),),
    ),
    (
        body(Text("one\u2028two")),
        ((f"{P}/body", "holds the sign U+2028, which cannot be printed"),),
    ),
    (
        body(Text("one\ntwo")),
        ((f"{P}/body", "holds the sign U+000A (line end), which cannot be printed"),),
    ),
    (
        body(Text("Now "), Emphasis(Style.OPENING, (Text("Decides"),))),
        ((f"{P}/body", "opening words stand elsewhere than at the start of a paragraph"),),
    ),
    (
        body(Text("a"), Note("n-1", (Text("b"), Note("n-2", text("c")))), Note("n-1", text("d"))),
        (
            (f"{P}/body", "a note stands in a note"),
            (f"{P}/body", f"the id 'n-1' stands twice; first at {P}/body"),
        ),
    ),
    (
        body(NoteMark("N"), Reference("P", pinned=" x"), Blank(""), Link("a ", (Text("b"),))),
        (
            (f"{P}/body", "'N' is not an id"),
            (f"{P}/body", "'P' is not an id"),
            (f"{P}/body", "begins or ends with a space"),
            (f"{P}/body", "is empty"),
            (f"{P}/body", "begins or ends with a space"),
        ),
    ),
    (operative(Paragraph("p-1", Role.OPERATIVE)), ((P, "the paragraph is empty"),)),
    (
        operative(Paragraph("p-1", Role.OPERATIVE, text("a"), tail=text("b"))),
        ((f"{P}/tail", "text after sub-paragraphs stands where there are none"),),
    ),
    (
        operative(Paragraph("p-1", Role.TABLE_NOTE, text("a"))),
        ((f"{P}/role", "a table note stands outside a table"),),
    ),
    (
        operative(Heading("h-1", (), 7)),
        ((f"{P}/level", "there is no level 7"), (P, "the heading is empty")),
    ),
    (
        operative(Section("s-1", None, ()), Embedded("e-1"), Separator("r-1", "")),
        (
            (P, "the section is empty"),
            ("parts/0/operative/1", "the embedded text is empty"),
            ("parts/0/operative/2/text", "is empty"),
        ),
    ),
    (
        operative(
            Table(
                "t-1",
                (Row((Cell(columns=0),), (("b", ""), ("b", ""))),),
                (Paragraph("t-1", Role.PLAIN, text("a")),),
            ),
            Table("t-2", ()),
        ),
        (
            (f"{P}/rows/0/cells/0", "a cell spans less than one place"),
            (f"{P}/rows/0/meta", "the names are not sorted or not unique"),
            (f"{P}/notes/0", f"the id 't-1' stands twice; first at {P}"),
            (f"{P}/notes/0/role", "a note of a table has another role"),
            ("parts/0/operative/1", "the table has no row"),
        ),
    ),
    (
        operative(nested(DEPTH + 1)),
        (
            (
                P + "/children/0" * (DEPTH - 1) + "/children",
                "blocks stand more than 40 deep in each other",
            ),
        ),
    ),
)


@pytest.mark.parametrize("resolution", WELL_FORMED)
def test_a_well_formed_resolution_has_no_fault(resolution: Resolution) -> None:
    assert faults(resolution) == ()
    assert check(resolution) is resolution


@pytest.mark.parametrize(("resolution", "expected"), BROKEN)
def test_a_broken_rule_is_told_with_its_path(
    resolution: Resolution, expected: tuple[tuple[str, str], ...]
) -> None:
    found = faults(resolution)
    assert tuple((fault.path, fault.message) for fault in found) == expected
    assert all(fault.hint for fault in found)


def test_the_error_tells_the_first_fault_and_carries_the_others() -> None:
    with pytest.raises(Invalid) as caught:
        check(Resolution(language="", parts=()))
    assert caught.value == Invalid(
        "'' is not a language code",
        hint="use the code of two or three letters, such as en, fr, es, ru, ar or zh",
        where=Place(path="language"),
        also=[
            Invalid(
                "there is no part",
                hint="a resolution has at least one part",
                where=Place(path="parts"),
            )
        ],
    )


def test_a_deep_opaque_element_is_refused() -> None:
    kept = Opaque("x")
    for _ in range(DEPTH):
        kept = Opaque("x", children=(kept,))
    path = "meta" + "/0/children" * DEPTH
    message = "kept elements stand more than 40 deep in each other"
    assert faults(Resolution(meta=(kept,))) == (Fault(path, message, "leave the deepest out"),)
