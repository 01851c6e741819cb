"""What `check` finds wrong inside a value."""

from __future__ import annotations

import pytest

from drafter.app import check
from drafter.errors import Place
from drafter.model import Paragraph, Part, Resolution, Role, text
from drafter.numbering import number
from drafter.report import Kind, Notice


def _found(*bodies: str) -> tuple[Notice, ...]:
    blocks = tuple(
        Paragraph(f"p{place}", Role.OPERATIVE, text(body)) for place, body in enumerate(bodies)
    )
    resolution = Resolution(parts=(Part(operative=blocks),))
    return check(resolution, number(resolution))


@pytest.mark.parametrize("label", ["1.", "2)", "(a)", "(iv)"])
def test_a_number_typed_before_the_text_is_told(label: str) -> None:
    message = f"the text begins with a number, {label!r}, beside its own"
    expected = Notice(Kind.NUMBER, message, Place(path="paragraph 2"), label)
    assert _found("Decides;", f"{label} Requests.") == (expected,)


@pytest.mark.parametrize("body", ["12.5 metres", "1.", "(annex) is added", "2024 is a year"])
def test_other_numbers_and_brackets_are_text(body: str) -> None:
    assert _found("Decides;", body) == ()
