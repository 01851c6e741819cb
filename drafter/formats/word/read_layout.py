"""Emphasis that is layout: titles, headings and closing lines that are bold or italic as a whole.

In a file with styles the look of a title is its style's, which is never read; in a plain Word file
somebody has made the whole line bold. Either way it says nothing about single words.
"""

from __future__ import annotations

from dataclasses import replace

from drafter.model import (
    Adoption,
    AgendaItem,
    Annex,
    Block,
    Embedded,
    Heading,
    Inlines,
    Masthead,
    Origin,
    Part,
    Resolution,
    Style,
    Submission,
    Text,
    build,
    flatten,
    walk,
)

_LAID = frozenset({Style.BOLD, Style.ITALIC, Style.UNDERLINE, Style.SMALL_CAPS})


def without_layout(resolution: Resolution) -> Resolution:
    """The value in which a line outside paragraphs keeps emphasis only on some of its words."""
    settled = walk(resolution, lambda block: (_block(block),))
    return replace(
        settled,
        masthead=_masthead(resolution.masthead),
        origin=_origin(resolution.origin),
        title=plain_look(resolution.title),
        parts=tuple(map(_part, settled.parts)),
        annexes=tuple(map(_annex, settled.annexes)),
    )


def plain_look(inlines: Inlines) -> Inlines:
    """A text without the emphasis that all of its words have."""
    runs = flatten(inlines)
    looks = [
        set(run.styles) for run in runs if isinstance(run.atom, Text) and run.atom.text.strip()
    ]
    common = set.intersection(*looks) & _LAID if looks else set()
    if not common:
        return inlines
    return build(
        replace(run, styles=tuple(style for style in run.styles if style not in common))
        for run in runs
    )


def _block(block: Block) -> Block:
    match block:
        case Heading():
            return replace(block, body=plain_look(block.body))
        case Embedded():
            return replace(block, title=plain_look(block.title))
        case _:
            return block


def _masthead(masthead: Masthead) -> Masthead:
    items = (AgendaItem(plain_look(i.line), plain_look(i.title)) for i in masthead.agenda)
    return replace(masthead, agenda=tuple(items))


def _origin(origin: Origin) -> Origin:
    if isinstance(origin, Adoption):
        line, bracket = plain_look(origin.line), plain_look(origin.bracket)
        return replace(origin, line=line, bracket=bracket)
    return Submission(tuple(map(plain_look, origin.sponsors)), plain_look(origin.line))


def _part(part: Part) -> Part:
    closing = tuple(map(plain_look, part.closing))
    return replace(part, title=plain_look(part.title), closing=closing)


def _annex(annex: Annex) -> Annex:
    return replace(annex, title=plain_look(annex.title))
