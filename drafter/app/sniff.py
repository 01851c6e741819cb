"""Tell from the first bytes that a file is of another kind than its suffix says."""

from __future__ import annotations

from drafter.errors import Unreadable

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = b"%PDF-"
_RTF = b"{\\rtf"

_WORD_HINT = "open it in Word or LibreOffice and save it as .docx"
_RENAME = "give it the right suffix, or say the format with --from"

_PDF_HINT = "give the Word or XML file, or its text (pdftotext FILE.pdf FILE.txt)"


def disguise(data: bytes, suffix: str) -> Unreadable | None:
    """The error for content that cannot be a file with this suffix; None when nothing is wrong.

    Only kinds that readers would stumble over in the dark are told: an old or protected Word file,
    a PDF, RTF, a zip, or a binary where text is due.
    """
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith(_OLE):
        return _compound(data)
    if head.startswith(_PDF):
        return Unreadable("this is a PDF", hint=_PDF_HINT)
    if head.startswith(_RTF):
        return Unreadable("this is a rich text (RTF) file", hint=_WORD_HINT)
    if suffix == ".docx":
        return _not_word(data)
    return _not_text(data)


def _compound(data: bytes) -> Unreadable:
    """An OLE file: Word before 2007, or a .docx wrapped in encryption."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Unreadable(
            "this Word file is protected by a password",
            hint="open it in Word and save it without one",
        )
    return Unreadable("this is a Word file of the old kind (.doc)", hint=_WORD_HINT)


def _not_word(data: bytes) -> Unreadable | None:
    if data.startswith(_ZIP):
        return None
    return Unreadable("this is no Word file (.docx)", hint=_RENAME)


def _not_text(data: bytes) -> Unreadable | None:
    if data.startswith(_ZIP):
        return Unreadable("this is a Word file or another zip file, not text", hint=_RENAME)
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\x00" in data[:65536] and not wide:
        return Unreadable("this is a binary file, not text", hint=_RENAME)
    return None
