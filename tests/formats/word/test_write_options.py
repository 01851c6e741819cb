from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import Unsupported
from drafter.formats.word import WordOptions, read, write
from drafter.model import Masthead, Paragraph, Part, Resolution, Role, text
from tests.word_tools import paragraphs, part, part_names, validation_errors, w

DOCUMENT = Resolution(
    masthead=Masthead(organ="general-assembly", symbol="A/C.3/80/L.99"),
    title=text("Rights of the reader"),
    parts=(
        Part(
            operative=(
                Paragraph("p-1", Role.OPERATIVE, text("Decides to meet;")),
                Paragraph("p-2", Role.OPERATIVE, text("Decides to part.")),
            )
        ),
    ),
)
EMF = b"\x01\0\0\0" + bytes(36) + b" EMF" + bytes(64)
COPY = WordOptions(line_numbers=True, double_spacing=True, status="Draft 3, 12 October")


def test_a_copy_for_the_floor_numbers_its_lines_on_every_page() -> None:
    found = part(write(DOCUMENT, COPY), "word/document.xml").find(f".//{w('lnNumType')}")
    assert found is not None
    assert [found.get(w(name)) for name in ("countBy", "restart")] == ["1", "newPage"]


def test_double_spacing_is_for_the_text_alone() -> None:
    single, double = (_distances(write(DOCUMENT, one)) for one in (WordOptions(), COPY))
    assert double == {**single, "SingleTxt": "480"}


def _distances(data: bytes) -> dict[str, str]:
    found = {}
    for style in part(data, "word/styles.xml").iter(w("style")):
        spacing = style.find(f"{w('pPr')}/{w('spacing')}")
        if spacing is not None and spacing.get(w("line")):
            found[str(style.get(w("styleId")))] = str(spacing.get(w("line")))
    return found


def test_the_status_stands_in_every_head_and_is_no_part_of_the_text() -> None:
    data = write(DOCUMENT, COPY)
    for name in ("header1", "header2", "header3"):
        said = [text for _, text in paragraphs(part(data, f"word/{name}.xml"))]
        assert said.count("Draft 3, 12 October") == 1
    assert (read(data).value, read(data).notices) == (DOCUMENT, ())


def test_no_word_is_hyphenated() -> None:
    found = part(write(DOCUMENT), "word/settings.xml").find(w("autoHyphenation"))
    assert found is not None
    assert found.get(w("val")) == "0"


@pytest.mark.parametrize(
    ("picture", "name"),
    [
        (b"\x89PNG\r\n\x1a\n...", "image1.png"),
        (b"\xff\xd8\xff...", "image1.jpg"),
        (EMF, "image1.emf"),
    ],
    ids=["png", "jpeg", "emf"],
)
def test_the_emblem_is_a_picture_that_the_user_names(picture: bytes, name: str) -> None:
    data = write(DOCUMENT, WordOptions(emblem=picture))
    assert f"word/media/{name}" in part_names(data)
    assert read(data).value == DOCUMENT


@pytest.mark.parametrize(
    ("picture", "fault"),
    [
        (b"<svg/>", "the emblem is no picture"),
        (EMF[40:], "the emblem is no picture"),
        (b"\x89PNG\r\n\x1a\n" + bytes(5 * 2**20), "the emblem is larger than 5 MB"),
    ],
    ids=["svg", "half", "large"],
)
def test_an_emblem_that_is_no_picture_is_refused(picture: bytes, fault: str) -> None:
    with pytest.raises(Unsupported, match=fault):
        write(DOCUMENT, WordOptions(emblem=picture))


@pytest.mark.external
def test_a_copy_for_the_floor_is_a_valid_word_file(tmp_path: Path) -> None:
    document = tmp_path / "copy.docx"
    document.write_bytes(write(DOCUMENT, COPY))
    assert validation_errors(document) == []
