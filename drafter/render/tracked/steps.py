"""The words of two texts side by side: each step has the old word, the new one, or both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.diff.readable import readable
from drafter.diff.wordwise import wordwise
from drafter.render.tracked.signs import Word

_FIRST, _SURROGATES, _SKIPPED = 0x100, 0xD800, 0x800


@dataclass(frozen=True, slots=True)
class Step:
    """A word that is on both sides, or on one."""

    old: Word | None = None
    new: Word | None = None


def steps(olds: Sequence[Word], news: Sequence[Word]) -> list[Step]:
    """The shortest readable way from one text to the other; their last words are one.

    The last word of each is the end of its last paragraph, which cannot go or come.
    """
    found = [*_spaced(list(_steps(olds[:-1], news[:-1]))), Step(olds[-1], news[-1])]
    return list(_opened(found))


def _steps(olds: Sequence[Word], news: Sequence[Word]) -> Iterator[Step]:
    if [word.key for word in olds] == [word.key for word in news]:
        yield from (Step(old, new) for old, new in zip(olds, news, strict=True))
        return
    codes: dict[str, str] = {}
    shapes: dict[str, str] = {}
    left, right = ("".join(_code(word, codes, shapes) for word in side) for side in (olds, news))
    old, new = iter(olds), iter(news)
    for sign, some in readable(wordwise(left, right), shapes):
        for _ in some:
            yield Step(next(old) if sign <= 0 else None, next(new) if sign >= 0 else None)


def _spaced(found: list[Step]) -> Iterator[Step]:
    """The steps with the space before replaced words kept, where their successors have the same."""
    for place in range(len(found)):
        old, stop = found[place].old, _successor(found, place)
        new = found[stop].new if stop else None
        if old and new and _same_space(old, new):
            yield Step(Word(" ", " ", old.space), Word(" ", " ", new.space))
            yield Step(old=replace(old, space=()))
            found[stop] = Step(new=replace(new, space=()))
        else:
            yield found[place]


def _opened(found: list[Step]) -> Iterator[Step]:
    """The steps with the new bookmarks at the start of a text before the words deleted there.

    Programs keep bookmarks when changes are rejected; the new ones then hold the old text.
    """
    waiting: list[Step] = []
    inside = False
    for step in found:
        if step.new is None and step.old and not (inside or step.old.head or step.old.ends):
            waiting.append(step)
            continue
        if waiting and step.new and step.new.before:
            yield Step(new=Word("", "", before=step.new.before))
            step = Step(step.old, replace(step.new, before=()))  # noqa: PLW2901 - without its bookmarks
        yield from waiting
        waiting = []
        yield step
        if step.new:
            inside = not (step.new.head or step.new.ends)
    yield from waiting


def _successor(found: Sequence[Step], place: int) -> int:
    """Where the words begin that replace those that begin here; 0 when there are none."""
    here, before = found[place], found[place - 1] if place else None
    if here.new or (before and not (before.old and before.new)):
        return 0
    stop = next((n for n in range(place, len(found)) if found[n].new), 0)
    return stop if stop and found[stop].old is None else 0


def _same_space(old: Word, new: Word) -> bool:
    """Whether both words have the same space before them, and no bookmark that begins there."""
    sides = [[(one.text, one.look, one.href) for one in word.space] for word in (old, new)]
    return bool(old.space) and sides[0] == sides[1] and not (old.before or new.before)


def _code(word: Word, codes: dict[str, str], shapes: dict[str, str]) -> str:
    """One sign for all words of a key."""
    if word.key not in codes:
        number = _FIRST + len(codes)
        sign = chr(number if number < _SURROGATES else number + _SKIPPED)
        codes[word.key] = sign
        shapes[sign] = word.shape
    return codes[word.key]
