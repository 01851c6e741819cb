"""Alternatives in square brackets, as a text under negotiation prints them."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.merge.spaces import tidy
from drafter.merge.tokens import Token, is_space, runs
from drafter.merge.value import Options, Trio
from drafter.model import Inlines, Run, Style, Text, flatten

NOTHING = "–"
"""Stands in a bracket for a side that has nothing there; a sign, for texts in any language."""


def both_words(words: Trio[str], names: Options) -> str:
    """Two values of a datum, each in a bracket."""
    ours, theirs = (word.strip(" ") or NOTHING for word in (words.ours, words.theirs))
    return f"{_open(names.ours)}{ours}] {_open(names.theirs)}{theirs}]"


def both_tokens(ours: Sequence[Token], theirs: Sequence[Token], names: Options) -> list[Run]:
    """Two stretches of text, each in a bracket, after the space before them."""
    space = next((t[:1] for t in (*ours[:1], *theirs[:1]) if is_space(t[0])), ())
    left = _bracket(names.ours, ours)
    right = _bracket(names.theirs, theirs)
    between = _edge(left[-1]) if _edge(right[0]) else ()
    return [*space, *left, Run(Text(" "), between), *right]


def bracketed(text: Inlines, side: str) -> Inlines:
    """A text in the bracket of one side."""
    return enclosed(text, _open(side), "]", opens=False)


def around(names: Options, *, ours: bool) -> tuple[str, str]:
    """What stands before and after a thing that one side keeps (`ours`?) and the other deleted."""
    if ours:
        return _open(names.ours), f"] {_open(names.theirs)}{NOTHING}]"
    return f"{_open(names.ours)}{NOTHING}] {_open(names.theirs)}", "]"


def enclosed(text: Inlines, before: str, after: str, *, opens: bool) -> Inlines:
    """A text between signs; they are opening words where what they stand beside is."""
    inside = list(flatten(text)) or [Run(Text(""))]
    start, end = Run(Text(before), _edge(inside[0])), Run(Text(after), _edge(inside[-1]))
    return tidy([start, *inside, end], opens=opens)


def _bracket(side: str, tokens: Sequence[Token]) -> list[Run]:
    inside = runs(tokens)
    while inside and is_space(inside[0]):
        inside.pop(0)
    inside = inside or [Run(Text(NOTHING))]
    first, last = Run(Text(_open(side)), _edge(inside[0])), Run(Text("]"), _edge(inside[-1]))
    return [first, *inside, last]


def _open(side: str) -> str:
    return f"[{side}: "


def _edge(run: Run) -> tuple[Style, ...]:
    """The look of a sign beside a run: brackets around opening words are part of them.

    So the paragraph still has an opening, and taking the brackets out is all that is left to do.
    """
    return (Style.OPENING,) if Style.OPENING in run.styles else ()
