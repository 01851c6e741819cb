from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from drafter.errors import DrafterError, Malformed, Refused, Unreadable
from drafter.formats.word import read, write
from drafter.formats.word.package import LARGEST_TOTAL, MOST_ENTRIES, open_package
from drafter.model import Paragraph, Part, Resolution, Role, text
from drafter.report import Kind
from tests import word_files as wf

pytestmark = pytest.mark.timeout(30)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
LINES = (wf.p("The General Assembly,"), wf.p("\t1.\tDecides to meet."))


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(name: str, content: str | bytes) -> bytes:
    return wf.zipped(parts_of(wf.word_file(*LINES)) | {name: content})


def without_part(name: str) -> bytes:
    parts = parts_of(wf.word_file(*LINES))
    del parts[name]
    return wf.zipped(parts)


def refusal(data: bytes) -> DrafterError:
    with pytest.raises(DrafterError) as caught:
        read(data)
    return caught.value


def test_a_small_good_file_is_read() -> None:
    assert [b.id[:2] for b in read(wf.word_file(*LINES)).value.parts[0].operative] == ["p-"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02" * 99, "no Word file"),
        (b"The General Assembly,\n1. Decides", "no Word file"),
        (b"PK\x03\x04" + b"\xff" * 200, "no Word file"),
        (b"{\\rtf1 The General Assembly}", "Rich Text"),
        (b"%PDF-1.7\n", "PDF"),
        (OLE, "old Office file"),
        (OLE + "WordDocument".encode("utf-16-le"), "Word 97-2003"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected with a password"),
        (wf.zipped({"a.txt": "x"}), "no Word document"),
    ],
)
def test_what_is_no_word_file_is_named(data: bytes, words: str) -> None:
    error = refusal(data)
    assert isinstance(error, Unreadable)
    assert words in error.what


def test_an_old_word_file_comes_with_what_to_do() -> None:
    assert "save it as" in refusal(OLE + "WordDocument".encode("utf-16-le")).hint


def test_a_password_comes_with_what_to_do() -> None:
    assert "password" in refusal(OLE + "EncryptedPackage".encode("utf-16-le")).hint


def test_an_opendocument_file_is_named() -> None:
    data = wf.zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"})
    assert "OpenDocument" in refusal(data).hint


def test_another_office_file_is_no_word_document() -> None:
    spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    error = refusal(with_part("[Content_Types].xml", wf.content_types(spreadsheet)))
    assert "no Word document" in error.what


@pytest.mark.parametrize("name", ["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
def test_a_missing_part_is_told(name: str) -> None:
    assert isinstance(refusal(without_part(name)), Unreadable)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (wf.part("styles", ""), "no Word document part"),
        (wf.part("document", ""), "no body"),
        ("<a/>", "no Word document part"),
    ],
)
def test_a_main_part_of_another_kind_is_told(content: str, words: str) -> None:
    assert words in refusal(with_part("word/document.xml", content)).what


def test_a_footnotes_part_of_another_kind_is_told() -> None:
    data = wf.word_file(*LINES, parts={"footnotes": wf.part("styles", "")})
    assert "no Word footnotes part" in refusal(data).what


def test_broken_xml_is_told_with_its_line() -> None:
    error = refusal(with_part("word/document.xml", "<?xml version='1.0'?>\n<w:document>"))
    assert isinstance(error, Malformed)
    assert error.where.line == 2


def test_a_main_part_outside_the_file_is_not_fetched() -> None:
    outside = wf.relationships(
        f'<Relationship Id="r1" Type="{wf.R}/officeDocument" '
        'Target="http://127.0.0.1:9/document.xml" TargetMode="External"/>'
    )
    assert isinstance(refusal(with_part("_rels/.rels", outside)), Unreadable)


def test_links_and_templates_outside_the_file_are_not_fetched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    related = wf.relationships(
        f'<Relationship Id="t" Type="{wf.R}/attachedTemplate" Target="http://127.0.0.1:9/t.dotm" '
        f'TargetMode="External"/><Relationship Id="s" Type="{wf.R}/styles" '
        'Target="file:///etc/passwd" TargetMode="External"/>'
    )

    def connect(*_: object) -> None:
        pytest.fail("the reader opened a connection")

    monkeypatch.setattr("socket.socket.connect", connect)
    hostile = read(with_part("word/_rels/document.xml.rels", related))
    assert hostile.value == read(wf.word_file(*LINES)).value
    assert "root:" not in repr(hostile)


# Bombs


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    assert "too large" in refusal(with_part("word/document.xml", bytes(60 * 2**20))).what


def test_a_part_that_unpacks_a_thousandfold_is_refused() -> None:
    assert "too large" in refusal(with_part("word/document.xml", b" " * (8 * 2**20))).what


def test_many_middling_parts_are_refused_together() -> None:
    noise = bytes(range(256)) * 4 * 1024
    count = LARGEST_TOTAL // len(noise) + 1
    files = {f"word/media/{n}.bin": noise for n in range(count)}
    with pytest.raises(Unreadable, match="too large"):
        open_package(wf.zipped(files))


def test_too_many_parts_are_refused() -> None:
    files = {f"word/{n}.xml": "" for n in range(MOST_ENTRIES + 1)}
    assert "parts" in refusal(wf.zipped(files)).what


