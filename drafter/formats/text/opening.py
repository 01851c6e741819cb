"""How a paragraph opens and ends: its enacting phrase, its opening words, its last sign."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from drafter.formats.text.source import Line, fold
from drafter.formats.text.words import Words
from drafter.model import Role
from drafter.profiles import Lexicon

_MARKS_AT_END = re.compile(r"(?:[\d,\s⁰¹²³⁴⁵⁶⁷⁸⁹*]|\[\d+\])*$")
_CURLY = str.maketrans({"'": "’"})
_SENTENCE_END = frozenset(".,;:،؛，；：。")
_HEADING_MOST = 250


@dataclass(frozen=True, slots=True)
class Enacting:
    """An enacting line: the organ's key, and how many signs are the organ's name."""

    organ: str
    length: int


def enacting(line: Line, words: Words) -> Enacting | None:
    """The enacting line that a line is, or None.

    In some languages the enacting words are just the organ's name; there only the comma tells an
    enacting line from the masthead.
    """
    text = line.folded
    comma = fold(words.profile.enacting_end)
    for phrase, organ in words.enacting.items():
        if not text.casefold().startswith(phrase.casefold()):
            continue
        rest = text[len(phrase) :].strip()
        if rest == comma or (not rest and phrase not in words.organs):
            return Enacting(organ, len(phrase))
    return None


def opening(text: str, role: Role, lexicon: Lexicon) -> str:
    """The opening words of a text, as they stand there; typographic variants are one."""
    return _opening(text, role, lexicon)


def opens_as(text: str, lexicon: Lexicon) -> Role | None:
    """The part of a resolution whose words open a text: the one with the longer phrase."""
    preambular = len(opening(text, Role.PREAMBULAR, lexicon))
    operative = len(opening(text, Role.OPERATIVE, lexicon))
    if preambular == operative:
        return None
    return Role.PREAMBULAR if preambular > operative else Role.OPERATIVE


def last_sign(text: str) -> str:
    """The last sign of a text before the marks of notes: "," of "Countries,1"; "" for none."""
    bare = text[: _bare_end(text)]
    return bare.rstrip("\"'”’»)")[-1:] if bare[-1:] not in _SENTENCE_END else bare[-1:]


def is_complete(text: str) -> bool:
    """Whether a text ends as a paragraph does, with a mark of punctuation."""
    return last_sign(text) in _SENTENCE_END


def looks_like_heading(text: str) -> bool:
    """Short, beginning like a sentence, and without a mark of punctuation at its end."""
    short = 0 < len(text) <= _HEADING_MOST
    return short and not text[:1].islower() and not is_complete(text)


def _bare_end(text: str) -> int:
    tail = text[-40:]
    found = _MARKS_AT_END.search(tail)
    start = found.start() if found else len(tail)
    end = len(text) - len(tail) + start
    inside = text[end : end + 1]
    return end + 1 if inside in _SENTENCE_END and inside else end


@lru_cache(maxsize=4096)
def _opening(text: str, role: Role, lexicon: Lexicon) -> str:
    start = text[:200]
    for variant in (start, fold(start), fold(start).translate(_CURLY)):
        if found := lexicon.opening(variant, role):
            return text[: len(found)]
    return ""
