from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.errors import Place, Refused
from drafter.formats.word import proof, write
from drafter.model import Paragraph, Part, Resolution, Role, text
from drafter.report import Kind, Notice, Read

PAPER = Resolution(
    title=text("Paper"), parts=(Part(operative=(Paragraph("p-1", Role.OPERATIVE, text("Ends.")),)),)
)


def test_a_file_that_reads_back_the_same_passes() -> None:
    proof.prove(PAPER, write(PAPER))


def test_a_file_that_says_something_else_is_refused_with_the_place() -> None:
    other = replace(PAPER, title=text("Pulp"))
    with pytest.raises(Refused) as caught:
        proof.prove(other, write(PAPER))
    assert caught.value.where == Place(path="title/0")
    assert "'Pulp' became 'Paper'" in caught.value.what


def test_a_file_that_lacks_a_paragraph_is_refused() -> None:
    lone = PAPER.parts[0].operative[0]
    assert isinstance(lone, Paragraph)
    more = replace(PAPER, parts=(Part(operative=(lone, replace(lone, id="p-2"))),))
    with pytest.raises(Refused) as caught:
        proof.prove(more, write(PAPER))
    assert caught.value.where.path.startswith("parts/0/operative/1")


def test_a_printed_number_that_is_not_the_derived_one_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    notice = Notice(Kind.NUMBER, "printed 4., derived 3.")
    monkeypatch.setattr(proof, "read", lambda *_: Read(PAPER, (notice,)))
    with pytest.raises(Refused, match=r"printed 4\., derived 3\."):
        proof.prove(PAPER, b"")
