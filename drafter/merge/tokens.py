"""Running text as words for merging: every word, sign, note, mark and reference is a token.

The space before a word belongs to its token, so that a word and its space come and go together.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias, assert_never

from drafter.model import (
    Blank,
    Break,
    Inlines,
    Note,
    NoteMark,
    Reference,
    Run,
    Text,
    flatten,
    plain_text,
)

Token: TypeAlias = tuple[Run, ...]
"""One word, sign or atom, after the space before it if there is one."""

# A word keeps the signs inside it ("62/209", "non-governmental", "don't") and its combining marks;
# in scripts that are written without spaces every sign is a word.
_CLOSE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTER = f"(?:(?![{_CLOSE}])[\\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670])"
_TOKEN = re.compile(f"[ \u00a0]+|{_LETTER}+(?:[-\u2010-\u2015'\u2019/.,:]{_LETTER}+)*|.", re.DOTALL)
END_SIGNS = frozenset(";.,:")
"""Signs that close a paragraph; which one follows from its place, so it is no word."""
END_KEY = "\x01end"
"""The key of the closing sign, whichever it is."""


def split(inlines: Inlines) -> list[Token]:
    """The tokens of a text; their runs, one after the other, are the text again."""
    return list(_with_spaces(piece for run in flatten(inlines) for piece in _pieces(run)))


def keys(tokens: Sequence[Token], claimed: Collection[str] = ()) -> list[str]:
    """What each token is compared by: its words and look; a note is its id, whatever it says.

    A note in `claimed` differs from the same note elsewhere: one side edited it, the other dropped
    it, and only as a difference can that be seen.
    """
    found = ["".join(_key(run, claimed) for run in token) for token in tokens]
    place = closing(tokens)
    if place is not None:
        found[place] = END_KEY
    return found


def closing(tokens: Sequence[Token]) -> int | None:
    """The place of the sign that closes the text; notes may follow it. None where there is none."""
    for place in range(len(tokens) - 1, 0, -1):
        atom = tokens[place][-1].atom
        if isinstance(atom, Text):
            alone = len(tokens[place]) == 1 and atom.text in END_SIGNS
            return place if alone else None
        if not isinstance(atom, Note | NoteMark):
            return None
    return None


def runs(tokens: Iterable[Token]) -> list[Run]:
    """The runs of some tokens."""
    return [run for token in tokens for run in token]


def said(inlines: Inlines) -> str:
    """The words of a text for messages; references and notes are named by their ids."""
    return "".join(_said(run) for run in flatten(inlines)).strip(" ")


def without_end(inlines: Inlines) -> list[Token]:
    """What a text says apart from its closing sign; notes with all they say."""
    tokens = split(inlines)
    if (place := closing(tokens)) is not None:
        tokens.pop(place)
    return tokens


def is_space(run: Run) -> bool:
    """Whether a run only parts words."""
    return isinstance(run.atom, Text) and not run.atom.text.strip(" \u00a0")


def _pieces(run: Run) -> Iterator[Run]:
    if not isinstance(run.atom, Text):
        yield run
        return
    for word in _TOKEN.findall(run.atom.text):
        yield replace(run, atom=Text(word))


def _with_spaces(pieces: Iterable[Run]) -> Iterator[Token]:
    before: Token = ()
    for piece in pieces:
        if is_space(piece):
            before = (*before, piece)
        else:
            yield (*before, piece)
            before = ()
    if before:
        yield before


def _key(run: Run, claimed: Collection[str]) -> str:
    match run.atom:
        case Text(words):
            return f"{words}\x02{'+'.join(run.styles)}{run.href}" if _looks(run) else words
        case Note(id=id_):
            return f"\x01note {id_}{' edited' if id_ in claimed else ''}"
        case NoteMark() | Reference() | Blank() | Break():
            return f"\x01{run!r}"
        case _:
            assert_never(run.atom)


def _looks(run: Run) -> bool:
    return bool(run.styles or run.href)


def _said(run: Run) -> str:
    match run.atom:
        case Reference(target=target, pinned=pinned):
            return pinned or f"{{{target}}}"
        case Note(id=id_) | NoteMark(target=id_):
            return f"[^{id_}]"
        case Text() | Blank() | Break():
            return plain_text((run.atom,))
        case _:
            assert_never(run.atom)
