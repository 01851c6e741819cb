"""The first law for `.draft`: what is written reads back equal, and is written the same again."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.formats.draft import read, write
from drafter.model import Meta, Opaque, Paragraph, Part, Resolution, Role, text
from drafter.report import Read
from tests.strategies import resolutions, small_resolutions
from tests.told import fault_of


@given(resolutions())
@settings(max_examples=150)
def test_what_is_written_reads_back_equal(resolution: Resolution) -> None:
    assert read(write(resolution)) == Read(resolution)


@given(small_resolutions())
@settings(max_examples=150)
def test_a_small_one_reads_back_equal(resolution: Resolution) -> None:
    written = write(resolution)
    assert read(written) == Read(resolution)
    assert write(read(written).value) == written


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), st.text("a\t\n\r\u2028\x85"))
def test_what_is_only_kept_may_hold_any_sign_that_xml_can(word: str, ends: str) -> None:
    kept = "".join(sign for sign in word + ends if sign in "\t\n\r" or sign >= " ")
    kept = kept.replace("\ufffe", "").replace("\uffff", "")
    meta: Meta = (("class", kept),)
    block = Paragraph("p-1", Role.OPERATIVE, text("Decides"), meta=meta)
    whole = Resolution(parts=(Part(operative=(block,)),), meta=(Opaque("x", meta, kept),))
    assert read(write(whole)).value == whole


@given(st.binary(max_size=300))
def test_no_bytes_end_in_another_error(data: bytes) -> None:
    error = fault_of(read, b"%drafter 1\n" + data)
    assert error is None or error.hint


GRAMMAR = (
    *("PP", "OP", "TAIL", "TABLE", "NOTE", "SECTION", "EMBEDDED", "###", "SEPARATOR", "-", "+"),
    *("|", "|=", "PART", "ANNEX", "META", "TITLE", "ENACTING", "OPERATIVE", "CLOSING", "title:"),
    *(
        "agenda:",
        "agenda-title:",
        "vote:",
        "{}",
        "{#",
        "#a",
        "}",
        "[^n]",
        "[^n]:",
        "{#a}",
        "{bold:",
    ),
    *("{link:x", "{para:a", "{br}", "{blank:b}", "*", "\\", '{"a":1}', '"x"', "numbered", "label="),
    *("=1", "@b", "words", "\n", "\n", "\n", "\n"),
)


@given(st.lists(st.sampled_from(GRAMMAR), max_size=30), st.sampled_from(("", " ", "  ")))
@settings(max_examples=300)
def test_no_words_of_the_grammar_end_in_another_error(words: list[str], gap: str) -> None:
    error = fault_of(read, f"%drafter 1\n{gap.join(words)}".encode())
    assert error is None or error.hint


@given(resolutions(1), st.data())
@settings(max_examples=100)
def test_no_damage_ends_in_another_error(resolution: Resolution, data: st.DataObject) -> None:
    whole = write(resolution)
    start = data.draw(st.integers(0, len(whole) - 1))
    length = data.draw(st.integers(0, 8))
    other = data.draw(st.sampled_from((b"", b"\n", b"{", b"}", b"*", b"[^", b"|", b"  ", b"\xff")))
    error = fault_of(read, whole[:start] + other + whole[start + length :])
    assert error is None or error.hint
