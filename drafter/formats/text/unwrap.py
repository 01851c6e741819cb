"""Wrapped lines put together again: which line begins a paragraph.

A line begins one when the text before is complete and the line has a label that fits, opens with
known words, closes the text, or heads a section; or when the line before stops short of the margin.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.formats.common.body import annex_label, is_closing
from drafter.formats.common.labels import (
    bullet_of,
    is_operative,
    label_of,
    numbered_heading,
    readings,
)
from drafter.formats.common.line import Line, join
from drafter.formats.common.log import Log
from drafter.formats.common.opening import enacting, is_complete, last_sign, opens_as
from drafter.formats.common.words import Words
from drafter.numbering import LabelPattern
from drafter.report import Kind

_SHORT = (0.8, 0.5)
"""Of the usual width: a line this short was not broken for want of room. After a comma only a very
short one says so, for commas are everywhere."""
_HEADING_LINES = 3
"""Lines over which a heading is put together again; what goes on longer is text."""
_LOST = 5
"""Numbers in a row that a text may have lost, at page breaks mostly, and still go on counting."""
_SEPARATOR = re.compile(r"\*(?: ?\*){2,}")


def unwrap(lines: Sequence[Line], words: Words, log: Log) -> tuple[Line, ...]:
    """The paragraphs of wrapped lines, each as one line that knows its pages."""
    walk = _Unwrap(lines, words)
    for at, line in enumerate(lines):
        if line.text:
            walk.line(at, line)
        else:
            walk.apart = True
    walk.flush()
    if lines:
        told = sum(bool(line.text) for line in lines)
        log.add(
            Kind.STRUCTURE,
            lines[0],
            f"the lines are wrapped: {told} lines were joined to {len(walk.done)} paragraphs",
        )
    return tuple(walk.done)


def attach_labels(lines: Sequence[Line]) -> list[Line]:
    """The lines with each label that stands alone put before the text below it."""
    attached: list[Line] = []
    label: Line | None = None
    for line in lines:
        if label is None and _is_label(line):
            label = line
        elif label is None:
            attached.append(line)
        elif line.text and not line.text[:1].isdigit() and label_of(line.text) is None:
            attached.append(replace(label, text=f"{label.text}\t{line.text}"))
            label = None
        elif line.text:
            attached.append(label)
            label = line if _is_label(line) else None
            attached += [] if label else [line]
    return [*attached, label] if label else attached


def _is_label(line: Line) -> bool:
    label = label_of(line.text)
    return label is not None and label.start == len(line.text)


class _Unwrap:
    def __init__(self, lines: Sequence[Line], words: Words) -> None:
        self.lines = lines
        self.words = words
        self.width = _usual_width(lines)
        self.done: list[Line] = []
        self.current: list[Line] = []
        self.single = False  # the paragraph at hand is one line: a heading's label, a closing line
        self.heading = False
        self.apart = False
        self.expected: dict[LabelPattern, int] = {}
        self.numbered = False

    def line(self, at: int, line: Line) -> None:
        if not self.current or self._begins(at, line):
            self.flush()
        self.current.append(line)
        self.apart = False

    def flush(self) -> None:
        if self.current:
            self.done.append(_one(self.current))
        self.current = []

    def _begins(self, at: int, line: Line) -> bool:
        """Whether a line begins a paragraph; notes what kind of line it is."""
        if self._waits_for_text():
            return False
        ended = self.single or self.heading or is_complete(self.current[-1].text)
        single = self._is_single(line)
        if single or self.single:
            heading = not single and self._heads(at)
            begins = ended or self.single
        elif ended and (self._labelled(line) or self._opens(line)):
            begins, heading = True, False
        else:
            heading = not self.heading and self._after_stop() and self._heads(at)
            begins = heading or (ended and not self.heading and self._apart(line))
        if begins:
            self.single, self.heading = single, heading
        return begins

    def _waits_for_text(self) -> bool:
        """Whether the paragraph at hand is only a label yet, "3." on a line of its own."""
        return len(self.current) == 1 and _is_label(self.current[0])

    def _is_single(self, line: Line) -> bool:
        return bool(
            enacting(line, self.words)
            or is_closing(line, self.words)
            or annex_label(line, self.words)
            or _SEPARATOR.fullmatch(line.text)
            or ((found := numbered_heading(line.text)) and found[2] == len(line.text))
        )

    def _labelled(self, line: Line) -> bool:
        label = label_of(line.text)
        if label is None:
            return bullet_of(line.text) is not None
        means = readings(label.label)
        alone = label.start == len(line.text) and is_operative(label.label)
        fits = alone or any(n in {1, self.expected.get(pattern)} for pattern, n in means)
        if not fits and not self._goes_on(line, label.start, means):
            return False
        if is_operative(label.label):
            self.numbered = True
            self.expected = {p: n for p, n in self.expected.items() if is_operative(p.label(1))}
        self.expected.update({pattern: n + 1 for pattern, n in means})
        return True

    def _goes_on(self, line: Line, start: int, means: Sequence[tuple[LabelPattern, int]]) -> bool:
        """Whether a number skips a few that were lost, and known opening words follow it."""
        near = any(0 < n - self.expected.get(pattern, n) <= _LOST for pattern, n in means)
        return near and opens_as(line.text[start:], self.words) is not None

    def _opens(self, line: Line) -> bool:
        return opens_as(line.text, self.words) is not None and not self.numbered

    def _apart(self, line: Line) -> bool:
        """Whether a gap or a short line before it says that a sentence begins a paragraph."""
        if line.text[:1].islower():
            return False
        same_page = line.page == self.current[-1].page
        sign = last_sign(self.current[-1].text)
        short = len(self.current[-1].text) < _SHORT[sign == ","] * self.width
        return same_page and (short or self.apart) and sign != ":"

    def _heads(self, at: int) -> bool:
        """Whether the lines from here to the next label are a heading: few, without full stops."""
        for count, line in enumerate(self._from(at)):
            label = label_of(line.text)
            if count and (label is not None or opens_as(line.text, self.words)):
                return True
            lower = not count and line.text[:1].islower()
            if count == _HEADING_LINES or is_complete(line.text) or lower:
                return False
        return False

    def _after_stop(self) -> bool:
        return last_sign(self.current[-1].text) in {".", ";"}

    def _from(self, at: int) -> list[Line]:
        told = [line for line in self.lines[at : at + 3 * _HEADING_LINES] if line.text]
        return told[: _HEADING_LINES + 1]


def _usual_width(lines: Sequence[Line]) -> int:
    lengths = sorted(len(line.text) for line in lines if line.text)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _one(lines: Sequence[Line]) -> Line:
    """Several lines as one, with the offsets at which its pages begin."""
    text, starts = "", []
    for line in lines:
        before = text
        text = join([before, line.text]) if before else line.text
        starts.append((len(text) - len(line.text), line.page))
    return replace(lines[0], text=text, starts=tuple(starts))
