"""What stands above the enacting line: adoption line, bracket, sponsors, number and title."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import takewhile

from drafter.formats.common.line import Line, Stretch, fold, join, whole
from drafter.formats.common.words import Words
from drafter.model import Adoption, Inlines, Origin, Submission, Text

_NUMBER = re.compile(
    r"(?P<number>(?:S-|ES-)?\d{1,4}/(?:\d+|\.{3}|…)(?: [A-Z](?:[-–][A-Z])?)?(?=\.|\t|$)"
    r"|\d+(?: [A-Z])? \([A-Z-]+\)(?=\.))\.?(?P<title>.*)"
)
_ACROSS = 3  # an adoption line is wrapped over at most this many lines
_SPONSOR_LINES = 20  # 100 sponsors take about fifteen lines
_STARS = re.compile(r"\*+")


@dataclass(slots=True)
class Head:
    """The parts of the head, each as the stretches of lines that print it."""

    adoption: list[Stretch] = field(default_factory=list)
    adopted_on: date | None = None
    bracket: list[Stretch] = field(default_factory=list)
    sponsors: list[Stretch] = field(default_factory=list)
    submission: list[Stretch] = field(default_factory=list)
    number: str = ""
    title: list[Stretch] = field(default_factory=list)
    above: list[Stretch] = field(default_factory=list)
    """Lines above the adoption line that turned out to be no title, such as those of a web page."""

    def stretches(self) -> Iterator[Stretch]:
        """Everything that may call a note, in reading order."""
        yield from (*self.sponsors, *self.submission, *self.adoption, *self.bracket, *self.title)

    def origin(self, inlines: Callable[[Iterable[Stretch]], Inlines]) -> Origin:
        """Who submits it, or when and how it was adopted."""
        if self.adoption or self.bracket:
            return Adoption(inlines(self.adoption), inlines(self.bracket), self.adopted_on)
        sponsors = tuple(_without_comma(inlines((one,))) for one in self.sponsors)
        return Submission(sponsors, inlines(self.submission))


def read_head(lines: list[Line], words: Words) -> Head:
    """The head of a text from its lines above the enacting line, masthead and furniture left out.

    What is neither origin nor number is the title. What would be above the adoption line is
    `above`, unless nothing else is there to be the title.
    """
    head = Head()
    rest = list(lines)
    while rest:
        if not rest[0].text:
            del rest[0]
            continue
        taken = (
            _adopted_in_one(rest[0], head, words)
            or _adoption(rest, head, words)
            or _bracket(rest, head)
            or _origin(rest, head, words)
            or _number(rest[0], head, words)
        )
        if not taken:
            head.title.append(whole(rest[0]))
            taken = 1
        elif head.adoption and not (head.above or head.number):
            head.above, head.title = head.title, []
        del rest[:taken]
    if not head.title:
        head.title, head.above = head.above, []
    return head


def join_sponsors(lines: Sequence[Line], words: Words) -> list[Line]:
    """The lines of a head with the list of sponsors, where it is wrapped, as one line.

    Where the list begins is known by the names of states; the title of the agenda item above it
    has no mark of its own.
    """
    for end in range(1, len(lines)):
        if not lines[end].text or not is_sponsors(_as_one(lines[end - 1 : end + 1]), words):
            continue
        starts = range(max(0, end - _SPONSOR_LINES), end + 1)
        start = next((at for at in starts if _all_known(lines[at : end + 1], words)), end)
        if start == end and not is_sponsors(lines[end], words):
            start = end - 1
        return [*lines[:start], _as_one(lines[start : end + 1]), *lines[end + 1 :]]
    return list(lines)


def _as_one(lines: Sequence[Line]) -> Line:
    return replace(lines[0], text=join([line.text for line in lines if line.text]))


def _all_known(lines: Sequence[Line], words: Words) -> bool:
    one = _as_one(lines)
    end = words.sponsored.search(one.folded)
    return end is not None and all(_known(name, words) for name in _names(one, end.start(), words))


def starts_origin(line: Line, words: Words) -> bool:
    """Whether a line is the origin or number of a text and so no title of an agenda item."""
    text = line.folded
    begins = any(one.match(text) for one in (words.submission, words.titled_number))
    adopted = any(text.startswith(begin) for begin in _adoption_begins(words))
    return begins or adopted or text.startswith("[") or bool(_NUMBER.fullmatch(text))


def is_sponsors(line: Line, words: Words) -> bool:
    """Whether a line ends as the line of sponsors does."""
    return bool(words.sponsored.search(line.folded))


def _adoption_begins(words: Words) -> Iterator[str]:
    for line in words.profile.adoption.values():
        begin = fold(line).split("{")[0].strip()
        if begin:
            yield " ".join(begin.split()[:4])


def _adoption(rest: list[Line], head: Head, words: Words) -> int:
    joined = ""
    for count, line in enumerate(takewhile(lambda one: one.text, rest[:_ACROSS]), 1):
        joined = f"{joined} {line.folded}".strip()
        for pattern in words.adoption:
            if found := pattern.fullmatch(joined.rstrip(",")):
                head.adoption += [whole(one) for one in rest[:count]]
                head.adopted_on = words.date_in(found)
                return count
    return 0


def _adopted_in_one(line: Line, head: Head, words: Words) -> int:
    """An adoption line with its bracket on the same line."""
    start, end = line.text.find("["), len(line.text)
    if start < 1 or not line.text.endswith("]"):
        return 0
    for pattern in words.adoption:
        if found := pattern.fullmatch(line.folded[:start].strip()):
            head.adoption.append(Stretch(line, 0, found.end()))
            head.bracket.append(Stretch(line, start + 1, end - 1))
            head.adopted_on = words.date_in(found)
            return 1
    return 0


def _bracket(rest: list[Line], head: Head) -> int:
    if not rest[0].text.startswith("[") or head.title or head.number:
        return 0
    for count, line in enumerate(rest[: 2 * _ACROSS], 1):
        if line.text.endswith("]"):
            taken = [whole(one) for one in rest[:count]]
            taken[0] = Stretch(taken[0].line, 1, taken[0].end)
            taken[-1] = Stretch(taken[-1].line, taken[-1].start, taken[-1].end - 1)
            head.bracket += taken
            return count
    return 0


def _origin(rest: list[Line], head: Head, words: Words) -> int:
    line = rest[0]
    if words.submission.match(line.folded) and not head.title:
        taken = list(takewhile(lambda one: one.text, rest))
        head.submission += [whole(one) for one in taken]
        return len(taken)
    end = words.sponsored.search(line.folded)
    if end is None or head.title:
        return 0
    head.sponsors += list(_names(line, end.start(), words))
    stars = _STARS.search(line.text, end.start())
    if stars and head.sponsors:
        last = stars.start() == line.text.find(":", end.start()) + 1
        head.sponsors[-1] = Stretch(
            line, head.sponsors[-1].start, stars.end() if last else end.start()
        )
    return 1


def _names(line: Line, end: int, words: Words) -> Iterator[Stretch]:
    """The names in a list "Kenya, Mexico and Qatar"; "and" inside a state's name does not part."""
    *others, last = _parted(Stretch(line, 0, end), fold(words.profile.list_separator))
    yield from others
    if _known(last, words):
        yield last
    else:
        yield from _last_two(last, words)


