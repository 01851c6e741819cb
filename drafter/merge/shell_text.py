"""The texts of a shell, in reading order: the notes in them, and all of them changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from drafter.diff.patch import Shell
from drafter.model import (
    Annex,
    Inlines,
    Note,
    Part,
    Resolution,
    map_block_text,
    query_inlines,
)


def map_shell_text(shell: Shell, change: Callable[[Inlines], Inlines]) -> Shell:
    """A block, annex or part with its own texts changed."""
    match shell:
        case Annex():
            return replace(shell, title=change(shell.title))
        case Part():
            return replace(
                shell,
                title=change(shell.title),
                enacting=change(shell.enacting),
                closing=tuple(change(line) for line in shell.closing),
            )
        case Resolution():
            return shell
        case _:
            return map_block_text(shell, change)


def shell_texts(shell: Shell) -> list[Inlines]:
    """The texts of a shell."""
    found: list[Inlines] = []

    def note(text: Inlines) -> Inlines:
        found.append(text)
        return text

    map_shell_text(shell, note)
    return found


def shell_notes(shell: Shell) -> Iterator[Note]:
    """The notes called in the texts of a shell."""
    for text in shell_texts(shell):
        for inline in query_inlines(text):
            if isinstance(inline, Note):
                yield inline
