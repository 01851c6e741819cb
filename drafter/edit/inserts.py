"""Edits inside a text: put an inline at a place, take one out, find where words stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from drafter.edit.blocks import replace_block
from drafter.edit.mend import tidy
from drafter.edit.place import find
from drafter.errors import Refused, Unsupported
from drafter.model import (
    Atom,
    Embedded,
    Heading,
    Inlines,
    Paragraph,
    Resolution,
    Run,
    Text,
    build,
    flatten,
    plain_text,
)

END_MARKS = frozenset(".,;:!?؛،。；，：、")


def put_at(inlines: Inlines, at: int, inline: Atom) -> Inlines:
    """The text with an inline put in before its visible character `at`, counted from 0.

    Visible characters are those of `Text`; an inline that stands at the same place comes before.
    """
    runs: list[Run] = []
    rest = at
    placed = False
    for run in flatten(inlines):
        size = len(run.atom.text) if isinstance(run.atom, Text) else 0
        if placed or rest >= size:
            runs.append(run)
            rest -= size
            continue
        words = run.atom.text if isinstance(run.atom, Text) else ""
        runs += [
            replace(run, atom=Text(words[:rest])),
            Run(inline),
            replace(run, atom=Text(words[rest:])),
        ]
        placed = True
    if not placed:
        runs.append(Run(inline))
    return build(runs)


def letters(inlines: Inlines) -> str:
    """The characters that `put_at` and `cut` count: those of `Text`, without all else."""
    return "".join(run.atom.text for run in flatten(inlines) if isinstance(run.atom, Text))


def end_of(inlines: Inlines, *, before_mark: bool) -> int:
    """The place at the end of a text, or the one before its end mark."""
    words = letters(inlines)
    stripped = len(words) - (1 if before_mark and words and words[-1] in END_MARKS else 0)
    if before_mark and words[stripped - 1 : stripped] == "\u00a0":
        stripped -= 1  # French sets a no-break space before its semicolon
    return max(stripped, 0)


def place_after(inlines: Inlines, words: str) -> int:
    """The place after the first occurrence of words, and after the mark that follows them.

    Raises:
        Refused: the words do not stand in the text, or more than once.
    """
    start = place_of(inlines, words)
    return start + len(words)


def place_of(inlines: Inlines, words: str) -> int:
    """Where words begin in a text.

    Raises:
        Refused: the words do not stand in the text, or more than once.
    """
    text = letters(inlines)
    times = text.count(words) if words else 0
    if times == 1:
        return text.index(words)
    if times:
        raise Refused(f"{words!r} stands {times} times there", hint="give more of the words")
    raise Refused(f"{words!r} does not stand there", hint=f"the text is: {text[:120]}")


def change_text(
    resolution: Resolution, id_: str, change: Callable[[Inlines], Inlines]
) -> Resolution:
    """The resolution with the main text of a paragraph, heading or embedded text's title changed.

    Raises:
        NoSuchParagraph: no block has this id.
        Unsupported: the block has no text of its own.
    """
    block = find(resolution, id_).block
    match block:
        case Paragraph() | Heading():
            return replace_block(resolution, id_, replace(block, body=tidy(change(block.body))))
        case Embedded():
            return replace_block(resolution, id_, replace(block, title=tidy(change(block.title))))
        case _:
            raise Unsupported(
                f"a {type(block).__name__.lower()} has no text of its own", hint="name a paragraph"
            )


def text_of(resolution: Resolution, id_: str) -> Inlines:
    """The main text of a paragraph, heading or embedded text.

    Raises:
        NoSuchParagraph, Unsupported: as `change_text`.
    """
    block = find(resolution, id_).block
    match block:
        case Paragraph(body=body) | Heading(body=body) | Embedded(title=body):
            return body
        case _:
            raise Unsupported(
                f"a {type(block).__name__.lower()} has no text of its own", hint="name a paragraph"
            )


def is_blank(inlines: Inlines) -> bool:
    """Whether a text shows nothing at all."""
    return not plain_text(inlines).strip() and not inlines
