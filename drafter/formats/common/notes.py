"""Footnotes at the end of a text or of a page: which lines define them.

A definition is a mark and a text ("1 A/63/741, annex.", "[1] ...", "¹ ...", "1/ ...", "* ...") and
its number is higher than the one before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from drafter.errors import Place
from drafter.formats.common.line import Line

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(SUPERSCRIPTS, "0123456789")
_DEFINITION = re.compile(
    r"(?:\[(?P<boxed>\d{1,3})\]|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|(?P<slashed>\d{1,3})/"
    r"|(?P<number>\d{1,3})(?!\s?(?:bis|ter|quater)\b)|(?P<stars>\*{1,4})(?!\d))[\s ]+(?P<text>\S.*)"
)
_FURTHEST = 20  # a gap in the numbers longer than this is no gap but another kind of list


@dataclass(frozen=True, slots=True)
class Definition:
    """A note's text with the mark printed before it.

    `page` is the page at whose foot it stands, None when the notes stand together at the end.
    """

    mark: str
    text: str
    line: Line
    page: int | None = None

    @property
    def number(self) -> int:
        """The number of a numbered note; 0 for an asterisk."""
        return int(self.mark) if self.mark.isdecimal() else 0

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.line.place

    def continued(self, line: Line) -> Definition:
        """The definition with one more line of text."""
        return replace(self, text=f"{self.text} {line.text}".replace("\t", " "))


def plain_mark(printed: str) -> str:
    """The mark in ordinary digits: "¹²" is "12"."""
    return printed.translate(_PLAIN)


def definition(line: Line, last: int) -> Definition | None:
    """The note that a line defines, where the last one before it has the number `last`."""
    found = _DEFINITION.fullmatch(line.text)
    if found is None:
        return None
    if found["stars"]:
        return Definition(found["stars"], _body(found["text"]), line)
    mark = plain_mark(next(filter(None, found.group("boxed", "raised", "slashed", "number"))))
    if not last < int(mark) <= last + _FURTHEST:
        return None
    return Definition(str(int(mark)), _body(found["text"]), line)


def _body(text: str) -> str:
    return text.replace("\t", " ").strip()
