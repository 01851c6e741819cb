"""All texts of a resolution on one sheet: an expression is searched once for all of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from drafter.model import Style, Zone
from drafter.rules.finding import Fix, Hit, Replace
from drafter.rules.line import Line
from drafter.rules.subject import Subject

END = "\n"
"""Stands between two texts; no text holds one, and no expression may match it."""

HIDDEN = "\ufffc"
"""Stands for each sign that is not plain text: the words of references and of blanks."""

NEVER = re.compile(r"(?!)")
"""Matches nothing: the expression of a language that has no data."""

SPACE = "[ \u00a0\u202f]"
"""One blank of any width that stays in its line."""

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s\u00a0]+")
_QUOTED = re.compile('“[^“”\n]*”|«[^«»\n]*»|„[^„“\n]*“|"[^"\n]*"')


@dataclass(frozen=True, slots=True)
class Found:
    """A place where an expression matches: the line, the place in it, and the match."""

    line: Line
    start: int
    end: int
    match: re.Match[str]

    def at(self, group: str | int) -> tuple[int, int]:
        """The place of a group in the line."""
        shift = self.start - self.match.start()
        return self.match.start(group) + shift, self.match.end(group) + shift

    @property
    def before(self) -> str:
        """The words of the line before the match."""
        return self.line.plain[: self.start]

    @property
    def after(self) -> str:
        """The words of the line behind the match."""
        return self.line.plain[self.end :]

    def hit(self, message: str, new: str | None = None, group: str | int = 0) -> Hit:
        """A hit on a group of the match; the fix writes `new` in its place, if given."""
        start, end = self.at(group)
        fix = None
        if new is not None:
            fix = Fix(_imperative(self.line.plain[start:end], new), (self.edit(new, group),))
        return Hit(self.line.spot, message, start, end, fix)

    def edit(self, new: str, group: str | int = 0) -> Replace:
        """What puts other words in the place of a group."""
        return Replace(self.line.spot, *self.at(group), new)


def _imperative(old: str, new: str) -> str:
    if not new:
        return f"delete {old!r}"
    return f"write {new!r}" if old else f"put in {new!r}"


@dataclass(frozen=True)
class Sheet:
    """The own texts of a resolution, embedded and quoted ones left out, one below the other."""

    lines: tuple[Line, ...]

    @cached_property
    def text(self) -> str:
        """All texts; addresses of the Web and what is no plain text are hidden."""
        return END.join(map(_masked, self.lines))

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for line in self.lines:
            starts.append(at)
            at += len(line.plain) + len(END)
        return starts

    @cached_property
    def _quotations(self) -> list[int]:
        """The borders of what stands in quotation marks: begin, end, begin, end."""
        return [place for found in _QUOTED.finditer(self.text) for place in found.span()]

    def find(self, pattern: re.Pattern[str]) -> Iterator[Found]:
        """Every match in reading order, with its line."""
        for match in pattern.finditer(self.text):
            nth = bisect_right(self._starts, match.start()) - 1
            line, shift = self.lines[nth], self._starts[nth]
            yield Found(line, match.start() - shift, match.end() - shift, match)

    def find_said(self, pattern: re.Pattern[str]) -> Iterator[Found]:
        """Every match in the text's own words: not in quotation marks, not in italics."""
        for found in self.find(pattern):
            if bisect_right(self._quotations, found.match.start()) % 2 or _in_italics(found):
                continue
            yield found


def _in_italics(found: Found) -> bool:
    return any(piece.start <= found.start < piece.end for piece in found.line.styled(Style.ITALIC))


def _masked(line: Line) -> str:
    """The signs of a line; addresses of the Web and what is no plain text are hidden."""
    text = line.plain
    if not all(piece.editable for piece in line.pieces):
        text = "".join(
            text[p.start : p.end] if p.editable else HIDDEN * (p.end - p.start) for p in line.pieces
        )
    if "://" in text or "www." in text:
        return _ADDRESS.sub(lambda found: HIDDEN * len(found[0]), text)
    return text


def sheet(subject: Subject) -> Sheet:
    """The sheet of a subject; several rules share it by `subject.once(sheet)`.

    The Security Council annexes letters and agreements as it received them: they stay out.
    """
    out = Zone.ANNEX if subject.organ_name == "security-council" else None
    own = (line for line in subject.lines if line.zone is not out)
    return Sheet(tuple(line for line in own if not subject.is_foreign(line)))


def any_of(words: Iterable[str]) -> str:
    """An expression for one of some words, the longer ones first; never for none.

    It branches sign by sign, so that a place where none begins is passed over at once.

    >>> any_of(["May", "March", "Marches"])
    '(?:Ma(?:y|rch(?:es|)))'
    """
    known = list(dict.fromkeys(words))
    return f"(?:{_tree(known)})" if known else NEVER.pattern


def _tree(words: Sequence[str]) -> str:
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[:1], []).append(word[1:])
    branches = [re.escape(sign) + _tree(rest) for sign, rest in rests.items() if sign]
    if "" in rests:
        branches.append("")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def repeated(hits: Iterable[tuple[str, Hit]]) -> Iterator[Hit]:
    """One hit for all of a kind: the first, telling how many follow, with the fixes of them all."""
    kinds: dict[str, list[Hit]] = {}
    for kind, hit in hits:
        kinds.setdefault(kind, []).append(hit)
    for first, *more in kinds.values():
        if not more:
            yield first
            continue
        edits = tuple(edit for hit in (first, *more) if hit.fix for edit in hit.fix.edits)
        fix = Fix(first.fix.message, edits) if first.fix else None
        message = f"{first.message}; {len(more)} more such"
        yield Hit(first.spot, message, first.start, first.end, fix)
