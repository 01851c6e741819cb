"""Text of the source as inlines: the marks of notes cut out, the notes put where they are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from drafter.formats.text.log import Log
from drafter.formats.text.marks import STRONG, Call, candidates, chain
from drafter.formats.text.notes import Definition
from drafter.formats.text.source import Stretch
from drafter.formats.text.words import Words
from drafter.model import IdMaker, Inline, Inlines, Note, NoteMark, Series, Text, normalise, text
from drafter.report import Kind

_SPACES = re.compile(r"\s+")
Cut = tuple[Call, Inline]


@dataclass(frozen=True)
class Texts:
    """Makes inlines of stretches of lines; `cuts` are the calls of each line, in order."""

    cuts: Mapping[int, Sequence[Cut]] = field(default_factory=dict)

    def inlines(self, stretches: Iterable[Stretch]) -> Inlines:
        """The text of some stretches, joined by spaces, with the notes that it calls."""
        parts: list[Inline] = []
        for stretch in stretches:
            if parts and stretch.start < stretch.end:
                parts.append(Text(" "))
            parts.extend(self._parts(stretch))
        return trimmed(tuple(parts))

    def words(self, stretch: Stretch) -> str:
        """The words of a stretch without the marks of its notes."""
        return "".join(part.text for part in self._parts(stretch) if isinstance(part, Text))

    def _parts(self, stretch: Stretch) -> list[Inline]:
        line, at = stretch.line, stretch.start
        parts: list[Inline] = []
        for call, inline in self.cuts.get(line.number, ()):
            if call.start < stretch.start or call.end > stretch.end:
                continue
            start = call.lead if call.lead == at and parts else call.start
            parts += [Text(_SPACES.sub(" ", line.text[at:start])), inline]
            at = call.end
        return [*parts, Text(_SPACES.sub(" ", line.text[at : stretch.end]))]


def trimmed(inlines: Inlines) -> Inlines:
    """Inlines in normal form without spaces at their ends and in runs."""
    parts = list(normalise(inlines))
    if parts and isinstance(parts[0], Text):
        parts[0] = Text(parts[0].text.lstrip(" "))
    if parts and isinstance(parts[-1], Text):
        parts[-1] = Text(parts[-1].text.rstrip(" "))
    return normalise(
        tuple(Text(re.sub(" {2,}", " ", p.text)) if isinstance(p, Text) else p for p in parts)
    )


def place_notes(
    stretches: Iterable[Stretch],
    notes: Sequence[Definition],
    words: Words,
    log: Log,
    *,
    spaced: bool,
) -> Texts:
    """Find where the notes are called in the stretches, which are given in reading order.

    Notes that nothing calls and marks that no note answers are reported.
    """
    calls = [call for one in stretches for call in candidates(one, words, spaced=spaced)]
    first = {**chain(calls, notes), **_asterisks(calls, notes)}
    made = _made(calls, first, log)
    _report_uncalled(notes, first.values(), log)
    cuts: dict[int, list[Cut]] = {}
    repeats = _repeats(calls, first, made, spaced=spaced)
    for at, call in enumerate(calls):
        if (inline := made.get(at) or repeats.get(at)) is not None:
            cuts.setdefault(call.stretch.line.number, []).append((call, inline))
    _report_missing(calls, first, repeats, log)
    return Texts(cuts)


def _asterisks(calls: Sequence[Call], notes: Sequence[Definition]) -> dict[int, Definition]:
    """Asterisk notes are called by equal asterisks, each by the first place that has them."""
    found: dict[int, Definition] = {}
    waiting = {note.mark: note for note in reversed(notes) if not note.number}
    for at, call in enumerate(calls):
        if not call.number and (note := waiting.pop(call.mark, None)):
            found[at] = note
    return found


def _made(calls: Sequence[Call], first: Mapping[int, Definition], log: Log) -> dict[int, Note]:
    """The notes; where the printed mark is not the derived one, it is kept and reported."""
    ids = IdMaker()
    made: dict[int, Note] = {}
    last = {Series.NUMBERED: 0, Series.ASTERISK: 0}
    for at in sorted(first):
        note = first[at]
        series = Series.NUMBERED if note.number else Series.ASTERISK
        place = note.number or len(note.mark)
        expected = place == last[series] + 1
        if not expected:
            derived = str(last[series] + 1) if note.number else "*" * (last[series] + 1)
            log.add(Kind.NUMBER, calls[at], f"note {note.mark} stands where {derived} is expected")
        last[series] = place
        made[at] = Note(
            ids.make("n", note.text), text(note.text), series, None if expected else note.mark
        )
    return made


def _repeats(
    calls: Sequence[Call],
    first: Mapping[int, Definition],
    made: Mapping[int, Note],
    *,
    spaced: bool,
) -> dict[int, NoteMark]:
    """Marks that call a note again, as the Assembly did until about its seventy-fourth session."""
    known: dict[str, str] = {}
    found: dict[int, NoteMark] = {}
    for at, call in enumerate(calls):
        if at in first:
            known[first[at].mark] = made[at].id
        elif call.mark in known and call.number and call.weight >= STRONG + 2 * spaced:
            found[at] = NoteMark(known[call.mark])
    return found


def _report_uncalled(notes: Sequence[Definition], called: Iterable[Definition], log: Log) -> None:
    have = {id(note) for note in called}
    for note in notes:
        if id(note) not in have:
            log.add(
                Kind.NOTE,
                note,
                f"note {note.mark} is called nowhere in the text, so it is left out; "
                f"put the mark {note.mark} after the word that it belongs to",
                f"{note.mark} {note.text}",
            )


def _report_missing(
    calls: Sequence[Call],
    first: Mapping[int, Definition],
    repeats: Mapping[int, NoteMark],
    log: Log,
) -> None:
    """Marks that follow the last one called and have no note: their digits stay in the text."""
    last = 0
    for at, call in enumerate(calls):
        if at in first:
            last = max(last, first[at].number)
        elif at not in repeats and call.weight >= STRONG and call.number == last + 1:
            last = call.number
            log.add(
                Kind.NOTE,
                call,
                f"note {call.mark} is called here, but its text is missing; the mark stays in the "
                f'text: add a line "{call.mark} ..." after the last paragraph',
                call.mark,
            )
