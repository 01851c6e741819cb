"""From bytes to lines: what is refused at the door, and what a line is.

Nothing is guessed about the encoding: a wrong guess changes words without anyone seeing it.
"""

from __future__ import annotations

import re

from drafter.errors import Place, Unreadable
from drafter.formats.common.line import LONGEST_EXCERPT, Line, clean
from drafter.formats.common.log import Log
from drafter.report import Kind

MOST_BYTES = 10_000_000
"""The longest resolution (70/1, 102 pages) has about 120,000 bytes; the largest real text seen
200,000. Fifty times that is room enough; more is a mistake, and refused before it costs time."""

_ODD = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\ufffe\uffff\ufffd]")
_FURNITURE = r"\d{1,3}/\d{1,3}|\d\d-\d{5}|[AES](?:/[\w.-]+)+"
_COLUMNS = re.compile(
    rf"\s*(?:(?P<left>{_FURNITURE}) {{8,}}(?P<rest>\S.*)"
    rf"|(?P<before>\S.*?) {{8,}}(?P<right>{_FURNITURE}))\s*"
)
"""Head or foot of a page as `pdftotext -layout` prints it: both ends on one line, far apart."""
_BREAKS = re.compile("\r\n|\n|\r|\x0b|\x85|\u2028|\u2029")


def decode(data: bytes) -> str:
    """The text in the bytes.

    Raises:
        Unreadable: nothing in it, too much, binary, or not UTF-8; with the place of the bad byte.
    """
    _refuse_by_size(data)
    if data.startswith(b"PK\x03\x04"):
        raise Unreadable(
            "this is a zip archive or an Office file, not plain text",
            hint="if it is a Word file, give it the suffix .docx",
        )
    if data.startswith(b"%PDF-"):
        raise Unreadable("this is a PDF file, not plain text", hint="run pdftotext on it first")
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        raise Unreadable("this text is UTF-16, not UTF-8", hint="save it again as UTF-8")
    if (at := data.find(b"\x00")) >= 0:
        raise Unreadable(
            "this is binary data, not text: it holds a NUL byte",
            hint="give a plain text file in UTF-8",
            where=_place_of(data, at),
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error) from error


def split(text: str, log: Log) -> tuple[Line, ...]:
    """The lines of a text; blank ones stay as lines without text. Odd characters are reported."""
    page = 0
    lines = []
    for number, raw in enumerate(_BREAKS.split(text), 1):
        page += raw.count("\f")
        body = raw.replace("\f", " ")
        tabbed = body.lstrip(" ").startswith("\t")
        parted = [Line(number, clean(_without_odd(end)), tabbed, page) for end in _ends(body, page)]
        line = parted[0]
        if _ODD.search(body):
            signs = ", ".join(sorted({f"U+{ord(sign):04X}" for sign in _ODD.findall(body)}))
            log.add(Kind.ENCODING, line, f"characters that no text should hold left out: {signs}")
        lines += parted
    return tuple(lines)


def _ends(body: str, page: int) -> tuple[str, ...]:
    """The line, or the two ends of the head or foot of a page after the first."""
    found = _COLUMNS.fullmatch(body) if page else None
    return tuple(filter(None, found.groups())) if found else (body,)


def _without_odd(text: str) -> str:
    return _ODD.sub("", text)


def _refuse_by_size(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise Unreadable(
            f"this file has {len(data):,} bytes; a text may have {MOST_BYTES:,}",
            hint="give one resolution a file; the longest real one has about 200,000 bytes",
        )
    if not data.strip(b" \t\r\n\f\x0b\xef\xbb\xbf"):
        raise Unreadable("the file is empty", hint="give the text of a resolution")


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Unreadable:
    byte = data[error.start]
    return Unreadable(
        f"this text is not UTF-8: byte 0x{byte:02X} at offset {error.start} does not belong there",
        hint="if it is Latin-1 or Windows-1252, convert it: iconv -f WINDOWS-1252 -t UTF-8",
        where=_place_of(data, error.start),
    )


def _place_of(data: bytes, offset: int) -> Place:
    start = max(data.rfind(b"\n", 0, offset), data.rfind(b"\r", 0, offset)) + 1
    before = data[start:offset].decode("utf-8", "replace")
    line = data.count(b"\n", 0, offset) + 1
    shown = data[start : start + LONGEST_EXCERPT].splitlines()[0] if data[start:] else b""
    excerpt = shown.decode("utf-8", "replace").replace("\x00", "\N{REPLACEMENT CHARACTER}")
    return Place(line=line, column=len(before) + 1, excerpt=excerpt)
