"""Unfilled slots: where they stand, and that nothing goes out with them unasked."""

from __future__ import annotations

import pytest

from drafter.app.blanks import refuse_unfilled, unfilled
from drafter.errors import Refused
from drafter.formats.registry import FORMATS
from drafter.model import (
    Blank,
    Emphasis,
    Note,
    Paragraph,
    Part,
    Resolution,
    Role,
    Style,
    Text,
    text,
)

DRAFT = Resolution(
    title=(Blank("title"),),
    parts=(
        Part(
            preamble=(Paragraph("p-1", Role.PREAMBULAR, (Text("Recalling "), Blank("what"))),),
            operative=(
                Paragraph("p-2", Role.OPERATIVE, (Emphasis(Style.OPENING, (Blank("verb"),)),)),
                Paragraph(
                    "p-3",
                    Role.OPERATIVE,
                    text("Invites:"),
                    (Paragraph("p-4", Role.ITEM, (Note("n-1", (Blank("source"),)), Text("x"))),),
                ),
            ),
        ),
    ),
)


def test_every_unfilled_slot_is_named_with_its_place() -> None:
    assert [(one.slot, one.place) for one in unfilled(DRAFT)] == [
        ("title", "the title"),
        ("what", "first preambular paragraph"),
        ("verb", "paragraph 1"),
        ("source", "paragraph 2 (a)"),
    ]


def test_a_draft_with_unfilled_slots_is_refused_with_all_of_them() -> None:
    with pytest.raises(Refused, match="4 slots are not filled") as caught:
        refuse_unfilled(DRAFT)
    assert "--draft" in caught.value.hint
    assert str(caught.value.also[2]) == "paragraph 1: the slot [verb] is not filled"


def test_a_filled_draft_passes() -> None:
    refuse_unfilled(Resolution(title=text("Springs")))


def test_a_blank_is_highlighted_in_word_and_read_back() -> None:
    form = FORMATS[".docx"]
    data = form.write(DRAFT)
    assert form.read(data).value == DRAFT
    from io import BytesIO  # noqa: PLC0415 - beside the library that needs it

    from docx import Document  # noqa: PLC0415 - slow to load
    from docx.enum.text import WD_COLOR_INDEX  # noqa: PLC0415 - slow to load

    marked = [
        run.text
        for paragraph in Document(BytesIO(data)).paragraphs
        for run in paragraph.runs
        if run.font.highlight_color is WD_COLOR_INDEX.YELLOW
    ]
    assert marked == ["[title]", "[what]", "[verb]"]
