"""Merged text brought into the form that every text has: spaces, opening words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from drafter.model import Break, Inlines, Note, NoteMark, Run, Style, Text, build


def tidy(runs: Iterable[Run], *, opens: bool = False) -> Inlines:
    """Running text in normal form, with one space between words and none at edges and breaks.

    Opening words stay such only at the start of a paragraph's body (`opens`); elsewhere they become
    italic, which is what they look like.
    """
    forward = list(_spaced(runs))
    backward = list(_spaced(reversed(forward), backward=True))
    return build(_opened(reversed(backward), opens=opens))


def _spaced(runs: Iterable[Run], *, backward: bool = False) -> Iterator[Run]:
    """Runs without a space that follows a space, a break or the start; from the end backwards."""
    last = " "
    for run in runs:
        if not isinstance(run.atom, Text):
            last = " " if isinstance(run.atom, Break) else "#"
            yield run
            continue
        signs = []
        for sign in reversed(run.atom.text) if backward else run.atom.text:
            if sign != " " or last != " ":
                signs.append(sign)
            last = sign
        yield replace(run, atom=Text("".join(reversed(signs) if backward else signs)))


def _opened(runs: Iterable[Run], *, opens: bool) -> Iterator[Run]:
    opening = opens
    for run in runs:
        if isinstance(run.atom, Text) and not run.atom.text:
            continue
        opening = opening and Style.OPENING in run.styles
        if not opening and Style.OPENING in run.styles:
            styles = {*run.styles, Style.ITALIC} - {Style.OPENING}
            yield replace(run, styles=tuple(style for style in Style if style in styles))
        elif opening and isinstance(run.atom, Note | NoteMark | Break):
            opening = False
            yield run
        else:
            yield run
