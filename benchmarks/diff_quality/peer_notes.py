"""What a redline says of notes: a call that stands on both sides, on one, or left with its move."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.diff_quality.redline import Piece

Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A call: the piece, and the places of the paragraphs it stands in."""

    piece: Piece
    old: int
    new: int


@dataclass(slots=True)
class NoteFinding:
    """What became of notes, in the names of the truth, and how many of their words are marked."""

    found: Counter[tuple[str, int]] = field(default_factory=Counter)
    marked: int = 0


def judge_notes(
    calls: Sequence[Call],
    notes: Mapping[str, Pieces],
    moves: Mapping[int, int],
    names: tuple[Sequence[int], Sequence[int]],
) -> NoteFinding | None:
    """`names` are those of the notes of both sides in order; None when others are called."""
    olds = [call for call in calls if call.piece.old]
    news = [call for call in calls if call.piece.new]
    if (len(olds), len(news)) != tuple(map(len, names)):
        return None
    partners = _partners(olds, news, moves)
    finding = NoteFinding()
    for k, call in enumerate(olds):
        words, name = notes.get(call.piece.note, ()), names[0][k]
        if k not in partners:
            finding.found["deleted", name] += 1
            finding.marked += _size(words)
            continue
        others, other = notes.get(news[partners[k]].piece.note, ()), names[1][partners[k]]
        if name != other:
            finding.found["wrong", name] += 1
        elif _old_words(words) != _new_words(others):
            finding.found["edited", name] += 1
        if words is others:
            finding.marked += sum(len(p.text.split()) for p in words if p.old != p.new)
    for k in set(range(len(news))) - set(partners.values()):
        finding.found["added", names[1][k]] += 1
        finding.marked += _size(notes.get(news[k].piece.note, ()))
    return finding


def _partners(
    olds: Sequence[Call], news: Sequence[Call], moves: Mapping[int, int]
) -> dict[int, int]:
    """The new call of each old one: the same call, or one in order in the moved paragraph."""
    same = {id(call): k for k, call in enumerate(news)}
    arrived: dict[int, list[int]] = {}
    for k, call in enumerate(news):
        if not call.piece.old:
            arrived.setdefault(call.new, []).append(k)
    found: dict[int, int] = {}
    for k, call in enumerate(olds):
        ahead = arrived.get(moves.get(call.old, -1), [])
        if id(call) in same:
            found[k] = same[id(call)]
        elif ahead:
            found[k] = ahead.pop(0)
    return found


def _old_words(note: Pieces) -> list[str]:
    return "".join(piece.text for piece in note if piece.old).split()


def _new_words(note: Pieces) -> list[str]:
    return "".join(piece.text for piece in note if piece.new).split()


def _size(note: Pieces) -> int:
    return len("".join(piece.text for piece in note).split())
