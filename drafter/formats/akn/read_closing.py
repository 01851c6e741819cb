"""Closing lines: meeting and date, and the vote that the Human Rights Council prints."""

from __future__ import annotations

from lxml import etree

from drafter.formats.akn.context import Context
from drafter.formats.akn.names import local
from drafter.formats.akn.read_inline import gather, tidy
from drafter.model import Break, Inlines, Opaque, Run, Text

Line = tuple[str, list[Run]]
"""How a line is parted from the one before ("p", "eol", "space", "none"), and its runs."""


def closing(
    element: etree._Element | None, context: Context
) -> tuple[tuple[Inlines, ...], tuple[Opaque, ...]]:
    """The closing lines, every line of print one; how they are parted, where it is not as usual."""
    if element is None:
        return (), ()
    out: list[tuple[str, Inlines]] = []
    for inner in element:
        if local(inner):
            out.extend(_printed(inner, context))
    lines = tuple(words for _, words in out)
    breaks = tuple(joiner for joiner, _ in out)
    if breaks == usual(len(lines)):
        return lines, ()
    return lines, (Opaque("closing", (("breaks", " ".join(breaks)),)),)


def usual(count: int) -> tuple[str, ...]:
    """Meeting and date in one paragraph, every other line in one of its own."""
    return ("p", "eol", *["p"] * max(count - 2, 0))[:count]


def _printed(element: etree._Element, context: Context) -> list[tuple[str, Inlines]]:
    """The lines of one paragraph that are not empty."""
    lines: list[Line] = [("p", [])]
    _gather(element, lines, context)
    out: list[tuple[str, Inlines]] = []
    for joiner, runs in lines:
        if words := tidy(runs):
            out.append((joiner if out else "p", words))
    return out


def _gather(element: etree._Element, lines: list[Line], context: Context) -> None:
    """The content of an element as lines: they end at an eol, and where a part of a vote begins."""
    _add(element.text, lines)
    for inner in element:
        name = local(inner)
        if name == "outcome" and local(element) == "outcome":
            lines.append((_joiner(lines[-1][1]), []))
            _gather(inner, lines, context)
        elif name in _HOLDERS:
            _gather(inner, lines, context)
        elif name in ("eol", "br"):
            lines.append(("eol", []))
        elif name:
            gather(inner, lines[-1][1], context)
        _add(inner.tail, lines)


_HOLDERS = frozenset(("vote", "outcome", "event", "organization", "block", "p"))


def _add(words: str | None, lines: list[Line]) -> None:
    if words:
        lines[-1][1].append(Run(Text(words)))


def _joiner(runs: list[Run]) -> str:
    last = runs[-1].atom if runs else Break()
    return "space" if isinstance(last, Text) and last.text[-1:].isspace() else "none"
