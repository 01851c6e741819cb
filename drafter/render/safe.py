r"""Text from documents and file names made safe to print: a terminal obeys what it is sent.

Control characters, line separators and signs that turn the direction of the line are shown as an
escape ("\x1b"), so that a document can neither hide words nor drive the terminal.
"""

from __future__ import annotations

import re
from unicodedata import combining, east_asian_width

# C0, DEL and C1; line and paragraph separator; embeddings, overrides and isolates of direction; the
# byte order mark; tags; lone surrogates. The marks of direction that Arabic texts need (U+200E,
# U+200F, U+061C) and the joiners (U+200C, U+200D) steer nothing but the letters beside them.
_HOSTILE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f\ud800-\udfff]"
)
_WIDE = frozenset("WF")
_NO_WIDTH = frozenset("\u200b\u200c\u200d\u200e\u200f\u061c\u2060\u00ad")


def safe(text: str) -> str:
    r"""The text with everything that steers a terminal shown as an escape.

    >>> safe("red\x1b[31m")
    'red\\x1b[31m'
    """
    return _HOSTILE.sub(lambda found: _escape(found.group()), text)


def width(text: str) -> int:
    """How many columns a safe text takes: two for the wide signs of East Asia, none for accents."""
    if text.isascii():
        return len(text)
    return sum(_columns(sign) for sign in text)


def _escape(sign: str) -> str:
    code = ord(sign)
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file name that is no UTF-8, as Python carries it
        code -= 0xDC00
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _columns(sign: str) -> int:
    if combining(sign) or sign in _NO_WIDTH:
        return 0
    return 2 if east_asian_width(sign) in _WIDE else 1
