"""A text put together from pieces: its spaces, and the mark at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.model import Inlines, Run, Text, build, flatten

_SPACES = re.compile(" {2,}")
_END = re.compile(r"[\u00a0\u202f]?[,;.:،؛，；。：]$")


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


def with_end_of(new: Inlines, old: Inlines) -> Inlines:
    """The new text with the end mark of the old one: a paragraph that was last keeps its stop."""
    wanted = _END.search(_last_words(old))
    runs = list(flatten(new))
    for place in range(len(runs) - 1, -1, -1):
        words = _words(runs[place])
        if words and (found := _END.search(words)) and wanted:
            runs[place] = replace(runs[place], atom=Text(words[: found.start()] + wanted.group()))
        if words:
            break
    return build(runs)


def _last_words(inlines: Inlines) -> str:
    return next((words for run in reversed(flatten(inlines)) if (words := _words(run))), "")


def _words(run: Run) -> str:
    return run.atom.text if isinstance(run.atom, Text) else ""
