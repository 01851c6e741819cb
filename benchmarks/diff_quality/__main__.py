"""Run the benchmark: `python -m benchmarks.diff_quality [--texts N] [--regime NAME] [--show]`."""

from __future__ import annotations

import argparse
from time import perf_counter

from benchmarks.diff_quality.edits import REGIMES, Script, run
from benchmarks.diff_quality.score import (
    KINDS,
    Score,
    add,
    found_changes,
    found_notes,
    in_order,
    true_changes,
    true_notes,
)
from benchmarks.diff_quality.texts import Lines, base_texts, build, through, well_nested
from drafter.diff import Diff, compare


def main() -> None:
    """Print one row a regime."""
    options = _options()
    bases = base_texts(options.texts)
    print(f"{len(bases)} texts, {options.edits} edits each, seed {options.seed}")
    print(
        "regime      pairs F1  macro  move P/R      split P/R     merge P/R     notes P/R"
        "     marks  ms/pair"
    )
    for regime in [options.regime] if options.regime else REGIMES:
        print(_row(regime, _score(regime, bases, options)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.diff_quality")
    parser.add_argument("--texts", type=int, default=40)
    parser.add_argument("--regime", choices=list(REGIMES))
    parser.add_argument("--edits", type=int, default=9, help="random edits in one script")
    parser.add_argument("--seed", default="2026")
    parser.add_argument("--format", default="", help="write and read both texts as .txt, .docx ...")
    parser.add_argument("--show", action="store_true", help="print every wrong finding")
    return parser.parse_args()


def _score(regime: str, bases: list[tuple[str, Lines]], options: argparse.Namespace) -> Score:
    score = Score()
    for place, (name, lines) in enumerate(bases):
        other = bases[(place + 1) % len(bases)][1]
        strange = [line.words for line in other if len(line.words) > 8]
        script = run(lines, strange, regime, options.edits, f"{options.seed}/{regime}/{name}")
        script.lines = list(well_nested(tuple(in_order(script.lines))))
        old, new = (
            through(build(some), options.format) for some in (lines, tuple(script.lines))
        )
        begin = perf_counter()
        diff = compare(old, new)
        score.seconds += (perf_counter() - begin) / len(bases)
        add(score, diff, script, lines)
        if options.show:
            _show(name, diff, lines, script)
    return score


def _show(name: str, diff: Diff, lines: Lines, script: Script) -> None:
    truth = set(true_changes(script, lines))
    found = set(found_changes(diff, in_order(lines), in_order(script.lines)))
    notes = true_notes(script), found_notes(diff, in_order(lines), in_order(script.lines))
    remarks = {r.name: " ".join(r.words) for line in (*lines, *script.lines) for r in line.remarks}
    for sign, notes_left in (("missed", notes[0] - notes[1]), ("wrong", notes[1] - notes[0])):
        for kind, note in notes_left:
            print(f"{name}: {sign} note {kind} {note} {remarks.get(note)}")
    words = {line.name: line.text for line in (*lines, *script.lines)}
    olds = {line.name: line.text for line in lines}
    for sign, some in (("missed", truth - found), ("wrong", found - truth)):
        for kind, before, after in sorted(some):
            print(f"{name}: {sign} {kind} {before} {after}")
            for n in before:
                print("     -", olds[n][:230])
            for n in after:
                print("     +", words[n][:230])


def _row(regime: str, score: Score) -> str:
    pairs = [score.kinds[kind] for kind in ("moved", "split", "merged")]
    columns = "  ".join(f"{c.precision:.3f}/{c.recall:.3f}" for c in (*pairs, score.notes))
    kinds = " ".join(f"{kind} {score.kinds[kind].f1:.3f}" for kind in KINDS)
    return (
        f"{regime:10}  {score.pairs.f1:.4f}    {score.macro:.3f}  {columns}  {score.ratio:.3f}"
        f"  {score.seconds * 1000:.1f}\n            {kinds}"
    )


if __name__ == "__main__":
    main()
