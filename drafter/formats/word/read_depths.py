"""What Word's lists print where the United Nations print something else, or nothing.

Lists inside lists may count in figures all the way down: "1." below "1.", or "2.1.".
The labels of the United Nations show by their form how deep a paragraph stands, and the shared
reading goes by that. Figures do not show it; Word's list level does, so such a paragraph gets the
label that its depth has in the language. Word had counted the printed one itself: nothing that
anybody typed is lost, and the caller tells what was printed. Preambular paragraphs have no label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from drafter.formats.common.labels import is_operative, label_of
from drafter.formats.common.line import Line
from drafter.formats.common.opening import enacting, opens_as
from drafter.formats.common.words import Words
from drafter.formats.word.read_lines import Line as WordLine
from drafter.model import Role
from drafter.numbering import Scheme

_FIGURES = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]?")


def other_labels(lines: Sequence[tuple[Line, WordLine | None]], words: Words) -> dict[int, str]:
    """The labels of lines in place of those that Word's lists print, by number of the line."""
    return inner_labels(lines, words.profile.scheme) | dict.fromkeys(_preamble(lines, words), "")


def _preamble(lines: Iterable[tuple[Line, WordLine | None]], words: Words) -> Iterator[int]:
    """The lines in Word's lists that open as preambular paragraphs do, up to the operative part.

    Only below an enacting line: in a report such a paragraph is one of the numbered ones.
    """
    below = dropwhile(lambda pair: enacting(pair[0], words) is None, lines)
    for line, listed in below:
        if listed is None and _is_numbered(line):
            return
        said = listed.words.strip() if listed else ""
        role = opens_as(said, words, Role.OPERATIVE) if said else None
        if role is Role.OPERATIVE:
            return
        if role is Role.PREAMBULAR:
            yield line.number


def inner_labels(lines: Iterable[tuple[Line, WordLine | None]], scheme: Scheme) -> dict[int, str]:
    """The labels of paragraphs in inner lists that Word counts in figures, by number of the line.

    Only lists that are open count: a file whose only list stands at Word's second level has
    operative paragraphs there.
    """
    labels: dict[int, str] = {}
    lists: list[_Open] = []
    for line, listed in lines:
        if listed is None or not any(map(str.isalnum, listed.label)):
            lists = [_Open(0, 1)] if _is_numbered(line) else lists
            continue
        lists = _counted(lists, listed.depth)
        depth = len(lists) - 1
        if depth and _FIGURES.fullmatch(listed.label):
            labels[line.number] = scheme.level(depth).label(lists[-1].count)
    return labels


@dataclass(frozen=True, slots=True)
class _Open:
    """A list that is open: how deep Word has it, and how many paragraphs it has so far."""

    depth: int
    count: int


def _counted(lists: Sequence[_Open], depth: int) -> list[_Open]:
    """The open lists after one more paragraph at a depth, which is in the last of them."""
    kept = [one for one in lists if one.depth <= depth]
    if kept and kept[-1].depth == depth:
        return [*kept[:-1], _Open(depth, kept[-1].count + 1)]
    return [*kept, _Open(depth, 1)]


def _is_numbered(line: Line) -> bool:
    found = label_of(line.text)
    return found is not None and is_operative(found.label)
