"""Faults of citations, notes, references, signs and words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random

from benchmarks.check_quality.seeding import Seed, one, paragraphs, rewritten, with_text
from drafter.model import (
    Emphasis,
    IdMaker,
    Inlines,
    Note,
    NoteMark,
    Paragraph,
    Reference,
    Resolution,
    Role,
    Series,
    Text,
    normalise,
    text,
)
from drafter.numbering import State, resolve
from drafter.rules import Line, Subject


def places(subject: Subject) -> list[tuple[Paragraph, Line, int]]:
    """The places in the preamble and the operative part where words can be put in."""
    rows = [*paragraphs(subject, Role.PREAMBULAR), *paragraphs(subject, Role.OPERATIVE)]
    out = []
    for block, line in rows:
        at = line.plain.find(" the ", len(line.opening))
        if at > 0 and line.plain_at(at, at + 5) and "“" not in line.plain[:at]:
            out.append((block, line, at))
    return out


def said(*phrases: str, role: Role | None = None, without: str = "\n") -> Seed:
    """Puts one of some phrases into a text, of paragraphs of a role, behind words without one."""

    def seed(subject: Subject, chance: Random) -> Resolution | None:
        fit = [
            (line, at)
            for block, line, at in places(subject)
            if role in {None, block.role} and without not in line.plain[:at]
        ]
        if not fit:
            return None
        line, at = chance.choice(fit)
        return rewritten(subject, line, at + 1, at + 1, f"{chance.choice(phrases)} ")

    return seed


def _twice(first: str, second: str) -> Seed:
    """Puts one phrase into a paragraph and another into a later one."""

    def seed(subject: Subject, _chance: Random) -> Resolution | None:
        spots = places(subject)
        if len(spots) < 2:
            return None
        (_, early, one_at), (_, late, two_at) = spots[0], spots[-1]
        text = rewritten(subject, late, two_at + 1, two_at + 1, f"{second} ")
        return rewritten(
            replace(subject, resolution=text, _made={}), early, one_at, one_at, f" {first}"
        )

    return seed


def _noted(change: Callable[[Subject, Note], Inlines]) -> Seed:
    """Exchanges a call: what `change` makes of its note stands in its place."""

    def seed(subject: Subject, chance: Random) -> Resolution | None:
        rows = [*paragraphs(subject, Role.PREAMBULAR), *paragraphs(subject, Role.OPERATIVE)]
        having = [
            (b, line)
            for b, line in rows
            if any(isinstance(i, Note) and i.series is Series.NUMBERED for i in b.body)
        ]
        found = one(chance, having)
        if found is None:
            return None
        block, line = found
        note = next(i for i in block.body if isinstance(i, Note))
        body = tuple(
            new for old in block.body for new in (change(subject, note) if old is note else (old,))
        )
        return with_text(subject.resolution, line.spot, normalise(body))

    return seed


def _body(words: Callable[[str], str]) -> Seed:
    def change(subject: Subject, note: Note) -> Inlines:
        line = next(line for line in subject.lines if line.spot.owner == note.id)
        return (replace(note, body=text(words(line.plain))),)

    return _noted(change)


def _first_note(words: str) -> Seed:
    """Gives the first note other words."""

    def seed(subject: Subject, _chance: Random) -> Resolution | None:
        first = next(iter(subject.notes), None)
        for block, line in paragraphs(subject, Role.PREAMBULAR):
            if first in block.body:
                body = tuple(
                    replace(i, body=text(words)) if isinstance(i, Note) and i == first else i
                    for i in block.body
                )
                return with_text(subject.resolution, line.spot, body)
        return None

    return seed


def _new(subject: Subject, words: str) -> Note:
    taken = {*subject.numbering.labels, *subject.numbering.marks}
    return Note(IdMaker(taken).make("n", words), text(words))


def _behind(first: str, second: str) -> Seed:
    return _noted(lambda subject, note: (replace(note, body=text(first)), _new(subject, second)))


def _before_mark(subject: Subject, chance: Random) -> Resolution | None:
    """A note called before the comma or semicolon that ends a paragraph."""
    rows = [*paragraphs(subject, Role.PREAMBULAR), *paragraphs(subject, Role.OPERATIVE)]
    plain = [(b, line) for b, line in rows if isinstance(b.body[-1], Text) and not line.calls]
    found = one(chance, [(b, line) for b, line in plain if line.plain[-1] in ",;" and not b.tail])
    if found is None:
        return None
    block, line = found
    last = block.body[-1]
    if not isinstance(last, Text) or len(last.text) < 2:
        return None
    note = _new(subject, "A/63/741.")
    body = (*block.body[:-1], Text(last.text[:-1]), note, Text(last.text[-1]))
    return with_text(subject.resolution, line.spot, normalise(body))


def _blank_before(_subject: Subject, note: Note) -> Inlines:
    return (Text(" "), note)


def _referred(target: Callable[[Subject, Paragraph], str]) -> Seed:
    """Puts a live reference into a paragraph."""

    def seed(subject: Subject, chance: Random) -> Resolution | None:
        rows = [
            r for r in paragraphs(subject, Role.OPERATIVE) if isinstance(r[0].body[0], Emphasis)
        ]
        found = one(chance, [(b, line) for b, line in rows if line.opening])
        if found is None:
            return None
        block, line = found
        named = Reference(target(subject, block))
        body = (block.body[0], Text(" "), named, *block.body[1:])
        return with_text(subject.resolution, line.spot, normalise(body))

    return seed


def _without_number(subject: Subject, block: Paragraph) -> str:
    """A heading, a table or another block that has no number; "" where there is none."""
    ids = (site.block.id for site in subject.sites if site.block.id != block.id)
    named = ((id_, resolve(Reference(id_), subject.numbering, block.id)) for id_ in ids)
    return next((id_ for id_, found in named if found.state is State.UNNUMBERED), "")


def _unnumbered(subject: Subject, chance: Random) -> Resolution | None:
    rows = paragraphs(subject, Role.OPERATIVE)
    if not rows or not _without_number(subject, rows[0][0]):
        return None
    return _referred(_without_number)(subject, chance)


def _ordered(subject: Subject, chance: Random, *phrases: str) -> Resolution | None:
    """A typed reference with numbers put in: `{other}` and `{second}` are of paragraphs before."""
    rows = paragraphs(subject, Role.OPERATIVE)
    numbered = [(b, line) for b, line in rows if subject.numbering.bare.get(b.id)]
    spots = [(b, line) for b, line in numbered[2:] if " the " in line.plain[len(line.opening) :]]
    found = one(chance, spots)
    if found is None:
        return None
    line = found[1]
    at = line.plain.index(" the ", len(line.opening))
    if not line.plain_at(at, at + 1):
        return None
    other, second = (subject.numbering.bare[block.id] for block, _ in numbered[:2])
    phrase = chance.choice(phrases).format(other=other, second=second)
    return rewritten(subject, line, at, at, f" {phrase}")


def _order(*phrases: str) -> Seed:
    return lambda subject, chance: _ordered(subject, chance, *phrases)


def _symbol(subject: Subject, _chance: Random) -> Resolution | None:
    number = "64/1"
    head = replace(subject.resolution.masthead, symbol="A/RES/64/2")
    return replace(subject.resolution, masthead=head, number=number)


def _starred_head(subject: Subject, _chance: Random) -> Resolution | None:
    head = subject.resolution.masthead
    if not head.agenda:
        return None
    item = replace(head.agenda[0], line=(*head.agenda[0].line, _new(subject, "A/64/251.")))
    return replace(subject.resolution, masthead=replace(head, agenda=(item, *head.agenda[1:])))


def _unbound(subject: Subject, chance: Random) -> Resolution | None:
    """A day apart from its month among days that are not, in a text without such."""
    if any(_LOOSE.search(line.plain) for line in subject.lines):
        return None
    return said("3\u00a0May, 4\u00a0May, 6\u00a0June and 5 May and")(subject, chance)


_LOOSE = re.compile(r"\b\d{1,2} [A-Z][a-z]{2,}\b")
_OLD = "resolution 63/233 of 19 December 2008"

SEEDS: Mapping[str, Seed] = {
    "C401": said(
        "resolution63/233 and",
        "paragraph5 of",
        "of19 December 2008 on",
        "resolution 1325(2000) and",
        "resolution 31/16A and",
    ),
    "C402": said("resolution 63/ 233 and", "resolution 63 /233 and", "document A/ 63/741 and"),
    "C403": said(
        "document A/63/741/Add 1 and",
        "document A/63/741/add.1 and",
        "document A/64/L.1/Rev1 and",
        "document A/63/741/Corr. 1 and",
    ),
    "C404": _symbol,
    "C405": said(
        "resolution A/RES/63/233 and",
        "A/RES/63/233 and",
        "resolution S/RES/1325 (2000) and",
        "A/HRC/RES/52/9 and",
    ),
    "C406": said(
        "UNSC resolution 1325 (2000) and",
        "GA resolution 63/233 and",
        "ECOSOC resolution 2024/12 and",
        "HRC resolution 52/9 and",
    ),
    "C407": said(
        "Security Council resolution 1325 of 31 October 2000 and",
        "Security Council resolution 1612 of 26 July 2005, on",
    ),
    "C409": said("this resolution and", "the annex to this resolution and"),
    "C410": said("its 81st session and", "its 12th special session and", "the 60th session of"),
    "C411": said("its resolution 13/213 and", role=Role.PREAMBULAR),
    "C412": _twice(f"its {_OLD} and", f"under {_OLD} and"),
    "C413": _twice(f"its {_OLD} and", "under resolution 63/233 of 18 December 2008 and"),
    "N501": _noted(lambda _subject, note: (note, NoteMark("n-none"))),
    "N502": _noted(lambda _subject, note: (replace(note, mark="777"),)),
    "N503": _before_mark,
    "N504": _noted(_blank_before),
    "N505": _body(lambda words: "A/63/741, annex" if "://" in words else words.rstrip(".")),
    "N506": _first_note("Ibid., annex II."),
    "N507": _behind("A/63/741 and A/63/742.", "Ibid., annex."),
    "N508": _behind("A/63/741.", "Ibid, annex."),
    "N509": _behind("A/63/741.", "A/63/741."),
    "N510": _noted(lambda _subject, note: (note, NoteMark(note.id))),
    "N511": _noted(lambda _subject, note: (replace(note, series=Series.ASTERISK, mark=None),)),
    "N512": _starred_head,
    "R601": _referred(lambda _subject, _block: "p-none"),
    "R602": _referred(lambda _subject, block: block.id),
    "R603": _unnumbered,
    "R604": said("paragraph 998 above and", "paragraphs 1 and 998 of the present resolution and"),
    "R605": _order("paragraph {other} below and"),
    "R606": _order(
        "paragraph {other} above and",
        "paragraphs {other} and {second} above and",
        "paragraphs {other} to {second} of the present resolution and",
    ),
    "T701": said('"light" and', 'the theme "Light for all" and'),
    "T702": said("the keeper's lamp and", "Member States' lamps and"),
    "T703": said("the lamps , and", "the lamps ; and"),
    "T704": said("the lamps,and", "the lamps;and"),
    "T705": said("the lamps ( and horns) and", "the lamps (and horns ) and"),
    "T706": said("the \u00a0lamps and", "the\u00a0 lamps and"),
    "T708": said("the the lamps and", "and and"),
    "T709": said("5-13 September 1994 and", "22 - 23 September 2024 and"),
    "T710": said("35 percent of", "35% of", "3.5 % of"),
    "T711": said("19th December 2007 and", "December 19, 2007 and", "the 1st of March 2001 and"),
    "T712": _unbound,
    "W751": said(
        "organise and", "the finalisation and", "recognising and", "a specialised lamp and"
    ),
    "W752": said(
        "the center and", "sub-regional lamps and", "fulfillment and", "neighboring States and"
    ),
    "W753": said("Ivory Coast and", "Swaziland and", "Vietnam and", "Russia and"),
    "W754": said(
        "the Secretary General and", "Member states and", "the UN and", "the security council and"
    ),
}
