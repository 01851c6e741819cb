"""Word files: reading and writing resolutions in the layout of the United Nations."""

from drafter.formats.word.options import WordOptions
from drafter.formats.word.read import ReadOptions, read
from drafter.formats.word.write import write

__all__ = ["ReadOptions", "WordOptions", "read", "write"]
