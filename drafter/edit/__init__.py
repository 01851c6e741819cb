"""Edits: functions from resolution to resolution. Numbers follow by themselves."""

from drafter.edit.blocks import delete, insert, move, replace_block
from drafter.edit.carry import keep_notes
from drafter.edit.ends import (
    Ends,
    Where,
    begun,
    ends_of,
    follow_ends,
    places,
    with_end,
    without_end,
)
from drafter.edit.footnotes import add_note, delete_note, move_note, note_of, rewrite_note
from drafter.edit.frame import (
    add_annex,
    annex_of,
    delete_annex,
    move_annex,
    retitle_annex,
    with_part,
    with_sponsors,
    with_submission,
    with_title,
)
from drafter.edit.inserts import change_text, end_of, letters, place_of, text_of
from drafter.edit.labels import relabel, relabelled
from drafter.edit.levels import demote, promote, row_of, swap
from drafter.edit.mend import mend, settle, tidy
from drafter.edit.parts import add_part, delete_part, move_part
from drafter.edit.place import After, Before, End, Inside, Position, find
from drafter.edit.references import refer, refer_for
from drafter.edit.search import Hit, Wanted, replace_text, search
from drafter.edit.sections import dissolve, gather, with_heading
from drafter.edit.tables import (
    add_column,
    add_row,
    cell_at,
    columns_of,
    delete_column,
    delete_row,
    rewrite_cell,
    table_of,
)
from drafter.edit.text import join, rewrite, split

__all__ = [
    "After",
    "Before",
    "End",
    "Ends",
    "Hit",
    "Inside",
    "Position",
    "Wanted",
    "Where",
    "add_annex",
    "add_column",
    "add_note",
    "add_part",
    "add_row",
    "annex_of",
    "begun",
    "cell_at",
    "change_text",
    "columns_of",
    "delete",
    "delete_annex",
    "delete_column",
    "delete_note",
    "delete_part",
    "delete_row",
    "demote",
    "dissolve",
    "end_of",
    "ends_of",
    "find",
    "follow_ends",
    "gather",
    "insert",
    "join",
    "keep_notes",
    "letters",
    "mend",
    "move",
    "move_annex",
    "move_note",
    "move_part",
    "note_of",
    "place_of",
    "places",
    "promote",
    "refer",
    "refer_for",
    "relabel",
    "relabelled",
    "replace_block",
    "replace_text",
    "retitle_annex",
    "rewrite",
    "rewrite_cell",
    "rewrite_note",
    "row_of",
    "search",
    "settle",
    "split",
    "swap",
    "table_of",
    "text_of",
    "tidy",
    "with_end",
    "with_heading",
    "with_part",
    "with_sponsors",
    "with_submission",
    "with_title",
    "without_end",
]
