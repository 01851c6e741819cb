"""Which lines are headings: what the elements say, the look, and the kind of label."""

from __future__ import annotations

from dataclasses import replace

from drafter.formats.akn.read_chains import DEPTH
from drafter.formats.akn.read_labels import is_number, is_numeral, is_ordinal, shape
from drafter.formats.akn.read_lines import Hint, Line, looks_like_heading
from drafter.model import Inlines, plain_text

_LEVELS = {
    **dict.fromkeys(("HCh", "HCH", "HCh0", "HChG", "HChGA", "HChGC"), 1),
    **dict.fromkeys(("H1", "H1G", "H1GA", "H1GC", "TitleH1", "Heading1"), 2),
    **dict.fromkeys(("H23", "H23G", "H23GA", "H23GC", "BLUEHeadingH2", "TitleH2"), 3),
    **dict.fromkeys(("H4", "H4G", "H4GA", "H4GC"), 4),
    **dict.fromkeys(("H56", "H56G", "H56GA", "H56GC"), 5),
}
"""The Word styles of headings, as classes: 14, 12 and 10 point bold, italic, roman."""

_TITLE = 200
"""The longest heading of the official files that is no sentence has fewer characters."""

_ENDS = (".", ";", ",", ":", "；", "。", "，", "：", "؛", "،", "”", "»")
UPPER = frozenset(("Roman", "Latin", "chinese", "words", "letters"))


AGAIN = ("written-twice", "paragraph")
"""Kept with a heading that its source has once as a heading and once more as a paragraph."""


IN_TEXT = ("number-in", "text")
"""Kept with a heading whose number its source has in the words: it is written there again."""

LEFT = ("list-left", "heading")
"""Kept with a paragraph whose list held nothing but the heading that comes after it."""


def level_of(line: Line) -> int:
    """The level that the style of a heading says; 10 point bold when it says none."""
    return _LEVELS.get(line.style, 3)


def is_heading(line: Line, label: str) -> bool:
    """Whether elements, style or look say that a line is a heading."""
    if line.hint is Hint.HEADING:
        return True
    if line.depth or line.hint is Hint.TAIL:
        return False
    if line.hint is Hint.TEXT and line.style in _LEVELS and may_head(label):
        return True
    return looks_like_heading(line, "" if may_head(label) else label)


def alone(line: Line, printed: str) -> tuple[str, str]:
    """The number that a line is, with how it stands apart; ("", "") for other text."""
    if is_heading(line, ""):
        if is_number(printed):
            return printed, ""
        return (printed, "heading") if is_ordinal(printed) else ("", "")
    if line.hint is Hint.TEXT and not line.depth and (is_ordinal(printed) or is_numeral(printed)):
        return printed, "paragraph"
    return "", ""


def is_title(line: Line, body: Inlines, most: int = _TITLE) -> bool:
    """A line that could be a title: under `most` characters, and no sentence or clause."""
    printed = plain_text(body)
    return (
        line.hint is Hint.TEXT
        and not line.depth
        and len(printed) < most
        and not printed.endswith(_ENDS)
    )


def is_short_title(line: Line, label: str, body: Inlines) -> bool:
    """A title after I. or A., though nothing but its number shows that it is one."""
    return bool(label) and may_head(label) and is_title(line, body)


def may_head(label: str) -> bool:
    """Whether a heading can have this label: none, I., A., 1.1, but not 1. or (a) of a text."""
    return not label or any(counter in UPPER for counter, _ in shape(label).readings)


def hung(line: Line, label: str, body: Inlines) -> bool:
    """Whether a heading was hung into the list before it: A. or II. with all its words in bold."""
    return (
        line.depth > 0
        and line.hint is Hint.TEXT
        and shape(label).form == "#."
        and may_head(label)
        and looks_like_heading(replace(line, body=body), "")
    )


def raised(line: Line) -> Line:
    """The line taken out of the lists around it, which its heading remembers."""
    return replace(line, depth=0, meta=(*line.meta, (DEPTH, str(line.depth))))


def says_again(line: Line) -> Line:
    """The line of a heading that stands twice in the source."""
    return replace(line, meta=(*(pair for pair in line.meta if pair != AGAIN), AGAIN))
