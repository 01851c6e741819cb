"""The head of a Model United Nations paper: "Sponsors: ...", "Committee: ...", "Topic: ...".

Such papers are written in English, whatever the style: each line says what it is. What the masthead
and the origin have a place for goes there, and the rest is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drafter.formats.common.head import Head, read_head
from drafter.formats.common.line import Line, Stretch
from drafter.formats.common.log import Log
from drafter.formats.common.masthead import Gathered, scan
from drafter.formats.common.words import Words

_LABEL = re.compile(
    r"(?:(?P<sponsors>(?:co-?|main )?(?:sponsors?|submitters?)|(?:sponsored|submitted) by)"
    r"|(?P<signatories>(?:co-?)?signator(?:y|ies))"
    r"|(?P<committee>committee|council|organ)"
    r"|(?P<title>topic|issue|subject|question of))\s*:\s*(?=\S)"
    r"|(?P<part>pream(?:ble|bular|bulatory)(?: (?:clauses|paragraphs|part))?)$",
    re.IGNORECASE,
)
_ENDING = ": draft resolution"
"""What the shared reading of sponsors looks for behind their names."""


def unlabelled(lines: Iterable[Line]) -> tuple[list[tuple[Line, re.Match[str]]], list[Line]]:
    """The lines of a head that say what they are, and the others."""
    found, rest = [], []
    for line in lines:
        label = _LABEL.match(line.folded)
        if label:
            found.append((line, label))
        else:
            rest.append(line)
    return found, rest


def put(
    labelled: Iterable[tuple[Line, re.Match[str]]],
    head: Head,
    words: Words,
    gathered: Gathered,
    log: Log,
) -> None:
    """Put the lines where they belong; what has no place, or a taken one, becomes a notice."""
    for line, label in labelled:
        kind, start = str(label.lastgroup), label.end()
        fields = scan(line.folded[start:], words) if kind == "committee" else ()
        if kind == "sponsors" and not (head.sponsors or head.adoption):
            head.sponsors += _names(line, start, words)
        elif kind == "title" and not head.title:
            head.title.append(Stretch(line, start, len(line.text)))
        elif fields:
            gathered.line(Line(line.number, line.text[start:]), fields)
        else:
            log.skip(line, f"a line of the head ({label[0].rstrip(' :')})", line.text)


def _names(line: Line, start: int, words: Words) -> Iterator[Stretch]:
    listed = Line(line.number, line.text[start:].rstrip(" .;") + _ENDING)
    for name in read_head([listed], words).sponsors:
        yield Stretch(line, name.start + start, name.end + start)
