"""Footnotes: called and defined, in order, at the right place, with a full stop, cited once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from drafter.model import (
    DocumentKind,
    IdMaker,
    Inline,
    Inlines,
    Note,
    NoteMark,
    Run,
    Series,
    Style,
    Text,
    Zone,
    build,
    flatten,
    map_inlines,
    plain_text,
)
from drafter.rules.finding import Fix, Hit, Replace, Rewrite, Severity
from drafter.rules.line import Call, Line
from drafter.rules.rule import Rule
from drafter.rules.subject import Subject

CURRENT, OLD = "current", "old"
OPTION = "note-policy"
CHANGE = 2019
"""The year in which numbered marks ceased to be repeated, with the seventy-fourth session."""

TextMap: TypeAlias = Callable[[Inline], Inlines]

_BODY = frozenset({Zone.PREAMBLE, Zone.OPERATIVE})
_MARKS = ",;.:،؛，；。："
_END = re.compile(r"[.。…:]$|[.。][\"”’»）)\]]$")
_ADDRESS = re.compile(r"\bhttps?://\S*$|\bwww\.\S*$")
_WORD = re.compile(r"[\w)\]”’»]$")
_SOURCE = re.compile(r"\d/\w|\w/\d|\b\w+\.[ \u00a0]\d")
"""What only the citation of a source has: a number with a slash, "vol. 2440"."""
_IBID = re.compile(r"(?P<word>[Ii]bid)(?P<stop>\.?)(?!\w)")


def _calls(subject: Subject) -> Iterator[tuple[Line, Call]]:
    """Every call of a note with its line, in reading order, embedded and quoted texts left out."""
    for line in subject.lines:
        if line.calls and not subject.is_foreign(line):
            for call in line.calls:
                yield line, call


def no_such_note(subject: Subject) -> Iterator[Hit]:
    """A mark that calls a note which does not exist."""
    known = {note.id for note in subject.notes}
    for line in subject.lines:
        for call in line.calls:
            if isinstance(call.mark, NoteMark) and call.mark.target not in known:
                yield _at(line, call, f"a mark calls the note {call.mark.target!r}: there is none")


def _at(line: Line, call: Call, message: str, fix: Fix | None = None) -> Hit:
    """A hit on a call: it shows the sign before the mark."""
    start = max(call.place - 1, 0)
    return Hit(line.spot, message, start, max(call.place, 1), fix)


def out_of_order(subject: Subject) -> Iterator[Hit]:
    """A mark of a note's own that is not the next one."""
    count = 0
    for line, call in _calls(subject):
        note = call.mark
        if not isinstance(note, Note) or note.series is not Series.NUMBERED:
            continue
        count += 1
        if count == 1 and note.mark == "2":
            count = 2  # the first one stands on the cover, of which texts are published without
        if note.mark is not None and note.mark.isdecimal() and int(note.mark) != count:
            message = f"the mark {note.mark} stands where {count} is next"
            plain = map_inlines(line.inlines, _unmarking(note.id))
            yield _at(line, call, message, Fix(f"number it {count}", (Rewrite(line.spot, plain),)))
            count = int(note.mark)


def _unmarking(id_: str) -> TextMap:
    def change(inline: Inline) -> Inlines:
        if isinstance(inline, Note) and inline.id == id_:
            return (replace(inline, mark=None),)
        return (inline,)

    return change


def wrong_side(subject: Subject) -> Iterator[Hit]:
    """A mark on the wrong side of a punctuation mark: after it in English, before it in French."""
    after = subject.language.note_mark == "after"
    for line, call in _calls(subject):
        if call.place == 0 or line.zone not in _BODY:
            continue
        jump = _jump(line.plain, call.place, after=after)
        if jump:
            side = "behind" if after else "before"
            sign = line.plain[call.place : jump] if after else line.plain[jump : call.place]
            edit = Rewrite(line.spot, _moved(line, call, jump))
            # a call cannot stand inside the opening words
            apart = any(piece.end > jump for piece in line.styled(Style.OPENING))
            fix = None if apart else Fix(f"put it {side} the mark", (edit,))
            yield _at(line, call, f"the mark of a note belongs {side} {sign.strip()!r}", fix)


def _jump(text: str, place: int, *, after: bool) -> int:
    """The place where a mark belongs that stands at `place`; 0 where it stands well."""
    if after:
        stands = text[place : place + 1] in tuple(_MARKS) and text[place - 1] not in _MARKS
        return place + 1 if stands and text[place - 1] != " " else 0
    if text[place - 1] not in _MARKS:
        return 0
    return len(text[: place - 1].rstrip("\u00a0\u202f "))


