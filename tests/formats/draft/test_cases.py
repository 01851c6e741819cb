"""Cases in plain files: valid ones are written back byte for byte, invalid ones tell why."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import DrafterError, Place, Refused, Unreadable
from drafter.formats.draft import read, write
from drafter.model import IdMaker, Paragraph, Part, Resolution, Role, text
from drafter.report import Kind, Notice, Read
from tests.told import cases, expected, told


@pytest.mark.parametrize("case", cases("draft/valid"), ids=lambda path: path.name)
def test_a_valid_case_is_written_back_byte_for_byte(case: Path) -> None:
    assert write(read(case.read_bytes()).value) == case.read_bytes()


@pytest.mark.parametrize("case", cases("draft/invalid"), ids=lambda path: path.name)
def test_an_invalid_case_tells_its_faults(case: Path) -> None:
    with pytest.raises(DrafterError) as caught:
        read(case.read_bytes())
    assert told(caught.value) == expected(case)


def test_a_typed_draft_needs_no_ids() -> None:
    typed = b"%drafter 1\nPP Noting light,\nOP Keeps it.\nOP Keeps it.\n"
    maker = IdMaker()
    noting = Paragraph(maker.make("p", "Noting light,"), Role.PREAMBULAR, text("Noting light,"))
    first = Paragraph(maker.make("p", "Keeps it."), Role.OPERATIVE, text("Keeps it."))
    second = Paragraph(maker.make("p", "Keeps it."), Role.OPERATIVE, text("Keeps it."))
    part = Part(preamble=(noting,), operative=(first, second))
    assert read(typed) == Read(Resolution(parts=(part,)))
    assert first.id != second.id


def test_line_ends_of_windows_and_spaces_at_line_ends_mean_nothing() -> None:
    assert read(b"%drafter 1\r\ntitle: Lamps  \r\n") == Read(Resolution(title=text("Lamps")))


def test_a_byte_order_mark_is_left_out_with_a_notice() -> None:
    message = "a byte order mark at the start was left out"
    notice = Notice(Kind.ENCODING, message, Place(line=1, column=1))
    assert read(b"\xef\xbb\xbf%drafter 1\n") == Read(Resolution(), (notice,))


def test_a_file_of_fifty_megabytes_is_refused_at_once() -> None:
    with pytest.raises(Unreadable, match="more than a resolution has"):
        read(b"%drafter 1\n" + b"OP  Keeps.\n" * 5_000_000)


def test_nothing_is_written_that_could_not_be_read() -> None:
    with pytest.raises(Refused, match="can be read again"):
        write(Resolution(title=text("a" * 5_000_000)))
