"""What a well-formed text is: the characters, the spaces and the form of running text.

Every rule yields (message, hint) pairs, so that all faults of a text are told at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias, assert_never

from drafter.model.identity import ID
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
    Style,
    Text,
    normalise,
    query_inlines,
)

Remark: TypeAlias = tuple[str, str]
"""A message and a hint."""

# Line and paragraph separators are line ends too; U+FFFE and U+FFFF are no characters of XML.
BAD_SIGN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_BAD_IN_DATA = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BAD_SPACE = re.compile(r"^ | $|  | \n|\n ")


def sign_name(sign: str) -> str:
    """A sign as messages name it, because it cannot be printed: "U+0009 (tab)"."""
    names = {"\t": " (tab)", "\n": " (line end)", "\r": " (line end)", "\0": " (null)"}
    return f"U+{ord(sign):04X}{names.get(sign, '')}"


def word_faults(word: str, *, empty: bool = True) -> Iterator[Remark]:
    """Faults of a plain string such as a symbol or a label: bad signs, spaces at the edge."""
    yield from _sign_faults(word, BAD_SIGN)
    if word.startswith(" ") or word.endswith(" "):
        yield ("begins or ends with a space", "take the space away")
    if not word and not empty:
        yield ("is empty", "give it a value or leave it out")


def data_faults(data: str) -> Iterator[Remark]:
    """Faults of a string that is only kept: anything that XML can carry is allowed."""
    yield from _sign_faults(data, _BAD_IN_DATA)


def id_faults(word: str) -> Iterator[Remark]:
    """Faults of an id, or of a target that names one."""
    if not ID.fullmatch(word):
        yield (
            f"{word[:40]!r} is not an id",
            "an id has 1 to 32 lower-case letters, digits and hyphens and begins with a letter",
        )


def text_faults(inlines: Inlines, *, opens: bool = False) -> Iterator[Remark]:
    """Faults of running text; `opens` allows opening words at its start (a paragraph's body).

    The notes in it are judged as texts of their own by the caller.
    """
    if normalise(inlines) != inlines:
        yield ("the text is not in normal form", "pass it through normalise()")
    seen = _visible(inlines)
    if found := _BAD_SPACE.search(seen):
        yield (_space_message(found, seen), "keep one space between words and none at the edges")
    yield from _opening_faults(inlines, opens=opens)
    for inline in _in_text(inlines):
        yield from _inline_faults(inline)


def notes_in(inlines: Inlines) -> Iterator[Note]:
    """The notes called in a text, not those that wrongly stand in notes."""
    return (inline for inline in _in_text(inlines) if isinstance(inline, Note))


def note_faults(note: Note) -> Iterator[Remark]:
    """Faults of a note's own text and mark."""
    yield from text_faults(note.body)
    yield from word_faults(note.mark or "")
    if any(isinstance(inline, Note) for inline in query_inlines(note.body)):
        yield ("a note stands in a note", "put the text of the inner note into the outer one")


def _sign_faults(words: str, bad: re.Pattern[str]) -> Iterator[Remark]:
    if found := bad.search(words):
        name = sign_name(found.group())
        yield (f"holds the sign {name}, which cannot be printed", "take it out")


def _in_text(inlines: Inlines) -> Iterator[Inline]:
    for inline in inlines:
        yield inline
        if isinstance(inline, Emphasis | Link):
            yield from _in_text(inline.body)


def _visible(inlines: Inlines) -> str:
    return "".join(_seen(inline) for inline in inlines)


def _seen(inline: Inline) -> str:
    """The signs of an inline as spaces are judged: anything but text and breaks is one sign."""
    match inline:
        case Text(text):
            return text.replace("\n", "#")  # a fault of its own; a line end here is a Break
        case Emphasis(_, body) | Link(_, body):
            return _visible(body)
        case Break():
            return "\n"
        case Note() | NoteMark() | Reference() | Blank():
            return "#"
        case _:
            assert_never(inline)


def _space_message(found: re.Match[str], seen: str) -> str:
    near = seen[max(0, found.start() - 12) : found.end() + 12].strip()
    if "\n" in found.group():
        return f"a space stands beside a line break, near {near!r}"
    if found.group() == "  ":
        return f"two spaces in a row, near {near!r}"
    return f"the text begins or ends with a space, near {near!r}"


def _opening_faults(inlines: Inlines, *, opens: bool) -> Iterator[Remark]:
    rest = inlines
    if opens and inlines and _is_opening(inlines[0]):
        rest = inlines[1:]
    if any(_is_opening(inline) for inline in _in_text(rest)):
        yield (
            "opening words stand elsewhere than at the start of a paragraph",
            "make them italic, or put them first",
        )


def _is_opening(inline: Inline) -> bool:
    return isinstance(inline, Emphasis) and inline.style is Style.OPENING


def _inline_faults(inline: Inline) -> Iterator[Remark]:
    match inline:
        case Link(href=href):
            yield from word_faults(href, empty=False)
        case NoteMark(target=target):
            yield from id_faults(target)
        case Reference(target=target, pinned=pinned):
            yield from id_faults(target)
            yield from word_faults(pinned or "")
        case Blank(name=name):
            yield from word_faults(name, empty=False)
        case Text(text=words):
            yield from _sign_faults(words, BAD_SIGN)
        case Emphasis() | Note() | Break():
            return
        case _:
            assert_never(inline)