def _moved(line: Line, call: Call, place: int) -> Inlines:
    """The text of a line with every note called at a place called at another one."""
    calls = [Run(one.mark) for one in line.calls if one.place == call.place]
    marks = {run.atom for run in calls}
    out: list[Run] = []
    at, due = 0, True
    for run in flatten(line.inlines):
        if isinstance(run.atom, Note | NoteMark):
            if run.atom not in marks:
                out.append(run)
            continue
        piece = next(p for p in line.pieces if p.start == at)
        if due and at <= place <= piece.end and isinstance(run.atom, Text):
            cut = place - at
            out += [replace(run, atom=Text(run.atom.text[:cut])), *calls]
            out.append(replace(run, atom=Text(run.atom.text[cut:])))
            due = False
        else:
            out.append(run)
        at = piece.end
    return build(run for run in out if run.atom != Text("")) if not due else line.inlines


def blank_before(subject: Subject) -> Iterator[Hit]:
    """A blank between the words and the mark of a note that belongs to them."""
    for line, call in _calls(subject):
        before, after = line.plain[: call.place], line.plain[call.place :]
        if not before.endswith(" ") or not before.strip() or line.zone not in _BODY:
            continue
        if after[:1].isalnum() or not line.plain_at(call.place - 1, call.place):
            continue
        edit = Replace(line.spot, call.place - 1, call.place, "")
        fix = Fix("delete the blank before the mark", (edit,))
        yield _at(line, call, "a blank stands before the mark of a note", fix)


def no_stop(subject: Subject) -> Iterator[Hit]:
    """A note that does not end with a full stop."""
    stop = "。" if subject.language.code == "zh" else "."
    for line in _note_lines(subject):
        text = line.plain.rstrip("\u00a0\u200b ")
        if not text or _END.search(text) or line.zone not in _BODY:
            continue
        end = len(text)
        sure = _WORD.search(text) and not _ADDRESS.search(text) and line.plain_at(end - 1, end)
        edit = Replace(line.spot, end, end, stop)
        fix = Fix("end it with a full stop", (edit,)) if sure else None
        yield Hit(line.spot, "a note ends with a full stop", end - 1, end, fix)


def _note_lines(subject: Subject) -> Iterator[Line]:
    return (line for line in subject.lines if line.caller and not subject.is_foreign(line))


def ibid_of_nothing(subject: Subject) -> Iterator[Hit]:
    """Find "Ibid." where no note stands before."""
    word = _ibid(subject)
    first = next(_note_lines(subject), None)
    if first is not None and first.plain.startswith(word):
        yield Hit(first.spot, f"{word!r} points to the note before; there is none", 0, len(word))


def ibid_of_many(subject: Subject) -> Iterator[Hit]:
    """Find "Ibid." behind a note that names several sources: which one is meant is open."""
    word = _ibid(subject)
    before: Line | None = None
    for line in _note_lines(subject):
        if before and line.plain.startswith(word) and _several(before.plain):
            message = f"the note before names several sources: which one is meant by {word!r}?"
            yield Hit(line.spot, message, 0, len(word))
        before = line


def _several(text: str) -> bool:
    return "; " in text or bool(re.search(r"^\S+/\S+(?:, \S+/\S+)* and \S+/\S+\.$", text))


def _ibid(subject: Subject) -> str:
    return _IBIDS.get(subject.language.code, "Ibid.")


_IBIDS = {"ru": "Там же", "ar": "المرجع نفسه", "zh": "同上"}


def ibid_stop(subject: Subject) -> Iterator[Hit]:
    """Yield "Ibid" without its full stop."""
    for line in _note_lines(subject):
        found = _IBID.match(line.plain)
        if found and not found["stop"] and line.plain_at(0, found.end()):
            fix = Fix("write 'Ibid.'", (Replace(line.spot, 0, found.end(), "Ibid."),))
            yield Hit(line.spot, "'Ibid.' is an abbreviation: it has a full stop", 0, 4, fix)


def same_again(subject: Subject) -> Iterator[Hit]:
    """A note that cites the source which the one directly before it cites in the same words."""
    before = ""
    for line in _note_lines(subject):
        again = line.plain == before and not line.plain.startswith(_ibid(subject))
        if again and _SOURCE.search(line.plain):
            word = f"{_ibid(subject).rstrip('.')}."
            message = f"the note before has the same words: {word!r} says it"
            yield Hit(line.spot, message, 0, len(line.plain))
        before = line.plain