def _last_two(one: Stretch, words: Words) -> Iterator[Stretch]:
    joint = fold(words.profile.list_end)
    text = one.line.folded
    cuts = [
        m.start() for m in re.finditer(re.escape(joint), text[: one.end]) if m.start() > one.start
    ]
    for cut in reversed(cuts):
        before = Stretch(one.line, one.start, cut)
        after = Stretch(one.line, cut + len(joint), one.end)
        if len(cuts) == 1 or _known(after, words):
            yield from (before, after)
            return
    yield one


def _known(one: Stretch, words: Words) -> bool:
    return fold(one.text).strip(" *,") in words.states


def _parted(one: Stretch, separator: str) -> Iterator[Stretch]:
    """The stretches between separators; the mark of a note stays with the name before it."""
    start = one.start
    sign = re.escape(separator.strip())
    for found in re.finditer(rf"{sign}(?P<stars>\**)\s*", one.line.folded[: one.end]):
        if found.start() > start:
            yield Stretch(one.line, start, found.end("stars") if found["stars"] else found.start())
            start = found.end()
    yield Stretch(one.line, start, one.end)


def _without_comma(name: Inlines) -> Inlines:
    """A name whose mark was printed after the comma or the colon: "Kenya,* Mexico"."""
    if len(name) > 1 and isinstance(name[-2], Text) and name[-2].text.endswith((",", ":")):
        return (*name[:-2], Text(name[-2].text.rstrip(",: \u00a0\u202f")), name[-1])
    return name


def _number(line: Line, head: Head, words: Words) -> int:
    if found := words.titled_number.fullmatch(line.folded):
        head.number = re.sub(r"^\D+", "", found[0])
        return 1
    found = _NUMBER.fullmatch(line.folded)
    if found is None or head.number or head.title:
        return 0
    head.number = found["number"]
    start = found.start("title") + len(found["title"]) - len(found["title"].lstrip())
    if start < len(line.text):
        head.title.append(Stretch(line, start, len(line.text)))
    return 1
