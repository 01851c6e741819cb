"""How good and how quick the comparison is, judged by edits whose truth is known.

    python -m benchmarks.diff_quality [--texts 40] [--regime NAME] [--bases held-out organs]
                                      [--road typed auto] [--seed 1 2 3] [--peers 10]

Texts are read from DRAFTER_REAL_DOCS, or invented where that is absent; seeds are fixed. Exit code
1 when a goal is missed. `pairs` is the F1 of which paragraph became which, `macro` the mean F1 over
the kinds of changes, P/R are precision and recall, `marks` the words marked to the words truly
changed, `leak` the marked printed numbers, `order` the share of changes out of reading order.
Other tools are found at run time (`pip install python-redlines python-redlines-docxodus redlines`)
and compare the same files on `--peers` texts of each regime; `labels forgiven` is the same answer
judged as if no mark on a printed number were there. `not judged` are files that do not give both
texts back when all changes are refused and accepted; only their marks count.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from benchmarks.diff_quality.cases import Case, cases
from benchmarks.diff_quality.foreign import ROADS
from benchmarks.diff_quality.goals import missed
from benchmarks.diff_quality.invented import invented_texts
from benchmarks.diff_quality.measure import HEAD, kinds_row, measure, row, shown
from benchmarks.diff_quality.peers import as_files, peers, run_naive, run_peer
from benchmarks.diff_quality.regimes import REGIMES
from benchmarks.diff_quality.speed import speed
from benchmarks.diff_quality.texts import BASES, Lines, base_texts

_NAMES = {"": "values", ".txt": "text", "typed": "typed Word", "auto": "automatic Word"}


def main() -> None:
    """Print the rows of each regime, the other tools below them, then the times."""
    options = _options()
    bases = _bases(options)
    print(f"{len(bases)} texts ({bases[0][0]} ...), {options.edits} edits each, seeds", end=" ")
    print(", ".join(options.seed))
    faults: list[str] = []
    for regime in options.regime or REGIMES:
        print(f"\n{regime:17}{HEAD[17:]}", flush=True)
        faults += _regime(regime, bases, options)
    if not options.regime:
        print("", *speed([lines for _, lines in bases]), sep="\n")
    print("", *(faults or ["every goal reached"]), sep="\n")
    sys.exit(bool(faults))


def _bases(options: argparse.Namespace) -> list[tuple[str, Lines]]:
    real = [
        text
        for bases in options.bases
        if bases in BASES
        for text in base_texts(options.texts, bases)
    ]
    invented = "invented" in options.bases or not real
    return [*real, *(invented_texts(options.texts) if invented else ())]


def _regime(
    regime: str, bases: Sequence[tuple[str, Lines]], options: argparse.Namespace
) -> Iterator[str]:
    pairs = [c for s in options.seed for c in cases(bases, regime, options.edits, s)]
    for road in options.road:
        score = measure(pairs, road)
        print(row(f"ours, {_NAMES[road]}"[:17], score, ours=True), kinds_row(score), sep="\n")
        if options.show:
            print(*shown(pairs, road), sep="\n")
        yield from (f"{fault} ({_NAMES[road]})" for fault in missed(regime, score))
    print(row("naive rapidfuzz", run_naive(pairs)), flush=True)
    if options.peers:
        step = max(1, len(pairs) // options.peers)
        _print_peers(pairs[::step][: options.peers])


def _print_peers(pairs: Sequence[Case]) -> None:
    for numbering in ("typed", "auto"):
        files = [some for case in pairs if (some := as_files(case, numbering))]
        print(f"  {len(files)} pairs, {_NAMES[numbering]}")
        print(row("ours, same pairs", measure(pairs, numbering), ours=True))
        for peer in peers():
            if peer.absent:
                print(f"{peer.name:17}  not run: {peer.absent}")
                continue
            strict, mild = run_peer(peer, files)
            print(row(peer.name, strict), flush=True)
            if strict.leaks:
                print(row(" labels forgiven", mild))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.diff_quality")
    parser.add_argument("--texts", type=int, default=40, help="of each of the bases")
    parser.add_argument("--regime", nargs="+", choices=list(REGIMES))
    parser.add_argument("--edits", type=int, default=9, help="random edits in one script")
    parser.add_argument("--seed", nargs="+", default=["2026"])
    parser.add_argument("--bases", nargs="+", choices=[*BASES, "invented"], default=["tuning"])
    parser.add_argument(
        "--road",
        nargs="+",
        choices=ROADS,
        default=[""],
        help="value, text, typed or automatic Word",
    )
    parser.add_argument(
        "--peers", type=int, default=4, help="texts that other tools compare; 0: none"
    )
    parser.add_argument("--show", action="store_true", help="print every wrong finding")
    return parser.parse_args()


if __name__ == "__main__":
    main()
