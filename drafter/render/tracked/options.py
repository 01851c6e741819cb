"""What a user can choose about a comparison as a Word file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from drafter.errors import Refused
from drafter.formats.word import WordOptions

_LONGEST = 255
"""Signs of an author's name that Word takes."""


@dataclass(frozen=True, slots=True)
class Options:
    """Choices for one comparison.

    `author` stands at every change. `date` does too, when there is one: no clock is read, and Word
    shows changes that have none. A date without a zone is taken for universal time. `word` are the
    choices of any Word file.

    Raises:
        Refused: no file can hold the author's name.
    """

    author: str = "drafter"
    date: datetime | None = None
    word: WordOptions = field(default=WordOptions())

    def __post_init__(self) -> None:
        if not (self.author.isprintable() and 0 < len(self.author) <= _LONGEST):
            raise Refused(
                "the author's name is empty, too long, or holds signs that are not printed",
                hint=f"give a name of 1 to {_LONGEST} signs",
            )


DEFAULTS = Options()
