"""Text of PDF files: pages, their furniture, and the notes at their foot.

pdftotext parts pages by a form feed, which copying often loses; then the symbol at the head of each
page says where it begins. At the foot, below a rule, the marks of notes stand on lines of their own
and may come before or after the page number, all marks first, or some not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from drafter.formats.common.furniture import Found, bare_symbol, furniture
from drafter.formats.common.labels import label_of
from drafter.formats.common.line import Line
from drafter.formats.common.log import Log
from drafter.formats.common.masthead import Gathered
from drafter.formats.common.notes import Definition, definition
from drafter.formats.common.opening import enacting, is_complete, opens_as
from drafter.formats.common.words import Words
from drafter.formats.text.foot import RULE, read_foot

_NUMBER = re.compile(r"\d{1,3}")
_LONGEST_WRAPPED = 140  # pdftotext lines have about 90 signs, with -layout up to 130
_COMPLETE = 0.6  # the share of lines that end like a paragraph: 0.15 in PDF text, 0.9 in others
_NEAR_HEAD = 3  # a running title stands at most so many lines from the symbol


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether the lines are those of a page and a paragraph goes over several of them."""
    long = [line for line in lines if len(line.text) > 20]
    if len(long) < 4 or any(line.indented for line in long):
        return False
    complete = sum(is_complete(line.text) for line in long)
    longest = sorted(len(line.text) for line in long)[len(long) * 9 // 10]
    return complete < _COMPLETE * len(long) and longest <= _LONGEST_WRAPPED


def paged(lines: Sequence[Line], symbol: str) -> tuple[Line, ...]:
    """The lines with the page of each, by the symbol at the head where form feeds are lost."""
    if any(line.page for line in lines):
        return tuple(lines)
    page, found = -1, []
    for line in lines:
        page += bool(symbol) and bare_symbol(line) == symbol
        found.append(replace(line, page=max(page, 0)))
    return tuple(found)


@dataclass(slots=True)
class Pages:
    """What remains of the pages without furniture: the text and the notes."""

    text: list[Line] = field(default_factory=list)
    notes: list[Definition] = field(default_factory=list)


def clear_pages(
    lines: Sequence[Line], title: str, words: Words, gathered: Gathered, log: Log
) -> Pages:
    """Take the furniture and the notes out of the lines of pages; furniture is reported.

    `title` is the resolution's title, which adopted texts repeat at the head of each page.
    """
    bare = list(_without_furniture(lines, title, words, gathered, log))
    pages = Pages()
    for page in _by_page(bare):
        start = _start_of_notes(page, pages.notes, words)
        pages.text += page[:start]
        pages.notes += read_foot(page[start:], pages.notes, log)
    return pages


def _without_furniture(
    lines: Sequence[Line], title: str, words: Words, gathered: Gathered, log: Log
) -> Iterator[Line]:
    running = _running_titles(lines, title)
    for line in lines:
        what, says = furniture(line, words) or ("", Found())
        if line.number in running:
            what = "the running title"
        elif (symbol := bare_symbol(line)) and symbol == gathered.values.get("symbol"):
            what = "the symbol at the head of the page"
        if not what or RULE.fullmatch(line.text) or _NUMBER.fullmatch(line.text):
            yield line
            continue
        log.skip(line, what, line.text)
        gathered.found(says, line)


def _running_titles(lines: Sequence[Line], title: str) -> set[int]:
    """The numbers of the lines beside a symbol that repeat the title."""
    found: set[int] = set()
    told = [line for line in lines if line.text]
    for at, line in enumerate(told):
        if not bare_symbol(line):
            continue
        for start in range(max(0, at - _NEAR_HEAD), at + 2):
            found.update(_repeating(told, start, title))
    return found


def _repeating(lines: Sequence[Line], start: int, title: str) -> list[int]:
    joined = ""
    taken: list[int] = []
    for line in lines[start : start + _NEAR_HEAD]:
        joined = f"{joined} {line.text}".strip()
        taken.append(line.number)
        if joined == title:
            return taken
        if not title.startswith(joined):
            break
    return []


def _by_page(lines: Iterable[Line]) -> Iterator[list[Line]]:
    page: list[Line] = []
    for line in lines:
        if page and line.page != page[-1].page:
            yield page
            page = []
        page.append(line)
    if page:
        yield page


def _start_of_notes(page: Sequence[Line], notes: Sequence[Definition], words: Words) -> int:
    """Where the notes of a page begin: at the rule, or at a mark with no text of the body after."""
    for at, line in enumerate(page):
        if RULE.fullmatch(line.text):
            return at
    last = notes[-1].number if notes else 0
    for at in range(len(page) - 1, -1, -1):
        line = page[at]
        if _is_body(line, words):
            break
        if line.text == str(last + 1) or _is_first_note(line, last):
            return at
    return len(page)


def _is_body(line: Line, words: Words) -> bool:
    return (
        label_of(line.text) is not None
        or enacting(line, words) is not None
        or opens_as(line.text, words) is not None
    )


def _is_first_note(line: Line, last: int) -> bool:
    found = definition(line, last)
    return found is not None and found.number == last + 1 and is_complete(found.text)
