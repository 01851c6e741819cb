"""Word files: reading and writing resolutions in the layout of the United Nations."""

from drafter.formats.word.options import WordOptions
from drafter.formats.word.read import ReadOptions, read
from drafter.formats.word.read_changes import ChangePolicy
from drafter.formats.word.write import write

__all__ = ["ChangePolicy", "ReadOptions", "WordOptions", "read", "reading", "write", "writing"]


def reading(*, changes: str) -> ReadOptions:
    """The choices of one reading from plain words, as the registry has them."""
    return ReadOptions(ChangePolicy(changes))


def writing(*, layout: str = "", emblem: bytes | None = None) -> WordOptions:
    """The choices of one export from plain words, as the registry has them."""
    return WordOptions(layout, emblem)
