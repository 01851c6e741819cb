"""How good the editorial rules are: seeded faults that are found, and adopted texts left in peace.

    python -m benchmarks.check_quality [--real FOLDER] [--show CODE] [--only seeds|peace]

Seeds: the fault of each rule is put into 50 clean texts; it must be found in 95 of 100, `fix` must
mend it where the rule offers a fix, change nothing beyond it, and a second look must find nothing.
Peace: what the rules find in adopted English texts, per document. Base texts are invented, and real
where DRAFTER_REAL_DOCS names them. Exit code 1 when a goal is missed.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.check_quality import (
    seeds_citations,
    seeds_elsewhere,
    seeds_punctuation,
    seeds_structure,
    seeds_wording,
)
from benchmarks.check_quality.guard import beyond
from benchmarks.check_quality.invented import clean_drafts, clean_french
from benchmarks.check_quality.real import adopted
from benchmarks.check_quality.seeding import Seed, subject
from drafter.app.review import findings, fix
from drafter.model import Resolution
from drafter.model.invariants import faults
from drafter.rules import RULES, Finding, Settings, Severity, review

SEEDS: dict[str, Seed] = {
    **seeds_structure.SEEDS,
    **seeds_punctuation.SEEDS,
    **seeds_wording.SEEDS,
    **seeds_citations.SEEDS,
    **seeds_elsewhere.SEEDS,
}
FRENCH = {"T707"}
TEXTS = 50
RECALL = 0.95
MOST = {Severity.ERROR: 0.05, Severity.WARNING: 2.0}


@dataclass(slots=True)
class Score:
    """How the fault of one rule fared."""

    seeded: int = 0
    found: int = 0
    mended: int = 0
    left: int = 0
    beyond: int = 0
    missed: str = ""


def seed_all(bases: Sequence[tuple[str, Resolution]]) -> dict[str, Score]:
    """Put the fault of each rule into the texts that are clean of it."""
    french = clean_french(TEXTS)
    return {
        code: _seeded(code, seed, french if code in FRENCH else bases)
        for code, seed in SEEDS.items()
    }


def _seeded(code: str, seed: Seed, bases: Sequence[tuple[str, Resolution]]) -> Score:
    score = Score()
    settings = _asking(code)
    for number, (name, base) in enumerate(bases):
        if score.seeded == TEXTS:
            break
        if findings(base, settings):
            continue
        text = seed(subject(base), Random(number))  # noqa: S311 - no secret
        if text is None or faults(text) or not RULES[code].concerns(subject(text)):
            continue
        _judge(score, code, name, text)
    return score


def _judge(score: Score, code: str, name: str, text: Resolution) -> None:
    settings = _asking(code)
    score.seeded += 1
    if not _finds(code, text, settings):
        score.missed = score.missed or name
        return
    score.found += 1
    if RULES[code].fixes:
        better, done = fix(text, settings)
        score.mended += bool(done)
        score.left += bool(findings(better, settings))
        score.beyond += bool(beyond(text, better, done))


def _asking(code: str) -> Settings:
    return Settings(select=(code, *seeds_elsewhere.ASKED_TOO.get(code, ())))


def _finds(code: str, text: Resolution, settings: Settings) -> bool:
    return any(finding.code == code for finding in findings(text, settings))


def peace(texts: Sequence[tuple[str, Resolution]]) -> Iterator[tuple[str, Finding]]:
    """What all rules find in adopted texts."""
    for name, text in texts:
        for finding in review(subject(text)):
            yield name, finding


def _print_seeds(scores: dict[str, Score]) -> bool:
    good = True
    print(
        f"{'rule':6}{'seeded':>8}{'recall':>8}{'mended':>8}{'left':>6}{'beyond':>8}  first missed"
    )
    for code, score in scores.items():
        recall = score.found / score.seeded if score.seeded else 0.0
        mended = f"{score.mended}" if RULES[code].fixes else "-"
        counts = f"{score.seeded:8}{recall:8.2f}{mended:>8}{score.left:6}{score.beyond:8}"
        print(f"{code:6}{counts}  {score.missed}")
        good = good and score.seeded > 0 and recall >= RECALL and not (score.left or score.beyond)
    return good


def _print_peace(texts: Sequence[tuple[str, Resolution]], show: str) -> bool:
    found = list(peace(texts))
    rules = Counter(finding.code for _, finding in found)
    sorts = Counter(finding.severity for _, finding in found)
    for name, finding in found:
        if finding.code == show:
            print(f"{name}: {finding.label}: {finding.message}: {finding.excerpt}")
    for code, count in sorted(rules.items()):
        print(f"{code:6}{RULES[code].severity!s:9}{count:5}{count / len(texts):8.3f} a document")
    for severity in Severity:
        print(f"{severity!s:15}{sorts[severity]:5}{sorts[severity] / len(texts):8.3f} a document")
    return all(sorts[severity] / len(texts) <= most for severity, most in MOST.items())


def main() -> int:
    """Measure and print; the exit code says whether the goals are met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", default="", metavar="CODE", help="list findings of a rule")
    parser.add_argument("--only", choices=["seeds", "peace"], help="one half alone")
    chosen = parser.parse_args()
    real = adopted()
    good = True
    if chosen.only != "peace":
        good = _print_seeds(seed_all([*real, *clean_drafts(TEXTS)]))
    if chosen.only != "seeds" and real:
        good = _print_peace(real, chosen.show) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
