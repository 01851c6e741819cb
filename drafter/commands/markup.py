r"""Text as people type it, to inlines and back.

    *Recalling* its {bold:own} words,[^2] see {op 3} and {annex I named}{note: A/79/1.}

The signs are those of `.draft`: `*italic*`, `{bold:words}`, `{link:URL words}`, `{br}`,
`{blank:name}`, `\` before a sign that stands for itself. What has a number is said by it: `[^2]` is
note 2 where it stands, `{mark 2}` calls note 2 again, `{op 3}` is a reference. `{note: words}` is a
new note. Asterisks at the very start of a paragraph mark its opening words; where there are none,
the lexicon finds them, unless the text begins with `{}`.
"""

from __future__ import annotations

from typing import assert_never

from drafter.commands.markup_read import Reading
from drafter.commands.state import State
from drafter.edit import tidy
from drafter.model import (
    Blank,
    Break,
    Emphasis,
    Form,
    IdMaker,
    Inline,
    Inlines,
    Link,
    Note,
    NoteMark,
    Reference,
    Role,
    Style,
    Text,
    query_inlines,
)

NO_OPENING = "{}"
_ESCAPED = frozenset("\\*{}")


def read_text(typed: str, state: State, make: IdMaker, own: Inlines = ()) -> Inlines:
    """The text that was typed; `own` is the text it takes the place of, whose notes it may call.

    Line ends are spaces. New notes get their ids from `make`.

    Raises:
        Unclear: a sign is not closed, a note or a paragraph is not there.
    """
    notes = {inline.id: inline for inline in query_inlines(own) if isinstance(inline, Note)}
    reading = Reading(" ".join(typed.split("\n")).strip(" "), state, make, notes)
    return tidy(reading.all())


def read_body(
    typed: str, role: Role | None, state: State, make: IdMaker, own: Inlines = ()
) -> Inlines:
    """As `read_text` for a paragraph's body; `role` is None where none opens with known words."""
    words = typed.strip(" \n")
    if words.startswith("*"):
        return _opened(read_text(words, state, make, own))
    inlines = read_text(words.removeprefix(NO_OPENING), state, make, own)
    plain = role is None or words.startswith(NO_OPENING)
    return inlines if plain else found_opening(inlines, role, state)


def found_opening(inlines: Inlines, role: Role | None, state: State) -> Inlines:
    """The text with the opening words marked that the lexicon of its language knows."""
    first = inlines[0] if inlines else None
    if role is None or not isinstance(first, Text):
        return inlines
    lexicon = state.desk.lexicon(state.resolution.language)
    opening = lexicon.opening(first.text, role)
    if not opening:
        return inlines
    rest = Text(first.text[len(opening) :])
    return tidy((Emphasis(Style.OPENING, (Text(opening),)), rest, *inlines[1:]))


def write_body(body: Inlines, role: Role | None, state: State) -> str:
    """A paragraph's body as it would be typed; read back it is the same."""
    typed = write_text(body, state)
    match body[:1]:
        case (Emphasis(Style.OPENING),):
            return typed
        case (Emphasis(Style.ITALIC, inner),):
            return f"{{italic:{write_text(inner, state)}}}{write_text(body[1:], state)}"
    if found_opening(body, role, state) != body:
        return NO_OPENING + typed
    return typed


def write_text(inlines: Inlines, state: State) -> str:
    """A text as it would be typed."""
    return "".join(_write(inline, state) for inline in inlines)


def _opened(inlines: Inlines) -> Inlines:
    """The text with the emphasis at its start made that of opening words."""
    first = inlines[0] if inlines else None
    if isinstance(first, Emphasis) and first.style is Style.ITALIC:
        return tidy((Emphasis(Style.OPENING, first.body), *inlines[1:]))
    return inlines


def _write(inline: Inline, state: State) -> str:
    match inline:
        case Text(text):
            return "".join(f"\\{sign}" if sign in _ESCAPED else sign for sign in text).replace(
                "[^", "\\[^"
            )
        case Emphasis(style, body):
            return _styled(style, write_text(body, state))
        case Link(href, body):
            return f"{{link:{href} {write_text(body, state)}}}"
        case Note():
            return f"[^{state.numbering.mark(inline)}]"
        case NoteMark():
            return f"{{mark {_called(inline.target, state)}}}"
        case Reference():
            return _reference(inline, state)
        case Blank(name):
            return f"{{blank:{name}}}"
        case Break():
            return "{br}"
        case _:
            assert_never(inline)


def _styled(style: Style, words: str) -> str:
    if style in {Style.OPENING, Style.ITALIC} and "*" not in words:
        return f"*{words}*"
    return f"{{{'italic' if style is Style.OPENING else style.value}:{words}}}"


def _called(target: str, state: State) -> str:
    """A note as `{mark ...}` names it."""
    said = state.addresses.texts.get(target, "")
    return said.removeprefix("note ") if said.startswith("note ") else f"#{target}"


def _reference(reference: Reference, state: State) -> str:
    words = [state.address(reference.target)]
    if reference.form is not Form.PLACED:
        words.append(reference.form.value)
    if reference.pinned is not None:
        words.append('"' + reference.pinned.replace("\\", "\\\\").replace('"', '\\"') + '"')
    return "{" + " ".join(words) + "}"