def policy(subject: Subject) -> str:
    """Which habit holds: marks are repeated ("old", before 2019) or never are ("current")."""
    given = subject.options.get(OPTION)
    if given in {CURRENT, OLD}:
        return str(given)
    dated = subject.resolution.masthead.date
    return OLD if dated is not None and dated.year < CHANGE else CURRENT


def repeated_mark(subject: Subject) -> Iterator[Hit]:
    """The mark of an earlier note, repeated: since 2019 a new note says the same."""
    if policy(subject) == OLD:
        return
    notes = {note.id: note for note in subject.notes if note.series is Series.NUMBERED}
    for line, call in _calls(subject):
        if isinstance(call.mark, NoteMark) and call.mark.target in notes:
            new = map_inlines(line.inlines, _renoting(subject, call.mark, notes[call.mark.target]))
            mark = subject.numbering.marks[call.mark.target]
            fix = Fix("make it a note of its own", (Rewrite(line.spot, new),))
            yield _at(line, call, f"the mark {mark} is repeated", fix)


def _renoting(subject: Subject, mark: NoteMark, note: Note) -> TextMap:
    maker = IdMaker(_ids(subject))

    def change(inline: Inline) -> Inlines:
        if inline != mark:
            return (inline,)
        return (Note(maker.make("n", plain_text(note.body)), note.body),)

    return change


def _ids(subject: Subject) -> set[str]:
    return {*subject.numbering.labels, *subject.numbering.marks, *subject.site_of}


def other_series(subject: Subject) -> Iterator[Hit]:
    """An asterisk in the text itself, where notes are numbered."""
    for line, call in _calls(subject):
        if not isinstance(call.mark, Note) or line.zone not in _BODY or line.spot.field == "cell":
            continue
        if call.mark.series is Series.ASTERISK or set(call.mark.mark or "") == {"*"}:
            yield _at(line, call, "notes of the text have numbers; asterisks are for the masthead")


def numbered_head(subject: Subject) -> Iterator[Hit]:
    """A numbered note on the masthead or the sponsors, where asterisks are used."""
    for line, call in _calls(subject):
        numbered = isinstance(call.mark, Note) and call.mark.series is Series.NUMBERED
        if numbered and line.zone is Zone.MASTHEAD:
            yield _at(line, call, "notes of the masthead have asterisks; numbers are for the text")


RULES = (
    Rule(
        "N501",
        "no-such-note",
        Severity.ERROR,
        "A mark calls a note that exists.",
        no_such_note,
    ),
    Rule(
        "N502",
        "out-of-order",
        Severity.WARNING,
        "Notes are numbered in the order in which they are called.",
        out_of_order,
        fixes=True,
    ),
    Rule(
        "N503",
        "wrong-side-of-mark",
        Severity.WARNING,
        "The mark of a note stands behind punctuation, in French, Spanish and Russian before it.",
        wrong_side,
        languages=frozenset({"en", "fr", "es", "ru", "zh"}),
        fixes=True,
    ),
    Rule(
        "N504",
        "blank-before-mark",
        Severity.WARNING,
        "No blank stands before the mark of a note.",
        blank_before,
        fixes=True,
    ),
    Rule(
        "N505",
        "no-full-stop",
        Severity.WARNING,
        "A note ends with a full stop.",
        no_stop,
        fixes=True,
    ),
    Rule(
        "N506",
        "ibid-of-nothing",
        Severity.ERROR,
        '"Ibid." has a note before it.',
        ibid_of_nothing,
    ),
    Rule(
        "N507",
        "ibid-of-many",
        Severity.INFO,
        '"Ibid." points to one source.',
        ibid_of_many,
    ),
    Rule(
        "N508",
        "ibid-without-stop",
        Severity.ERROR,
        '"Ibid." has its full stop.',
        ibid_stop,
        languages=frozenset({"en", "fr", "es"}),
        fixes=True,
    ),
    Rule(
        "N509",
        "same-note-again",
        Severity.INFO,
        'A note that says what the note before says is "Ibid.".',
        same_again,
    ),
    Rule(
        "N510",
        "repeated-mark",
        Severity.WARNING,
        "The mark of a note is not repeated.",
        repeated_mark,
        fixes=True,
    ),
    Rule(
        "N511",
        "asterisk-in-text",
        Severity.WARNING,
        "Notes of the text are numbered.",
        other_series,
        kinds=frozenset({DocumentKind.DRAFT, DocumentKind.RESOLUTION}),
    ),
    Rule(
        "N512",
        "number-on-masthead",
        Severity.WARNING,
        "Notes of the masthead have asterisks.",
        numbered_head,
    ),
)
