"""The head of a file: one key and its value a line."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from drafter.codec import decode_opaque, decode_vote, nearest
from drafter.errors import Malformed
from drafter.formats.draft.content import ContentReader
from drafter.formats.draft.faults import Line
from drafter.formats.draft.lines import Node
from drafter.formats.draft.words import HEADER, KEYS, PLAIN_KEYS, REPEATED
from drafter.model import (
    Adoption,
    AgendaItem,
    DocumentKind,
    Inlines,
    Masthead,
    Origin,
    Resolution,
    Submission,
)

T = TypeVar("T")

_SUBMISSION = ("sponsor", "submitted")
_ADOPTION = ("adoption", "bracket", "adopted")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the head: its key, and the offset at which its value begins."""

    key: str
    line: Line
    start: int

    @property
    def value(self) -> str:
        """The value as it stands."""
        return self.line.text[self.start : self.line.end]


@dataclass(slots=True)
class HeadReader:
    """Reads the head; `entries` are its lines, `lines` the line of each key, for messages."""

    contents: ContentReader
    entries: list[Entry] = field(default_factory=list)
    lines: dict[str, Line] = field(default_factory=dict)

    def take(self, nodes: Sequence[Node]) -> Sequence[Node]:
        """Take the lines of the head off the start of a file; returns the others."""
        count = 0
        for count, node in enumerate(nodes):  # noqa: B007 - the count is used after the loop
            found = HEADER.match(node.line.text, node.line.start, node.line.end)
            if found is None:
                break
            self._take(node, found["key"], found.end())
        else:
            count = len(nodes)
        return nodes[count:]

    def _take(self, node: Node, key: str, start: int) -> None:
        line = node.line
        if key not in KEYS:
            self._fault(line, f"there is no key {key[:40]!r}", nearest(key, KEYS))
            return
        if node.inside:
            hint = "the head is not indented, and its values stand on one line"
            self._fault(node.inside[0].line, "nothing can stand under a key", hint)
        if key in self.lines and key not in REPEATED:
            first = self.lines[key].number
            hint = "take one of the two away"
            self._fault(line, f"the key {key!r} stands twice; first in line {first}", hint)
        if start >= line.end and key != "agenda":
            self._fault(line, f"{key!r} has no value", "write its value, or delete the line")
            return
        self.lines.setdefault(key, line)
        self.entries.append(Entry(key, line, start))

    def head(self) -> Resolution:
        """A resolution that has what the head says, and no text yet."""
        return Resolution(
            kind=self._one("kind", self._kind) or DocumentKind.DRAFT,
            language=self._plain("language") or "en",
            masthead=self._masthead(),
            origin=self._origin(),
            number=self._plain("number"),
            title=self._text("title"),
            votes=self._kept("vote", decode_vote),
            meta=self._kept("meta", decode_opaque),
        )

    def _masthead(self) -> Masthead:
        plain = {field_: self._plain(key) for key, field_ in PLAIN_KEYS.items()}
        original = self._plain("original")
        return Masthead(
            **plain,
            date=self._one("date", self._date),
            original=tuple(code.strip(" ") for code in original.split(",")) if original else (),
            agenda=tuple(self._agenda()),
        )

    def _agenda(self) -> list[AgendaItem]:
        items: list[AgendaItem] = []
        titled = True
        for entry in self.entries:
            if entry.key == "agenda":
                items.append(AgendaItem(self._inlines(entry)))
                titled = False
            elif entry.key == "agenda-title":
                if titled:
                    hint = "write it after the line agenda: of its item"
                    self._fault(entry.line, "the agenda title has no agenda item", hint)
                    continue
                items[-1] = AgendaItem(items[-1].line, self._inlines(entry))
                titled = True
        return items

    def _origin(self) -> Origin:
        submitted = [entry for entry in self.entries if entry.key in _SUBMISSION]
        adopted = [entry for entry in self.entries if entry.key in _ADOPTION]
        if submitted and adopted:
            hint = "a draft has sponsors or who submitted it, an adopted text an adoption line"
            message = f"{adopted[0].key!r} and {submitted[0].key!r} cannot stand together"
            self._fault(adopted[0].line, message, hint)
        if adopted:
            day = self._one("adopted", self._date)
            return Adoption(self._text("adoption"), self._text("bracket"), day)
        sponsors = [self._inlines(entry) for entry in submitted if entry.key == "sponsor"]
        return Submission(tuple(sponsors), self._text("submitted"))

    def _one(self, key: str, reader: Callable[[Entry], T]) -> T | None:
        """What the line of a key says, None when there is none."""
        return next((reader(entry) for entry in self.entries if entry.key == key), None)

    def _plain(self, key: str) -> str:
        return self._one(key, lambda entry: entry.value) or ""

    def _text(self, key: str) -> Inlines:
        return self._one(key, self._inlines) or ()

    def _inlines(self, entry: Entry) -> Inlines:
        return self.contents.text(entry.line, entry.start)

    def _kind(self, entry: Entry) -> DocumentKind:
        words = [kind.value for kind in DocumentKind]
        if entry.value in words:
            return DocumentKind(entry.value)
        message = f"{entry.value[:40]!r} is no kind of document"
        self.contents.faults.add(entry.line, entry.start, message, nearest(entry.value, words))
        return DocumentKind.DRAFT

    def _date(self, entry: Entry) -> date | None:
        try:
            day = date.fromisoformat(entry.value)
        except ValueError:
            day = None
        if day is None or day.isoformat() != entry.value:
            hint = "write year, month and day: 2009-10-06"
            message = f"{entry.value[:40]!r} is not a date"
            self.contents.faults.add(entry.line, entry.start, message, hint)
            return None
        return day

    def _kept(self, key: str, decoder: Callable[[Any], T]) -> tuple[T, ...]:
        found = [
            read_kept(self.contents, entry.line, entry.start, decoder)
            for entry in self.entries
            if entry.key == key
        ]
        return tuple(one for one in found if one is not None)

    def _fault(self, line: Line, what: str, hint: str) -> None:
        self.contents.faults.add(line, line.start, what, hint)


def read_kept(
    contents: ContentReader, line: Line, start: int, decoder: Callable[[Any], T]
) -> T | None:
    """A vote or a kept element from the JSON that ends a line; None, with a fault, else."""
    try:
        return decoder(json.loads(line.text[start : line.end]))
    except json.JSONDecodeError as error:
        hint = 'write one object of JSON on the line: {"name": "keyword", "text": "peace"}'
        contents.faults.add(line, start + error.pos, "this is not JSON", hint)
    except RecursionError:
        hint = "leave the deepest elements out"
        contents.faults.add(line, start, "lists and objects stand too deep", hint)
    except ValueError:  # a number of thousands of digits
        contents.faults.add(line, start, "a number is too long", "write a smaller number")
    except Malformed as error:
        for one in (error, *error.also):
            path = f"{one.where.path}: " if one.where.path else ""
            contents.faults.add(line, start, f"{path}{one.what}", one.hint)
    return None
