"""Every note put where it is called; notes and marks that find no partner are reported."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from drafter.formats.common.line import Stretch
from drafter.formats.common.log import Log
from drafter.formats.common.marks import STRONG, Call, candidates, chain, swallowed
from drafter.formats.common.notes import Definition
from drafter.formats.common.texts import Cut, Texts
from drafter.formats.common.words import Words
from drafter.model import IdMaker, Note, NoteMark, Series, text
from drafter.report import Kind


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
    order = _Order(list(stretches))
    calls = [call for one in order.stretches for call in candidates(one, words, spaced=spaced)]
    first = {**chain(calls, notes), **_asterisks(calls, notes)}
    calls, first = _with_swallowed(order, calls, first, notes, log)
    made = _made(calls, first, log)
    _report_uncalled(notes, first.values(), log)
    cuts: dict[int, list[Cut]] = {}
    repeats = _repeats(calls, first, made, spaced=spaced)
    for at, call in enumerate(calls):
        if (inline := made.get(at) or repeats.get(at)) is not None:
            cuts.setdefault(call.stretch.line.number, []).append((call, inline))
    _report_missing(calls, first, repeats, log)
    return Texts(cuts)


_NEXT = 3  # a mark that is further from the last one is a number of something else


@dataclass(slots=True)
class _Order:
    """The stretches in reading order; `key` orders calls."""

    stretches: Sequence[Stretch]
    _places: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self._places = {id(one): place for place, one in enumerate(self.stretches)}

    def key(self, call: Call) -> tuple[int, int]:
        """The place of a call in reading order."""
        return self._places[id(call.stretch)], call.start


def _with_swallowed(
    order: _Order,
    calls: list[Call],
    first: Mapping[int, Definition],
    notes: Sequence[Definition],
    log: Log,
) -> tuple[list[Call], dict[int, Definition]]:
    """Find the notes whose mark ran into a number before it, between the calls beside them.

    One is taken only when it alone could be meant: the only place, or the only longest number.
    """
    called = sorted(
        (note.number, order.key(calls[at])) for at, note in first.items() if note.number
    )
    have = {number for number, _ in called}
    missing = [note for note in notes if note.number and note.number not in have]
    places = swallowed(order.stretches, {note.mark for note in missing})
    found = list(first.items())
    for note in missing:
        here = bisect_left(called, (note.number,))
        low = called[here - 1][1] if here else (-1, 0)
        high = called[here][1] if here < len(called) else (len(order.stretches), 0)
        call = _longest([c for c in places.get(note.mark, ()) if low < order.key(c) < high])
        if call is not None:
            found.append((len(calls), note))
            calls.append(call)
            message = f"the mark {note.mark} was parted from the number before it"
            log.add(Kind.REPAIRED, call, message)
    return _in_order(calls, dict(found), order)


def _longest(calls: Sequence[Call]) -> Call | None:
    most = max((call.weight for call in calls), default=0)
    longest = [call for call in calls if call.weight == most]
    return longest[0] if len(longest) == 1 else None


def _in_order(
    calls: Sequence[Call], first: Mapping[int, Definition], order: _Order
) -> tuple[list[Call], dict[int, Definition]]:
    places = sorted(range(len(calls)), key=lambda place: order.key(calls[place]))
    new = {old: place for place, old in enumerate(places)}
    return [calls[place] for place in places], {new[at]: note for at, note in first.items()}


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
    """Marks that call a note again, as the Assembly did until about its seventy-fourth session.

    A doubtful number is taken when it directly follows another mark ("1,2"). An asterisk calls its
    note wherever it stands: several sponsors may submit a draft on behalf of one group.
    """
    known: dict[str, str] = {}
    found: dict[int, NoteMark] = {}
    last_end = (-1, -1)
    for at, call in enumerate(calls):
        follows = last_end == (call.stretch.line.number, call.lead)
        strong = call.weight >= STRONG + 2 * spaced or follows
        if at in first:
            known[first[at].mark] = made[at].id
        elif call.mark in known and (strong or not call.number):
            found[at] = NoteMark(known[call.mark])
        else:
            continue
        last_end = (call.stretch.line.number, call.end)
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
    """Marks near the last one called that have no note: their digits stay in the text."""
    last = 0
    have = {note.number for note in first.values()}
    for at, call in enumerate(calls):
        if at in first:
            last = max(last, first[at].number)
        elif (
            at not in repeats
            and call.weight >= STRONG
            and call.number not in have
            and 0 < call.number <= last + _NEXT
        ):
            last = max(last, call.number)
            log.add(
                Kind.NOTE,
                call,
                f"note {call.mark} is called here, but its text is missing; the mark stays in the "
                f'text: add a line "{call.mark} ..." after the last paragraph',
                call.mark,
            )
