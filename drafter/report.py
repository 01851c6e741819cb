"""What a reader gives back: a value and the notices about everything that was odd or left out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from drafter.errors import Place

T_co = TypeVar("T_co", covariant=True)


class Kind(StrEnum):
    """What a notice is about; stable words, printed and used in JSON."""

    SKIPPED = "skipped"  # words of the source that are not in the value: named in `Notice.text`
    NUMBER = "number"  # a printed number differs from the derived one
    NOTE = "note"  # a footnote without a call, a call without a footnote, an odd mark
    REFERENCE = "reference"  # a reference to nothing
    STRUCTURE = "structure"  # an irregular structure that was mended or kept as it is
    REPAIRED = "repaired"  # text that was mended on the way in ("resolution63/233" stays, a glued
    # note digit does not)
    METADATA = "metadata"  # a masthead field that could not be understood
    ENCODING = "encoding"  # bytes that are not what the format promises
    UNKNOWN = "unknown"  # markup or a word that the reader has no rule for


@dataclass(frozen=True, slots=True)
class Notice:
    """One remark of a reader: nothing is dropped or changed without one.

    `text` holds the words of the source that the notice is about, whole when `kind` is SKIPPED, so
    that value and notices together hold every word of the source.
    """

    kind: Kind
    message: str
    where: Place = Place()
    text: str = ""

    def __str__(self) -> str:
        place = str(self.where)
        return f"{place}: {self.message}" if place else self.message


@dataclass(frozen=True, slots=True)
class Read(Generic[T_co]):
    """A value and the notices of the reader that made it, in the order of the source."""

    value: T_co
    notices: tuple[Notice, ...] = ()
