"""Faults of cited numbers and dates, and of typed references to several paragraphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from benchmarks.check_quality.seeding import Seed, rewritten
from benchmarks.check_quality.seeds_wording import places, said
from drafter.model import Resolution
from drafter.rules import Subject
from drafter.rules.adopted import is_of
from drafter.rules.cited import FAMILY, forms

_AROUND = 250
"""Signs behind a place in which no body may be named."""


def _strange(words: str, numbers: Sequence[str]) -> Seed:
    """Puts a number that is none of the organ's own behind some words, far from names of bodies."""

    def seed(subject: Subject, chance: Random) -> Resolution | None:
        body = subject.vocabulary.of(FAMILY, forms).body
        others = [number for number in numbers if not is_of(subject.organ_name, number)]
        fit = [
            (line, at)
            for _, line, at in places(subject)
            if not body.search(line.plain[: at + _AROUND]) and others
        ]
        if not fit:
            return None
        line, at = chance.choice(fit)
        return rewritten(subject, line, at + 1, at + 1, f"{words} {chance.choice(others)} and ")

    return seed


SEEDS: Mapping[str, Seed] = {
    "C408": _strange("its resolution", ("1325 (2000)", "2013/12", "16/18", "63/233")),
    "C414": said(
        "Security Council resolution 64/1 and",
        "General Assembly resolution 1325 (2000) and",
        "Economic and Social Council resolution 60/251 and",
        "Human Rights Council resolution 2013/12 and",
        "resolution 64/1 of the Security Council and",
        "General Assembly resolution 16/18 and",
    ),
    "C415": said(
        "Security Council resolution 1325 (2000) of 31 October 2001 and",
        "resolution 1612 (2005) of 26 July 2006 and",
    ),
    "C416": said(
        "General Assembly resolution 63/233 of 19 December 2010 and",
        "Human Rights Council resolution 16/18 of 24 March 2013 and",
        "Economic and Social Council resolution 2013/12 of 24 July 2003 and",
        "General Assembly resolution 217 A (III) of 10 December 1958 and",
    ),
    "C417": _strange("resolution", ("1326 (2000)", "2013/99", "16/98", "63/999")),
}
