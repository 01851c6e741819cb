"""How the time of a comparison grows with the length of the texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import log
from random import Random
from time import perf_counter

from benchmarks.diff_quality import docxdiff
from benchmarks.diff_quality.edits import delete, edit, insert, move
from benchmarks.diff_quality.script import start
from benchmarks.diff_quality.texts import Line, Lines, build
from drafter.diff import Area, compare
from drafter.model import Resolution

SIZES = (35, 60, 250, 1000, 2000)
_RUNS = 5
_PEER_SIZES = (60, 1000)


def speed(texts: Sequence[Lines]) -> list[str]:
    """Rows of size and milliseconds with a tenth of the paragraphs changed; the growth exponent."""
    pool = [line for lines in texts for line in lines if not line.level]
    pairs = {size: _pair(_sample(pool, size), size) for size in SIZES}
    times = {size: _time(*pair) for size, pair in pairs.items()}
    rows = [f"{size:5} paragraphs  {seconds * 1000:8.1f} ms" for size, seconds in times.items()]
    exponent = log(times[2000] / times[250]) / log(2000 / 250)
    double = times[2000] / times[1000]
    peers = [docxdiff.row(size, times[size], *pairs[size]) for size in _PEER_SIZES]
    return [*rows, *peers, f"growth exponent {exponent:.2f}; 2,000 take {double:.2f} times 1,000"]


def _sample(pool: Sequence[Line], size: int) -> Lines:
    """So many different paragraphs; where the texts are too short, with a number of their own."""
    chance = Random(size)  # noqa: S311 - chance for tests
    chosen = [pool[(k * 7919) % len(pool)] for k in range(size)]
    return tuple(
        replace(
            line,
            name=name,
            area=Area.OPERATIVE,
            remarks=(),
            words=(*line.words[:-1], f"{chance.randrange(10**6)}", line.words[-1]),
        )
        for name, line in enumerate(chosen)
    )


def _pair(lines: Lines, size: int) -> tuple[Resolution, Resolution]:
    """A text and the same with a tenth of its paragraphs changed."""
    chance = Random(size)  # noqa: S311 - chance for tests
    script = start(lines, [line.words for line in lines[:40]])
    for _ in range(size // 10):
        chance.choice((edit, edit, insert, delete, move))(script, chance)
    return build(lines), build(tuple(script.lines))


def _time(old: Resolution, new: Resolution) -> float:
    """The best of some runs, so that a busy machine does not count."""
    best = float("inf")
    for _ in range(_RUNS):
        begin = perf_counter()
        compare(old, new)
        best = min(best, perf_counter() - begin)
    return best
