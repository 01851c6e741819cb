"""The words that differ inside a pair, marked as few as possible and never cut.

Equal words are given as the new text prints them; where only typography, end punctuation or a
followed reference differs, nothing is marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import Indel

from drafter.diff.readable import Step, readable
from drafter.diff.tokens import END_SIGNS, REFERENCE, Coder, Token, plain, tokens
from drafter.diff.value import Mark, Unit, Words
from drafter.diff.wordwise import wordwise

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
    keys = {code: key for key, code in coder.codes.items()}
    steps = readable(wordwise(left, right), keys)
    return _compared(steps, before, after, Indel.normalized_similarity(left, right))


def whole(unit: Unit, mark: Mark) -> tuple[Words, ...]:
    """All words of one unit with one mark."""
    return (Words(mark, unit.text),) if unit.text else ()


class _Run:
    """The texts of some units, one after the other, as tokens; end punctuation is no token.

    `stop` is where the closing sign of the last text stands. `printed` are the references as they
    are printed, by their start.
    """

    def __init__(self, units: Sequence[Unit]) -> None:
        self.text = PARAGRAPH_END.join(unit.text for unit in units)
        self.tokens: list[Token] = []
        self.printed: dict[int, str] = {}
        self.stop = len(self.text)
        shift = 0
        for place, unit in enumerate(units):
            if place:
                self.tokens.append(Token(shift - 1, shift, PARAGRAPH_END))
            found = tokens(unit)
            closed = len(found) > 1 and found[-1].key in END_SIGNS
            self.stop = shift + (found[-1].start if closed else len(unit.text))
            some = found[:-1] if closed else found
            self.tokens += [Token(t.start + shift, t.end + shift, t.key) for t in some]
            for call in unit.calls:
                self.printed[call.start + shift] = unit.text[call.start : call.end]
            shift += len(unit.text) + 1

    def encode(self, coder: Coder) -> str:
        return coder.code(token.key for token in self.tokens)

    def core(self, start: int, stop: int) -> str:
        """The text of some tokens, without the white space around them."""
        if start == stop:
            return ""
        return self.text[self.tokens[start].start : self.tokens[stop - 1].end]

    def rest(self, *, after_change: bool) -> str:
        """What stands after the last words: white space and the sign that closes the text."""
        if after_change:
            return self.text[self.stop :]
        return self.text[self.tokens[-1].end if self.tokens else 0 :]

    def between(self, start: int, stop: int) -> str:
        """The text of some tokens with all that parts them from the tokens on both sides."""
        first = self.tokens[start - 1].end if start else 0
        last = self.tokens[stop].start if stop < len(self.tokens) else self.stop
        return self.text[first:last]


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
    return Token(token.start, token.end, REFERENCE + names.get(token.start, own))


def _references(run: _Run) -> Iterator[Token]:
    return (token for token in run.tokens if token.key.startswith(REFERENCE))


def _target(token: Token) -> str:
    return token.key.removeprefix(REFERENCE)


class _Marks:
    """Collects marked words and notices on the way what differs in equal ones."""

    def __init__(self, before: _Run, after: _Run) -> None:
        self.before = before
        self.after = after
        self.words: list[Words] = []
        self.typographic = False
        self.followed = False

    def add(self, mark: Mark, text: str) -> None:
        """Go on with some words."""
        if not text:
            return
        if self.words and self.words[-1].mark is mark:
            text = self.words.pop().text + text
        self.words.append(Words(mark, text))

    def equal(self, i: int, j: int, size: int) -> None:
        """Words that both sides have, from the tokens i and j on."""
        old, new = self.before.core(i, i + size), self.after.core(j, j + size)
        if not (i or j):
            self.add(Mark.EQUAL, self.after.text[: self.after.tokens[0].start])
        self.add(Mark.EQUAL, new)
        if old != new:
            self._look(i, j, size)

    def changed(self, olds: tuple[int, int], news: tuple[int, int]) -> None:
        """Words that differ; white space that both have at an end is not marked."""
        old, new = self.before.between(*olds), self.after.between(*news)
        if _unspaced(old) == _unspaced(new):
            self.typographic = True
            self.add(Mark.EQUAL, new)
            return
        lead = _common(old, new)
        tail = _common(old[lead:][::-1], new[lead:][::-1])
        self.typographic |= old[:lead] != new[:lead]
        self.add(Mark.EQUAL, new[:lead])
        self.add(Mark.DELETE, old[lead : len(old) - tail])
        self.add(Mark.INSERT, new[lead : len(new) - tail])
        self.add(Mark.EQUAL, new[len(new) - tail :] if tail else "")

    def _look(self, i: int, j: int, size: int) -> None:
        for k in range(size):
            if self.after.tokens[j + k].key.startswith(REFERENCE):
                self.followed |= self.before.core(i + k, i + k + 1) != self.after.core(
                    j + k, j + k + 1
                )
            else:
                self.typographic |= self._differs(i + k, j + k, last=k + 1 == size)

    def _differs(self, i: int, j: int, *, last: bool) -> bool:
        """Whether a word, or the space up to the next one, is printed in two ways."""
        if self.before.core(i, i + 1) != self.after.core(j, j + 1):
            return True
        return not last and self.before.between(i + 1, i + 1) != self.after.between(j + 1, j + 1)


def _unspaced(text: str) -> str:
    """The signs without the white space, which extraction from PDF puts inside words."""
    return "".join(plain(text).split(" "))


def _common(a: str, b: str) -> int:
    """How many signs of white space both texts begin with."""
    size = 0
    while size < min(len(a), len(b)) and _is_space(a[size]) and _is_space(b[size]):
        size += 1
    return size


def _is_space(sign: str) -> bool:
    return sign.isspace() and sign != PARAGRAPH_END


def _compared(steps: list[Step], before: _Run, after: _Run, similarity: float) -> Compared:
    marks = _Marks(before, after)
    i = j = 0
    for equal, some in groupby(steps, key=lambda step: step[0] == 0):
        sizes = {sign: len(codes) for sign, codes in some}
        i_end, j_end = i + sizes.get(-1, 0), j + sizes.get(1, 0)
        if equal:
            i_end, j_end = i + sizes[0], j + sizes[0]
            marks.equal(i, j, sizes[0])
        else:
            marks.changed((i, i_end), (j, j_end))
        i, j = i_end, j_end
    marks.add(Mark.EQUAL, after.rest(after_change=bool(steps) and steps[-1][0] != 0))
    return Compared(tuple(marks.words), similarity, marks.typographic, marks.followed)
