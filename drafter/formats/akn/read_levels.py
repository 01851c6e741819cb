"""Items that a conversion hung too deep: (j) in a list below (i), "3." in a list below 2.

A label that goes on the count of a list around it, and does not begin a list of its own, stands in
that list. "(i)" after "(h)" is the ninth letter when "(j)" comes next, else a first numeral. How
deep the source has it stays with the paragraph, and is written so again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.formats.akn.context import Context
from drafter.formats.akn.read_chains import DEPTH
from drafter.formats.akn.read_labels import Shape, follows, is_first, shape
from drafter.formats.akn.read_lines import Hint, Line
from drafter.report import Kind


def levelled(lines: Sequence[Line], context: Context) -> Iterator[Line]:
    """The lines, with items taken up into the list whose count they go on."""
    open_: dict[int, Shape] = {}
    after = _next_labels(lines)
    for line, coming in zip(lines, after, strict=True):
        placed = _placed(line, _home(line, open_, coming), context)
        _opened(placed, open_)
        yield placed


def _placed(line: Line, depth: int, context: Context) -> Line:
    if depth == line.depth:
        return line
    context.note(Kind.REPAIRED, f"{line.num!r} stood in {line.depth} lists", line.element)
    return replace(line, depth=depth, meta=(*line.meta, (DEPTH, str(line.depth))))


def _opened(line: Line, open_: dict[int, Shape]) -> None:
    """Note the label of a line; it ends the lists that are deeper."""
    for deeper in [depth for depth in open_ if depth >= line.depth]:
        if deeper > line.depth or line.num or line.hint is Hint.HEADING:
            del open_[deeper]
    if line.num:
        open_[line.depth] = shape(line.num)


def _home(line: Line, open_: dict[int, Shape], coming: dict[int, str]) -> int:
    """The depth at which a line stands by its label."""
    if not line.num or not line.depth or any(name == DEPTH for name, _ in line.meta):
        return line.depth
    own = shape(line.num)
    if line.depth in open_ and follows(open_[line.depth], own):
        return line.depth
    for depth in sorted((depth for depth in open_ if depth < line.depth), reverse=True):
        if follows(open_[depth], own):
            lone = not is_first(own) or _goes_on(open_[depth], own, coming.get(depth, ""))
            return depth if lone else line.depth
    return line.depth


def _goes_on(old: Shape, own: Shape, label: str) -> bool:
    """Whether the next label of the outer list comes after this one, and not after the last."""
    new = shape(label)
    return follows(own, new) and not follows(old, new)


def _next_labels(lines: Sequence[Line]) -> list[dict[int, str]]:
    """For each line the label that comes next at each depth of lists not deeper than its own."""
    out: list[dict[int, str]] = []
    coming: dict[int, str] = {}
    for line in reversed(lines):
        out.append(coming)
        if line.num:
            kept = {depth: label for depth, label in coming.items() if depth < line.depth}
            coming = {**kept, line.depth: line.num}
    return out[::-1]
