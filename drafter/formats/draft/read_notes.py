"""Footnotes: a text defines them once, at the left edge, and calls them once where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafter.codec import nearest
from drafter.formats.draft.faults import Faults, Line
from drafter.formats.draft.words import DEFINITION
from drafter.model import ID, Note

_NAMES = "begin with a lower-case letter, then letters, digits and hyphens: [^n1]"


@dataclass(slots=True)
class Notes:
    """The definitions of a file, and which of them have been called."""

    faults: Faults
    defined: dict[str, tuple[Note, Line]] = field(default_factory=dict)
    called: dict[str, Line] = field(default_factory=dict)
    inside: bool = False

    def define(self, note: Note, line: Line) -> None:
        """Keep a definition; one that stands already is a fault."""
        if note.id in self.defined:
            first = self.defined[note.id][1].number
            message = f"the note {note.id!r} is defined twice; first in line {first}"
            self.faults.add(line, line.start, message, "give one of the two another name")
        elif not ID.fullmatch(note.id):
            self.faults.add(line, line.start, _no_name(note.id), _NAMES)
        else:
            self.defined[note.id] = (note, line)

    def call(self, id_: str, line: Line, offset: int) -> Note | None:
        """The note that is called; None, with a fault, when it cannot be."""
        if self.inside:
            hint = "notes do not nest: write the words of the other note here"
            self.faults.add(line, offset, "a note is called in a note", hint)
        elif not ID.fullmatch(id_):
            self.faults.add(line, offset, _no_name(id_), _NAMES)
        elif id_ in self.called:
            message = f"the note {id_!r} is called twice; first in line {self.called[id_].number}"
            hint = f"to print its mark again, write {{mark:{id_}}}"
            self.faults.add(line, offset, message, hint)
        elif id_ not in self.defined:
            near = nearest(id_, self.defined) if self.defined else ""
            message = f"the note {id_[:40]!r} is not defined"
            hint = f"add the line [^{id_[:40]}]: with its text"
            close = near.startswith("did you mean")
            self.faults.add(line, offset, message, f"{hint}; {near}" if close else hint)
        else:
            self.called[id_] = line
            return self.defined[id_][0]
        return None

    def tell_uncalled(self) -> None:
        """Note a fault for each definition that no text calls.

        A call in a line that could not be read is a call: mending the line mends both.
        """
        for id_, (_, line) in self.defined.items():
            if id_ not in self.called and not self._in_faulty_line(id_):
                hint = f"write [^{id_}] after the word that it belongs to, or delete the line"
                self.faults.add(line, line.start, f"the note {id_!r} is never called", hint)

    def _in_faulty_line(self, id_: str) -> bool:
        lines = (fault.where.excerpt for fault in self.faults.found)
        return any(f"[^{id_}]" in line and not DEFINITION.match(line) for line in lines)


def _no_name(id_: str) -> str:
    return f"{id_[:40]!r} is not the name of a note"
