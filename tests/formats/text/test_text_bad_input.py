"""What is no text of a resolution is refused, with what, where, and what to try next."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from drafter.errors import Place, Unreadable
from drafter.formats.text import read
from drafter.formats.text.source import MOST_BYTES

RECIPE = """Pancakes

1. Mix flour, milk and eggs.
2. Melt the butter;
(a) in a pan, or
(b) in the oven.
3. Turn once and serve.
"""
LOG = "\n".join(f"2031-05-0{n} 12:00:0{n} INFO server started on port 80{n}" for n in range(1, 9))


def refusal(data: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read(data)
    assert caught.value.hint
    return caught.value


def zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return buffer.getvalue()


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf\n"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    assert refusal(data).what == "the file is empty"


def test_binary_data_are_refused_at_the_first_nul_byte() -> None:
    error = refusal(b"The General Assembly,\nRecalling\x00 lamps,\n")
    assert (error.where.line, error.where.column) == (2, 10)


def test_a_word_file_is_refused_with_its_suffix_in_the_hint() -> None:
    assert ".docx" in refusal(zipped()).hint


def test_a_pdf_and_utf_16_are_named() -> None:
    assert "PDF" in refusal(b"%PDF-1.7 ...").what
    assert "UTF-16" in refusal("The General Assembly,".encode("utf-16")).what


def test_latin_1_is_refused_with_the_byte_and_its_place() -> None:
    error = refusal("L'Assemblée générale,\nRappelant la fête,\n".encode("latin-1"))
    assert error.what.startswith("this text is not UTF-8: byte 0xE9 at offset 9")
    assert error.where == Place(1, 10, "", "L'Assembl\ufffde g\ufffdn\ufffdrale,")
    assert "iconv" in error.hint


@pytest.mark.parametrize("text", [RECIPE, LOG, "x", "1.\n2.\n3.\n", "* * *\n"])
def test_a_text_that_is_no_resolution_is_refused(text: str) -> None:
    assert refusal(text.encode()).what.startswith("this text is no resolution")


def test_fifty_megabytes_are_refused() -> None:
    error = refusal(b"\tRecalling the lamps,\n" * 2_400_000)
    assert f"{MOST_BYTES:,}" in error.what


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("\tRecalling the lamps of resolution 59/{n},{n}\n", 20_000),
        ("\t{n}.\tDecides that there be light;\n", 20_000),
        ("Blinking at the {n} lamps of the harbour,\n", 20_000),
        ("\t({n})\tUnknown label;\n", 20_000),
        ("{n} A note that nobody calls.\n", 20_000),
    ],
)
def test_twenty_thousand_lines_take_seconds_not_minutes(line: str, count: int) -> None:
    text = "\tThe General Assembly,\n" + "".join(line.format(n=n) for n in range(1, count + 1))
    start = time.process_time()
    read(text.encode())
    assert time.process_time() - start < 5  # 0.5 to 2 s; a quadratic step took 16 to 28
