"""Our comparison on pairs whose differences are known, and the rows of the printed table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import perf_counter

from benchmarks.diff_quality.cases import Case
from benchmarks.diff_quality.foreign import arrive
from benchmarks.diff_quality.score import KINDS, Count, Score, add
from benchmarks.diff_quality.show import wrong_findings
from benchmarks.diff_quality.texts import flat
from drafter.diff import compare
from drafter.model import Resolution

HEAD = (
    f"{'':17}  {'pairs':6}  macro  {'move P/R':11}  {'split P/R':11}  {'merge P/R':11}"
    f"  {'notes P/R':11}  {'marks':5}  leak   order     ms"
)


def measure(pairs: Sequence[Case], road: str = "") -> Score:
    """Compare both texts of every pair as they arrive by a road, and count."""
    score = Score()
    for case in pairs:
        sides = _arrived(case, road)
        if sides is None:
            score.misread += 1
            continue
        begin = perf_counter()
        diff = compare(*sides)
        score.seconds += (perf_counter() - begin) / len(pairs)
        add(score, diff, case.script, tuple(case.olds))
    return score


def shown(pairs: Sequence[Case], road: str) -> Iterator[str]:
    """Every wrong finding in full."""
    for case in pairs:
        if sides := _arrived(case, road):
            yield from wrong_findings(case.name, compare(*sides), tuple(case.olds), case.script)


def _arrived(case: Case, road: str) -> tuple[Resolution, Resolution] | None:
    """Both texts as a file brings them; None when one was read with other paragraphs or parts."""
    old, new = arrive(case.old, road), arrive(case.new, road)
    as_read = [[line.area for line in flat(side)] for side in (old, new)]
    if as_read != [[line.area for line in side] for side in (case.olds, case.news)]:
        return None
    return old, new


def row(name: str, score: Score, *, ours: bool = False) -> str:
    """One line of figures; what a tool does not say is a dash."""
    pairs = [score.kinds[kind] for kind in ("moved", "split", "merged")]
    if not score.pairs.right:
        return f"{name:17}  {'-':>6}{'':62}  {score.ratio:5.2f}{_unread(score)}"
    columns = "  ".join(f"{_shares(count):11}" for count in (*pairs, score.notes))
    order = f"{score.order_error:6.4f}" if ours else f"{'-':>6}"
    return (
        f"{name:17}  {score.pairs.f1:.4f}  {score.macro:.3f}  {columns}  {score.ratio:5.2f}"
        f"  {score.leaks:4}  {order}  {score.seconds * 1000:5.0f}{_unread(score)}"
    )


def _shares(count: Count) -> str:
    """Precision and recall; a dash where nothing was found, or nothing was to be found."""
    precision = f"{count.precision:.3f}" if count.right + count.wrong else "-"
    recall = f"{count.recall:.3f}" if count.right + count.missed else "-"
    return f"{precision}/{recall}"


def kinds_row(score: Score) -> str:
    """The F1 of each kind."""
    return f"{'':19}" + " ".join(f"{kind} {score.kinds[kind].f1:.3f}" for kind in KINDS)


def _unread(score: Score) -> str:
    return f"  ({score.misread} not judged)" if score.misread else ""
