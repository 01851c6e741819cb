"""Brackets that do not pair, found in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from drafter.rules.line import Line

PAIRS: Mapping[str, str] = MappingProxyType({"[": "]", "(": ")"})


def unpaired(text: str, sign: str) -> list[int]:
    """The places of the brackets of a kind ("[" or "(") that have no partner in the text.

    >>> unpaired("a [b [c] d", "[")
    [2]
    """
    lone: list[int] = []
    waiting: list[int] = []
    for place, found in enumerate(text):
        if found == sign:
            waiting.append(place)
        elif found == PAIRS[sign]:
            if waiting:
                waiting.pop()
            else:
                lone.append(place)
    return sorted((*lone, *waiting))


def paired_across(lone: Iterable[tuple[Line, list[int]]]) -> Iterator[tuple[Line, int]]:
    """Those of the lone square brackets of some lines that find no partner in another line either.

    A bracket that opens a paragraph may close at the end of a later one of the same zone: a text
    under negotiation brackets whole paragraphs.
    """
    waiting: list[tuple[Line, int]] = []
    for line, places in lone:
        for place in places:
            if line.plain[place] == "[":
                waiting.append((line, place))
            elif waiting and waiting[-1][0].zone is line.zone:
                waiting.pop()
            else:
                yield line, place
    yield from waiting
