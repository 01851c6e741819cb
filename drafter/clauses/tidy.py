"""The spaces of a text put together from pieces: one between words, none at the edges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.model import Inlines, Run, Text, build, flatten

_SPACES = re.compile(" {2,}")


def tidy(inlines: Inlines) -> Inlines:
    """The text in normal form with single spaces: an empty slot leaves two beside each other."""
    kept = list(_single(flatten(inlines)))
    while kept and isinstance(kept[-1].atom, Text):
        last = kept.pop()
        words = _words(last).rstrip(" ")
        if words:
            kept.append(replace(last, atom=Text(words)))
            break
    return build(kept)


def _single(runs: tuple[Run, ...]) -> Iterator[Run]:
    """The runs without spaces at the start and after a space."""
    after_space = True
    for run in runs:
        if not isinstance(run.atom, Text):
            after_space = False
            yield run
            continue
        words = _SPACES.sub(" ", run.atom.text)
        if after_space:
            words = words.removeprefix(" ")
        if words:
            after_space = words.endswith(" ")
            yield replace(run, atom=Text(words))


def _words(run: Run) -> str:
    return run.atom.text if isinstance(run.atom, Text) else ""
