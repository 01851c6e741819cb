"""Labels and the nesting they show: a small algorithm over printed labels, one after the other.

A printed label can mean several things: "(i)" is the ninth letter and the first roman number. For
each label, in this order:

1. where the next label or a colon before it says that a list begins here, a list begins;
2. the next member of an open list, the deepest one first ("(i)" after "(h)");
3. the first member of a new list, one level deeper ("(i)" after "(d)");
4. a member of an open list out of order: kept with its printed label and reported;
5. a list that does not begin with its first member: kept and reported.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from drafter.numbering import LabelPattern

_DOUBLED = "|".join(letter * 2 for letter in ascii_lowercase)
_LETTERS = rf"(?:[a-z]|[ivxlc]{{2,6}}|{_DOUBLED})"
_PAIRS = "(?:[a-z]{2})"  # (ab) after (aa), where the United Nations write (bb)
_LABEL = re.compile(
    rf"(?P<label>\d{{1,3}}\.|\d{{1,3}}\s?(?:bis|ter|quater)\.?|\((?:{_LETTERS}|{_PAIRS}|\d{{1,3}})\)"
    rf"|(?:{_LETTERS}|{_PAIRS}|\d{{1,3}})\)|{_LETTERS}\.)(?P<gap>\s+|$|(?=[A-ZÀ-Ý]))"
)
_BULLET = re.compile(r"(?P<label>[–—•·●▪■◦*-])(?P<gap>\s+)(?=\S)")
_ROMAN_HEADING = re.compile(r"(?P<label>[IVXL]+)\.?(?:\s+(?P<rest>\S.*))?")
_LETTER_HEADING = re.compile(r"(?P<label>[A-Z])\.?(?:\s+(?P<rest>\S.*))?")

_SHAPES = (
    "{decimal}.", "({lower-latin})", "({lower-roman})", "{lower-latin})", "{lower-roman})",
    "{lower-latin}.", "{lower-roman}.", "({decimal})", "{decimal})",
)  # fmt: skip
PATTERNS = tuple(LabelPattern(shape) for shape in _SHAPES)

_ALPHABET = len(ascii_lowercase)
_DEEPEST = 8  # lists inside lists; real texts have four
_HEADINGS = (LabelPattern("{upper-roman}"), LabelPattern("{upper-latin}"))

Reading = tuple[LabelPattern, int]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label at the start of a text and the offset where the text after it begins."""

    label: str
    start: int


@dataclass(frozen=True, slots=True)
class Step:
    """Where a labelled paragraph goes: its depth (0 operative), its place in the list there.

    `odd` says what is wrong with the label, "" when it is the one expected.
    """

    depth: int
    odd: str = ""


@dataclass(frozen=True, slots=True)
class Open:
    """A list that is open: its kind of labels, and the last place counted."""

    pattern: LabelPattern
    last: int


def label_of(text: str) -> Labelled | None:
    """The label that a text begins with, or None."""
    found = _LABEL.match(text)
    return Labelled(found["label"], found.end()) if found else None


def bullet_of(text: str) -> Labelled | None:
    """The bullet that a text begins with, or None."""
    found = _BULLET.match(text)
    return Labelled(found["label"], found.end()) if found else None


def readings(label: str) -> tuple[Reading, ...]:
    """Everything that a printed label can mean."""
    found = ((pattern, pattern.number(label)) for pattern in PATTERNS)
    return tuple((pattern, number) for pattern, number in found if number is not None)


def is_operative(label: str) -> bool:
    """Whether a label is that of a numbered paragraph, not of a sub-paragraph: "3.", "3 bis"."""
    return label[:1].isdigit() and not label.endswith(")")


def step(
    label: str, lists: Sequence[Open], *, introduced: bool, following: str
) -> tuple[Step, tuple[Open, ...]]:
    """Where a sub-paragraph goes among the open lists (those below the numbered paragraph).

    `introduced`: the text before it ends with a colon. `following` is the label that comes next
    in the text, "" if none. Gives the step and the lists open after it.
    """
    means = readings(label)
    begins = next((pattern for pattern, number in means if number == 1), None)
    sibling = _sibling(means, lists)
    if begins is not None and _may_begin(begins, sibling, lists, following, introduced=introduced):
        return Step(len(lists) + 1), (*lists, Open(begins, 1))
    if sibling is not None:
        depth, number = sibling
        return Step(depth + 1), (*lists[:depth], Open(lists[depth].pattern, number))
    return _odd(label, means, lists)


def _sibling(means: Sequence[Reading], lists: Sequence[Open]) -> tuple[int, int] | None:
    """The open list (by its depth from 0) whose next member the label is, and its number."""
    for depth in range(len(lists) - 1, -1, -1):
        if (lists[depth].pattern, lists[depth].last + 1) in means:
            return depth, lists[depth].last + 1
    return None


def _may_begin(
    begins: LabelPattern,
    sibling: tuple[int, int] | None,
    lists: Sequence[Open],
    following: str,
    *,
    introduced: bool,
) -> bool:
    """Whether a label that is the first of its kind begins a list rather than goes on with one."""
    if len(lists) >= _DEEPEST:
        return False
    if not introduced and any(one.pattern == begins for one in lists):
        return False
    if sibling is None:
        return True
    next_ = readings(following) if following else ()
    if (begins, 2) in next_:
        return True
    if any(number == sibling[1] + 1 for pattern, number in next_ if pattern != begins):
        return False
    return introduced


def _odd(
    label: str, means: Sequence[Reading], lists: Sequence[Open]
) -> tuple[Step, tuple[Open, ...]]:
    by_pattern = dict(means)
    for depth in range(len(lists) - 1, -1, -1):
        one = lists[depth]
        if one.pattern in by_pattern:
            expected = one.pattern.label(one.last + 1)
            kept = (*lists[:depth], Open(one.pattern, by_pattern[one.pattern]))
            return Step(depth + 1, f"{label} stands where {expected} is expected"), kept
    if not means and lists:
        return _beyond(label, lists)
    pattern, number = means[0] if means else (PATTERNS[1], 0)
    odd = f"the list begins with {label}"
    if len(lists) >= _DEEPEST:
        return Step(len(lists), odd), tuple(lists)
    return Step(len(lists) + 1, odd), (*lists, Open(pattern, number))


def _beyond(label: str, lists: Sequence[Open]) -> tuple[Step, tuple[Open, ...]]:
    """A label that is no number, "(ab)": the next of the deepest list that has used up a to z."""
    long = (depth for depth in range(len(lists) - 1, -1, -1) if lists[depth].last >= _ALPHABET)
    depth = next(long, len(lists) - 1)
    pattern, number = lists[depth].pattern, lists[depth].last + 1
    odd = f"{label} stands where {pattern.label(number)} is expected"
    return Step(depth + 1, odd), (*lists[:depth], Open(pattern, number))


def numbered_heading(text: str) -> tuple[int, str, int] | None:
    """A section's heading: its level (0 roman, 1 letter), its label, where its title begins."""
    for level, pattern in enumerate((_ROMAN_HEADING, _LETTER_HEADING)):
        if found := pattern.fullmatch(text):
            start = found.start("rest") if found["rest"] else len(text)
            return level, found["label"], start
    return None


def heading_place(level: int, label: str) -> int:
    """The place that a numeral or letter of a heading stands for; 0 for none."""
    return _HEADINGS[level].number(label) or 0
