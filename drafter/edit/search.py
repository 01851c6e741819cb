"""Find and replace words in all visible text, notes included; styles stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.edit.blocks import replace_block
from drafter.edit.mend import tidy
from drafter.edit.place import find
from drafter.edit.quick import replace_inside
from drafter.errors import Refused
from drafter.model import (
    Inline,
    Inlines,
    Note,
    Resolution,
    Run,
    Text,
    Zone,
    build,
    flatten,
    map_block_text,
    map_inlines,
    passages,
    query_inlines,
    walk_blocks,
    walk_text,
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: `words` as they stand, or in any case; `whole`: no part of a word."""

    words: str
    any_case: bool = False
    whole: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression that finds it; any space finds a no-break space too."""
        core = re.escape(self.words).replace(r"\ ", "[ \u00a0]")
        edges = (r"(?<!\w)", r"(?!\w)") if self.whole else ("", "")
        flags = re.IGNORECASE if self.any_case else re.NOFLAG
        return re.compile(edges[0] + core + edges[1], flags)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where words were found: the block's or note's id, the zone, the words around it.

    `owner` is "" outside blocks and annexes. `before`, `match` and `after` are parts of the text.
    """

    owner: str
    zone: Zone
    note: str
    before: str
    match: str
    after: str


def search(resolution: Resolution, wanted: Wanted) -> Iterator[Hit]:
    """Every place where the words stand, in reading order; a note's text after that which calls it.

    Raises:
        Refused: there is nothing to look for.
    """
    pattern = _pattern(wanted)
    for passage in passages(resolution):
        yield from _hits(passage.text, pattern, Hit(passage.owner, passage.zone, "", "", "", ""))
        for inline in query_inlines(passage.text):
            if isinstance(inline, Note):
                place = Hit(passage.owner, passage.zone, inline.id, "", "", "")
                yield from _hits(inline.body, pattern, place)


def replace_text(
    resolution: Resolution, wanted: Wanted, new: str, within: str = ""
) -> tuple[Resolution, int]:
    """The resolution with the words replaced everywhere, or in one block and what it holds.

    The new words take the style of the first letter they replace. Returns the count too.

    Raises:
        NoSuchParagraph: there is no block `within`.
        Refused: there is nothing to look for; a paragraph, note or line would be left empty.
    """
    change = _Replacing(_pattern(wanted), new)
    if within:
        block = find(resolution, within).block
        (changed,) = walk_blocks((block,), lambda one: (map_block_text(one, change.text),))
        made = replace_block(resolution, within, changed)
    else:
        made = walk_text(resolution, change.text)
    return made, change.count


class _Replacing:
    """Replaces in one text after the other, and counts."""

    def __init__(self, pattern: re.Pattern[str], new: str) -> None:
        self.pattern = pattern
        self.new = new
        self.count = 0

    def text(self, inlines: Inlines) -> Inlines:
        """One text, with the notes it calls."""
        try:
            made, count = replace_inside(inlines, self.pattern, self.new)
        except LookupError:
            return self.slowly(inlines)
        self.count += count
        return made

    def slowly(self, inlines: Inlines) -> Inlines:
        """One text where a match goes from one style to another, or spaces are to be tidied."""
        before = self.count
        noted = map_inlines(inlines, self.note) if _has_notes(inlines) else inlines
        made = self.runs(noted)
        if self.count == before:
            return inlines
        made = tidy(made)
        if inlines and not made:
            raise Refused(
                "a text would be left empty", hint="delete the paragraph or the note itself"
            )
        return made

    def note(self, inline: Inline) -> Inlines:
        if not isinstance(inline, Note):
            return (inline,)
        body = tidy(self.runs(inline.body))
        if not body:
            raise Refused("a note would be left empty", hint="delete the note itself")
        return (replace(inline, body=body),)

    def runs(self, inlines: Inlines) -> Inlines:
        out: list[Run] = []
        for stretch in stretches(inlines):
            if isinstance(stretch[0].atom, Text):
                out += self.stretch(stretch)
            else:
                out += stretch
        return build(out)

    def stretch(self, runs: list[Run]) -> Iterator[Run]:
        """Runs of text in a row, in which a match may cross from one style to another."""
        words = "".join(map(_words, runs))
        spans = [found.span() for found in self.pattern.finditer(words) if found.group()]
        if not spans:
            yield from runs
            return
        self.count += len(spans)
        place = 0
        for run in runs:
            end = place + len(_words(run))
            yield from self.pieces(run, place, [one for one in spans if one[0] < end])
            place = end

    def pieces(self, run: Run, start: int, spans: list[tuple[int, int]]) -> Iterator[Run]:
        """A run that begins at `start` with its matches replaced, where they begin in it."""
        words, at = _words(run), 0
        for begins, ends in spans:
            if ends <= start + at:
                continue
            if begins >= start:
                yield replace(run, atom=Text(words[at : begins - start]))
                yield replace(run, atom=Text(self.new))
            at = min(ends - start, len(words))
        yield replace(run, atom=Text(words[at:]))


def stretches(inlines: Inlines) -> Iterator[list[Run]]:
    """The runs of a text: those of text in a row together, every other alone."""
    row: list[Run] = []
    for run in flatten(inlines):
        if isinstance(run.atom, Text):
            row.append(run)
            continue
        if row:
            yield row
        yield [run]
        row = []
    if row:
        yield row


def _has_notes(inlines: Inlines) -> bool:
    return any(isinstance(inline, Note) for inline in inlines)


def _hits(inlines: Inlines, pattern: re.Pattern[str], place: Hit) -> Iterator[Hit]:
    for stretch in stretches(inlines):
        words = "".join(_words(run) for run in stretch)
        for found in pattern.finditer(words):
            start, end = found.span()
            yield replace(place, before=words[:start], match=found.group(), after=words[end:])


def _words(run: Run) -> str:
    return run.atom.text if isinstance(run.atom, Text) else ""


def _pattern(wanted: Wanted) -> re.Pattern[str]:
    if not wanted.words:
        raise Refused("there is nothing to look for", hint="give the words")
    return wanted.pattern
