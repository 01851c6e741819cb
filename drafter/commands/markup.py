"""Text as people type it, to inlines and back."""

from __future__ import annotations

from drafter.commands.state import State
from drafter.model import (
    Emphasis,
    Inlines,
    Role,
    Style,
    Text,
    normalise,
)


def read_body(typed: str, role: Role, state: State) -> Inlines:
    """A paragraph's body from typed text: opening words are found by the lexicon."""
    words = " ".join(typed.split(" ")).strip()
    opening = state.desk.lexicon(state.resolution.language).opening(words, role)
    if not opening:
        return normalise((Text(words),))
    rest = words[len(opening) :]
    return normalise((Emphasis(Style.OPENING, (Text(opening),)), Text(rest)))
