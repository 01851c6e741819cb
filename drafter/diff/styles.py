"""The look of a text apart from its words: italics and their like, links, blanks."""

from __future__ import annotations

from itertools import groupby

from drafter.diff.tokens import plain
from drafter.diff.value import Unit
from drafter.model import Blank, Run, Style, Text, flatten

Look = tuple[tuple[Style, ...], str, str]
"""Styles, link, and the words that have them."""


def restyled(old: Unit, new: Unit) -> bool:
    """Whether equal words look different."""
    return old.body != new.body and styled(old) != styled(new)


def styled(unit: Unit) -> tuple[Look, ...]:
    """Every stretch of words with its look; notes, marks and references are left out."""
    runs = [run for run in flatten(unit.body) if isinstance(run.atom, Text | Blank)]
    return tuple(
        (styles, href, "".join(_words(run) for run in some).replace(" ", "").rstrip(";.,:"))
        for (styles, href), some in groupby(runs, key=lambda run: (run.styles, run.href))
    )


def _words(run: Run) -> str:
    return plain(run.atom.text) if isinstance(run.atom, Text) else f"[{run.atom}]"
