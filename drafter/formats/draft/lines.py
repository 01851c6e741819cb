"""The lines of a file and the tree that their indents make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from drafter.errors import Malformed, Place
from drafter.formats.draft.faults import Faults, Line
from drafter.formats.draft.words import FIRST
from drafter.model.invariants import DEPTH
from drafter.model.text_rules import BAD_SIGN, sign_name

INDENT = 2
"""Spaces by which a line stands deeper than the one that holds it."""


@dataclass(slots=True)
class Node:
    """A line and the lines that it holds."""

    line: Line
    inside: list[Node] = field(default_factory=list)


def lines_of(text: str, faults: Faults) -> list[Line]:
    """The lines after the first that are not blank; CR LF ends a line as LF does.

    Raises:
        Malformed: the first line is not that of a `.draft` file.
    """
    first, _, rest = text.partition("\n")
    if first.rstrip(" \r") != FIRST:
        later = first.startswith("%drafter ")
        raise Malformed(
            "the version of the draft is not known" if later else "this is not a draft",
            hint=f"the first line of a draft is {FIRST}",
            where=Place(1, 1, "", first[:200].rstrip("\r")),
        )
    return [
        line
        for number, raw in enumerate(rest.split("\n"), 2)
        if (line := _line(number, raw.removesuffix("\r"), faults)) is not None
    ]


def _line(number: int, text: str, faults: Faults) -> Line | None:
    content = text.strip(" ")
    if not content:
        return None
    start = len(text) - len(text.lstrip(" "))
    line = Line(number, (start + 1) // INDENT, text, start, start + len(content))
    if found := BAD_SIGN.search(text):
        _bad_sign(line, found.start(), faults)
        return None
    if start % INDENT:
        message = f"the line is indented by {start} space{'s' * (start > 1)}"
        faults.add(line, start, message, f"indent by {INDENT} spaces for each level")
    return line


def _bad_sign(line: Line, offset: int, faults: Faults) -> None:
    tab = line.text[offset] == "\t"
    hint = "use spaces: two for each level, one between words" if tab else "take it out"
    faults.add(line, offset, f"the sign {sign_name(line.text[offset])} stands here", hint)


def tree(lines: Iterable[Line], faults: Faults) -> list[Node]:
    """The lines at the left edge, each with the lines that stand under it, indented."""
    return list(_nodes(lines, faults))


def _nodes(lines: Iterable[Line], faults: Faults) -> Iterator[Node]:
    open_: list[Node] = []
    for line in lines:
        if line.level > len(open_) and not line.start % INDENT:
            hint = f"indent by {INDENT} spaces more than the line that holds it"
            faults.add(line, line.start, "the line is indented too far", hint)
        if line.level > DEPTH:
            hint = "lift it to a higher level"
            faults.add(line, line.start, f"the line stands more than {DEPTH} levels deep", hint)
        level = min(line.level, len(open_), DEPTH)
        node = Node(line)
        if level:
            open_[level - 1].inside.append(node)
        else:
            yield node
        del open_[level:]
        open_.append(node)
