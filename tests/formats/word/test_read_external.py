"""Our files after another program has opened and saved them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from drafter.formats import draft
from drafter.formats.word import read, write
from drafter.model import Resolution
from drafter.report import Read
from tests.external import CHECKOUT, require_program

pytestmark = pytest.mark.external

EXAMPLES = sorted((CHECKOUT / "examples").rglob("*.draft"))


def saved_by_libreoffice(document: Path, folder: Path) -> bytes:
    """The bytes of a Word file that LibreOffice has opened and saved as a Word file again."""
    soffice = require_program("soffice")
    command = [soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    command += ["--convert-to", "docx", "--outdir", str(folder / "saved"), str(document)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "saved" / document.name).read_bytes()


@pytest.mark.parametrize("source", EXAMPLES[:2], ids=lambda path: path.stem)
def test_a_file_that_libreoffice_saved_comes_back_as_the_same_value(
    source: Path, tmp_path: Path
) -> None:
    value: Resolution = draft.read(source.read_bytes()).value
    document = tmp_path / "text.docx"
    document.write_bytes(write(value))
    assert read(saved_by_libreoffice(document, tmp_path)) == Read(value)
