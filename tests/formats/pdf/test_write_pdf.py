from __future__ import annotations

import sys
from importlib import import_module
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from drafter.errors import Unsupported
from drafter.formats import pdf, word
from drafter.formats.pdf.unshrunk import unshrunk
from drafter.formats.pdf.write import PROGRAM, find
from drafter.formats.registry import FORMATS
from drafter.formats.word import WordOptions
from drafter.model import Paragraph, Part, Resolution, Role, text
from tests.external import require_program
from tests.word_tools import pages

MEET = Paragraph("p-1", Role.OPERATIVE, text("Decides to meet."))
DOCUMENT = Resolution(title=text("A meeting"), parts=(Part(operative=(MEET,)),))


def program(folder: Path, script: str) -> str:
    """A program that stands in for LibreOffice."""
    made = folder / "soffice"
    made.write_text(f"#!/bin/sh\n{script}\n")
    made.chmod(0o755)
    return str(made)


def test_pdf_files_are_written_and_never_read() -> None:
    form = FORMATS[".pdf"]
    assert (form.reads, form.writes) == (False, True)
    with pytest.raises(Unsupported, match=r"\.pdf files cannot be read"):
        form.read(b"%PDF-1.7")


@pytest.mark.external
def test_libreoffice_prints_the_word_file() -> None:
    require_program("soffice")
    data = pdf.write(DOCUMENT, WordOptions(status="Draft 3"))
    assert data.startswith(b"%PDF-")


@pytest.mark.external
def test_the_pdf_has_the_words_of_the_text(tmp_path: Path) -> None:
    require_program("soffice")
    target = tmp_path / "meeting.pdf"
    target.write_bytes(pdf.write(DOCUMENT))
    assert "Decidestomeet." in pages(target)[0]


def test_the_environment_may_name_libreoffice(tmp_path: Path) -> None:
    named = program(tmp_path, "true")
    assert find({PROGRAM: named, "PATH": ""}) == named
    assert find({"PATH": str(tmp_path)}) == named


@pytest.mark.parametrize(
    ("environment", "fault"),
    [
        ({"PATH": ""}, "which is not found here"),
        ({PROGRAM: "/nowhere/soffice", "PATH": ""}, "names /nowhere/soffice, which is no program"),
    ],
    ids=["absent", "misnamed"],
)
def test_without_libreoffice_the_error_says_what_to_install(
    environment: dict[str, str], fault: str
) -> None:
    with pytest.raises(Unsupported, match=fault) as caught:
        find(environment)
    assert "install LibreOffice" in caught.value.hint


def test_a_program_that_makes_no_file_is_told_with_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PROGRAM, program(tmp_path, "echo no such filter; exit 1"))
    with pytest.raises(Unsupported, match="made no PDF file: no such filter"):
        pdf.write(DOCUMENT)


def test_a_program_that_hangs_is_ended_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    witness = tmp_path / "alive"
    monkeypatch.setenv(PROGRAM, program(tmp_path, f"(sleep 2; touch {witness}) & wait"))
    monkeypatch.setattr(import_module("drafter.formats.pdf.write"), "_LONGEST", 0.2)
    with pytest.raises(Unsupported, match="did not finish"):
        pdf.write(DOCUMENT)
    assert not witness.exists()


def test_a_file_on_which_libreoffice_never_ends_is_printed_without_shrinking_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = f"""{sys.executable} - <<END || sleep 60
import sys, zipfile
sys.exit(b'w:val="15"' in zipfile.ZipFile("document.docx").read("word/settings.xml"))
END
echo %PDF-1.7 > document.pdf"""
    monkeypatch.setenv(PROGRAM, program(tmp_path, script))
    monkeypatch.setattr(import_module("drafter.formats.pdf.write"), "_LONGEST", 1)
    assert pdf.write(DOCUMENT) == b"%PDF-1.7\n"


def test_only_the_compatibility_mode_of_the_printed_copy_is_another_one() -> None:
    document = word.write(DOCUMENT)
    with ZipFile(BytesIO(document)) as before, ZipFile(BytesIO(unshrunk(document))) as after:
        assert before.namelist() == after.namelist()
        changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
        settings = after.read("word/settings.xml").decode()
    assert changed == ["word/settings.xml"]
    assert 'w:name="compatibilityMode"' in settings
    assert 'w:val="14"' in settings
    assert 'w:val="15"' not in settings
