"""From the enacting line to the end: which line is text, closing, annex, note or page furniture."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from drafter.formats.common.furniture import furniture
from drafter.formats.common.labels import label_of, numbered_heading
from drafter.formats.common.line import Line, Stretch, TableLine, whole
from drafter.formats.common.log import Log
from drafter.formats.common.masthead import Gathered, is_masthead, scan
from drafter.formats.common.notes import Definition, definition
from drafter.formats.common.opening import enacting, is_complete, opens_as
from drafter.formats.common.words import Words
from drafter.model import Role
from drafter.report import Kind

_SEPARATOR = re.compile(r"\*(?: ?\*){2,}")
_CLOSING_MOST = 120  # a closing line is short; a longer one is text


class Sort(StrEnum):
    """What a line of the body is."""

    TEXT = "text"
    CLOSING = "closing"
    ANNEX = "annex"
    SEPARATOR = "separator"
    TABLE = "table"


class State(StrEnum):
    """Where in the text the walk is."""

    TEXT = "text"
    CLOSING = "closing"
    NOTES = "notes"
    TAIL = "tail"  # the masthead and what surrounds it, after everything else


@dataclass(frozen=True, slots=True)
class Item:
    """A line that belongs to the text, and what it is; `apart`: a blank line stands before it."""

    sort: Sort
    line: Line
    apart: bool = False


@dataclass(slots=True)
class Body:
    """The lines of the body, the notes defined among them."""

    items: list[Item] = field(default_factory=list)
    notes: list[Definition] = field(default_factory=list)


def read_body(lines: Iterable[Line], words: Words, gathered: Gathered, log: Log) -> Body:
    """Sort the lines from the enacting line on; masthead fields among them are gathered."""
    walk = _Walk(words, gathered, log)
    for line in lines:
        walk.line(line)
    return walk.body


class _Walk:
    """One pass over the lines; each rule takes a line or leaves it to the next rule."""

    def __init__(self, words: Words, gathered: Gathered, log: Log) -> None:
        self.words = words
        self.gathered = gathered
        self.log = log
        self.body = Body()
        self.state = State.TEXT
        self.apart = False
        self.after_agenda = False
        self.last_note = 0
        self.rules: tuple[Callable[[Line], bool], ...] = (
            self._table,
            self._furniture,
            self._separator,
            self._masthead,
            self._annex,
            self._note,
            self._closing,
            self._text,
            self._rest_of_tail,
            self._rest_of_note,
        )

    def line(self, line: Line) -> None:
        if not line.text:
            self.apart, self.after_agenda = True, False
            return
        if not any(rule(line) for rule in self.rules):
            self._take(Sort.TEXT, line)
        self.apart = False

    def _take(self, sort: Sort, line: Line) -> bool:
        self.body.items.append(Item(sort, line, self.apart))
        return True

    def _table(self, line: Line) -> bool:
        return isinstance(line, TableLine) and self._take(Sort.TABLE, line)

    def _furniture(self, line: Line) -> bool:
        found = furniture(line, self.words)
        if found is None:
            return False
        what, says = found
        self.log.skip(line, what, line.text)
        self.gathered.found(says, line)
        return True

    def _separator(self, line: Line) -> bool:
        return bool(_SEPARATOR.fullmatch(line.text)) and self._take(Sort.SEPARATOR, line)

    def _masthead(self, line: Line) -> bool:
        fields = scan(line.folded, self.words)
        if not fields or enacting(line, self.words):
            return False
        only_date = [one.name for one in fields] == ["date"]
        if only_date and self.state in {State.TEXT, State.CLOSING}:
            return False
        if not is_masthead(line, self.words) and self._unfinished():
            return False
        self.gathered.line(line, fields)
        self.state = State.TAIL
        self.after_agenda = fields[-1].name == "agenda"
        return True

    def _unfinished(self) -> bool:
        """Whether the text before is broken off, so that a name alone is its next line."""
        items = self.body.items
        return self.state is State.TEXT and bool(items) and not is_complete(items[-1].line.text)

    def _annex(self, line: Line) -> bool:
        if not annex_label(line, self.words) or self._unfinished():
            return False
        self.state = State.TEXT
        return self._take(Sort.ANNEX, line)

    def _note(self, line: Line) -> bool:
        last = self.last_note
        note = definition(line, last)
        if note is None or self.words.day.match(line.folded):
            return False
        if self.state is State.TEXT and (note.number > last + 1 or self._is_operative(note.text)):
            return False
        self.body.notes.append(note)
        self.last_note = note.number or last
        if self.state is not State.TAIL:
            self.state = State.NOTES
        return True

    def _is_operative(self, text: str) -> bool:
        return opens_as(text, self.words) is Role.OPERATIVE

    def _closing(self, line: Line) -> bool:
        if self.state in {State.NOTES, State.TAIL}:
            return False
        if is_closing(line, self.words):
            self.state = State.CLOSING
        elif (
            self.state is not State.CLOSING or self._is_text(line) or len(line.text) > _CLOSING_MOST
        ):
            return False
        return self._take(Sort.CLOSING, line)

    def _is_text(self, line: Line) -> bool:
        """Whether a line can only be text of a resolution: a label, opening words, a heading."""
        return (
            label_of(line.text) is not None
            or enacting(line, self.words) is not None
            or opens_as(line.text, self.words) is not None
            or numbered_heading(line.text) is not None
        )

    def _text(self, line: Line) -> bool:
        """Text goes on after notes that stood in its middle."""
        if not (self._is_text(line) or line.indented):
            return False
        self.state = State.TEXT
        return self._take(Sort.TEXT, line)

    def _rest_of_tail(self, line: Line) -> bool:
        if self.state is not State.TAIL:
            return False
        if self.after_agenda:
            self.gathered.agenda_title(whole(line))
        else:
            self.log.skip(line, "a line after the text that belongs to no known part", line.text)
        return True

    def _rest_of_note(self, line: Line) -> bool:
        """After the notes: one more line of the last one, if that was broken off."""
        if self.state is not State.NOTES or not self.body.notes:
            return False
        last = self.body.notes[-1]
        if last.text.endswith(".") and not line.text[:1].islower():
            self.log.skip(line, "a line after the notes that belongs to no known part", line.text)
            return True
        self.body.notes[-1] = last.continued(line)
        self.log.add(Kind.STRUCTURE, line, "read as one more line of the note before it")
        return True


def is_closing(line: Line, words: Words) -> bool:
    """Whether a line closes a text: the meeting, the date, the vote."""
    text = line.folded
    return _is_meeting(text, words) or any(pattern.fullmatch(text) for pattern in words.closing)


def _is_meeting(text: str, words: Words) -> bool:
    """A meeting, a date, or both on a line: "15th plenary meeting6 October 2009"."""
    meeting = words.meeting.match(text)
    rest = text[meeting.end() :].strip(" ,") if meeting else text
    return bool(meeting and not rest) or words.day.fullmatch(rest) is not None


def closing_lines(line: Line, words: Words) -> list[Stretch]:
    """A closing line, or two where the meeting and its date are run together."""
    meeting = words.meeting.match(line.folded)
    rest = line.folded[meeting.end() :] if meeting else ""
    if meeting is None or words.day.fullmatch(rest.strip()) is None:
        return [whole(line)]
    start = len(line.text) - len(rest.lstrip())
    return [Stretch(line, 0, meeting.end()), Stretch(line, start, len(line.text))]


def annex_label(line: Line, words: Words) -> str:
    """The label of an annex that a whole line is ("Annex", "Annex II"), or ""."""
    found = re.fullmatch(
        rf"(?P<label>(?:{words.annex.pattern})(?: (?:[IVXL]+|\d+|[A-Z]))?)\**", line.folded
    )
    return found["label"] if found else ""
