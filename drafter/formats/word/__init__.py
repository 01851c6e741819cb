"""Word files: reading and writing resolutions in the layout of the United Nations."""

from typing import Any

from drafter.formats.word.options import LabelMode, WordOptions
from drafter.formats.word.read import ReadOptions, read
from drafter.formats.word.read_changes import ChangePolicy
from drafter.formats.word.write import write

__all__ = [
    "ChangePolicy",
    "LabelMode",
    "ReadOptions",
    "WordOptions",
    "read",
    "reading",
    "write",
    "writing",
]


def reading(*, changes: str) -> ReadOptions:
    """The choices of one reading from plain words, as the registry has them."""
    return ReadOptions(ChangePolicy(changes))


def writing(*, numbering: str = "typed", **others: Any) -> WordOptions:
    """The choices of one export from plain words, as the registry has them.

    `others` are the other fields of `WordOptions` by their names.
    """
    return WordOptions(numbering=LabelMode(numbering), **others)
