from __future__ import annotations

import struct
import zlib

import pytest

from drafter.formats.word.barcode import modules, png
from drafter.formats.word.links import target_of


def test_a_code_starts_and_stops_with_the_asterisk() -> None:
    code = modules("0946189")
    assert code.startswith(modules("")[:15])
    assert code.endswith(modules("")[-15:])


def test_every_sign_is_fifteen_modules_wide_with_a_narrow_gap_between() -> None:
    assert len(modules("0946189")) == 9 * 15 + 8


def test_a_sign_has_five_bars_and_three_wide_elements() -> None:
    for sign in "0123456789ABCXYZ-.$/+%":
        middle = modules(sign)[16:31]
        assert middle.strip("0").count("01") + 1 == 5
        assert len(middle) == 15


def test_letters_are_upper_case_and_unknown_signs_left_out() -> None:
    assert modules("ab_c") == modules("ABC")


def test_the_picture_is_a_png_of_one_bit_a_pixel() -> None:
    data = png("101", scale=2, height=3)
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">IIBBBBB", data[16:29]) == (6, 3, 1, 0, 0, 0, 0)
    start = data.index(b"IDAT")
    length = struct.unpack(">I", data[start - 4 : start])[0]
    assert zlib.decompress(data[start + 4 : start + 4 + length]) == b"\0\x33" * 3


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("https://undocs.org/A/RES/64/1", "https://undocs.org/A/RES/64/1"),
        ("http://a.example/b c?d=é#f", "http://a.example/b%20c?d=%C3%A9#f"),
        ("https://a.example/100%", "https://a.example/100%25"),
        ("mailto:drafts@un.example", "mailto:drafts@un.example"),
        ("http://[", "http%3A%2F%2F%5B"),
        ("#p-1", "%23p-1"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
    ],
)
def test_an_address_becomes_a_target_that_word_accepts(href: str, target: str) -> None:
    assert target_of(href) == target
