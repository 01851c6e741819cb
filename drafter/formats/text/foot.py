"""The notes at the foot of a page of PDF text.

Their marks stand on lines of their own, each before its text or all before all texts, and some are
lost; where notes stand together, a line that ends with a full stop ends a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from drafter.formats.common.line import Line, join
from drafter.formats.common.log import Log
from drafter.formats.common.notes import Definition, definition
from drafter.report import Kind

RULE = re.compile(r"_{3,}")
_NUMBER = re.compile(r"\d{1,3}")
_STARRED = re.compile(r"(?P<mark>\*{1,4})(?: (?P<text>\S.*))?")
_GAP = 20  # marks that jump further are no marks


def read_foot(lines: Sequence[Line], before: Sequence[Definition], log: Log) -> list[Definition]:
    """The notes in the lines below the rule of one page; `before` are those of earlier pages."""
    foot = _Foot(max((note.number for note in before), default=0), log)
    for line in lines:
        if RULE.fullmatch(line.text):
            log.skip(line, "a rule", line.text)
        elif line.text:
            foot.line(line)
    _fill_gaps(foot.chunks)
    return [*foot.starred, *(note for chunk in foot.chunks for note in _notes_of(chunk, log))]


@dataclass(slots=True)
class _Chunk:
    """Some marks and the lines of text after them, up to the next mark."""

    marks: list[int] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class _Foot:
    """The foot of a page while it is read: asterisk notes first, then chunks of numbered ones."""

    last: int
    log: Log
    starred: list[Definition] = field(default_factory=list)
    chunks: list[_Chunk] = field(default_factory=list)

    def line(self, line: Line) -> None:
        if _NUMBER.fullmatch(line.text):
            self._mark(line)
        elif (found := _STARRED.fullmatch(line.text)) and not self.chunks:
            self.starred.append(Definition(found["mark"], found["text"] or "", line))
        elif (note := definition(line, self.last)) and note.number == self.last + 1:
            self.last = note.number
            self.chunks.append(_Chunk([note.number], [replace(line, text=note.text)]))
        else:
            self._text(line)

    def _mark(self, line: Line) -> None:
        mark = int(line.text)
        if not self.last < mark <= self.last + _GAP:
            self.log.skip(line, "a page number, or a mark out of its place", line.text)
            return
        self.last = mark
        if self.chunks and self.chunks[-1].marks and not self.chunks[-1].lines:
            self.chunks[-1].marks.append(mark)
        else:
            self.chunks.append(_Chunk([mark]))

    def _text(self, line: Line) -> None:
        if self.chunks:
            self.chunks[-1].lines.append(line)
        elif self.starred:
            self.starred[-1] = self.starred[-1].continued(line)
        else:
            self.chunks.append(_Chunk([], [line]))


def _fill_gaps(chunks: Sequence[_Chunk]) -> None:
    """Marks that the extraction has lost: those between the marks that are there."""
    for at, chunk in enumerate(chunks):
        if not chunk.marks:
            continue
        following = next((later.marks[0] for later in chunks[at + 1 :] if later.marks), None)
        end = chunk.marks[-1] if following is None else following - 1
        chunk.marks = list(range(chunk.marks[0], end + 1))


def _notes_of(chunk: _Chunk, log: Log) -> Iterator[Definition]:
    """One note a mark; where there are several, a line that ends with a full stop ends a note."""
    if not chunk.marks or not chunk.lines:
        for line in chunk.lines:
            log.skip(line, "a line at the foot of the page without the mark of a note", line.text)
        return
    groups = _sentences(chunk.lines)
    wanted = len(chunk.marks)
    groups = [*groups[: wanted - 1], [line for group in groups[wanted - 1 :] for line in group]]
    if len(_sentences(chunk.lines)) != wanted and wanted > 1:
        log.add(
            Kind.NOTE,
            chunk.lines[0],
            f"the texts of notes {chunk.marks[0]} to {chunk.marks[-1]} stand together; "
            "where one ends and the next begins is inferred from full stops",
        )
    for mark, group in zip(chunk.marks, groups, strict=False):
        if group:
            yield Definition(str(mark), _joined(group), group[0], group[0].page)


def _sentences(lines: Sequence[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = [[]]
    for line in lines:
        if groups[-1] and groups[-1][-1].text.endswith("."):
            groups.append([])
        groups[-1].append(line)
    return groups


def _joined(lines: Sequence[Line]) -> str:
    return join([line.text for line in lines])
