"""The words that differ inside a pair, marked as few as possible and never cut.

Equal words are given as the new text prints them; where only typography, end punctuation or a
followed reference differs, nothing is marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from diff_match_patch import diff_match_patch
from rapidfuzz.distance import Indel

from drafter.diff.readable import Step, readable
from drafter.diff.tokens import END_SIGNS, REFERENCE, Coder, Token, tokens
from drafter.diff.value import Mark, Unit, Words

_MARKS = {0: Mark.EQUAL, -1: Mark.DELETE, 1: Mark.INSERT}
PARAGRAPH_END = "\n"
"""What stands between the texts of a split or merge."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The words of a pair with their marks, and what differs in words that are equal.

    `similarity` is the share of words in common, 0 to 1. `typographic` and `followed` tell that
    equal words are printed differently, the second because references follow their paragraphs.
    """

    words: tuple[Words, ...]
    similarity: float = 1.0
    typographic: bool = False
    followed: bool = False

    @property
    def equal(self) -> bool:
        """Whether no word is marked."""
        return all(words.mark is Mark.EQUAL for words in self.words)


def compare_words(
    olds: Sequence[Unit], news: Sequence[Unit], ids: Mapping[str, str] | None = None
) -> Compared:
    """Compare the texts of some old units with those of the new units they became.

    `ids` leads from the id of an old block to that of the new one, for references.
    """
    coder = Coder()
    before, after = _Run(olds), _Run(news)
    _name_references(before, after, ids or {})
    left, right = before.encode(coder), after.encode(coder)
    if left == right:
        steps: list[Step] = [(0, left)] if left else []
    else:
        keys = {code: key for key, code in coder.codes.items()}
        steps = readable(_engine().diff_main(left, right, False), keys)  # noqa: FBT003 - its API
    return _compared(steps, before, after, Indel.normalized_similarity(left, right))


def whole(unit: Unit, mark: Mark) -> tuple[Words, ...]:
    """All words of one unit with one mark."""
    return (Words(mark, unit.text),) if unit.text else ()


@cache
def _engine() -> diff_match_patch:
    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # with a time-out the result would depend on the machine
    return engine


class _Run:
    """The texts of some units, one after the other, as tokens; end punctuation is no token."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.text = PARAGRAPH_END.join(unit.text for unit in units)
        self.tokens: list[Token] = []
        self.printed: dict[int, str] = {}
        shift = 0
        for place, unit in enumerate(units):
            if place:
                self.tokens.append(Token(shift - 1, PARAGRAPH_END))
            self.tokens += [Token(t.start + shift, t.key) for t in _without_end(tokens(unit))]
            for call in unit.calls:
                self.printed[call.start + shift] = unit.text[call.start : call.end]
            shift += len(unit.text) + 1

    def encode(self, coder: Coder) -> str:
        return coder.code(token.key for token in self.tokens)

    def slice(self, start: int, stop: int) -> str:
        """The text of the tokens from `start` up to `stop`, with the white space after each."""
        first = self.tokens[start].start if start else 0
        return self.text[first : self.end(stop)]

    def end(self, stop: int) -> int:
        return self.tokens[stop].start if stop < len(self.tokens) else len(self.text)


def _without_end(found: tuple[Token, ...]) -> tuple[Token, ...]:
    return found[:-1] if len(found) > 1 and found[-1].key in END_SIGNS else found


def _name_references(before: _Run, after: _Run, ids: Mapping[str, str]) -> None:
    """Give one key to references that name one paragraph on both sides, or print the same.

    The order counts: two references cannot cross.
    """
    names: tuple[dict[int, str], dict[int, str]] = {}, {}
    left = list(_references(after))
    for token in _references(before):
        printed = before.printed[token.start]
        known = [n for n in left if _target(n) == ids.get(_target(token))]
        alike = [n for n in left if after.printed[n.start] == printed]
        if partner := next(iter((*known, *alike)), None):
            names[0][token.start] = names[1][partner.start] = f"{len(left)}"
            left = left[left.index(partner) + 1 :]
    for side, (run, named) in enumerate(zip((before, after), names, strict=True)):
        run.tokens = [_named(token, named, side) for token in run.tokens]


def _named(token: Token, names: Mapping[int, str], side: int) -> Token:
    if not token.key.startswith(REFERENCE):
        return token
    own = f"{side} {token.start}"
    return Token(token.start, REFERENCE + names.get(token.start, own))


def _references(run: _Run) -> Iterator[Token]:
    return (token for token in run.tokens if token.key.startswith(REFERENCE))


def _target(token: Token) -> str:
    return token.key.removeprefix(REFERENCE)


def _compared(steps: list[Step], before: _Run, after: _Run, similarity: float) -> Compared:
    words: list[Words] = []
    i = j = 0
    typographic = followed = False
    for sign, codes in steps:
        size = len(codes)
        if sign == 0:
            words.append(Words(Mark.EQUAL, after.slice(j, j + size)))
            for k in range(size):
                differs = _printed(before, i + k) != _printed(after, j + k)
                reference = after.tokens[j + k].key.startswith(REFERENCE)
                followed |= differs and reference
                typographic |= differs and not reference
        else:
            run, start = (before, i) if sign < 0 else (after, j)
            words.append(Words(_MARKS[sign], run.slice(start, start + size)))
        i += size if sign <= 0 else 0
        j += size if sign >= 0 else 0
    return Compared(tuple(words), similarity, typographic, followed)


def _printed(run: _Run, place: int) -> str:
    """A token as printed; what closes its paragraph does not count."""
    start, end = run.tokens[place].start, run.end(place + 1)
    known = run.printed.get(start)
    if known is not None:
        return known
    last = place + 1 == len(run.tokens) or run.tokens[place + 1].key == PARAGRAPH_END
    text = run.text[start:end].rstrip(" ")
    return text.rstrip(_CLOSERS) if last else text


_CLOSERS = "".join(END_SIGNS) + " \n\u00a0"
