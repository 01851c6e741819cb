from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.cli_runner import EXAMPLES, drafter
from tests.external import require_program

SKIES = EXAMPLES / "night-skies.draft"


def _part(document: Path, name: str) -> str:
    with zipfile.ZipFile(document) as package:
        return package.read(name).decode()


def test_living_numbers_read_back_as_the_same_text(tmp_path: Path) -> None:
    done = drafter("export", SKIES, "-o", "auto.docx", "--numbering", "auto", cwd=tmp_path)
    assert (done.code, done.err) == (0, "wrote auto.docx\n")
    assert 'w:numFmt w:val="lowerLetter"' in _part(tmp_path / "auto.docx", "word/numbering.xml")
    done = drafter("import", "auto.docx", cwd=tmp_path)
    assert (done.code, done.out) == (0, SKIES.read_text(encoding="utf-8"))


def test_a_copy_for_the_floor_has_numbered_lines_wide_lines_and_a_status(tmp_path: Path) -> None:
    wide = ("--line-numbers", "--double-spacing", "--status", "Draft 3, 12 October")
    done = drafter("export", SKIES, "-o", "floor.docx", *wide, cwd=tmp_path)
    assert done.code == 0
    assert "w:lnNumType" in _part(tmp_path / "floor.docx", "word/document.xml")
    assert "Draft 3, 12 October" in _part(tmp_path / "floor.docx", "word/header3.xml")


def test_the_emblem_comes_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "emblem.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    done = drafter("export", SKIES, "-o", "a.docx", "--emblem", "emblem.png", cwd=tmp_path)
    assert (done.code, done.err) == (0, "wrote a.docx\n")


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("absent.png", "absent.png: the emblem cannot be read: No such file or directory"),
        ("words.png", "a.docx: the emblem is no picture"),
    ],
)
def test_an_emblem_that_is_none_is_trouble(tmp_path: Path, name: str, fault: str) -> None:
    (tmp_path / "words.png").write_text("no picture")
    done = drafter("export", SKIES, "-o", "a.docx", "--emblem", name, cwd=tmp_path)
    assert (done.code, done.err.splitlines()[0]) == (2, f"drafter: {fault}")
    assert not (tmp_path / "a.docx").exists()


def test_the_choices_of_a_page_are_none_of_a_text(tmp_path: Path) -> None:
    done = drafter("export", SKIES, "-o", "a.txt", "--line-numbers", cwd=tmp_path)
    assert (done.code, done.err.splitlines()[0]) == (
        2,
        "drafter: a.txt: .txt files know no line numbers",
    )


@pytest.mark.external
def test_a_pdf_file_is_written_by_its_suffix(tmp_path: Path) -> None:
    require_program("soffice")
    done = drafter("export", SKIES, "-o", "skies.pdf", cwd=tmp_path)
    assert (done.code, done.err) == (0, "wrote skies.pdf\n")
    assert (tmp_path / "skies.pdf").read_bytes().startswith(b"%PDF-")


def test_without_libreoffice_a_pdf_file_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAFTER_SOFFICE", "/nowhere/soffice")
    done = drafter("export", SKIES, "-o", "skies.pdf", cwd=tmp_path)
    assert (done.code, done.err.splitlines()) == (
        2,
        [
            "drafter: skies.pdf: DRAFTER_SOFFICE names /nowhere/soffice, which is no program",
            "hint: install LibreOffice (its Writer), or set DRAFTER_SOFFICE to its program soffice",
        ],
    )
    assert not (tmp_path / "skies.pdf").exists()
