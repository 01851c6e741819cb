"""The words that open a paragraph: the right kind for its part, known ones, marked as such."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from drafter.model import DocumentKind, Role, Zone
from drafter.rules.finding import Fix, Hit, Replace, Rewrite, Severity
from drafter.rules.line import Line
from drafter.rules.many import FEW, as_one, listed
from drafter.rules.mend import opened
from drafter.rules.rule import Rule
from drafter.rules.subject import Subject

ALIKE = 0.8
"""How like a known word an unknown one must be for the known one to be named."""

SLIP = 6
"""Letters from which on a word that is one letter away from a known one counts as a slip of it."""

MANY = 3
"""From so many neighbours on, paragraphs without opening words are one finding: a declaration."""

_WORD = re.compile(r"[^\W\d_][\w’'‑-]*")
_ISE = re.compile(r"is(?=(?:e|es|ed|ing)$)")
_NEAR = 6
"""Words of a paragraph among which its verb is looked for, behind adverbs."""

_KINDS = frozenset({DocumentKind.DRAFT, DocumentKind.RESOLUTION})
_ZONES = {Role.PREAMBULAR: Zone.PREAMBLE, Role.OPERATIVE: Zone.OPERATIVE}
# Measured on adopted texts: none of 413 English ones, and none of 15 each in French and Spanish,
# opens a paragraph as the other part does. In Russian adverbs come first, Arabic and Chinese have
# forms that both parts share.
_ROMANCE = frozenset({"en", "fr", "es"})
_SPACED = _ROMANCE | {"ru"}
_FIXED = frozenset({"en"})
"""Elsewhere one letter is the gender of the organ: "Guiado", of a Consejo, is no slip of "Guiada".
"""
_OTHER = {Role.PREAMBULAR: Role.OPERATIVE, Role.OPERATIVE: Role.PREAMBULAR}
_FORM = {
    Role.PREAMBULAR: "a preambular paragraph opens with a participle or an adjective",
    Role.OPERATIVE: "an operative paragraph opens with a verb in the present tense",
}


@dataclass(frozen=True)
class Heads:
    """The single words in which opening phrases begin, and the adverbs that may stand before."""

    words: Mapping[Role, frozenset[str]]
    modifiers: frozenset[str]

    def head(self, text: str) -> re.Match[str] | None:
        """The first word of a text that is no such adverb."""
        found = list(_first(text, _NEAR))
        content = (word for word in found if word.group().casefold() not in self.modifiers)
        return next(content, found[0] if found else None)


def heads(families: Mapping[str, Any]) -> Heads:
    """What the data of a language know of opening words, word by word."""
    modifiers = frozenset(families.get("structure", {}).get("modifiers", ()))
    phrases = families.get("openings", {})
    empty = Heads({}, modifiers)
    return Heads({role: _heads_of(phrases.get(str(role), ()), empty) for role in _FORM}, modifiers)


def _heads_of(phrases: Iterable[str], adverbs: Heads) -> frozenset[str]:
    found = (adverbs.head(phrase) for phrase in phrases)
    return frozenset(word.group().casefold() for word in found if word)


def _first(text: str, count: int) -> Iterator[re.Match[str]]:
    for place, found in enumerate(_WORD.finditer(text)):
        if place == count:
            return
        yield found


@dataclass(frozen=True, slots=True)
class Opening:
    """How a paragraph opens: its verb, whether it is known here, or, if not, in the other part."""

    line: Line
    role: Role
    phrase: str
    head: re.Match[str] | None
    known: bool
    other: bool


def _openings(subject: Subject, role: Role) -> tuple[Opening, ...]:
    return subject.once(_all_openings)[role]


def _all_openings(subject: Subject) -> Mapping[Role, tuple[Opening, ...]]:
    return {role: tuple(_openings_of(subject, role)) for role in _FORM}


def _openings_of(subject: Subject, role: Role) -> Iterator[Opening]:
    known = subject.vocabulary.of_all(heads)
    for _, line in subject.paragraphs(role, _ZONES[role]):
        head = known.head(line.plain)
        word = head.group().casefold() if head else ""
        phrase = subject.lexicon.opening(line.plain, role)
        mine = bool(phrase) or word in known.words[role]
        theirs = not mine and (
            word in known.words[_OTHER[role]]
            or bool(subject.lexicon.opening(line.plain, _OTHER[role]))
        )
        yield Opening(line, role, phrase, head, mine, theirs)


def _misplaced(role: Role) -> Rule:
    def misplaced(subject: Subject) -> Iterator[Hit]:
        """A paragraph that opens as those of the other part do."""
        for opening in _openings(subject, role):
            if opening.other and not opening.known and opening.head:
                message = f"{opening.head.group()!r}: {_FORM[role]}"
                near = _suggestion(subject, opening)
                yield _hit(opening, message + (f", such as {near!r}" if near else ""))

    preambular = role is Role.PREAMBULAR
    return Rule(
        "S103" if preambular else "S104",
        "operative-opening-in-preamble" if preambular else "preambular-opening-in-operative-part",
        Severity.ERROR,
        f"{_FORM[role][0].upper()}{_FORM[role][1:]}.",
        misplaced,
        languages=_ROMANCE,
        kinds=_KINDS,
    )


def _unknown(role: Role) -> Rule:
    def unknown(subject: Subject) -> Iterator[Hit]:
        """A paragraph that opens with words that no known resolution opens with."""
        if not subject.vocabulary.of_all(heads).words[role]:
            return
        strange = groupby(_openings(subject, role), key=_nameless)
        for nameless, group in strange:
            row = list(group)
            if nameless and len(row) >= MANY:
                message = f"{len(row)} paragraphs in a row have no opening words: {_FORM[role]}"
                yield _hit(row[0], message)
                continue
            for one in row:
                near = "" if one.known or one.other else _suggestion(subject, one)
                if not one.known and not one.other and (near or not _has_form(subject, one)):
                    yield _strange(subject, one, near)

    preambular = role is Role.PREAMBULAR
    return Rule(
        "S105" if preambular else "S106",
        "unknown-preambular-opening" if preambular else "unknown-operative-opening",
        Severity.WARNING,
        "The opening words are known ones.",
        unknown,
        languages=_SPACED,
        kinds=_KINDS,
        fixes=True,
    )


def _nameless(opening: Opening) -> bool:
    return not opening.known and not opening.other and not opening.line.opening


def _has_form(subject: Subject, opening: Opening) -> bool:
    """Whether marked opening words are new ones of the right form: "Praising", "Strives"."""
    form = subject.vocabulary.of("structure", _forms).get(opening.role)
    word = opening.head.group() if opening.head else ""
    return bool(opening.line.opening) and form is not None and form.search(word) is not None


def _forms(data: Mapping[str, Any]) -> Mapping[Role, re.Pattern[str]]:
    return {Role(role): re.compile(form) for role, form in data.get("forms", {}).items()}


def _strange(subject: Subject, opening: Opening, near: str) -> Hit:
    word = opening.head.group() if opening.head else opening.line.plain[:20]
    message = f"{word!r} is no known opening word: {_FORM[opening.role]}"
    if not near or opening.head is None:
        return _hit(opening, message)
    hit = _hit(opening, f"{word!r} is no known opening word; did you mean {near!r}?")
    if subject.language.code not in _FIXED or not _is_slip(word.casefold(), near.casefold()):
        return hit
    edit = Replace(opening.line.spot, hit.start, hit.end, near)
    return Hit(hit.spot, hit.message, hit.start, hit.end, Fix(f"write {near!r}", (edit,)))


def _suggestion(subject: Subject, opening: Opening) -> str:
    """The known word most like the verb, with its capital; "" when none is."""
    from difflib import get_close_matches  # noqa: PLC0415 - only where something is wrong

    if opening.head is None:
        return ""
    word = opening.head.group()
    small = _ISE.sub("iz", word.casefold()) if opening.other else word.casefold()
    known = _as_spelled(subject.vocabulary.of_all(heads).words[opening.role])
    near = get_close_matches(small, known, n=1, cutoff=0.7 if opening.other else ALIKE)
    if not near:
        return ""
    return near[0].capitalize() if word[0].isupper() else near[0]


def _as_spelled(words: frozenset[str]) -> list[str]:
    """The words, those in -ise left out that are known with -ize: of the two it is the latter."""
    return sorted(word for word in words if _ISE.sub("iz", word) not in words - {word})


def _is_slip(word: str, known: str) -> bool:
    """Whether one letter too many, too few, wrong or in the wrong place makes `word` of `known`."""
    if min(len(word), len(known)) < SLIP or abs(len(word) - len(known)) > 1 or word == known:
        return False
    start = next((n for n, (a, b) in enumerate(zip(word, known, strict=False)) if a != b), -1)
    if start < 0:
        return True
    one, two = word[start:], known[start:]
    swapped = one[:2] == two[1::-1] and one[2:] == two[2:]
    return swapped or one[1:] == two[1:] or one[1:] == two or one == two[1:]


def _hit(opening: Opening, message: str) -> Hit:
    head = opening.head
    start, end = head.span() if head else (0, len(opening.line.plain))
    return Hit(opening.line.spot, message, start, end)


def unmarked(subject: Subject) -> Iterator[Hit]:
    """Known opening words that are not marked as such, so not printed in italics."""
    hits = list(_unmarked(subject))
    if len(hits) <= FEW:
        yield from hits
        return
    names = [subject.label(hit.spot.owner).rstrip(".") for hit in hits[1:]]
    yield as_one(hits, f"nor are those of {len(names)} more: {listed(names)}")


def _unmarked(subject: Subject) -> Iterator[Hit]:
    for role in _FORM:
        for opening in _openings(subject, role):
            line, end = opening.line, len(opening.phrase)
            if not end or line.opening or not line.plain_at(0, end):
                continue
            fix = Fix("mark the opening words", (Rewrite(line.spot, opened(line, end)),))
            message = f"the opening words {opening.phrase!r} are not in italics"
            yield Hit(line.spot, message, 0, end, fix)


RULES = (
    _misplaced(Role.PREAMBULAR),
    _misplaced(Role.OPERATIVE),
    _unknown(Role.PREAMBULAR),
    _unknown(Role.OPERATIVE),
    Rule(
        "S107",
        "opening-not-marked",
        Severity.WARNING,
        "Opening words are printed in italics.",
        unmarked,
        kinds=_KINDS,
        fixes=True,
    ),
)
