"""Plain United Nations text: read as it comes out of Word and PDF files, written clean."""

from drafter.formats.text.reader import read

__all__ = ["read"]
