"""A text quoted in the text: each of its paragraphs begins with a quotation mark again.

The mark stands before labels, opening words and the enacting line, and would hide them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.formats.common.labels import label_of
from drafter.formats.common.line import Line
from drafter.formats.common.log import Log
from drafter.formats.common.opening import enacting, opens_as
from drafter.formats.common.words import Words
from drafter.report import Kind

_QUOTES = '“"«„'


def unquoted(lines: Sequence[Line], words: Words, log: Log) -> Iterator[Line]:
    """The lines without the quotation marks that repeat before the paragraphs of a quoted text.

    Only where an enacting line is quoted so; each mark left out is reported.
    """
    inside = False
    for line in lines:
        bare = replace(line, text=line.text.lstrip(_QUOTES).lstrip())
        quoted = line.text[:1] in _QUOTES and bool(bare.text)
        if quoted and (enacting(bare, words) or (inside and _begins(bare, words))):
            inside = True
            mark = line.text[: len(line.text) - len(bare.text)].strip()
            log.add(
                Kind.REPAIRED, line, "the quotation mark before a quoted paragraph left out", mark
            )
            yield bare
        else:
            yield line


def _begins(line: Line, words: Words) -> bool:
    return label_of(line.text) is not None or opens_as(line.text, words) is not None
