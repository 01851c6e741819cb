"""Text as words for comparing: typography taken off, references as single signs, words as codes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from drafter.diff.value import Unit

# One sign each, which keeps every offset. No-break and thin spaces; hyphens, no-break hyphens
# (U+2011), dashes and the minus; quotation marks and apostrophes.
_PLAIN = {
    **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u2002\u2003\u2008\t\n", " "),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
}
_VARIANT = re.compile(f"[{''.join(_PLAIN)}]")
_UNSEEN = str.maketrans(dict.fromkeys("\u00ad\u200b\u2060\ufeff"))
REFERENCE = "\ue000"
"""The sign that stands for a reference while texts are matched: its number follows later."""

# A word keeps its inner hyphens, slashes, points and commas ("62/209", "E.78.II.A.11", "2,500"); a
# sign of a script written without spaces is a word of its own.
_CLOSE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTER = f"(?:(?![{_CLOSE}])[\\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u00ad\u200b-\u200f])"
_TOKEN = re.compile(f"{_LETTER}+(?:[-'/.,:]{_LETTER}+)*|[^\\s]")
_ASCII_TOKEN = re.compile(r"\w+(?:[-'/.,:]\w+)*|\S", re.ASCII)
"""The same for texts that are all ASCII: most are, once their typography is off."""
END_SIGNS = frozenset(";.,:")
"""Signs that close a paragraph; which one follows from its place."""
_FIRST_CODE = 0x100
_SURROGATES = 0xD800


def plain(text: str) -> str:
    """The text with typographic variants made one, sign for sign.

    >>> plain("“non\u2011governmental”")
    '"non-governmental"'
    """
    return text if text.isascii() else _VARIANT.sub(_plain_sign, text)


def _plain_sign(found: re.Match[str]) -> str:
    return _PLAIN[found.group()]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign of a text: where it begins and ends, and the key it is compared by."""

    start: int
    end: int
    key: str


def tokens(unit: Unit) -> tuple[Token, ...]:
    """The words of a unit with their places; a reference is one word, its key the id it names."""
    text = plain(unit.text)
    found: list[Token] = []
    place = 0
    for call in unit.calls:
        found.extend(_cut(text, place, call.start))
        found.append(Token(call.start, call.end, REFERENCE + call.target))
        place = call.end
    found.extend(_cut(text, place, len(text)))
    return tuple(found)


def _cut(text: str, start: int, stop: int) -> list[Token]:
    return [
        Token(found.start(), found.end(), found.group().translate(_UNSEEN))
        for found in _form(text).finditer(text, start, stop)
    ]


def _form(text: str) -> re.Pattern[str]:
    return _ASCII_TOKEN if text.isascii() else _TOKEN


class _Codes(dict[str, str]):
    """Every word that was asked for, with a sign of its own."""

    def __missing__(self, key: str) -> str:
        number = _FIRST_CODE + len(self)
        self[key] = sign = chr(number if number < _SURROGATES else number + 0x800)
        return sign


class Coder:
    """Gives every word a sign of its own, so that texts are compared as short strings."""

    def __init__(self) -> None:
        self.codes = _Codes()
        self.known: dict[str, str] = {}

    def code(self, keys: Iterable[str]) -> str:
        """One sign for each word, the same one each time."""
        return "".join(map(self.codes.__getitem__, keys))

    def encode(self, unit: Unit) -> str:
        """A unit as one sign a word, without its end punctuation; references are all alike."""
        text = _with_references(unit) if unit.calls else unit.text
        if (known := self.known.get(text)) is None:
            known = self.known[text] = self._encode(plain(text))
        return known

    def _encode(self, text: str) -> str:
        seen = text if text.isascii() else text.translate(_UNSEEN)
        keys = _form(seen).findall(seen)
        if len(keys) > 1 and keys[-1] in END_SIGNS:
            keys.pop()
        return self.code(keys)


def _with_references(unit: Unit) -> str:
    text = unit.text
    pieces, place = [], 0
    for call in unit.calls:
        pieces += [text[place : call.start], REFERENCE]
        place = call.end
    return "".join([*pieces, text[place:]])


def end_sign(unit: Unit) -> str:
    """The punctuation that closes the text, "" when there is none."""
    text = unit.text.rstrip()
    return text[-1] if text and text[-1] in END_SIGNS else ""
