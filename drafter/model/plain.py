"""The words of a text without its structure: for matching, for hashing, for messages."""

from __future__ import annotations

from typing import assert_never

from drafter.model.inline import (
    Blank,
    Break,
    Emphasis,
    Inline,
    Inlines,
    Link,
    Note,
    NoteMark,
    Reference,
    Text,
)


def plain_text(inlines: Inlines) -> str:
    """The visible words; notes and marks are left out, breaks are spaces, blanks are "[name]".

    References that are not pinned have no words of their own here: their words follow from
    numbering.
    """
    return "".join(_plain(inline) for inline in inlines)


def _plain(inline: Inline) -> str:
    match inline:
        case Text(text=text):
            return text
        case Emphasis(body=body) | Link(body=body):
            return plain_text(body)
        case Reference(pinned=pinned):
            return pinned or ""
        case Blank(name=name):
            return f"[{name}]"
        case Break():
            return " "
        case Note() | NoteMark():
            return ""
        case _:
            assert_never(inline)
