"""Chains of numbers (1.1, 2.3.1) that a conversion cut in two or hung too deep in its lists.

One official file has `<num>2.1.</num>` before "3. Review" where 2.1.3. is printed, and puts every
such paragraph a list deeper than the one before. Only what is certain is mended: a number that
repeats the open chain, a paragraph that goes on a chain standing elsewhere. How the source writes
it is kept with the paragraph, and written so again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from drafter.formats.akn.context import Context
from drafter.formats.akn.read_labels import cut_start
from drafter.formats.akn.read_lines import Line
from drafter.numbering.forms import Chain, chain_of
from drafter.report import Kind

CUT, DEPTH = "number-cut", "list-depth"
"""What is kept: the part of the number in `num`, and the depth of lists in the source."""

_REST = re.compile(r"\.?\d{1,2}(?:\.\d{1,2})*\.?(?=[ \t\u00a0])")


def mended(lines: Iterable[Line], context: Context) -> Iterator[Line]:
    """The lines, with numbers rejoined and false depth of lists taken back."""
    open_: list[tuple[Chain, int]] = []
    for line in lines:
        if chain_of(line.num):
            yield _placed(_rejoined(line, open_, context), open_, context)
        else:
            yield line


def _rejoined(line: Line, open_: list[tuple[Chain, int]], context: Context) -> Line:
    """The line with its whole number, when `num` only repeats the chain that is open."""
    links = chain_of(line.num)
    if len(links) < 2 or not any(links == old[: len(links)] for old, _ in open_):
        return line
    rest, body = cut_start(line.body, _REST)
    label = line.num + (rest if line.num.endswith(".") else "." + rest.lstrip("."))
    if not rest or not body:
        return line
    context.note(Kind.REPAIRED, f"number {label!r} was cut in two", line.element)
    return replace(line, num=label, body=body, meta=((CUT, line.num),))


def _placed(line: Line, open_: list[tuple[Chain, int]], context: Context) -> Line:
    """The line taken out of the lists around it, when it goes on a chain that stands elsewhere.

    Keeps in `open_` the chains that later ones can go on, each with its depth, outermost first.
    """
    links = chain_of(line.num)
    below = bool(open_) and open_[-1][0] == links[:-1] and len(links) > 1
    before = next((depth for old, depth in open_ if _next(old, links)), None)
    expected = open_[-1][1] + 1 if below else before
    if expected is None:
        open_[:] = [(links, line.depth)]
        return line
    certain = len(links) > 1 or len(open_) > 1 or line.depth > expected
    if line.depth and line.depth != expected and certain:
        context.note(Kind.REPAIRED, f"{line.num!r} stood in {line.depth} lists", line.element)
        line = replace(line, depth=0, meta=(*line.meta, (DEPTH, str(line.depth))))
    open_[:] = [pair for pair in open_ if len(pair[0]) < len(links)]
    open_.append((links, line.depth))
    return line


def _next(old: Chain, new: Chain) -> bool:
    return len(old) == len(new) and (*old[:-1], old[-1] + 1) == new
