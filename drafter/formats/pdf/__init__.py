"""PDF files: the Word file as LibreOffice prints it. They are written and never read."""

from drafter.formats.pdf.write import write
from drafter.formats.word import writing

__all__ = ["write", "writing"]
