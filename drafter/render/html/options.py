"""What a reader may choose of the page before it is made."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.diff import Diff


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
        old, new = diff.languages
        return (
            old if self.old_language is None else self.old_language,
            new if self.new_language is None else self.new_language,
        )
