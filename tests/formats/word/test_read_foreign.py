from __future__ import annotations

from datetime import date

import pytest

from drafter.errors import Unreadable
from drafter.formats.word import ReadOptions, read
from drafter.formats.word.read_changes import ChangePolicy
from drafter.model import (
    Adoption,
    Annex,
    Block,
    Cell,
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
    Row,
    Section,
    Series,
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
from drafter.report import Kind, Read
from tests import word_files as wf
from tests.word_files import call, i, p, r

ENACTING = p(i("The General Assembly") + r(","))
RECALLING = p(i("Recalling") + r(" its resolution 1/1,"))
DECIDES = p(r("\t1.\t") + i("Decides") + r(" to meet;"))
REQUESTS = p(r("\t2.\t") + i("Requests") + r(" a report."))
BODY = (ENACTING, RECALLING, DECIDES, REQUESTS)


def good(*body: str, **parts: str) -> Read[Resolution]:
    """A file that is read, and whose value is well formed."""
    result = read(wf.word_file(*body, parts=parts))
    assert faults(result.value) == ()
    return result


def outline(value: Resolution) -> list[tuple[int, str, str]]:
    """Depth, label and words of every block that has words of its own."""
    labels = number(value).labels
    return [
        (len(site.above), labels[site.block.id], plain_text(site.block.body))
        for site in query(value)
        if isinstance(site.block, Paragraph | Heading)
    ]


def blocks(value: Resolution) -> tuple[Block, ...]:
    return value.parts[0].operative


def body(block: Block) -> Inlines:
    assert isinstance(block, Paragraph)
    return block.body


def opening(words: str, rest: str) -> Inlines:
    return (Emphasis(Style.OPENING, text(words)), Text(rest))


# Structure


def test_typed_numbers_and_tabs_are_labels() -> None:
    value = good(*BODY).value
    assert outline(value) == [
        (0, "", "Recalling its resolution 1/1,"),
        (0, "1.", "Decides to meet;"),
        (0, "2.", "Requests a report."),
    ]
    assert value.parts[0].enacting == (
        Emphasis(Style.ITALIC, text("The General Assembly")),
        Text(","),
    )


def test_italics_say_which_words_open_a_paragraph() -> None:
    value = good(ENACTING, p(i("Alarmed and dismayed") + r(" by the delay,")), DECIDES).value
    assert body(value.parts[0].preamble[0]) == opening("Alarmed and dismayed", " by the delay,")


def test_without_italics_the_known_words_open_it() -> None:
    value = good(ENACTING, p("Recalling also its resolution 1/1,"), p("\t1.\tDecides to meet."))
    assert body(value.value.parts[0].preamble[0]) == opening(
        "Recalling also", " its resolution 1/1,"
    )


def test_runs_may_be_split_anywhere() -> None:
    split = p(r("\t1") + r(".") + r("\t") + i("Dec") + i("ides") + r(" to") + r(" meet."))
    (block,) = blocks(good(ENACTING, split).value)
    assert body(block) == opening("Decides", " to meet.")


def test_sub_paragraphs_nest_by_their_labels() -> None:
    lines = ("1.\tDecides:", "(a)\tTo meet:", "(i)\tIn May;", "(ii)\tIn June;", "(b)\tTo report;")
    value = good(ENACTING, *(p(f"\t{line}") for line in lines), p("\t2.\tRequests a report."))
    assert [(depth, label) for depth, label, _ in outline(value.value)] == [
        (0, "1."), (1, "(a)"), (2, "(i)"), (2, "(ii)"), (1, "(b)"), (0, "2."),
    ]  # fmt: skip


NUMBERING = wf.part(
    "numbering",
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    "</w:lvl>"
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="(%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>',
)


def listed(words: str, level: int = 0, list_: int = 3) -> str:
    listing = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>'
    return p(words, properties=listing)


def test_word_numbering_is_resolved_to_labels() -> None:
    lines = (
        listed("Decides:"),
        listed("To meet;", 1),
        listed("To report;", 1),
        listed("Requests."),
    )
    value = good(ENACTING, *lines, numbering=NUMBERING).value
    assert [(depth, label) for depth, label, _ in outline(value)] == [
        (0, "1."), (1, "(a)"), (1, "(b)"), (0, "2."),
    ]  # fmt: skip


def test_word_bullets_are_bullets() -> None:
    lines = (listed("Decides:"), listed("To meet;", 2), listed("Requests."))
    value = good(ENACTING, *lines, numbering=NUMBERING).value
    assert outline(value)[1] == (1, "•", "To meet;")


def test_list_number_zero_is_no_list() -> None:
    value = good(ENACTING, RECALLING, listed("1.\tDecides to meet;", list_=0), REQUESTS).value
    assert [label for _, label, _ in outline(value)] == ["", "1.", "2."]


def test_sections_headings_closing_lines_and_annexes_are_found() -> None:
    value = good(
        ENACTING,
        p("I"),
        p("Meetings"),
        DECIDES,
        p("II"),
        p("Reports"),
        REQUESTS,
        p("1st plenary meeting\n1 May 2030"),
        p("Annex"),
        p("Rules"),
        p("1.\tThe rules apply."),
    ).value
    sections = [block for block in blocks(value) if isinstance(block, Section)]
    assert [s.heading and plain_text(s.heading.body) for s in sections] == ["Meetings", "Reports"]
    assert value.parts[0].closing == (text("1st plenary meeting"), text("1 May 2030"))
    (annex,) = value.annexes
    assert (annex.title, len(annex.blocks)) == (text("Rules"), 1)


def test_the_masthead_is_read_from_head_and_body() -> None:
    head = wf.part(
        "hdr",
        wf.table(
            wf.row("", "United Nations", p(r("A", "<w:sz/>") + r("/RES/64/1"))),
            wf.row("", "General Assembly", p("Distr.: General") + p("7 October 2009")),
        ),
    )
    adopted = p("\tResolution adopted by the General Assembly\non 6 October 2009")
    bracket = p(r("[") + i("without reference to a Main Committee") + r(" (A/64/L.1)]"))
    result = good(
        p("Sixty-fourth session"),
        p("Agenda item 114"),
        adopted,
        bracket,
        p("\t64/1.\tInvented matters"),
        *BODY,
        header=head,
    )
    assert result.value.masthead == Masthead(
        organ="general-assembly",
        symbol="A/RES/64/1",
        distribution="general",
        date=date(2009, 10, 7),
        session="Sixty-fourth session",
        agenda=result.value.masthead.agenda,
    )
    assert isinstance(result.value.origin, Adoption)
    assert result.value.origin.date == date(2009, 10, 6)
    assert (result.value.number, result.value.title) == ("64/1", text("Invented matters"))


def test_sponsors_are_read_from_their_line() -> None:
    value = good(p("Kenya, Mexico and Qatar: draft resolution"), p("Invented matters"), *BODY).value
    assert value.origin == Submission((text("Kenya"), text("Mexico"), text("Qatar")))


# Inside a paragraph


def test_real_footnotes_sit_where_they_are_called() -> None:
    line = p(i("Recalling") + r(" its resolution,") + call(1) + r(" and its report,") + call(2))
    footnotes = wf.notes("footnote", r(" See ") + i("Treaty Series") + r("."), "A/1/2.")
    block = good(ENACTING, line, DECIDES, footnotes=footnotes).value.parts[0].preamble[0]
    first, second = (one for one in body(block) if isinstance(one, Note))
    assert first.body == (Text("See "), Emphasis(Style.ITALIC, text("Treaty Series")), Text("."))
    assert second.body == text("A/1/2.")


def test_endnotes_are_notes_too() -> None:
    line = p(i("Recalling") + r(" its resolution,") + call(1, "endnote"))
    endnotes = wf.notes("endnote", "A/1/2.")
    block = good(ENACTING, line, DECIDES, endnotes=endnotes).value.parts[0].preamble[0]
    assert [one.body for one in body(block) if isinstance(one, Note)] == [text("A/1/2.")]


def test_a_note_that_nothing_calls_is_a_notice() -> None:
    result = good(*BODY, footnotes=wf.notes("footnote", "Never called."))
    assert [n.text for n in result.notices if n.kind is Kind.NOTE] == ["Never called."]


def test_a_call_without_a_note_is_a_notice() -> None:
    result = good(ENACTING, p(i("Recalling") + r(" its resolution,") + call(9)), DECIDES)
    assert Kind.NOTE in {notice.kind for notice in result.notices}


def test_a_typed_asterisk_note_goes_to_its_mark() -> None:
    result = good(p("Item 35 of the provisional agenda*"), p("\t*\tA/80/150."), *BODY)
    (item,) = result.value.masthead.agenda
    (note,) = (one for one in item.line if isinstance(one, Note))
    assert (note.series, note.body) == (Series.ASTERISK, text("A/80/150."))


def test_a_link_keeps_its_address() -> None:
    line = p(
        i("Recalling")
        + r(" its ")
        + f'<w:hyperlink r:id="rLink">{r("resolution 1/1")}</w:hyperlink>'
        + r(",")
    )
    data = wf.word_file(ENACTING, line, DECIDES, links={"rLink": "https://undocs.org/A/RES/1/1"})
    block = read(data).value.parts[0].preamble[0]
    assert Link("https://undocs.org/A/RES/1/1", text("resolution 1/1")) in body(block)


def test_a_link_that_opens_a_paragraph_stays_a_link() -> None:
    linked = f'<w:hyperlink r:id="rLink">{i("Recalling")}</w:hyperlink>'
    line = p(linked + r(" its resolution,"))
    data = wf.word_file(ENACTING, line, DECIDES, links={"rLink": "https://undocs.org/A/RES/1/1"})
    value = read(data).value
    link = body(value.parts[0].preamble[0])[0]
    assert isinstance(link, Link)
    assert plain_text((link,)) == "Recalling"
    assert faults(value) == ()


def test_of_a_field_the_result_is_read() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> REF _Ref1 \\r </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("paragraph 1 above")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    line = p(r("\t1.\t") + i("Decides") + r(" to act on ") + field + r("."))
    (block,) = blocks(good(ENACTING, line).value)
    assert plain_text(body(block)) == "Decides to act on paragraph 1 above."


def test_a_link_made_by_a_field_keeps_its_address() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://undocs.org/A/1" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("A/1")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    line = p(r("\t1.\t") + i("Decides") + r(" on ") + field + r("."))
    (block,) = blocks(good(ENACTING, line).value)
    assert Link("https://undocs.org/A/1", text("A/1")) in body(block)


def test_content_controls_and_smart_tags_are_looked_through() -> None:
    wrapped = f"<w:sdt><w:sdtContent>{DECIDES}</w:sdtContent></w:sdt>"
    inside = p(
        f"<w:sdt><w:sdtContent>{r('2.')}</w:sdtContent></w:sdt>"
        f"<w:smartTag>{r(' Requests')}</w:smartTag>" + r(" a report.")
    )
    assert [label for _, label, _ in outline(good(ENACTING, wrapped, inside).value)] == ["1.", "2."]


def test_a_text_box_is_read_after_its_paragraph_and_once() -> None:
    box = f"<wps:txbx><w:txbxContent>{REQUESTS}</w:txbxContent></wps:txbx>"
    old = f"<w:txbxContent>{REQUESTS}</w:txbxContent>"
    drawn = (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{old}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    line = p(r("\t1.\t") + i("Decides") + r(" to meet;") + drawn)
    assert [label for _, label, _ in outline(good(ENACTING, line).value)] == ["1.", "2."]


def test_a_picture_is_a_notice_with_its_description() -> None:
    drawing = (
        '<w:r><w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<wp:inline><wp:docPr id="1" name="Picture 1" descr="A map of the strait"/>'
        '<a:blip r:embed="rId9"/></wp:inline></w:drawing></w:r>'
    )
    result = good(ENACTING, p(r("\t1.\t") + i("Decides") + r(" to meet.") + drawing))
    told = [(notice.kind, notice.text) for notice in result.notices if "picture" in notice.message]
    assert told == [(Kind.SKIPPED, "A map of the strait")]


def test_signs_of_their_own_elements_are_characters() -> None:
    line = p(
        r("\t1.\tDecides on non")
        + "<w:r><w:noBreakHyphen/></w:r>"
        + r("papers and co")
        + "<w:r><w:softHyphen/></w:r>"
        + r("operation.")
    )
    (block,) = blocks(good(ENACTING, line).value)
    assert plain_text(body(block)) == "Decides on non\u2011papers and co\u00adoperation."


def test_hidden_text_is_a_notice() -> None:
    line = p(r("\t1.\tDecides to meet.") + r("secret words", "<w:vanish/>"))
    result = good(ENACTING, line)
    assert [n.text for n in result.notices if n.kind is Kind.SKIPPED] == ["secret words"]
    assert "secret" not in str(result.value)


# Tables


def test_a_table_keeps_spans_and_header_rows() -> None:
    across = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("Years")}</w:tc>'
    head = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{across}</w:tr>"
    starts = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("2030")}</w:tc>'
    goes_on = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p()}</w:tc>"
    plain = f"<w:tc>{p('1')}</w:tc>"
    grid = wf.table(head, f"<w:tr>{starts}{plain}</w:tr>", f"<w:tr>{goes_on}{plain}</w:tr>")
    found = [b for b in blocks(good(*BODY, grid).value) if isinstance(b, Table)]
    assert [table.rows for table in found] == [
        (
            Row((Cell(text("Years"), header=True, columns=2),)),
            Row((Cell(text("2030"), rows=2), Cell(text("1")))),
            Row((Cell(text("1")),)),
        )
    ]


