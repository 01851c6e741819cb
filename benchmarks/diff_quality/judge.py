"""A peer's redline judged by the truth: which paragraph became which, and which words are marked.

Two paragraphs are a pair when they end at the same unmarked paragraph mark and share a word of
their own, when half of the words of the shorter one are unmarked in both (parts of a split), or
when one move range names both. A pair is `kept` when none of its words is marked; with `forgiving`
the words of its printed number do not count, neither here nor among the marked words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.diff_quality.peer_notes import Call, judge_notes
from benchmarks.diff_quality.redline import END, Piece, Redline
from benchmarks.diff_quality.score import Found
from benchmarks.diff_quality.texts import Line

_CHUNK = re.compile(r"\S+|\s+")
_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Printed:
    """A paragraph of a file: its name in the truth (None for titles and the like), its text.

    `label` is how many signs of the text, blanks not counted, are its printed number.
    """

    name: int | None
    text: str
    label: int = 0


@dataclass(frozen=True, slots=True)
class Sides:
    """The paragraphs of the old and of the new text, and the names of the notes that each calls."""

    texts: tuple[Sequence[Printed], Sequence[Printed]]
    notes: tuple[Sequence[int], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a redline says: changes and notes in the names of the truth, marks by paragraph."""

    changes: tuple[Found, ...]
    notes: Counter[tuple[str, int]]
    marked: int
    leaks: int = 0


@dataclass(slots=True)
class _Tally:
    """What the stream says of paragraphs by their places: words shared, marked, moved."""

    olds: list[int] = field(default_factory=lambda: [0])
    news: list[int] = field(default_factory=lambda: [0])
    shared: Counter[tuple[int, int]] = field(default_factory=Counter)
    ends: set[tuple[int, int]] = field(default_factory=set)
    gone: Counter[int] = field(default_factory=Counter)
    come: Counter[int] = field(default_factory=Counter)
    gone_labels: Counter[int] = field(default_factory=Counter)
    come_labels: Counter[int] = field(default_factory=Counter)
    left: dict[str, list[int]] = field(default_factory=dict)
    arrived: dict[str, list[int]] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)


def squeezed(text: str) -> str:
    """The text without blanks of any kind."""
    return "".join(text.split())


def printed(redline: Redline, lines: Sequence[Line]) -> list[Printed]:
    """The paragraphs of an unmarked file, and which lines of the truth they are."""
    texts = "".join(piece.text for piece in redline.body).split(END)[:-1]
    found, rest = [], list(lines)
    for text in texts:
        signs, own = squeezed(text), squeezed(rest[0].text) if rest else ""
        if own and signs.endswith(own):
            found.append(Printed(rest.pop(0).name, text, len(signs) - len(own)))
        else:
            found.append(Printed(None, text))
    return [] if rest else found


def both_texts(redline: Redline) -> tuple[list[str], list[str]]:
    """The text before and the text after, by paragraph, without blanks."""
    old = "".join(piece.text for piece in redline.body if piece.old)
    new = "".join(piece.text for piece in redline.body if piece.new)
    return _paragraphs(old), _paragraphs(new)


def _paragraphs(text: str) -> list[str]:
    """Without the empty ones at the end, which some programs add."""
    return [squeezed(paragraph) for paragraph in text.rstrip().split(END)]


def raw_marks(redline: Redline) -> int:
    """All marked words, for a file whose paragraphs cannot be told."""
    pieces = [*redline.body, *(piece for note in redline.notes.values() for piece in note)]
    return sum(len(p.text.split()) for p in pieces if p.old != p.new and not p.move)


def judge(
    redline: Redline, sides: Sides, truth: Collection[Found], *, forgiving: bool
) -> Finding | None:
    """The finding; None when refusing or accepting all changes does not give the two texts."""
    texts = sides.texts
    for found, wanted in zip(both_texts(redline), texts, strict=True):
        if found != [squeezed(p.text) for p in wanted]:
            return None
    tally = _tally(redline, *([p.label for p in side] for side in texts))
    moves = dict(_moves(tally))
    links = _links(tally, moves)
    changes = tuple(_changes(tally, links, moves, texts, forgiving=forgiving))
    feet = judge_notes(tally.calls, redline.notes, moves, sides.notes)
    if feet is None:
        return None
    marked = feet.marked + tally.gone.total() + tally.come.total()
    marked += 0 if forgiving else tally.gone_labels.total() + tally.come_labels.total()
    sizes = {p.name: len(p.text.split()) for p in texts[1]}
    marked += sum(sizes[c[2][0]] for c in changes if c[0] == "moved" and c not in truth)
    return Finding(changes, feet.found, marked, _leaks(tally, links))


