"""What became of the units of one entry: its kind, its words, and what differs without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from drafter.diff.matched import Matched
from drafter.diff.order import Entry, Event
from drafter.diff.styles import restyled
from drafter.diff.tokens import end_sign
from drafter.diff.value import Call, Cause, Change, Kind, Mark, Sort, Unit, Why, Words
from drafter.diff.words import Compared, compare_words, whole

_UNLIKE = 0.3
"""Fields less alike than this are shown as one text and another, not as a mosaic of both."""
_OPENING = 48
"""Signs at the start of a paragraph in which an adverb belongs to the opening words."""
_ADVERBS = frozenset(
    {
        "also", "further", "également", "aussi", "outre", "en", "también", "además",
        "asimismo", "также", "далее",
    }
)  # fmt: skip
"""Words by which one opening is told from the one before it, in the languages that use them."""


def judge(entry: Entry, matched: Matched) -> Change:
    """The change that an entry is; numbers and notes are looked at elsewhere."""
    olds = tuple(matched.olds[place] for place in entry.old)
    news = tuple(matched.news[place] for place in entry.new)
    if entry.event is Event.GONE:
        return Change(Kind.DELETED, olds, (), whole(olds[0], Mark.DELETE), similarity=0.0)
    if not olds:
        return Change(Kind.INSERTED, (), news, whole(news[0], Mark.INSERT), similarity=0.0)
    compared = _compare(olds, news, matched)
    kind = _kind(olds, news, compared, matched)
    words = compared.words
    if news[0].sort is Sort.FIELD and compared.similarity < _UNLIKE:
        words = (*whole(olds[0], Mark.DELETE), *whole(news[0], Mark.INSERT))
    causes = tuple(_causes(olds, news, compared))
    return Change(kind, olds, news, words, causes=causes, similarity=compared.similarity)


def _kind(olds: Sequence[Unit], news: Sequence[Unit], compared: Compared, matched: Matched) -> Kind:
    if len(news) > 1:
        return Kind.SPLIT
    if len(olds) > 1:
        return Kind.MERGED
    if matched.moved(olds[0], news[0]):
        return Kind.MOVED
    return Kind.KEPT if compared.equal else Kind.EDITED


def _compare(olds: Sequence[Unit], news: Sequence[Unit], matched: Matched) -> Compared:
    if len(olds) == len(news) == 1 and olds[0].text == news[0].text:
        return Compared(whole(news[0], Mark.EQUAL))
    return compare_words(olds, news, matched.ids)


def _causes(olds: Sequence[Unit], news: Sequence[Unit], compared: Compared) -> Iterator[Cause]:
    if compared.followed:
        yield Cause(Why.REFERENCE, _followed(olds, news))
    if compared.typographic:
        yield Cause(Why.TYPOGRAPHIC)
    ends = end_sign(olds[-1]), end_sign(news[-1])
    if ends[0] != ends[1]:
        yield Cause(Why.PUNCTUATION, f"from {_quoted(ends[0])} to {_quoted(ends[1])}")
    alone = len(olds) == len(news) == 1 and not compared.followed
    if compared.equal and alone and restyled(olds[0], news[0]):
        yield Cause(Why.STYLE)
    if not compared.equal and _only_adverbs(compared.words):
        yield Cause(Why.ADVERB)


def _quoted(sign: str) -> str:
    return f'"{sign}"' if sign else "none"


def _followed(olds: Sequence[Unit], news: Sequence[Unit]) -> str:
    before, after = ([_called(u, call) for u in side for call in u.calls] for side in (olds, news))
    pairs = [f'"{a}" is now "{b}"' for a, b in zip(before, after, strict=False) if a != b]
    return ", ".join(pairs)


def _called(unit: Unit, call: Call) -> str:
    """A reference in full, a typed one with the word before its number."""
    return f"{call.lead} {unit.text[call.start : call.end]}".lstrip()


def _only_adverbs(words: Iterable[Words]) -> bool:
    """Whether the marks do nothing but add, drop or change "also" or "further" at the start."""
    counts = {Mark.DELETE: Counter[str](), Mark.INSERT: Counter[str]()}
    reached = 0
    for stretch in words:
        if stretch.mark is not Mark.EQUAL:
            if reached > _OPENING:
                return False
            counts[stretch.mark].update(stretch.text.casefold().split())
        reached += len(stretch.text)
    deleted, inserted = counts.values()
    adverbs = {word for word in (*deleted, *inserted) if word.strip(",") in _ADVERBS}
    rest = [Counter({w: n for w, n in c.items() if w not in adverbs}) for c in (deleted, inserted)]
    return bool(adverbs) and rest[0] == rest[1]
