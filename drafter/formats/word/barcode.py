"""Code 39: the bar code under the job number ("*0946189*"), drawn by ourselves.

The official files set it in a font that is not ours to ship. The picture is a PNG of one bit a
pixel, made here so that its bytes never change.
"""

from __future__ import annotations

import struct
import zlib

_WIDE = 3
"""A wide bar or space is three narrow ones, as in the official files."""

_SIGNS = {
    "0": "nnnwwnwnn", "1": "wnnwnnnnw", "2": "nnwwnnnnw", "3": "wnwwnnnnn", "4": "nnnwwnnnw",
    "5": "wnnwwnnnn", "6": "nnwwwnnnn", "7": "nnnwnnwnw", "8": "wnnwnnwnn", "9": "nnwwnnwnn",
    "A": "wnnnnwnnw", "B": "nnwnnwnnw", "C": "wnwnnwnnn", "D": "nnnnwwnnw", "E": "wnnnwwnnn",
    "F": "nnwnwwnnn", "G": "nnnnnwwnw", "H": "wnnnnwwnn", "I": "nnwnnwwnn", "J": "nnnnwwwnn",
    "K": "wnnnnnnww", "L": "nnwnnnnww", "M": "wnwnnnnwn", "N": "nnnnwnnww", "O": "wnnnwnnwn",
    "P": "nnwnwnnwn", "Q": "nnnnnnwww", "R": "wnnnnnwwn", "S": "nnwnnnwwn", "T": "nnnnwnwwn",
    "U": "wwnnnnnnw", "V": "nwwnnnnnw", "W": "wwwnnnnnn", "X": "nwnnwnnnw", "Y": "wwnnwnnnn",
    "Z": "nwwnwnnnn", "-": "nwnnnnwnw", ".": "wwnnnnwnn", " ": "nwwnnnwnn", "$": "nwnwnwnnn",
    "/": "nwnwnnnwn", "+": "nwnnnwnwn", "%": "nnnwnwnwn", "*": "nwnnwnwnn",
}  # fmt: skip
"""The symbology of ISO/IEC 16388: five bars and four spaces a sign, w wide, n narrow."""


def modules(text: str) -> str:
    """The bars as "1" and the spaces as "0", one for each narrow width, start and stop included.

    Signs that Code 39 does not have are left out.
    """
    signs = [_SIGNS[sign] for sign in f"*{text.upper()}*" if sign in _SIGNS]
    return "0".join(_sign(pattern) for pattern in signs)


def _sign(pattern: str) -> str:
    bars = (
        ("1", "0")[place % 2] * (_WIDE if width == "w" else 1)
        for place, width in enumerate(pattern)
    )
    return "".join(bars)


def png(bits: str, *, scale: int = 4, height: int = 96) -> bytes:
    """A row of modules as a black and white picture."""
    pixels = "".join(("0" if bit == "1" else "1") * scale for bit in bits)
    padded = pixels.ljust(-(-len(pixels) // 8) * 8, "1")
    row = b"\0" + int(padded, 2).to_bytes(len(padded) // 8, "big")
    header = struct.pack(">IIBBBBB", len(pixels), height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(row * height, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
