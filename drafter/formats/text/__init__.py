"""Plain United Nations text: read as it comes out of Word and PDF files, written clean."""

from drafter.formats.text.reader import read
from drafter.formats.text.writer import write

__all__ = ["read", "write"]
