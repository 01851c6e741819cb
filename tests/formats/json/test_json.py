"""The `.json` format: exact round trips, and faults with their places; cases in plain files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import DrafterError, Malformed, Place, Unreadable
from drafter.formats.common import source
from drafter.formats.json import read, write
from drafter.model import Resolution, text
from drafter.report import Kind, Notice, Read
from tests.strategies import resolutions, small_resolutions
from tests.told import cases, expected, fault_of, told

LEAST = b'{"drafter": 1, "kind": "draft", "language": "en"}'


@given(resolutions())
def test_what_is_written_reads_back_equal(resolution: Resolution) -> None:
    assert read(write(resolution)) == Read(resolution)


@pytest.mark.parametrize("case", cases("json/valid"), ids=lambda path: path.name)
def test_a_valid_case_is_written_back_byte_for_byte(case: Path) -> None:
    assert write(read(case.read_bytes()).value) == case.read_bytes()


@pytest.mark.parametrize("case", cases("json/invalid"), ids=lambda path: path.name)
def test_an_invalid_case_tells_its_faults(case: Path) -> None:
    with pytest.raises(DrafterError) as caught:
        read(case.read_bytes())
    assert told(caught.value) == expected(case)


def test_words_are_written_as_they_are() -> None:
    written = write(Resolution(title=text("大会 – résolution")))
    assert '"大会 – résolution"' in written.decode()
    assert written.endswith(b"}\n")


def test_a_byte_order_mark_is_left_out_with_a_notice() -> None:
    message = "a byte order mark at the start was left out"
    notice = Notice(Kind.ENCODING, message, Place(line=1, column=1))
    assert read(b"\xef\xbb\xbf" + LEAST) == Read(Resolution(), (notice,))


def test_depth_is_an_error_not_a_crash() -> None:
    with pytest.raises(Malformed, match="too deep"):
        read(b"[" * 1_000_000)
    deep = b'{"drafter": 1, "kind": "draft", "language": "en", "title": ' + b"[" * 400 + b"]" * 400
    with pytest.raises(Malformed, match="more than 160 deep"):
        read(deep + b"}")


def test_size_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LIMIT", 10)
    with pytest.raises(Unreadable, match="more than a resolution has"):
        read(LEAST)


@given(st.binary(max_size=200))
def test_no_bytes_end_in_another_error(data: bytes) -> None:
    error = fault_of(read, data)
    assert error is None or error.hint


@given(small_resolutions(), st.data())
@settings(max_examples=60)
def test_no_damage_ends_in_another_error(resolution: Resolution, data: st.DataObject) -> None:
    whole = write(resolution)
    start = data.draw(st.integers(0, len(whole) - 1))
    length = data.draw(st.integers(0, 8))
    other = data.draw(st.sampled_from((b"", b'"', b"}", b"]", b",", b"1", b"null", b"\\", b"\xff")))
    error = fault_of(read, whole[:start] + other + whole[start + length :])
    assert error is None or error.hint