def test_words_of_nested_tables_stay_in_the_outer_cell() -> None:
    grid = wf.table(wf.row(p("outer") + wf.table(wf.row("inner")) + p()))
    found = [b for b in blocks(good(*BODY, grid).value) if isinstance(b, Table)]
    assert "outer inner" in plain_text(found[0].rows[0].cells[0].body)


# Changes and comments


INSERTED = '<w:ins w:id="1" w:author="A">' + r("early ") + "</w:ins>"
DELETED = '<w:del w:id="2"><w:r><w:delText xml:space="preserve">late </w:delText></w:r></w:del>'
CHANGED = p(r("\t1.\t") + i("Decides") + r(" to meet ") + INSERTED + DELETED + r("in May."))


@pytest.mark.parametrize(
    ("policy", "words"),
    [
        (ChangePolicy.ACCEPT, "Decides to meet early in May."),
        (ChangePolicy.REJECT, "Decides to meet late in May."),
    ],
)
def test_the_chosen_side_of_tracked_changes_is_read(policy: ChangePolicy, words: str) -> None:
    result = read(wf.word_file(ENACTING, CHANGED), ReadOptions(policy))
    (block,) = blocks(result.value)
    assert plain_text(body(block)) == words
    assert "1 inserted, 1 deleted" in result.notices[0].message


