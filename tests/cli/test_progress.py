from __future__ import annotations

import pytest

from drafter.cli.progress import line


@pytest.mark.parametrize(
    ("figures", "wanted"),
    [
        ((0, 0, 329, 0.0, 60), "importing 0/329 [----------------------------------------]"),
        ((132, 2, 329, 8.0, 60), "importing 132/329, 2 failed, 0:11 left [#######------------]"),
        ((329, 0, 329, 90.0, 60), "importing 329/329, 0:00 left [#############################]"),
        ((1, 0, 3, 65.0, 30), "importing 1/3, 2:10 left"),
        ((1, 0, 3, 0.5, 9), "importing"),
    ],
)
def test_figures_come_first_and_the_bar_takes_what_is_left(
    figures: tuple[int, int, int, float, int], wanted: str
) -> None:
    shown = line(*figures)
    assert shown == wanted
    assert len(shown) <= figures[-1]
