"""Which language a text is in, and whether it is a resolution at all."""

from __future__ import annotations

from collections.abc import Sequence

from drafter import resources
from drafter.errors import Unreadable
from drafter.formats.common.labels import label_of
from drafter.formats.common.line import Line
from drafter.formats.common.masthead import is_masthead
from drafter.formats.common.opening import enacting, opens_as
from drafter.formats.common.words import Words, known_symbol, words

_ENOUGH = 4
_SAMPLE = 300  # lines by which the language is told; the head and the preamble are among them
_ENACTING = 10
"""Signs that a text is a resolution: an enacting line counts 10, a masthead line or a symbol 2, a
paragraph that opens with known words 1. A log or a recipe has at most a stray one."""


def detect(lines: Sequence[Line]) -> Words:
    """The words of the language in which the text reads most like a resolution; English first.

    Raises:
        Unreadable: it reads like one in no known language.
    """
    codes = sorted(resources.names("languages"), key=lambda code: (code != "en", code))
    told = [line for line in lines if line.text]
    best, found = max(
        ((_score(told[:_SAMPLE], words(code)), words(code)) for code in codes),
        key=lambda scored: scored[0],
    )
    if best < _ENOUGH:
        best = _score(told, found)
    if best < _ENOUGH:
        known = ", ".join(words(code).profile.name for code in codes)
        raise Unreadable(
            "this text is no resolution: it has no enacting line, masthead or known opening words",
            hint='a resolution has a line like "The General Assembly," and below it paragraphs '
            f"that open like 'Recalling' or '1. Decides'; known languages: {known}",
        )
    return found


def _score(lines: Sequence[Line], own: Words) -> int:
    return sum(_weight(line, own) for line in lines)


def _weight(line: Line, own: Words) -> int:
    if enacting(line, own):
        return _ENACTING
    label = label_of(line.text)
    text = line.text[label.start :] if label else line.text
    if opens_as(text, own) is not None:
        return 1
    if len(line.text) < 200 and is_masthead(line, own):
        return 2
    if len(line.text) < 40 and known_symbol().fullmatch(line.text):
        return 2 if own.profile.code == "en" else 1
    return 0
