"""Where the notes are called: the digits glued to words that are marks and not part of the text.

Every place where a mark could stand is a candidate with a weight. Notes are called in the order of
their numbers, so the calls are the **heaviest chain of candidates whose numbers rise from one to
the next**; "33/134", years and symbols do not fit it. Finding it takes time in proportion to the
candidates (times the logarithm of the number of notes).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from drafter.errors import Place
from drafter.formats.common.line import LONGEST_EXCERPT, Stretch
from drafter.formats.common.notes import SUPERSCRIPTS, Definition, plain_mark
from drafter.formats.common.words import Words

_RAISED = re.compile(rf"(?P<lead> |, ?)?(?P<mark>(?P<run>[{SUPERSCRIPTS}]+))")
_BOXED = re.compile(r"(?P<lead> |, ?)?(?P<mark>\[(?P<run>\d{1,3})\])")
_GLUED = re.compile(
    r"(?<=[^\W\d_]|[,;:.!?\"'”’»)\]%…])(?P<run>\d{1,3}(?:, ?\d{1,3})*)(?![\w/°%‰]|[.,]\d|[-–‑]\w)"
)
_AFTER_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?P<run>[1-9]\d?)(?![\w/]|[.,]\d)")
_NUMBER_END = re.compile(
    r"(?:(?<=[/.])(?P<part>\d{2,6})|(?<!\d)(?=(?:19|20)\d\d)(?P<year>\d{5,6})"
    r"|[A-Z][a-z]{2,} (?!(?:19|20)\d\d\b)(?P<named>\d{3,4}))(?![\w/]|[.,]\d)"
)
"""A number that a mark may have run into: the last part of a symbol ("59/3009"), a year, the number
of a thing with a name ("Agenda 216")."""
_SPACED = re.compile(r"(?<=\S) (?P<run>\d{1,3}(?: ?, ?\d{1,3})*)(?=$| |[.,;:)](?: |$))")
_UNIT = re.compile(r"(?<![^\W\d_])[ckm]?m$")
"""A unit of length before a raised digit: "km²" calls no note."""
_STARS = re.compile(r"(?<=\S)(?P<run>\*{1,4})")
_DIGITS = re.compile(r"\d+")
_QUOTED_BEFORE = re.compile(r"[^\W\d_]{3}\"[,;:.!?]?$")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“«]*$")
_LONGEST_WORD = 60
_LONGEST_MARK = 3

_YEAR = 3  # "27 May 20164": only a chain of marks makes it one

_AFTER_NUMBER = 4
STRONG = 6
"""From this weight on a candidate is a mark even where it repeats one or has no definition."""


@dataclass(frozen=True, slots=True)
class Call:
    """A place that may call a note: the mark, and the signs from `start` to `end` that print it.

    `lead` is where the signs begin that part it from a mark before it ("1,2"); they go with it
    when that mark goes.
    """

    stretch: Stretch
    start: int
    end: int
    mark: str
    weight: int
    lead: int

    @property
    def number(self) -> int:
        """The number of the mark; 0 for asterisks."""
        return int(self.mark) if self.mark.isdecimal() else 0

    @property
    def page(self) -> int:
        """The page on which it stands."""
        line = self.stretch.line
        return next((page for at, page in reversed(line.starts) if at <= self.start), line.page)

    @property
    def place(self) -> Place:
        """Line, column and the words about it."""
        line = self.stretch.line
        first = max(0, self.start - LONGEST_EXCERPT // 2)
        return Place(line.number, self.start + 1, "", line.text[first : first + LONGEST_EXCERPT])


def candidates(stretch: Stretch, words: Words, *, spaced: bool) -> Iterator[Call]:
    """Every place in a stretch where a mark could stand; `spaced`: also digits standing alone."""
    text = stretch.line.folded
    found = [*_signs(stretch, text), *_digits(stretch, text, words)]
    if spaced:
        taken = {call.start for call in found}
        found += [c for c in _alone(stretch, text, words) if c.start not in taken]
    yield from sorted(found, key=lambda call: call.start)


def chain(calls: Sequence[Call], notes: Iterable[Definition]) -> dict[int, Definition]:
    """Which candidates (by their place in the sequence) are the first call of which note."""
    by_number = {note.number: note for note in reversed(list(notes)) if note.number}
    best = _Heaviest(max(by_number, default=0))
    for at, call in enumerate(calls):
        note = by_number.get(call.number)
        if note is not None and note.page in {None, call.page}:
            best.offer(at, call.number, call.weight)
    return {at: by_number[calls[at].number] for at in best.chain()}


class _Heaviest:
    """The heaviest chain of rising numbers: a tree of prefix maxima over the numbers (Fenwick)."""

    def __init__(self, most: int) -> None:
        self._tree: list[tuple[int, int]] = [(0, 1)] * (most + 1)  # weight, minus the candidate
        self._before: dict[int, int] = {}
        self._best = (0, 1)

    def offer(self, at: int, number: int, weight: int) -> None:
        """A candidate, in the order of the text; of equal chains the earlier one stands."""
        weight_before, before = self._upto(number - 1)
        self._before[at] = -before if weight_before else -1
        new = (weight_before + weight, -at)
        self._best = max(self._best, new)
        while number < len(self._tree):
            self._tree[number] = max(self._tree[number], new)
            number += number & -number

    def chain(self) -> list[int]:
        """The candidates of the heaviest chain, in order."""
        weight, last = self._best
        at = -last if weight else -1
        found = []
        while at >= 0:
            found.append(at)
            at = self._before[at]
        return found[::-1]

    def _upto(self, number: int) -> tuple[int, int]:
        best = (0, 1)
        while number > 0:
            best = max(best, self._tree[number])
            number -= number & -number
        return best


def _signs(stretch: Stretch, text: str) -> Iterator[Call]:
    """Marks that are marks by their signs: raised digits, digits in square brackets, asterisks."""
    for pattern, weight in ((_RAISED, STRONG + 2), (_BOXED, STRONG + 1)):
        for found in pattern.finditer(text, stretch.start, stretch.end):
            lead, start = found.start(), found.end() - len(found["mark"])
            if _UNIT.search(text[max(stretch.start, lead - 3) : lead]):
                continue
            first = start - (found["lead"] or "").endswith(" ")
            mark = str(int(plain_mark(found["run"])))
            yield Call(stretch, first, found.end(), mark, weight, lead)
    for found in _STARS.finditer(text, stretch.start, stretch.end):
        yield Call(stretch, found.start(), found.end(), found[0], STRONG, found.start())


def _digits(stretch: Stretch, text: str, words: Words) -> Iterator[Call]:
    for found in _GLUED.finditer(text, stretch.start, stretch.end):
        for start, lead, digits in _each(found):
            weight = _glued_weight(text, lead + (text[lead] == ","), words)
            if weight == _AFTER_NUMBER and (text[lead - 1], found.end()) == (";", stretch.end):
                weight = STRONG  # "resolution 70/76;1" ends a paragraph, and no list ends so
            if weight:
                yield Call(stretch, start, start + len(digits), str(int(digits)), weight, lead)
    for found in _AFTER_YEAR.finditer(text, stretch.start, stretch.end):
        start, end = found.span("run")
        yield Call(stretch, start, end, found["run"], _YEAR, start)


def _alone(stretch: Stretch, text: str, words: Words) -> Iterator[Call]:
    for found in _SPACED.finditer(text, stretch.start, stretch.end):
        weight = _alone_weight(text, found, words)
        for start, lead, digits in _each(found) if weight else ():
            first = found.start() if start == found.start("run") else start
            yield Call(stretch, first, start + len(digits), str(int(digits)), weight, lead)


def _each(found: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """The numbers of a run "1,2": where each begins, where its separator begins, its digits."""
    lead = found.start("run")
    for digits in _DIGITS.finditer(found["run"]):
        start = found.start("run") + digits.start()
        yield start, lead, digits[0]
        lead = start + len(digits[0])


def swallowed(
    stretches: Iterable[Stretch], marks: AbstractSet[str]
) -> Mapping[str, Sequence[Call]]:
    """Places where some marks may have run into a number: "resolution 59/3009" for the mark 9.

    The weight is the length of the number: 3009 is no resolution's number, 239 may be one.
    """
    found: dict[str, list[Call]] = {}
    for stretch in stretches:
        for number in _NUMBER_END.finditer(stretch.line.folded, stretch.start, stretch.end):
            digits, end = number[number.lastgroup or 0], number.end()
            for length in range(1, min(len(digits), _LONGEST_MARK + 1)):
                mark = digits[-length:]
                if mark in marks:
                    call = Call(stretch, end - length, end, mark, len(digits), end - length)
                    found.setdefault(mark, []).append(call)
    return found


def _glued_weight(text: str, at: int, words: Words) -> int:
    """How surely digits glued to what stands before them are a mark.

    After a word, or after a mark of punctuation that follows a word, nothing else is written so;
    after "233," a list of numbers may have lost its spaces; "L.1" and "CO2" are names.
    """
    start = text[max(0, at - _LONGEST_WORD) : at]
    if _QUOTED_BEFORE.search(start):
        return STRONG
    word = _WORD_BEFORE.search(start)
    before = word[0] if word else ""
    if "/" in before and before[-1:] not in {",", ";", ")"}:
        return 0 if before[-1:] in {".", "/"} else 2
    bare = before.rstrip(",;:.!?\"')]%»…")
    if not bare or bare[-1:].isdigit():
        return (
            _AFTER_NUMBER
            if before[-1:] in {",", ";", ":"} and words.profile.note_mark == "after"
            else 3
        )
    if before.endswith(".") and (len(bare) < 5 or bare.casefold() in words.counted):
        return 1
    letters = bare[-3:]
    return STRONG if len(letters) == 3 and letters.isalpha() and not letters.isupper() else 1


def _alone_weight(text: str, found: re.Match[str], words: Words) -> int:
    """How surely digits that stand alone are a mark: a count has its noun, a paragraph its name."""
    word = _WORD_BEFORE.search(text[max(0, found.start() - _LONGEST_WORD) : found.start()])
    before = word[0] if word else ""
    after = re.match(r"[\w'-]*", text[found.end() :].lstrip(" "))
    following = after[0] if after else ""
    if words.day.match(text, found.start() + 1):
        return 0
    if before[-1:] in {",", ";", ".", ":", ")", '"', "'"}:
        return 2 if before[:-1][-1:].isdigit() else 5
    if before in words.counted or before.rstrip(".") in words.counted:
        return 0
    doubtful = before.casefold() in words.counted or following.casefold() in words.units
    return 1 if doubtful or before[-1:].isdigit() else 4
