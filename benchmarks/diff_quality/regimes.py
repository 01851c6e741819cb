"""Regimes: which random edits a script is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random
from types import MappingProxyType

from benchmarks.diff_quality.edits import (
    delete,
    edit,
    exchange,
    half_new,
    insert,
    insert_like,
    like_and_edit,
    merge,
    merge_edited,
    move,
    move_across,
    move_group,
    move_reworded,
    promote,
    split,
    split_edited,
    split_list,
    swap,
)
from benchmarks.diff_quality.note_edits import note_add, note_delete, note_edit
from benchmarks.diff_quality.other_edits import (
    add_clause,
    copy_near,
    cut_clause,
    demote,
    edit_half,
    edit_number,
    edit_words,
    merge_three,
    move_any,
    move_scattered,
    promote_edited,
    split_three,
    swap_places,
)
from benchmarks.diff_quality.script import Script, Words, start
from benchmarks.diff_quality.texts import Lines

Edit = Callable[[Script, Random], None]

LIGHT = (edit, edit, edit, insert, delete)
STRUCTURAL = (
    *(edit, edit, insert, insert_like, delete, exchange),
    *(move, swap, split, merge, promote),
)
REWRITE = (
    *(edit, half_new, half_new, insert, insert_like, delete, exchange),
    *(move_reworded, move_reworded, split_edited, merge_edited),
)
NOTES = (edit, insert, delete, move, note_edit, note_edit, note_add, note_delete)
HARD = (
    *(edit, half_new, insert_like, insert_like, like_and_edit, delete, exchange, exchange),
    *(move_reworded, move_across, move_group, split_edited, split_list, merge_edited, swap),
)
OTHER = (
    *(edit_words, edit_number, add_clause, cut_clause, insert, copy_near, delete, exchange),
    *(move_any, move_any, swap_places, split, merge, split_three, merge_three, promote, demote),
)
OTHER_REWRITE = (
    *(edit_half, edit_half, edit_words, add_clause, cut_clause, insert, copy_near, delete),
    *(exchange, move_scattered, move_scattered, split_edited, merge_edited, promote_edited),
)
REGIMES: Mapping[str, tuple[Edit, ...]] = MappingProxyType(
    {
        "light": LIGHT,
        "structural": STRUCTURAL,
        "rewrite": REWRITE,
        "notes": NOTES,
        "hard": HARD,
        "other": OTHER,
        "other-rewrite": OTHER_REWRITE,
    }
)


def run(lines: Lines, strange: Sequence[Words], regime: str, count: int, seed: str) -> Script:
    """A script of so many random edits of a regime."""
    chance = Random(seed)  # noqa: S311 - chance for tests, published with its seed
    script = start(lines, strange)
    for _ in range(count):
        chance.choice(REGIMES[regime])(script, chance)
    return script
