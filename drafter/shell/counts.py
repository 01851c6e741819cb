"""How long a draft is: what the toolbar and the greeting tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.model import Paragraph, Resolution, Role, notes, passages, plain_text, query

WORD_LIMIT = 3300
"""As the rule of that name has it, whose room takes longer to load than the shell has."""
_WORD = re.compile(r"\w[\w’'‑-]*")


@dataclass(frozen=True, slots=True)
class Counts:
    """Top paragraphs of the two parts, notes, and words, those of notes and annexes among them."""

    preambular: int = 0
    operative: int = 0
    notes: int = 0
    words: int = 0


def counts(resolution: Resolution) -> Counts:
    """Count a draft."""
    roles = [
        site.block.role
        for site in query(resolution)
        if isinstance(site.block, Paragraph)
        and not any(isinstance(holder, Paragraph) for holder in site.above)
    ]
    called = list(notes(resolution))
    texts = [passage.text for passage in passages(resolution)] + [note.body for note in called]
    return Counts(
        preambular=roles.count(Role.PREAMBULAR),
        operative=roles.count(Role.OPERATIVE),
        notes=len(called),
        words=sum(len(_WORD.findall(plain_text(text))) for text in texts),
    )


def told(count: int, thing: str) -> str:
    """A number of things: "1 note", "2 notes", "no notes"."""
    return f"{count or 'no'} {thing}{'' if count == 1 else 's'}"
