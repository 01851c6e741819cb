"""The words "also" and "further" in opening words: what a row of equal verbs asks for.

No text of the rule was found; it is what the texts do. Of 1,256 preambular paragraphs that open as
the one before them does, 1,240 go none, also, further and then begin again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from drafter.model import Blocks, DocumentKind, Paragraph, Role, Section
from drafter.rules.finding import Fix, Hit, Replace, Severity
from drafter.rules.line import Line
from drafter.rules.rule import Rule
from drafter.rules.subject import Subject

FAMILY = "also"
_KINDS = frozenset({DocumentKind.DRAFT, DocumentKind.RESOLUTION})
_COUNCIL = frozenset({"security-council"})
_NONE = ""
_SHOWN = 40
"""Signs of an addressee that a message shows."""

_STEM = 6
"""Letters by which two forms of a verb are known as one: "requests", "requested"."""

_NEAR = 40
"""Signs at the beginning of a paragraph in which the verb of the one before is looked for."""

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True)
class Habits:
    """How a language says "also" and "further" in opening words.

    `adverbs` are the two, in their order; `first` the parts in which they stand before the verb.
    `addressed` are the phrases that name an addressee: two of them follow each other only when it
    is the same one, which ends where `addressee_end` matches. `plain` are those without one. Behind
    the marked words an adverb is one only where `followed_by` matches: "Encourages further efforts"
    has none. `aside` is what may stand between the words and the addressee, `narrowed` what makes
    it another one: "States that have not yet done so".
    """

    adverbs: tuple[str, ...] = ()
    first: frozenset[Role] = frozenset()
    addressed: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    addressee_end: re.Pattern[str] = _NEVER
    followed_by: re.Pattern[str] = _NEVER
    aside: re.Pattern[str] = _NEVER
    narrowed: re.Pattern[str] = _NEVER

    @property
    def pattern(self) -> re.Pattern[str]:
        """Matches one of the adverbs as a word."""
        words = "|".join(map(re.escape, self.adverbs))
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)

    def after(self, adverb: str) -> str:
        """The adverb of the next paragraph in a row, "" for none."""
        steps = (_NONE, *self.adverbs)
        return steps[(steps.index(adverb) + 1) % len(steps)]


def habits(data: Mapping[str, Any]) -> Habits:
    """The habits of a language from its data; none without data."""
    if not data:
        return Habits()
    return Habits(
        adverbs=tuple(data["adverbs"]),
        first=frozenset(Role(role) for role, at in data["place"].items() if at == "before"),
        addressed=frozenset(data.get("addressed", ())),
        plain=frozenset(data.get("plain", ())),
        addressee_end=re.compile(data.get("addressee_end", _NEVER.pattern)),
        aside=re.compile(data.get("aside", _NEVER.pattern)),
        narrowed=re.compile(data.get("narrowed", _NEVER.pattern)),
        followed_by=re.compile(data.get("followed_by", _NEVER.pattern)),
    )


@dataclass(frozen=True, slots=True)
class Opener:
    """How a paragraph opens: its phrase, the adverb in it ("" for none) and what is left.

    `at` is the place of the adverb in the phrase, -1 without one.
    """

    line: Line
    role: Role
    phrase: str
    base: str
    adverb: str
    at: int
    addressee: str = ""


def _rows(subject: Subject, role: Role) -> tuple[tuple[Opener | None, Opener], ...]:
    """Every paragraph that opens with known words, with the one directly before it."""
    return subject.once(_all_rows)[role]


def _all_rows(subject: Subject) -> Mapping[Role, tuple[tuple[Opener | None, Opener], ...]]:
    roles = (Role.PREAMBULAR, Role.OPERATIVE)
    return {role: tuple(_rows_of(subject, role)) for role in roles}


def _rows_of(subject: Subject, role: Role) -> Iterator[tuple[Opener | None, Opener]]:
    known = subject.vocabulary.of(FAMILY, habits)
    if not known.adverbs:
        return
    opener = partial(_opener, subject, known, known.pattern, role)
    for part in subject.resolution.parts:
        if role is Role.PREAMBULAR:
            yield from _pairs(opener, part.preamble)
        yield from _pairs(opener, part.operative)


def _pairs(
    opener: Callable[[Paragraph], Opener | None], blocks: Blocks
) -> Iterator[tuple[Opener | None, Opener]]:
    """The paragraphs of some blocks with those before them; a section begins a row of its own."""
    before: Opener | None = None
    for block in blocks:
        if isinstance(block, Section):
            yield from _pairs(opener, block.blocks)
        found = opener(block) if isinstance(block, Paragraph) else None
        if found is not None:
            yield before, found
        before = found


def _opener(
    subject: Subject, known: Habits, adverbs: re.Pattern[str], role: Role, block: Paragraph
) -> Opener | None:
    line = subject.body(block) if block.role is role else None
    if line is None:
        return None
    phrase = line.opening.rstrip(" ,") or subject.lexicon.opening(line.plain, role)
    behind = adverbs.match(line.plain, len(phrase) + 1)
    if phrase and behind and known.followed_by.match(line.plain, behind.end()):
        phrase = line.plain[: behind.end()]
    found = adverbs.search(phrase)
    base = " ".join(adverbs.sub(" ", phrase).split()).casefold()
    if not base:
        return None
    addressee = _addressee(known, line.plain[len(phrase) :].strip().casefold())
    adverb = found.group().casefold() if found else _NONE
    return Opener(line, role, phrase, base, adverb, found.start() if found else -1, addressee)


def _addressee(known: Habits, words: str) -> str:
    """Whom the words behind an opening phrase name, with what narrows it."""
    rest = known.aside.sub("", words)
    end = known.addressee_end.search(rest)
    if end and known.narrowed.match(rest, end.start()):
        end = known.addressee_end.search(rest, end.end())
    return rest[: end.start()] if end else rest


def _asks(known: Habits, before: Opener, here: Opener, kind: str) -> bool:
    """Whether the paragraph before asks for a certain adverb here, by one of the three rules."""
    if before.base != here.base:
        return False
    if here.role is Role.PREAMBULAR:
        return kind == "preambular"
    if here.base in known.plain:
        return kind == "plain"
    same = bool(here.addressee) and before.addressee == here.addressee
    return kind == "addressed" and here.base in known.addressed and same


def _missing(role: Role, kind: str, subject: Subject) -> Iterator[Hit]:
    known = subject.vocabulary.of(FAMILY, habits)
    for before, here in _rows(subject, role):
        if before is None or not _asks(known, before, here, kind):
            continue
        wanted = known.after(before.adverb)
        if here.adverb != wanted:
            yield _change(subject, here, wanted, _why(before, here, wanted, kind))


def _why(before: Opener, here: Opener, wanted: str, kind: str) -> str:
    to = f" to {_short(here.addressee)!r}" if kind == "addressed" else ""
    if wanted == _NONE:
        return f"after {before.phrase!r}{to} the row begins again, without {here.adverb!r}"
    return f"{wanted!r} follows: the paragraph before opens with {before.phrase!r}{to} too"


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: words.rfind(" ", 0, _SHOWN)] + " …"


def idle(subject: Subject) -> Iterator[Hit]:
    """An adverb although the paragraph before opens with another verb."""
    for role in (Role.PREAMBULAR, Role.OPERATIVE):
        for before, here in _rows(subject, role):
            if not here.adverb or before is None or _related(before, here):
                continue
            message = f"{here.adverb!r} has nothing to add to: the paragraph before opens with"
            yield _change(subject, here, _NONE, f"{message} {before.phrase!r}")


def _related(before: Opener, here: Opener) -> bool:
    """Whether the two share a verb: that of one stands in the other, at its start or further on.

    Of the paragraph here only the beginning counts: "Also reiterates its request" after "Requests".
    """
    verb, other = _verb(here.base), _verb(before.base)
    near = here.line.plain[:_NEAR].casefold()
    return verb[:_STEM] in before.line.plain.casefold() or other[:_STEM] in near


def _verb(base: str) -> str:
    return next((word for word in base.split() if not word.endswith("ly")), base)


def misplaced(subject: Subject) -> Iterator[Hit]:
    """An adverb behind the verb of an operative paragraph, before that of a preambular one."""
    known = subject.vocabulary.of(FAMILY, habits)
    for role in (Role.PREAMBULAR, Role.OPERATIVE):
        for _, here in _rows(subject, role):
            first = role in known.first
            if here.adverb and first != (here.at == 0):
                place = "before" if first else "after"
                message = f"{here.adverb!r} belongs {place} the verb"
                yield _change(subject, here, here.adverb, message)


def in_council(subject: Subject) -> Iterator[Hit]:
    """An adverb in a resolution of the Security Council, which has none."""
    for role in (Role.PREAMBULAR, Role.OPERATIVE):
        for _, here in _rows(subject, role):
            if here.adverb:
                message = f"the Security Council opens paragraphs without {here.adverb!r}"
                yield _change(subject, here, _NONE, message)


def _change(subject: Subject, here: Opener, adverb: str, message: str) -> Hit:
    """A hit whose fix gives the opening words another adverb, or none."""
    end = len(here.phrase)
    new = _phrase(subject, here, adverb)
    fix = None
    if here.line.plain_at(0, end) and new != here.phrase:
        fix = Fix(f"write {new!r}", (Replace(here.line.spot, 0, end, new),))
    return Hit(here.line.spot, message, 0, end, fix)


def _phrase(subject: Subject, here: Opener, adverb: str) -> str:
    """The opening words with this adverb where it belongs, with a capital where there was one."""
    known = subject.vocabulary.of(FAMILY, habits)
    words = known.pattern.sub(" ", here.phrase).split()
    small = [words[0][:1].lower() + words[0][1:], *words[1:]]
    if not adverb:
        chosen = small
    elif here.role in known.first:
        chosen = [adverb, *small]
    else:
        chosen = _behind(subject, here.role, small, adverb)
    phrase = " ".join(chosen)
    return phrase[:1].upper() + phrase[1:] if here.phrase[:1].isupper() else phrase


def _behind(subject: Subject, role: Role, words: list[str], adverb: str) -> list[str]:
    """The adverb behind the whole phrase, or inside it where only that is known."""
    ways = [[*words[:n], adverb, *words[n:]] for n in range(len(words), 0, -1)]
    known = (way for way in ways if _is_known(subject, role, " ".join(way)))
    return next(known, ways[0])


def _is_known(subject: Subject, role: Role, phrase: str) -> bool:
    return subject.lexicon.opening(phrase, role) == phrase


RULES = (
    Rule(
        "A301",
        "also-in-preamble",
        Severity.WARNING,
        "Preambular paragraphs with one verb go none, also, further, and begin again.",
        partial(_missing, Role.PREAMBULAR, "preambular"),
        not_organs=_COUNCIL,
        kinds=_KINDS,
        fixes=True,
    ),
    Rule(
        "A302",
        "also-in-operative-part",
        Severity.WARNING,
        "Operative paragraphs with one verb go none, also, further, and begin again.",
        partial(_missing, Role.OPERATIVE, "plain"),
        not_organs=_COUNCIL,
        kinds=_KINDS,
        fixes=True,
    ),
    Rule(
        "A303",
        "also-to-one-addressee",
        Severity.WARNING,
        "Operative paragraphs with one verb and one addressee go none, also, further.",
        partial(_missing, Role.OPERATIVE, "addressed"),
        not_organs=_COUNCIL,
        kinds=_KINDS,
        fixes=True,
    ),
    Rule(
        "A304",
        "idle-also",
        Severity.WARNING,
        '"Also" and "further" stand only after a paragraph with the same verb.',
        idle,
        not_organs=_COUNCIL,
        kinds=_KINDS,
        fixes=True,
    ),
    Rule(
        "A305",
        "place-of-also",
        Severity.WARNING,
        '"Also" and "further" stand after the participle, and before the verb.',
        misplaced,
        not_organs=_COUNCIL,
        kinds=_KINDS,
        fixes=True,
    ),
    Rule(
        "A306",
        "also-in-security-council",
        Severity.WARNING,
        'The Security Council opens paragraphs without "also" and "further".',
        in_council,
        organs=_COUNCIL,
        kinds=_KINDS,
        fixes=True,
    ),
)
