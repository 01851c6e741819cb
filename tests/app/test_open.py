from __future__ import annotations

import io
from pathlib import Path

import pytest

from drafter.app import LIMIT, open_resolution
from drafter.errors import DrafterError, Unreadable, Unsupported

RENAME = "give it the right suffix, or say the format with --from"
SAVE_AS = "open it in Word or LibreOffice and save it as .docx"
PROTECTED = "EncryptedPackage".encode("utf-16-le")

WRONG_CONTENT = [
    ("empty.txt", b"", "the source is empty", "give a file that holds a resolution"),
    ("blank.draft", b" \n\t\n", "the source is empty", "give a file that holds a resolution"),
    ("a.txt", b"PK\x03\x04x", "this is a Word file or another zip file, not text", RENAME),
    ("a.json", b"{\x00\x01\x02}", "this is a binary file, not text", RENAME),
    ("a.docx", b"The General Assembly,", "this is no Word file (.docx)", RENAME),
    ("a.docx", b"{\\rtf1\\ansi}", "this is a rich text (RTF) file", SAVE_AS),
    (
        "a.xml",
        b"%PDF-1.7",
        "this is a PDF",
        "give the Word or XML file, or its text (pdftotext FILE.pdf FILE.txt)",
    ),
    (
        "a.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old",
        "this is a Word file of the old kind (.doc)",
        SAVE_AS,
    ),
    (
        "a.doc",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old",
        "this is a Word file of the old kind (.doc)",
        SAVE_AS,
    ),
    (
        "a.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + PROTECTED,
        "this Word file is protected by a password",
        "open it in Word and save it without one",
    ),
]


def _failure(source: str, form: str = "", stdin: bytes = b"") -> DrafterError:
    with pytest.raises(DrafterError) as caught:
        open_resolution(source, form, stdin=io.BytesIO(stdin))
    return caught.value


@pytest.mark.parametrize(("name", "content", "what", "hint"), WRONG_CONTENT)
def test_content_of_another_kind_is_named(
    tmp_path: Path, name: str, content: bytes, what: str, hint: str
) -> None:
    source = tmp_path / name
    source.write_bytes(content)
    assert _failure(str(source)) == Unreadable(what, hint=hint, source=str(source))


def test_a_missing_file_suggests_the_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "south-south.draft").touch()
    source = str(tmp_path / "south-suoth.draft")
    assert _failure(source) == Unreadable(
        "there is no such file",
        hint=f"did you mean {tmp_path / 'south-south.draft'}?",
        source=source,
    )


def test_a_missing_file_in_a_missing_folder_is_named() -> None:
    assert str(_failure("/no/such/folder/a.txt")) == "/no/such/folder/a.txt: there is no such file"


def test_a_folder_is_named(tmp_path: Path) -> None:
    source = str(tmp_path / "folder.txt")
    Path(source).mkdir()
    assert str(_failure(source)) == f"{source}: this is a folder"


def test_a_name_that_is_none_is_no_traceback() -> None:
    assert isinstance(_failure("a\0b.txt"), Unreadable)


def test_a_source_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    source = tmp_path / "large.txt"
    with source.open("wb") as file:
        file.truncate(LIMIT + 1)
    assert _failure(str(source)) == Unreadable(
        "larger than 32 MB, which no resolution is",
        hint="give the resolution alone, without the pictures or the volume around it",
        source=str(source),
    )


def test_an_unknown_suffix_asks_for_the_format(tmp_path: Path) -> None:
    source = tmp_path / "a.odt"
    source.write_bytes(b"The General Assembly,\n")
    error = _failure(str(source))
    assert isinstance(error, Unsupported)
    assert error.hint == "say the format with --from, for example --from txt"


def test_an_unknown_format_names_the_known_ones() -> None:
    assert _failure("-", "odt", b"text") == Unsupported(
        "'odt' is not a known format",
        hint="known: .draft, .json, .txt, .docx, .pdf, .xml",
        source="standard input",
    )


def test_standard_input_needs_a_format() -> None:
    assert _failure("-", "", b"text") == Unsupported(
        "standard input has no suffix to tell its format",
        hint="say it with --from, for example --from txt",
        source="standard input",
    )


def test_a_folder_without_a_suffix_is_named(tmp_path: Path) -> None:
    assert str(_failure(str(tmp_path))) == f"{tmp_path}: this is a folder"


def test_a_name_that_is_alike_only_in_its_suffix_is_no_suggestion(tmp_path: Path) -> None:
    (tmp_path / "rain.draft").touch()
    assert _failure(str(tmp_path / "lighthouses.draft")).hint == "check the name"


def test_of_two_files_of_one_name_the_nearer_suffix_is_suggested(tmp_path: Path) -> None:
    for name in ("rain.docx", "rain.draft"):
        (tmp_path / name).touch()
    hint = _failure(str(tmp_path / "rian.drafts")).hint
    assert hint == f"did you mean {tmp_path / 'rain.draft'}?"


def test_a_name_that_is_too_long_is_told_as_such() -> None:
    with pytest.raises(Unreadable, match="too long"):
        open_resolution("x" * 300 + ".draft")
