"""What stands after a marker or a key: a text and attributes, told apart; shared by all readers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drafter.formats.draft.attributes import AttributeReader, Attributes
from drafter.formats.draft.faults import Faults, Line
from drafter.formats.draft.read_inline import InlineReader
from drafter.formats.draft.read_notes import Notes
from drafter.model import Inlines


@dataclass(frozen=True, slots=True)
class Content:
    """The rest of a line: its text and its attributes."""

    text: Inlines
    attributes: Attributes


@dataclass(slots=True)
class ContentReader:
    """Reads the rest of lines, and remembers in which line each id stands."""

    faults: Faults
    notes: Notes
    lines: dict[str, Line]

    def text(self, line: Line, start: int) -> Inlines:
        """A text that takes no attributes, up to the end of the line."""
        found, end = InlineReader(line, self.faults, self.notes).read(start)
        if end < line.end:
            hint = "take them away, or write \\{# for plain signs"
            self.faults.add(line, end, "attributes cannot stand here", hint)
        return found

    def content(
        self, line: Line, start: int, known: Mapping[str, type], *, opens: bool = False
    ) -> Content:
        """A text and the attributes of a block; `opens`: its first emphasis is opening words."""
        first = start if opens else -1
        found, end = InlineReader(line, self.faults, self.notes, first).read(start)
        return Content(found, self.attributes(line, end, known))

    def attributes(self, line: Line, start: int, known: Mapping[str, type]) -> Attributes:
        """The attributes that end a line; none when the line has ended.

        Without an id the line gives a passing one, `passing_id`, that `identified` replaces.
        """
        found, end = Attributes(), line.end
        if start < line.end:
            found, end = AttributeReader(line, self.faults, known).read(start)
        if end < line.end:
            hint = "attributes end their line; write \\{# for plain signs"
            self.faults.add(line, end, "something stands after the attributes", hint)
        found.id = found.id or passing_id(line)
        self.register(found.id, line, start)
        return found

    def register(self, id_: str, line: Line, start: int) -> None:
        """Note that an id stands in this line; a second time it is a fault."""
        first = self.lines.setdefault(id_, line)
        if first is not line:
            message = f"the id {id_!r} stands twice; first in line {first.number}"
            hint = "give one of the two another id, or none"
            self.faults.add(line, start, message, hint)


def passing_id(line: Line) -> str:
    """An id that no file can hold, for what has none yet."""
    return f"@{line.number}"
