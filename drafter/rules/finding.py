"""What a rule finds: a place in the text, what is wrong there, and what would mend it, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from drafter.model import Atom, Blocks, Inlines


class Severity(StrEnum):
    """How sure a finding is.

    An error only where the rule is certain, a warning where usage is mixed, information where there
    is something to know.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Spot:
    """One text of a resolution.

    `owner` is the id of its block, annex or note, "" outside them. `field` is that of the model's
    `Passage` ("body", "tail", "title", "line" ...), "note" for the text of a note. `nth` tells
    texts of one owner and field apart, from 0 in reading order: agenda items, cells, closing lines.
    A field of the masthead that is data, not text, has a spot too ("symbol", "session").
    """

    owner: str = ""
    field: str = "body"
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Replace:
    """Other words for the visible signs `start` to `end` of a text; nothing else of it changes.

    `start` and `end` count the signs of `Line.plain`; the stretch holds plain text only, no
    reference and no blank. Notes called inside it stay, behind the new words. `new` takes the style
    of what it replaces; where it is put between two signs, that of the sign before. An atom
    (`Reference`) may stand in the place of words. `old` are the words replaced: the review fills
    them in.
    """

    spot: Spot
    start: int
    end: int
    new: str | Atom
    old: str = ""

    @property
    def owner(self) -> str:
        """The id of the block, annex or note that changes."""
        return self.spot.owner


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A whole text anew, with the same words: a note called at another place, other italics."""

    spot: Spot
    new: Inlines

    @property
    def owner(self) -> str:
        """The id of the block, annex or note that changes."""
        return self.spot.owner


@dataclass(frozen=True, slots=True)
class Exchange:
    """Other blocks in the place of one: a label of its own taken away, another role."""

    owner: str
    new: Blocks


Edit: TypeAlias = Replace | Rewrite | Exchange


@dataclass(frozen=True, slots=True)
class Fix:
    """What mends a finding: a sentence in the imperative and the edits, all of them or none."""

    message: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """What the function of a rule yields: the place, what is wrong there, maybe a fix.

    `start` and `end` count the signs of the text's `Line.plain`; both 0 mean the whole text.
    """

    spot: Spot
    message: str
    start: int = 0
    end: int = 0
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit, with all that tells it to a person.

    `label` is printed: "3.", "3. (a)", the mark of a note, "Annex II"; a preambular paragraph,
    which prints none, is named by its place, "PP4". `section` is one of the words of the published
    comparison: masthead, title, enacting, preamble, operative, closing, annex, note. `excerpt` are
    the words found, with a few around them.
    """

    code: str
    severity: Severity
    label: str
    section: str
    message: str
    excerpt: str
    spot: Spot
    start: int = 0
    end: int = 0
    fix: Fix | None = None
