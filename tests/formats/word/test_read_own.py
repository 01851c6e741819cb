from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from lxml import etree

from drafter.formats.word import read, write
from drafter.formats.word.skeleton import bare, bookmark, fill, strip, unpack
from drafter.model import (
    Annex,
    Cell,
    Emphasis,
    Heading,
    Note,
    Paragraph,
    Part,
    Reference,
    Resolution,
    Role,
    Row,
    Section,
    Style,
    Submission,
    Table,
    Text,
    plain_text,
    query,
    text,
)
from drafter.model.invariants import faults
from drafter.numbering import number
from drafter.report import Kind, Notice, Read
from tests.strategies import resolutions
from tests.word_files import changed, zipped

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Edit = Callable[[etree._Element], None]


def op(id_: str, words: str, *children: Paragraph) -> Paragraph:
    verb, rest = words.split(" ", 1)
    body = (Emphasis(Style.OPENING, text(verb)), Text(f" {rest}"))
    return Paragraph(id_, Role.OPERATIVE, body, children)


def item(id_: str, words: str) -> Paragraph:
    return Paragraph(id_, Role.ITEM, text(words))


LISTED = op(
    "p-two", "Requests the Secretary-General:", item("p-a", "To report;"), item("p-b", "To meet;")
)
REFERRED = replace(
    op("p-three", "Decides to consider"),
    body=(
        Emphasis(Style.OPENING, text("Decides")),
        Text(" to consider "),
        Reference("p-b"),
        Text(";"),
    ),
)
NOTED = Paragraph(
    "p-pre",
    Role.PREAMBULAR,
    (
        Emphasis(Style.OPENING, text("Recalling")),
        Text(" its resolution,"),
        Note("n-one", text("Resolution 1/1.")),
    ),
)
TABLE = Table("t-one", (Row((Cell(text("Year"), header=True),)), Row((Cell(text("2030")),))))
VALUE = Resolution(
    origin=Submission((text("Kenya"), text("Qatar"))),
    title=text("Invented matters"),
    parts=(
        Part(
            enacting=(Emphasis(Style.ITALIC, text("The General Assembly")), Text(",")),
            preamble=(NOTED,),
            operative=(op("p-one", "Welcomes the report;"), LISTED, REFERRED, TABLE),
            closing=(text("1st plenary meeting"), text("1 May 2030")),
        ),
    ),
    annexes=(
        Annex(
            "a-one",
            text("Rules"),
            (Section("s-one", Heading("h-one", text("Scope")), (item("p-rule", "A rule."),)),),
        ),
    ),
)