@pytest.mark.parametrize(
    ("policy", "labels"),
    [(ChangePolicy.ACCEPT, ["1."]), (ChangePolicy.REJECT, ["1.", "2."])],
)
def test_a_deleted_paragraph_mark_joins_two_paragraphs(
    policy: ChangePolicy, labels: list[str]
) -> None:
    gone = '<w:rPr><w:del w:id="3" w:author="A"/></w:rPr>'
    first = p(r("\t1.\tDecides to meet; "), properties=gone)
    second = p(
        '<w:del w:id="4"><w:r><w:tab/><w:delText>2.</w:delText><w:tab/></w:r></w:del>'
        + r("Requests a report.")
    )
    more = p("\t3.\tDecides to close.")
    value = read(wf.word_file(ENACTING, first, second, more), ReadOptions(policy)).value
    assert [label for _, label, _ in outline(value)][: len(labels)] == labels


def test_rows_of_the_other_side_are_left_out() -> None:
    new = f'<w:tr><w:trPr><w:ins w:id="5"/></w:trPr><w:tc>{p("new")}</w:tc></w:tr>'
    data = wf.word_file(*BODY, wf.table(wf.row("old"), new))
    counts = {}
    for policy in (ChangePolicy.ACCEPT, ChangePolicy.REJECT):
        value = read(data, ReadOptions(policy)).value
        counts[policy] = [len(b.rows) for b in blocks(value) if isinstance(b, Table)]
    assert counts == {ChangePolicy.ACCEPT: [2], ChangePolicy.REJECT: [1]}


