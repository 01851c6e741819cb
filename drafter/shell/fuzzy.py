"""Fuzzy search as one types: signs in order, the better the closer together and nearer to words.

>>> best("opre", ["op-request-report", "pp-recall"])
['op-request-report']
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")

_EXACT, _START, _WORD, _INSIDE, _SCATTERED = range(5)


def rank(typed: str, text: str) -> tuple[int, int] | None:
    """How well a text fits what was typed, smaller is better; None when it does not.

    Every word that was typed must be found; the rank is that of the one that fits worst.
    """
    lower = text.casefold()
    if lower == typed.casefold():
        return (_EXACT, 0)
    ranks = [_rank(word, lower) for word in typed.casefold().split()]
    if not ranks:
        return (_START, 0)
    if any(one is None for one in ranks):
        return None
    worst = max(one for one in ranks if one is not None)
    return worst if worst[0] else (_START, 0)


def best(
    typed: str, things: Iterable[T], text: Callable[[T], str] = str, most: int = 60
) -> list[T]:
    """The things whose texts fit what was typed, the best first, equal ones in their order."""
    ranked = [(found, thing) for thing in things if (found := rank(typed, text(thing))) is not None]
    if typed.strip():
        ranked.sort(key=lambda pair: pair[0])
    return [thing for _, thing in ranked[:most]]


def _rank(word: str, text: str) -> tuple[int, int] | None:
    if word == text:
        return (_EXACT, 0)
    place = text.find(word)
    if place == 0:
        return (_START, 0)
    if place > 0:
        starts = not text[place - 1].isalnum()
        return (_WORD, place) if starts else _later(word, text, place)
    spread = _spread(word, text)
    return None if spread is None else (_SCATTERED, spread)


def _later(word: str, text: str, place: int) -> tuple[int, int]:
    """A word found inside another one may also stand at the start of a later one."""
    while (place := text.find(word, place + 1)) > 0:
        if not text[place - 1].isalnum():
            return (_WORD, place)
    return (_INSIDE, text.find(word))


def _spread(word: str, text: str) -> int | None:
    """Over how many signs the signs of a word are spread in order; None when one is missing.

    At most three times the length of the word: more would fit nearly anything.
    """
    least: int | None = None
    start = text.find(word[0])
    while start >= 0:
        end = _end(word, text, start, start + min(least or 3 * len(word), 3 * len(word)) + 1)
        if end >= 0:
            least = end - start
        start = text.find(word[0], start + 1)
    return least


def _end(word: str, text: str, at: int, limit: int) -> int:
    """Where the last sign of a word stands that begins at a place; -1 when not before the limit."""
    for sign in word[1:]:
        at = text.find(sign, at + 1, limit)
        if at < 0:
            return -1
    return at
