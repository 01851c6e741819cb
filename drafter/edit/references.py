"""Edits of references: put one in, or make one of words that were typed."""

from __future__ import annotations

from drafter.edit.inserts import change_text, letters, put_at
from drafter.edit.place import find
from drafter.edit.text import cut_at
from drafter.errors import Refused
from drafter.model import Inlines, Reference, Resolution, Text, flatten

_OPEN = frozenset({"", " ", "\u00a0", "\u202f", "(", "[", "“", "«", "‘", "’", "/", "-", "—"})
"""What no space follows before a reference; "" is the start of the text."""


def refer(
    resolution: Resolution, owner: str, at: int, reference: Reference, *, spaced: bool = False
) -> Resolution:
    """The resolution with a reference put into a block's text before visible character `at`.

    With `spaced` a space parts it from the words beside it where there is none.

    Raises:
        NoSuchParagraph, Unsupported: as `change_text`.
    """

    def change(text: Inlines) -> Inlines:
        if not spaced:
            return put_at(text, at, reference)
        before, after = letters(text)[:at], letters(text)[at:]
        place = at
        if before[-1:] not in _OPEN:
            text, place = put_at(text, at, Text(" ")), at + 1
        text = put_at(text, place, reference)
        return put_at(text, place, Text(" ")) if after[:1].isalnum() else text

    return change_text(resolution, owner, change)


def refer_for(
    resolution: Resolution, owner: str, start: int, end: int, reference: Reference
) -> Resolution:
    """The resolution with a reference in place of the characters from `start` to `end`.

    Notes called among them come after it.

    Raises:
        NoSuchParagraph, Unsupported: as `change_text`.
        Refused: there are no such characters.
    """
    find(resolution, owner)

    def change(text: Inlines) -> Inlines:
        before, rest = cut_at(text, start)
        taken, after = cut_at(rest, end - start)
        if not letters(taken):
            raise Refused("a reference takes the place of words", hint="give words of the text")
        kept = (run.atom for run in flatten(taken) if not isinstance(run.atom, Text))
        return (*before, reference, *kept, *after)

    return change_text(resolution, owner, change)