def test_a_comment_is_a_notice_with_its_words() -> None:
    comment = f'<w:comment w:id="1" w:author="A. Drafter">{p("Is this so?")}</w:comment>'
    result = good(*BODY, comments=wf.part("comments", comment))
    assert [(n.message, n.text) for n in result.notices if n.kind is Kind.SKIPPED] == [
        ("a comment by A. Drafter is left out", "Is this so?")
    ]


# What is no resolution, and other makings


def test_a_letter_is_no_resolution() -> None:
    with pytest.raises(Unreadable, match="no resolution"):
        read(wf.word_file(p("Dear Sir,"), p("Thank you for your letter.")))


def test_a_strict_file_is_read_as_any_other() -> None:
    data = wf.word_file(*BODY)
    for name in ("word/document.xml", "_rels/.rels"):
        for strict, usual in (
            ("http://purl.oclc.org/ooxml/wordprocessingml/main", wf.W),
            ("http://purl.oclc.org/ooxml/officeDocument/relationships", wf.R),
        ):
            try:
                data = wf.changed(data, name, usual, strict)
            except ValueError:
                continue
    assert outline(read(data).value) == outline(read(wf.word_file(*BODY)).value)


def test_french_is_read_by_its_own_words() -> None:
    value = good(
        p(i("L’Assemblée générale") + r(",")),
        p(i("Rappelant") + r(" sa résolution 1/1,")),
        p("\t1.\tDécide\u00a0:"),
        p("\ta)\tDe se réunir\u00a0;"),
    ).value
    assert (value.language, len(outline(value))) == ("fr", 3)
    assert value.parts[0].enacting[0] == Emphasis(Style.ITALIC, text("L’Assemblée générale"))


def test_a_whole_small_file_is_one_value() -> None:
    result = good(p(r("Invented matters", "<w:b/>")), *BODY, p("Annex"), p("Rules"))
    value = result.value
    assert value == Resolution(
        masthead=Masthead(organ="general-assembly"),
        title=value.title,
        parts=(
            Part(
                enacting=(Emphasis(Style.ITALIC, text("The General Assembly")), Text(",")),
                preamble=(
                    Paragraph(
                        value.parts[0].preamble[0].id,
                        Role.PREAMBULAR,
                        opening("Recalling", " its resolution 1/1,"),
                    ),
                ),
                operative=(
                    Paragraph(blocks(value)[0].id, Role.OPERATIVE, opening("Decides", " to meet;")),
                    Paragraph(
                        blocks(value)[1].id, Role.OPERATIVE, opening("Requests", " a report.")
                    ),
                ),
            ),
        ),
        annexes=(Annex(value.annexes[0].id, text("Rules")),),
    )
    assert value.title == text("Invented matters")
