"""How good and how quick the comparison is, judged by edits whose truth is known.

    python -m benchmarks.diff_quality [--texts 40] [--regime NAME] [--bases held-out] [--road typed]

Texts are read from DRAFTER_REAL_DOCS, or invented where that is absent; seeds are fixed. Exit code
1 when a goal is missed. `pairs` is the F1 of which paragraph became which, `macro` the mean F1 over
the kinds of changes, `marks` the words marked to the words truly changed; P/R are precision and
recall. The naive aligner compares every paragraph with every other one, on clean text.
"""

from __future__ import annotations

import argparse
import sys
from time import perf_counter

from benchmarks.diff_quality.foreign import ROADS, arrive
from benchmarks.diff_quality.goals import missed
from benchmarks.diff_quality.invented import invented_texts
from benchmarks.diff_quality.peers import naive
from benchmarks.diff_quality.regimes import REGIMES, run
from benchmarks.diff_quality.score import KINDS, Score, add, add_found, in_order, true_changes
from benchmarks.diff_quality.show import wrong_findings
from benchmarks.diff_quality.speed import speed
from benchmarks.diff_quality.texts import BASES, Lines, base_texts, build, flat, well_nested
from drafter.diff import compare

Bases = list[tuple[str, Lines]]


def main() -> None:
    """Print one row a regime, the naive aligner below it, then the times."""
    options = _options()
    bases = base_texts(options.texts, options.bases) or invented_texts(options.texts)
    print(
        f"{len(bases)} texts ({bases[0][0]} ...), {options.edits} edits each, seed {options.seed}"
    )
    print(
        "regime      pairs   macro  move P/R     split P/R    merge P/R    notes P/R    marks  ms"
    )
    faults: list[str] = []
    for regime in [options.regime] if options.regime else REGIMES:
        score, peer = Score(), Score()
        measure(regime, bases, options, score, peer)
        print(_row(regime, score), _row("  naive", peer), sep="\n")
        faults += missed(regime, score)
    if not options.regime:
        print("", *speed([lines for _, lines in bases]), sep="\n")
    print("", *(faults or ["every goal reached"]), sep="\n")
    sys.exit(bool(faults))


def measure(
    regime: str, bases: Bases, options: argparse.Namespace, score: Score, peer: Score
) -> None:
    """Edit every text, compare, count."""
    for place, (name, lines) in enumerate(bases):
        other = bases[(place + 1) % len(bases)][1]
        strange = [line.words for line in other if len(line.words) > 8]
        script = run(lines, strange, regime, options.edits, f"{options.seed}/{regime}/{name}")
        script.lines = list(well_nested(tuple(in_order(script.lines))))
        sides = lines, tuple(script.lines)
        old, new = (arrive(build(some), options.road) for some in sides)
        if [len(flat(some)) for some in (old, new)] != [len(some) for some in sides]:
            score.misread += 1
            continue
        begin = perf_counter()
        diff = compare(old, new)
        score.seconds += (perf_counter() - begin) / len(bases)
        add(score, diff, script, lines)
        begin = perf_counter()
        found = naive(in_order(lines), script.lines)
        peer.seconds += (perf_counter() - begin) / len(bases)
        add_found(peer, true_changes(script, lines), found)
        if options.show:
            print(*wrong_findings(name, diff, lines, script), sep="\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.diff_quality")
    parser.add_argument("--texts", type=int, default=40)
    parser.add_argument("--regime", choices=list(REGIMES))
    parser.add_argument("--edits", type=int, default=9, help="random edits in one script")
    parser.add_argument("--seed", default="2026")
    parser.add_argument("--bases", choices=list(BASES), default="tuning")
    parser.add_argument("--road", choices=ROADS, default="", help="text, typed or automatic Word")
    parser.add_argument("--show", action="store_true", help="print every wrong finding")
    return parser.parse_args()


def _row(name: str, score: Score) -> str:
    pairs = [score.kinds[kind] for kind in ("moved", "split", "merged")]
    columns = "  ".join(f"{c.precision:.3f}/{c.recall:.3f}" for c in (*pairs, score.notes))
    marks = f"{score.ratio:.3f}" if score.marked else "  -  "
    kinds = " ".join(f"{kind} {score.kinds[kind].f1:.3f}" for kind in KINDS)
    time = f"{score.seconds * 1000:.1f}"
    first = f"{name:10}  {score.pairs.f1:.4f}  {score.macro:.3f}  {columns}  {marks}  {time}"
    unread = f"; {score.misread} texts read with other paragraphs" if score.misread else ""
    return f"{first}\n            {kinds}{unread}"


if __name__ == "__main__":
    main()
