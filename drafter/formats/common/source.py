"""Bytes that should be UTF-8 text, and places in them, for the formats that are text."""

from __future__ import annotations

import codecs

from drafter.errors import Place, Refused, Unreadable
from drafter.report import Kind, Notice, Read

LIMIT = 64 * 1024 * 1024
"""How many bytes a text may have, unless its format says less; the largest official text has under
3 MB as XML."""

_LONGEST = 2000
"""How far into a line a place still shows it: a file may be one line."""

_OTHERS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def text_of(data: bytes, limit: int | None = None) -> Read[str]:
    """The text in UTF-8 bytes; a byte order mark is left out with a notice.

    `limit` is the number of bytes it may have.

    Raises:
        Unreadable: nothing in it, too large, another encoding (the error names the byte and its
            place), or binary.
    """
    most = LIMIT if limit is None else limit
    if len(data) > most:
        raise Unreadable(
            f"the file has {_size(len(data))}, more than a resolution has",
            hint=f"a text of at most {_size(most)} can be read",
        )
    _refuse_other_encodings(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error.start) from error
    if not text.strip("\ufeff \t\r\n"):
        raise Unreadable("the file is empty", hint="give a file that holds a resolution")
    if text.startswith("\ufeff"):
        message = "a byte order mark at the start was left out"
        return Read(text[1:], (Notice(Kind.ENCODING, message, Place(line=1, column=1)),))
    return Read(text)


def bounded(data: bytes, limit: int | None = None) -> bytes:
    """The same bytes, which a writer has made, when they are not too many to be read again.

    Raises:
        Refused: they are.
    """
    most = LIMIT if limit is None else limit
    if len(data) > most:
        raise Refused(
            f"the file would have {_size(len(data))}, and only {_size(most)} can be read again",
            hint="split the text into several documents",
        )
    return data


def _size(count: int) -> str:
    return f"{count / 1024 / 1024:.1f} MB"


def place_at(text: str, offset: int, path: str = "") -> Place:
    """The place of a character of a text, with its line."""
    start = text.rfind("\n", 0, offset) + 1
    column = offset - start + 1
    excerpt = ""
    if column <= _LONGEST:
        end = text.find("\n", offset, start + _LONGEST)
        excerpt = text[start : end if end >= 0 else start + _LONGEST].rstrip("\r")
    return Place(text.count("\n", 0, offset) + 1, column, path, excerpt)


def _refuse_other_encodings(data: bytes) -> None:
    for mark, name in _OTHERS:
        if data.startswith(mark):
            raise Unreadable(f"the file is {name}, not UTF-8", hint="save it as UTF-8")
    null = data.find(b"\0")
    if null >= 0:
        raise Unreadable(
            f"byte {null + 1} is null: this is no text",
            hint="give a text file in UTF-8",
            where=_byte_place(data, null),
        )


def _not_utf8(data: bytes, offset: int) -> Unreadable:
    return Unreadable(
        f"byte {offset + 1} (0x{data[offset]:02X}) is not UTF-8",
        hint="save the file as UTF-8; it may be in Latin-1 or in Windows-1252",
        where=_byte_place(data, offset),
    )


def _byte_place(data: bytes, offset: int) -> Place:
    start = data.rfind(b"\n", 0, offset) + 1
    end = data.find(b"\n", offset)
    line = data[start : end if end >= 0 else len(data)][:_LONGEST]
    before = data[start:offset].decode("utf-8", "replace")
    excerpt = line.decode("utf-8", "replace").rstrip("\r") if len(before) < _LONGEST else ""
    return Place(data.count(b"\n", 0, offset) + 1, len(before) + 1, "", excerpt)
