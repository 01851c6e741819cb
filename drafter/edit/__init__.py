"""Edits: functions from resolution to resolution. Numbers follow by themselves."""

from drafter.edit.blocks import delete, insert, move, replace_block
from drafter.edit.ends import Ends, follow_ends
from drafter.edit.place import After, Before, End, Inside, Position, find
from drafter.edit.text import join, rewrite, split

__all__ = [
    "After",
    "Before",
    "End",
    "Ends",
    "Inside",
    "Position",
    "delete",
    "find",
    "follow_ends",
    "insert",
    "join",
    "move",
    "replace_block",
    "rewrite",
    "split",
]
