"""Plain United Nations text: read as it comes out of Word and PDF files, written clean."""

from drafter.formats.text.read import read

__all__ = ["read"]
