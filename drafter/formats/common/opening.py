"""How a paragraph opens and ends: its enacting phrase, its opening words, its last sign."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from drafter.formats.common.line import Line, fold
from drafter.formats.common.words import Words
from drafter.model import Role
from drafter.profiles import Lexicon

_MARKS_AT_END = re.compile(
    r"(?<![\d/ ]) ?(?:\d{1,3}(?: ?, ?\d{1,3})*|[⁰¹²³⁴⁵⁶⁷⁸⁹*]+|(?:\[\d{1,3}\](?:, ?)?)+)$"
)
_CURLY = str.maketrans({"'": "’"})
_SENTENCE_END = frozenset(".,;:،؛，；：。")
_HEADING_MOST = 250  # characters of a heading; a longer line is text
_LONGEST_OPENING = 200  # characters at the start in which opening words are looked for
_LETTERS = re.compile(r"[^\W\d_]+")
_TAIL = 40  # signs at the end that marks of notes may take


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


def opens_as(text: str, words: Words, tie: Role = Role.PREAMBULAR) -> Role | None:
    """The part of a resolution whose words open a text: the one with the longer phrase.

    `tie` is the answer for a phrase of both ("Recognizing" stands in either part); None when no
    phrase is known. Where a language begins paragraphs with a capital, others do not count.
    """
    if text[:1].islower() and not words.lower_case:
        return None
    preambular = len(opening(text, Role.PREAMBULAR, words.lexicon))
    operative = len(opening(text, Role.OPERATIVE, words.lexicon))
    if preambular == operative:
        return tie if preambular else None
    return Role.PREAMBULAR if preambular > operative else Role.OPERATIVE


def last_sign(text: str) -> str:
    """The last sign of a text before the marks of notes: "," of "Countries,1"; "" for none.

    Closing quotation marks and brackets do not count; French puts the mark before the sign.
    """
    tail = text[-_TAIL:]
    if tail[-1:] in _SENTENCE_END:
        return tail[-1:]
    tail = _MARKS_AT_END.sub("", tail).rstrip("\"'”’»)] \u00a0")
    return tail[-1:]


def is_complete(text: str) -> bool:
    """Whether a text ends as a paragraph does, with a mark of punctuation."""
    return last_sign(text) in _SENTENCE_END


def looks_like_heading(text: str) -> bool:
    """Short, beginning like a sentence, and without a mark of punctuation at its end."""
    short = 0 < len(text) <= _HEADING_MOST
    return short and not text[:1].islower() and not is_complete(text)


@lru_cache(maxsize=4096)
def _opening(text: str, role: Role, lexicon: Lexicon) -> str:
    start = text[:_LONGEST_OPENING]
    plain = fold(start)
    if _first_word(plain) not in _first_words(lexicon):
        return ""
    for variant in dict.fromkeys((start, plain, plain.translate(_CURLY))):
        if found := lexicon.opening(variant, role):
            return text[: len(found)]
    return ""


@cache
def _first_words(lexicon: Lexicon) -> frozenset[str]:
    """The words that begin phrases: looking at one word spares looking at most texts at all."""
    return frozenset(_first_word(fold(p)) for p in lexicon.preambular | lexicon.operative)


def _first_word(text: str) -> str:
    found = _LETTERS.match(text)
    return found[0].casefold() if found else ""
