"""What a reader may choose of the page before it is made."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.diff import Diff, Put
from drafter.model import Resolution


@dataclass(frozen=True, slots=True)
class Options:
    """How the page opens.

    `context` counts the kept paragraphs shown around each change. `inline` opens the page with one
    column. The languages are codes as in HTML ("ar"); None takes what the comparison tells.
    """

    context: int = 1
    inline: bool = False
    old_language: str | None = None
    new_language: str | None = None

    def languages(self, diff: Diff) -> tuple[str, str]:
        """The languages of old and new; "" where one is not known, which HTML understands."""
        told = _told(diff)
        new = told if self.new_language is None else self.new_language
        same = "" if "language" in diff.hidden else new
        return same if self.old_language is None else self.old_language, new


def _told(diff: Diff) -> str:
    """The language of the new text, where the comparison brings the frame of it."""
    frames = (
        piece.shell.language
        for step in diff.patch.steps[:1]
        if isinstance(step, Put)
        for piece in step.pieces[:1]
        if isinstance(piece.shell, Resolution)
    )
    return next(frames, "")