def _tally(redline: Redline, old_labels: list[int], new_labels: list[int]) -> _Tally:
    tally = _Tally()
    i = j = old_at = new_at = 0
    for piece in redline.body:
        if piece.note:
            tally.calls.append(Call(piece, i, j))
        elif piece.text == END:
            if piece.old and piece.new:
                tally.ends.add((i, j))
            i, old_at = (i + 1, 0) if piece.old else (i, old_at)
            j, new_at = (j + 1, 0) if piece.new else (j, new_at)
            tally.olds += [0] * piece.old
            tally.news += [0] * piece.new
        else:
            for chunk in _CHUNK.findall(piece.text):
                size = len(chunk) if chunk.strip() else 0
                label = piece.old and old_at < old_labels[i]
                label = label or (piece.new and new_at < new_labels[j])
                if size:
                    _count(tally, piece, (i, j), is_label=label)
                old_at += size * piece.old
                new_at += size * piece.new
    return tally


def _count(tally: _Tally, piece: Piece, place: tuple[int, int], *, is_label: bool) -> None:
    """One word, or the part of one that a mark cuts off."""
    i, j = place
    if not is_label:
        tally.olds[i] += piece.old
        tally.news[j] += piece.new
        tally.shared[place] += piece.old and piece.new
    if piece.move:
        names = tally.left if piece.old else tally.arrived
        here = names.setdefault(piece.move, [])
        if (i if piece.old else j) not in here:
            here.append(i if piece.old else j)
    elif piece.old and not piece.new:
        (tally.gone_labels if is_label else tally.gone)[i] += 1
    elif piece.new and not piece.old:
        (tally.come_labels if is_label else tally.come)[j] += 1


def _moves(tally: _Tally) -> Iterator[tuple[int, int]]:
    for name, olds in tally.left.items():
        yield from zip(olds, tally.arrived.get(name, ()), strict=False)


def _links(tally: _Tally, moves: dict[int, int]) -> set[tuple[int, int]]:
    links = set(moves.items())
    for (i, j), words in tally.shared.items():
        shorter = min(tally.olds[i], tally.news[j])
        if words and ((i, j) in tally.ends or words >= _SHARE * shorter):
            links.add((i, j))
    return links


def _groups(links: set[tuple[int, int]]) -> Iterator[tuple[list[int], list[int]]]:
    """Paragraphs that are linked, directly or by way of others."""
    by_old: dict[int, set[int]] = {}
    by_new: dict[int, set[int]] = {}
    for i, j in links:
        by_old.setdefault(i, set()).add(j)
        by_new.setdefault(j, set()).add(i)
    seen: set[int] = set()
    for first in sorted(by_old):
        if first in seen:
            continue
        olds, news, ahead = {first}, set(by_old[first]), [first]
        while ahead:
            near = {i for j in by_old[ahead.pop()] for i in by_new[j]} - olds
            olds |= near
            ahead += near
            news |= {j for i in near for j in by_old[i]}
        seen |= olds
        yield sorted(olds), sorted(news)


def _changes(
    tally: _Tally,
    links: set[tuple[int, int]],
    moves: dict[int, int],
    texts: tuple[Sequence[Printed], Sequence[Printed]],
    *,
    forgiving: bool,
) -> Iterator[Found]:
    olds, news = texts
    for some, others in [*_groups(links), *_alone(links, len(olds), len(news))]:
        old = tuple(n for i in some if (n := olds[i].name) is not None)
        new = tuple(n for j in others if (n := news[j].name) is not None)
        if old or new:
            yield _kind(tally, some, others, moves, forgiving=forgiving), old, new


def _alone(
    links: set[tuple[int, int]], olds: int, news: int
) -> Iterator[tuple[list[int], list[int]]]:
    old, new = {i for i, _ in links}, {j for _, j in links}
    yield from (([i], []) for i in range(olds) if i not in old)
    yield from (([], [j]) for j in range(news) if j not in new)


def _kind(
    tally: _Tally, olds: list[int], news: list[int], moves: dict[int, int], *, forgiving: bool
) -> str:
    if not olds or not news:
        return "deleted" if olds else "inserted"
    if len(olds) == len(news) == 1:
        if moves.get(olds[0]) == news[0]:
            return "moved"
        marks = tally.gone[olds[0]] + tally.come[news[0]]
        labels = tally.gone_labels[olds[0]] + tally.come_labels[news[0]]
        return "edited" if marks or (labels and not forgiving) else "kept"
    return "split" if len(olds) == 1 else "merged" if len(news) == 1 else "edited"


def _leaks(tally: _Tally, links: set[tuple[int, int]]) -> int:
    """Marked words of printed numbers on paragraphs that stand on both sides."""
    olds, news = {i for i, _ in links}, {j for _, j in links}
    return sum(tally.gone_labels[i] for i in olds) + sum(tally.come_labels[j] for j in news)
