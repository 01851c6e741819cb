"""What an edit leaves behind is made well formed: spaces in texts, holders that hold nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from drafter.model import (
    Block,
    Blocks,
    Break,
    Embedded,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Paragraph,
    Resolution,
    Run,
    Section,
    Separator,
    Style,
    Table,
    Text,
    build,
    flatten,
    map_inlines,
    walk,
)


def tidy(inlines: Inlines) -> Inlines:
    """The text in normal form, without spaces at its ends, beside breaks or one after another.

    Opening words that do not stand at its start any more become italic.
    """
    runs: list[Run] = []
    for run in _opening_first(flatten(inlines)):
        if not isinstance(run.atom, Text):
            if isinstance(run.atom, Break):
                _strip_last(runs)
            runs.append(run)
            continue
        words = _single(run.atom.text)
        if not runs or _ends_open(runs[-1]):
            words = words.lstrip(" ")
        if words:
            runs.append(replace(run, atom=Text(words)))
    _strip_last(runs)
    return build(runs)


def settle(inlines: Inlines) -> Inlines:
    """The text with opening words made italic: words that no longer open their paragraph."""

    def change(inline: Inline) -> Inlines:
        if isinstance(inline, Emphasis) and inline.style is Style.OPENING:
            return (Emphasis(Style.ITALIC, inline.body),)
        return (inline,)

    return map_inlines(inlines, change)


def unmarked(inlines: Inlines) -> Inlines:
    """The text with opening words like all others."""

    def change(inline: Inline) -> Inlines:
        opens = isinstance(inline, Emphasis) and inline.style is Style.OPENING
        return inline.body if opens and isinstance(inline, Emphasis) else (inline,)

    return map_inlines(inlines, change)


def mend(resolution: Resolution) -> Resolution:
    """The resolution without holders that an edit has emptied.

    A section or an embedded text without anything goes; text after the last sub-paragraph joins the
    text before it when there is no sub-paragraph any more.
    """
    return walk(resolution, _mended)


def _mended(block: Block) -> Blocks:
    match block:
        case Paragraph(children=(), tail=tail) if tail:
            body = tidy((*block.body, Text(" "), *tail)) if block.body else tidy(tail)
            return (replace(block, body=body, tail=()),)
        case Paragraph():
            return (block,) if block.body or block.children else ()
        case Section():
            return (block,) if block.heading or block.blocks else ()
        case Embedded():
            return (block,) if block.title or block.enacting or block.blocks else ()
        case Heading() | Table() | Separator():
            return (block,)
        case _:
            assert_never(block)


def _opening_first(runs: Iterable[Run]) -> Iterator[Run]:
    opens = True
    for run in runs:
        opens = opens and Style.OPENING in run.styles and not run.href
        yield run if opens else _italic(run)


def _italic(run: Run) -> Run:
    if Style.OPENING not in run.styles:
        return run
    others = tuple(style for style in run.styles if style is not Style.OPENING)
    return replace(run, styles=(Style.ITALIC, *others))


def _single(words: str) -> str:
    while "  " in words:
        words = words.replace("  ", " ")
    return words


def _ends_open(run: Run) -> bool:
    """Whether no space may follow."""
    return isinstance(run.atom, Break) or (
        isinstance(run.atom, Text) and run.atom.text.endswith(" ")
    )


def _strip_last(runs: list[Run]) -> None:
    while runs and isinstance(last := runs[-1].atom, Text):
        words = last.text.rstrip(" ")
        if words:
            runs[-1] = replace(runs[-1], atom=Text(words))
            return
        runs.pop()
