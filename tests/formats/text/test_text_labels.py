"""Labels and the nesting they show, as rows of labels and the depths that they must get."""

from __future__ import annotations

import pytest

from drafter.formats.common.labels import Open, label_of, numbered_heading, readings, step

ROWS = {
    "letters": ("(a) (b) (c)", [1, 1, 1]),
    "numerals in a letter": ("(a) (i) (ii) (b)", [1, 2, 2, 1]),
    "i after h is a letter": ("(a) (b) (c) (d) (e) (f) (g) (h) (i) (j)", [1] * 10),
    "i after h begins numerals when ii follows": (
        "(a) (b) (c) (d) (e) (f) (g) (h) (i) (ii) (i)",
        [1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 1],
    ),
    "v is a numeral after iv": ("(a) (i) (ii) (iii) (iv) (v) (b)", [1, 2, 2, 2, 2, 2, 1]),
    "four deep": ("(a) (i) a. i. ii. b. (ii) (b)", [1, 2, 3, 4, 4, 3, 2, 1]),
    "two letters after z": ("(y) (z) (aa) (bb)", [1, 1, 1, 1]),
    "French": ("a) i) ii) b)", [1, 2, 2, 1]),
    "out of order": ("(a) (c) (b)", [1, 1, 1]),
}


def depths(labels: list[str]) -> list[int]:
    lists: tuple[Open, ...] = ()
    found = []
    for place, label in enumerate(labels):
        following = labels[place + 1] if place + 1 < len(labels) else ""
        where, lists = step(label, lists, introduced=False, following=following)
        found.append(where.depth)
    return found


@pytest.mark.parametrize("name", ROWS)
def test_a_row_of_labels_nests(name: str) -> None:
    labels, expected = ROWS[name]
    assert depths(labels.split()) == expected


def test_a_colon_before_i_begins_a_list_even_after_h() -> None:
    letters = (Open(readings("(h)")[0][0], 8),)
    where, _ = step("(i)", letters, introduced=True, following="")
    assert where.depth == 2
    where, _ = step("(i)", letters, introduced=False, following="")
    assert where.depth == 1


def test_a_label_out_of_order_says_what_was_expected() -> None:
    _, lists = step("(a)", (), introduced=True, following="(c)")
    where, _ = step("(c)", lists, introduced=False, following="")
    assert where.odd == "(c) stands where (b) is expected"


def test_lists_do_not_nest_without_end() -> None:
    labels = ["(a)", "(d)", "a)", "(i)", "a.", "(1)", "1)", "i)", "i.", "(q)"] * 9
    assert max(depths(labels)) <= 8


@pytest.mark.parametrize(
    "text", ["1.\tDecides", "(a) To", "a) De", "(aa)\tTo", "3 bis. Notes", "ii."]
)
def test_a_label_is_seen(text: str) -> None:
    assert label_of(text) is not None


@pytest.mark.parametrize(
    "text", ["1 Report", "(the Convention)", "2009.5 tons", "No. 5", "etc. and so on", "33/134"]
)
def test_what_only_looks_like_a_label_is_none(text: str) -> None:
    assert label_of(text) is None


def test_a_heading_has_a_numeral_or_a_letter() -> None:
    assert numbered_heading("IV") == (0, "IV", 2)
    assert numbered_heading("B.\tLamps") == (1, "B", 3)
    assert numbered_heading("Lamps") is None
