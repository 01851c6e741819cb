"""What completion knows of a draft, worked out once for each state of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from drafter.commands import State
from drafter.model import Paragraph, passages, plain_text, query

ABOUT = 48
"""Most signs of what is shown beside a candidate."""

_CITED = re.compile(
    r"(?<![\w/])(?:[A-Z][A-Z0-9]*(?:/[A-Z0-9][\w.-]*\w)+|(?:E?S-)?\d{1,4}/\d{1,4}"
    r"|\d{1,4}(?: [A-Z])? \((?:[IVXLC]+|\d{4})\))"
)


def cut(words: str) -> str:
    """What is shown beside a candidate: as many whole words as there is room for.

    >>> cut("Begin a draft: empty, or from the skeleton of a whole document.")
    'Begin a draft: empty, or from the skeleton of a…'
    """
    if len(words) <= ABOUT:
        return words
    return words[:ABOUT].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


class _Last:
    """What was worked out for a draft, kept until another draft is asked for."""

    def __init__(self, make: Callable[[State], dict[str, str]]) -> None:
        self.make = make
        self.draft: object = None
        self.made: dict[str, str] = {}

    def __call__(self, state: State) -> dict[str, str]:
        if state.resolution is not self.draft:
            self.made = self.make(state)
            self.draft = state.resolution
        return self.made


def _beginnings(state: State) -> dict[str, str]:
    return {
        site.block.id: cut(plain_text(site.block.body))
        for site in query(state.resolution)
        if isinstance(site.block, Paragraph)
    }


def _used(state: State) -> dict[str, str]:
    """Symbols that the draft has used, and the names of organs and committees."""
    found: dict[str, str] = {}
    for passage in passages(state.resolution):
        for symbol in _CITED.findall(plain_text(passage.text)):
            found.setdefault(symbol, "used in the draft")
    language = state.language
    for names in (language.organs, language.committees):
        found.update((name, "organ") for name in names.values() if name not in found)
    return {**found, **_known(state)}


def _known(state: State) -> dict[str, str]:
    """States and entities, where the desk knows their names."""
    known = state.desk.names(state.resolution.language)
    return {**dict.fromkeys(known.states, "State"), **dict.fromkeys(known.entities, "entity")}


beginnings = _Last(_beginnings)
"""The first words of each paragraph of a draft, by id."""
used = _Last(_used)
"""Names and symbols for a text, with what they are."""
