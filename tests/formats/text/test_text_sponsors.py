from __future__ import annotations

import pytest

from drafter.formats.text import read, write
from drafter.model import DocumentKind, Masthead, Resolution, Submission, text


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "Estmark and Solvania: draft resolution"),
        ("fr", "Estmark et Solvania\u00a0: projet de résolution"),
        ("es", "Estmark y Solvania: proyecto de resolución"),
        ("zh", "Estmark和Solvania：决议草案"),
    ],
)
def test_the_line_of_sponsors_is_written_as_its_language_sets_it(code: str, expected: str) -> None:
    draft = Resolution(
        kind=DocumentKind.DRAFT,
        language=code,
        masthead=Masthead(organ="general-assembly", symbol="A/901/L.1"),
        origin=Submission((text("Estmark"), text("Solvania"))),
        title=text("Lamps"),
    )
    assert expected in write(draft).decode().splitlines()


def test_a_line_of_sponsors_reads_back() -> None:
    draft = Resolution(
        masthead=Masthead(organ="general-assembly", symbol="A/901/L.1"),
        origin=Submission((text("Estmark"), text("Solvania"))),
        title=text("Lamps"),
    )
    lines = write(draft).decode() + "\nThe General Assembly,\n\n\tRecalling its lamps,\n"
    assert read(lines.encode()).value.origin == draft.origin
