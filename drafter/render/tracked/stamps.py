"""What became of a stretch of the page, and the elements in which Word keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC
from enum import StrEnum
from itertools import count

from drafter.formats.word.xml import Element, Value, w
from drafter.render.tracked.options import Options

_NO_DATE = "1980-01-01T00:00:00Z"
"""The range of a move must have a date, which no program shows; zip files begin with this one."""


class Status(StrEnum):
    """What became of a stretch; the values are the names of Word's elements."""

    KEPT = ""
    INSERTED = "ins"
    DELETED = "del"
    MOVED_FROM = "moveFrom"
    MOVED_TO = "moveTo"


@dataclass(slots=True)
class Stamps:
    """Makes the elements of changes: each has a number of its own, the author and the date.

    `first` is a number above those of all bookmarks, with which they share their numbers.
    """

    options: Options
    first: int
    numbers: Iterator[int] = field(init=False)

    def __post_init__(self) -> None:
        self.numbers = count(self.first)

    def change(self, tag: str, *inside: Element) -> Element:
        """A change: `w:ins`, `w:del`, `w:rPrChange` and the like."""
        return w(tag, *inside, **self._by(next(self.numbers)))

    def around(self, status: Status, name: str) -> tuple[Element, Element]:
        """The two ends of the range of a move."""
        number = next(self.numbers)
        given: dict[str, Value] = {"date": _NO_DATE, **self._by(number)}
        start = w(f"{status}RangeStart", name=name, **given)
        return start, w(f"{status}RangeEnd", id=number)

    def _by(self, number: int) -> dict[str, Value]:
        given: dict[str, Value] = {"id": number, "author": self.options.author}
        day = self.options.date
        if day is not None:
            whole = day.astimezone(UTC).replace(tzinfo=None) if day.tzinfo else day
            given["date"] = f"{whole.isoformat(timespec='seconds')}Z"
        return given
