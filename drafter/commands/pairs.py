"""name=value in a line: slots, fields of the masthead, options."""

from __future__ import annotations

import re

from drafter.commands.command import Pairs
from drafter.commands.faults import Unclear

_NAME = re.compile(r"\s*(?P<name>[A-Za-z][\w.-]*)=")
_QUOTED = re.compile(r"""(?P<quote>["'])(?P<text>(?:\\.|(?!(?P=quote)).)*)(?P=quote)(?=\s|$)""")
_BARE = re.compile(r"(?:(?!\s+[A-Za-z][\w.-]*=).)*", re.DOTALL)


def read_pairs(text: str) -> Pairs:
    """The pairs of a text.

    Raises:
        Unclear: something in it is no pair, or a quotation mark is not closed.
    """
    pairs, end = pairs_at(text, 0)
    if text[end:].strip():
        raise Unclear("here should stand name=value", hint="such as session=81", line=text, at=end)
    return pairs


def pairs_at(line: str, start: int) -> tuple[Pairs, int]:
    """The pairs from a place of the line on, and where they end.

    A value goes up to the next name, or stands in quotes, in which a backslash stands before a
    quotation mark that is meant.
    """
    pairs: list[tuple[str, str]] = []
    at = start
    while found := _NAME.match(line, at):
        value, at = _value(line, found.end())
        pairs.append((found["name"], value))
    return tuple(pairs), at


def _value(line: str, start: int) -> tuple[str, int]:
    if line[start : start + 1] in {'"', "'"}:
        quoted = _QUOTED.match(line, start)
        if quoted is None:
            raise Unclear("the quotation mark is not closed", hint="close it", line=line, at=start)
        return re.sub(r"\\(.)", r"\1", quoted["text"]), quoted.end()
    bare = _BARE.match(line, start)
    return (bare.group().strip(), bare.end()) if bare else ("", start)