def edited(edit: Edit, value: Resolution = VALUE) -> Read[Resolution]:
    """The value that comes back after somebody has worked on the body in Word."""
    with ZipFile(BytesIO(write(value))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(files["word/document.xml"])
    body = root.find(f"{W}body")
    assert body is not None
    edit(body)
    files["word/document.xml"] = etree.tostring(root)
    result = read(zipped(files))
    assert faults(result.value) == ()
    return result


def line(body: etree._Element, words: str) -> etree._Element:
    return next(p for p in body.iter(f"{W}p") if words in "".join(map(str, p.itertext())))


def unmarked(paragraph: etree._Element) -> etree._Element:
    """A copy as Word makes one: without bookmarks."""
    copy = deepcopy(paragraph)
    for mark in [*copy.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
        mark.getparent().remove(mark)  # type: ignore[union-attr] # has a parent
    return copy


def printed(value: Resolution) -> list[tuple[str, str]]:
    """Label and words of every paragraph."""
    labels = number(value).labels
    return [
        (labels[site.block.id], plain_text(site.block.body))
        for site in query(value)
        if isinstance(site.block, Paragraph)
    ]


def kinds(result: Read[Resolution]) -> list[Kind]:
    return [notice.kind for notice in result.notices]


# Unchanged


def test_an_unchanged_file_is_the_same_value_without_a_notice() -> None:
    assert read(write(VALUE)) == Read(VALUE)


def test_an_id_may_look_like_that_of_the_tail_of_another() -> None:
    first = replace(op("a", "Decides both:", item("b", "To meet;")), tail=text("and to rest;"))
    named = (first, op("a--tail", "Requests it."), op("tail-a", "Invites it."))
    value = Resolution(parts=(Part(operative=named),))
    assert read(write(value)) == Read(value)


@settings(max_examples=25)
@given(resolutions())
def test_what_is_written_is_read_back(value: Resolution) -> None:
    assert read(write(value)).value == value


@given(resolutions())
@settings(max_examples=15)
def test_a_skeleton_comes_back_as_the_bare_value(value: Resolution) -> None:
    assert unpack(strip(value)) == bare(value)


@given(resolutions())
@settings(max_examples=15)
def test_a_skeleton_has_no_word_of_the_paragraphs(value: Resolution) -> None:
    for site in query(bare(value)):
        if isinstance(site.block, Paragraph | Heading):
            assert not plain_text(site.block.body).replace("…", "")


def test_a_text_that_the_page_lacks_is_empty() -> None:
    found = fill(bare(VALUE), {bookmark("p-one"): text("Decides")}, {})
    first, *_ = found.parts[0].operative
    assert first == Paragraph("p-one", Role.OPERATIVE, text("Decides"))
    assert found.title == ()


# Edited words


def test_words_that_were_changed_in_word_are_in_the_value() -> None:
    data = changed(write(VALUE), "word/document.xml", "the report", "the first report")
    result = read(data)
    assert printed(result.value)[1] == ("1.", "Welcomes the first report;")
    assert result.notices == ()


def test_words_of_a_note_that_were_changed_are_in_the_value() -> None:
    data = changed(write(VALUE), "word/footnotes.xml", "Resolution 1/1.", "Resolution 2/2.")
    (block,) = read(data).value.parts[0].preamble
    assert isinstance(block, Paragraph)
    assert block.body[-1] == Note("n-one", text("Resolution 2/2."))


def test_words_typed_behind_a_bookmark_belong_to_its_paragraph() -> None:
    def edit(body: etree._Element) -> None:
        paragraph = line(body, "the report")
        run = etree.SubElement(paragraph, f"{W}r")
        etree.SubElement(run, f"{W}t").text = " and more"

    assert printed(edited(edit).value)[1] == ("1.", "Welcomes the report; and more")


def test_a_label_that_was_changed_by_hand_is_a_notice() -> None:
    data = changed(write(VALUE), "word/document.xml", ">1.<", ">7.<")
    result = read(data)
    assert result.value == VALUE
    assert result.notices[0].kind is Kind.NUMBER
    assert result.notices[0].text == "7."


def test_the_words_of_a_reference_that_were_changed_are_pinned() -> None:
    data = changed(write(VALUE), "word/document.xml", "paragraph 2 (b) above", "paragraph 9 above")
    block = read(data).value.parts[0].operative[2]
    assert isinstance(block, Paragraph)
    assert Reference("p-b", pinned="paragraph 9 above") in block.body


def test_a_masthead_field_that_was_changed_is_read_anew() -> None:
    value = replace(
        VALUE, masthead=replace(VALUE.masthead, distribution="limited", symbol="A/1/L.1")
    )
    data = changed(write(value), "word/header3.xml", "Distr.: Limited", "Distr.: General")
    assert read(data).value.masthead.distribution == "general"


# Edited structure


def test_a_deleted_paragraph_is_gone_and_the_others_keep_their_ids() -> None:
    def edit(body: etree._Element) -> None:
        body.remove(line(body, "the report"))

    result = edited(edit)
    operative = result.value.parts[0].operative
    assert operative == VALUE.parts[0].operative[1:]
    assert result.notices == (Notice(Kind.STRUCTURE, "paragraph 1. is gone (p-one)"),)


def test_a_reference_stays_alive_when_its_paragraph_is_renumbered() -> None:
    def edit(body: etree._Element) -> None:
        body.remove(line(body, "the report"))

    block = edited(edit).value.parts[0].operative[1]
    assert isinstance(block, Paragraph)
    assert Reference("p-b") in block.body


def test_a_new_paragraph_takes_its_place_and_a_new_id() -> None:
    def edit(body: etree._Element) -> None:
        old = line(body, "the report")
        new = unmarked(old)
        next(t for t in new.iter(f"{W}t") if t.text == " the report;").text = " the plan;"
        old.addnext(new)

    result = edited(edit)
    assert printed(result.value)[1:3] == [
        ("1.", "Welcomes the report;"),
        ("2.", "Welcomes the plan;"),
    ]
    assert kinds(result) == [Kind.STRUCTURE, Kind.NUMBER]
    new = result.value.parts[0].operative[1]
    assert isinstance(new, Paragraph)
    assert new.body[0] == Emphasis(Style.OPENING, text("Welcomes"))


def test_a_moved_paragraph_keeps_its_id() -> None:
    def edit(body: etree._Element) -> None:
        line(body, "to consider").addnext(line(body, "the report"))

    result = edited(edit)
    ids = [block.id for block in result.value.parts[0].operative]
    assert ids == ["p-two", "p-three", "p-one", "t-one"]
    assert result.notices == ()


def test_a_moved_item_changes_its_letter() -> None:
    def edit(body: etree._Element) -> None:
        line(body, "To meet").addnext(line(body, "To report"))

    assert printed(edited(edit).value)[3:5] == [("(a)", "To meet;"), ("(b)", "To report;")]


def test_items_whose_paragraph_was_deleted_go_to_the_one_before() -> None:
    def edit(body: etree._Element) -> None:
        body.remove(line(body, "Secretary-General"))

    first = edited(edit).value.parts[0].operative[0]
    assert isinstance(first, Paragraph)
    assert [child.id for child in first.children] == ["p-a", "p-b"]


def test_a_new_sub_paragraph_joins_its_list() -> None:
    def edit(body: etree._Element) -> None:
        old = line(body, "To report")
        old.addnext(unmarked(old))

    result = edited(edit)
    assert [label for label, _ in printed(result.value)[3:6]] == ["(a)", "(b)", "(c)"]


def test_a_paragraph_split_in_two_is_two() -> None:
    def edit(body: etree._Element) -> None:
        old = line(body, "the report")
        run = [*old.iter(f"{W}r")][-1]
        new = deepcopy(old)
        for child in list(new)[1:]:
            new.remove(child)
        new.append(run)
        old.addnext(new)

    assert printed(edited(edit).value)[1:3] == [("1.", "Welcomes"), ("2.", "the report;")]


def test_a_row_more_in_a_table_is_in_the_value() -> None:
    def edit(body: etree._Element) -> None:
        row = [*body.iter(f"{W}tr")][-1]
        row.addnext(unmarked(row))

    result = edited(edit)
    table = result.value.parts[0].operative[3]
    assert table == replace(TABLE, rows=(*TABLE.rows, TABLE.rows[-1]))
    assert kinds(result) == [Kind.STRUCTURE]


def test_a_deleted_annex_takes_its_label_with_it() -> None:
    def edit(body: etree._Element) -> None:
        for words in ("Annex", "Rules"):
            body.remove(line(body, words))

    result = edited(edit)
    assert result.value.annexes == ()
    assert any(plain_text(getattr(s.block, "body", ())) == "A rule." for s in query(result.value))


def test_a_new_closing_line_is_one() -> None:
    def edit(body: etree._Element) -> None:
        old = line(body, "1 May 2030")
        new = unmarked(old)
        for drawing in [*new.iter(f"{W}drawing")]:
            drawing.getparent().remove(drawing)  # type: ignore[union-attr] # has a parent
        old.addnext(new)

    assert edited(edit).value.parts[0].closing[-1] == text("1 May 2030")
    assert len(edited(edit).value.parts[0].closing) == 3


def test_a_file_without_bookmarks_is_read_as_it_is_printed() -> None:
    def edit(body: etree._Element) -> None:
        for mark in [*body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
            mark.getparent().remove(mark)  # type: ignore[union-attr] # has a parent

    result = edited(edit)
    assert printed(result.value)[:3] == printed(VALUE)[:3]
    assert "new ids" in result.notices[0].message


def test_marks_that_libreoffice_renames_are_known() -> None:
    data = changed(write(VALUE), "word/footnotes.xml", '"_n_one"', '"_n_one_Copy_1"')
    assert read(data) == Read(VALUE)


@pytest.mark.parametrize("words", ["beside", "Sudan"])
def test_words_typed_beside_a_field_are_a_notice(words: str) -> None:
    data = changed(write(VALUE), "word/document.xml", "draft resolution", f"{words} resolution")
    (notice,) = read(data).notices
    assert notice.kind is Kind.SKIPPED
    assert words in notice.text
