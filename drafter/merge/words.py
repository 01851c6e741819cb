"""Three versions of a text made one, word by word.

Two edits are independent when an unchanged word or sign stands between them; where they touch, both
alternatives are given. The closing sign is no word: it follows from the place of the paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from drafter.merge.brackets import both_tokens
from drafter.merge.desk import Desk
from drafter.merge.hunks import Region, hunks, join, regions, version
from drafter.merge.spaces import tidy
from drafter.merge.tokens import Token, closing, keys, runs, said, split
from drafter.merge.value import ConflictKind, Trio
from drafter.model import Inlines, Run, build

_NEAR = 3
"""Conflicts with fewer unchanged words between them are one: a mosaic of brackets is no text."""


def merge_text(
    texts: Trio[Inlines], desk: Desk, id_: str, field: str, *, opens: bool = False
) -> Inlines:
    """The text with the edits of both sides; `opens` when it may begin with opening words."""
    if texts.clear:
        return texts.chosen
    tokens = texts.map(split)
    named = Trio(
        keys(tokens.base, desk.claimed.base),
        keys(tokens.ours, desk.claimed.ours),
        keys(tokens.theirs, desk.claimed.theirs),
    )
    found = regions(hunks(named.base, named.ours), hunks(named.base, named.theirs), _touch)
    found = join(found, _near)
    return tidy(_woven(_Woven(tokens, desk, id_, field), found), opens=opens)


class _Woven:
    """The three token lists of a text, and where its conflicts are told."""

    def __init__(self, tokens: Trio[list[Token]], desk: Desk, id_: str, field: str) -> None:
        self.tokens = tokens
        self.desk = desk
        self.id = id_
        self.field = field
        self.end = tokens.map(_closing_token).chosen
        self.end_place = closing(tokens.base)

    def kept(self, start: int, stop: int) -> Iterator[Run]:
        """Base tokens that nobody changed; the closing sign as one of the sides has it."""
        for place in range(start, stop):
            is_end = place == self.end_place and self.end is not None
            yield from self.end if is_end and self.end else self.tokens.base[place]

    def changed(self, region: Region) -> Iterator[Run]:
        """What the sides made of a region."""
        base, sides = self.tokens.base, self.tokens
        ours = version(base, sides.ours, region.ours, region)
        theirs = version(base, sides.theirs, region.theirs, region)
        if not region.theirs or ours == theirs:
            yield from runs(ours)
        elif not region.ours:
            yield from runs(theirs)
        else:
            yield from self.conflict(Trio(list(base[region.start : region.stop]), ours, theirs))

    def conflict(self, words: Trio[list[Token]]) -> Iterator[Run]:
        """Both alternatives in brackets, without the words they begin or end with in common."""
        told = words.map(lambda tokens: said(build(runs(tokens))))
        self.desk.tell(ConflictKind.WORDS, self.id, self.field, told)
        head = _common(words.ours, words.theirs)
        ours, theirs = words.ours[head:], words.theirs[head:]
        tail = _common(ours[::-1], theirs[::-1])
        yield from runs(words.ours[:head])
        ends = len(ours) - tail, len(theirs) - tail
        yield from both_tokens(ours[: ends[0]], theirs[: ends[1]], self.desk.options)
        yield from runs(ours[ends[0] :])


def _woven(text: _Woven, found: Sequence[Region]) -> Iterator[Run]:
    place = 0
    for region in found:
        yield from text.kept(place, region.start)
        yield from text.changed(region)
        place = region.stop
    yield from text.kept(place, len(text.tokens.base))


def _touch(before: Region, after: Region) -> bool:
    return after.start <= before.stop


def _near(before: Region, after: Region) -> bool:
    return before.shared and after.shared and after.start - before.stop < _NEAR


def _common(a: Sequence[Token], b: Sequence[Token]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


def _closing_token(tokens: Sequence[Token]) -> Token | None:
    place = closing(tokens)
    return None if place is None else tokens[place]