def test_a_size_that_the_zip_understates_does_not_unpack_more() -> None:
    data = bytearray(with_part("word/document.xml", b"<a>" + b" " * 500_000 + b"</a>"))
    true = (500_007).to_bytes(4, "little")
    small = (10).to_bytes(4, "little")
    refusal(bytes(data).replace(true, small))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_entity_bomb_is_refused(encoding: str) -> None:
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)
    )
    bomb = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w [{entities}]>'
        f'<w:document xmlns:w="{wf.W}"><w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body>'
        "</w:document>"
    )
    error = refusal(with_part("word/document.xml", bomb.encode(encoding)))
    assert "document type" in error.what


def test_an_external_entity_is_refused() -> None:
    external = (
        '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        f'<w:document xmlns:w="{wf.W}"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body>'
        "</w:document>"
    )
    assert "document type" in refusal(with_part("word/document.xml", external)).what


@pytest.mark.parametrize("depth", [20, 60, 5_000])
def test_tables_nested_too_deeply_are_refused(depth: int) -> None:
    nested = "<w:tbl><w:tr><w:tc>" * depth + wf.p("x") + "</w:tc></w:tr></w:tbl>" * depth
    assert isinstance(refusal(wf.word_file(*LINES, nested)), Unreadable | Malformed)


def test_elements_nested_too_deeply_are_refused() -> None:
    nested = "<w:sdt><w:sdtContent>" * 4_000 + wf.p("x") + "</w:sdtContent></w:sdt>" * 4_000
    assert isinstance(refusal(wf.word_file(*LINES, nested)), Malformed)


def test_thousands_of_open_bookmarks_take_their_time_in_proportion() -> None:
    marks = "".join(f'<w:bookmarkStart w:id="{n}" w:name="_b{n}"/>' for n in range(20_000))
    body = "".join(wf.p(f"\t{n}.\tDecides to meet;") for n in range(1, 900))
    assert len(read(wf.word_file(LINES[0], marks, body)).value.parts[0].operative) == 899


# Odd zips


def test_two_parts_of_one_name_are_refused() -> None:
    out = BytesIO(wf.word_file(*LINES))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("WORD/Document.xml", "<a/>")
    assert "two parts" in refusal(out.getvalue()).what


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/evil.xml", "word/../../evil.xml"])
def test_names_that_lead_out_of_the_file_are_refused(name: str) -> None:
    assert "name" in refusal(with_part(name, "<a/>")).what


def test_an_encrypted_entry_is_refused() -> None:
    data = bytearray(wf.word_file(*LINES))
    central = data.rindex(b"PK\x01\x02")
    data[central + 8] |= 1
    assert "encrypted" in refusal(bytes(data)).what


def test_a_damaged_part_is_told() -> None:
    good = wf.word_file(*LINES)
    start = good.index(b"word/document.xml") + len("word/document.xml")
    damaged = good[: start + 20] + bytes(20) + good[start + 40 :]
    assert isinstance(refusal(damaged), Unreadable)


def test_a_zip_of_a_later_version_than_any_is_refused() -> None:
    good = bytearray(wf.word_file(*LINES))
    good[good.index(b"PK\x01\x02") + 6] = 99
    assert isinstance(refusal(bytes(good)), Unreadable)


def test_every_cut_off_file_is_refused() -> None:
    good = wf.word_file(*LINES)
    for length in range(1, len(good), 97):
        refusal(good[:length])


# Odd values


def test_styles_that_rest_on_each_other_end() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/>'
        f'<w:basedOn w:val="{b}"/></w:style>'
        for a, b in (("One", "Two"), ("Two", "One"))
    )
    body = wf.p("\t1.\tDecides to meet.", style="One")
    read(wf.word_file(LINES[0], body, parts={"styles": wf.part("styles", styles)}))


def test_wild_numbers_in_lists_and_tables_do_no_harm() -> None:
    levels = '<w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="lowerLetter"/>'
    levels += '<w:lvlText w:val="%1."/></w:lvl>'
    lists = f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
    lists += '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    listed = wf.p(
        "Decides", properties='<w:numPr><w:ilvl w:val="77"/><w:numId w:val="1"/></w:numPr>'
    )
    first = wf.p("Decides", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="1e309"/></w:tcPr><w:p/></w:tc>'
    grid = f"<w:tbl><w:tr>{cell}{cell.replace('1e309', '99999999')}</w:tr></w:tbl>"
    numbering = wf.part("numbering", lists)
    read(wf.word_file(*LINES, listed, first, grid, parts={"numbering": numbering}))


def test_a_damaged_skeleton_is_told_and_the_page_is_read() -> None:
    block = Paragraph("p-1", Role.OPERATIVE, text("Decides to meet."))
    own = write(
        Resolution(parts=(Part(enacting=text("The General Assembly,"), operative=(block,)),))
    )
    broken = wf.changed(own, "customXml/item1.xml", '"p-1"', '"p-1')
    result = read(broken)
    assert Kind.METADATA in {notice.kind for notice in result.notices}
    assert len(result.value.parts[0].operative) == 1


def test_tracked_changes_are_refused_unless_a_side_is_chosen() -> None:
    inserted = '<w:ins w:id="1" w:author="A">' + wf.r("new ") + "</w:ins>"
    error = refusal(wf.word_file(LINES[0], wf.p(wf.r("\t1.\tDecides ") + inserted)))
    assert isinstance(error, Refused)
    assert "--changes accept" in error.hint
