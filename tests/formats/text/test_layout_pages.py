from __future__ import annotations

from drafter.formats.common.log import Log
from drafter.formats.text.source import split


def test_both_ends_of_the_head_of_a_page_are_lines_of_their_own() -> None:
    gap = " " * 40
    text = f"A/RES/99/1{gap}Lamps\n\fA/RES/99/1{gap}Lamps at sea\n\nLight.\n99-12345{gap}3/56"
    assert [line.text for line in split(text, Log())] == [
        "A/RES/99/1 Lamps",
        *("A/RES/99/1", "Lamps at sea", "", "Light.", "99-12345", "3/56"),
    ]


def test_a_wide_gap_in_running_text_parts_nothing() -> None:
    text = f"Lamps\n\fLight{' ' * 40}for all"
    assert [line.text for line in split(text, Log())] == ["Lamps", "Light for all"]
