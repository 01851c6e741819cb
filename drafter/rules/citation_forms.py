"""Whose a cited resolution is: the form of its number tells the organ, and so do the words."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model import DocumentKind
from drafter.rules.adopted import HABITS, owners
from drafter.rules.cited import FAMILY, Citation, citations, forms
from drafter.rules.finding import Hit, Severity
from drafter.rules.rule import Rule
from drafter.rules.subject import Subject

_NEAR = 200
"""Signs behind a number in which a body may be named that has it."""


def not_its_own(subject: Subject) -> Iterator[Hit]:
    """Yield "its resolution 1325 (2000)" of an organ that does not number so."""
    for one in subject.once(citations):
        if one.own and one.alone and not one.fits(one.organ):
            yield _hit(subject, one, f"{one.number} is no number of the organ that speaks")


def form_of_organ(subject: Subject) -> Iterator[Hit]:
    """A number that the organ named before or behind it does not give."""
    for one in subject.once(citations):
        if one.named and not one.fits(one.organ):
            name = subject.language.organs.get(one.organ, one.organ)
            habit = HABITS[one.organ].example
            message = f"{one.number} is no number of the {name}, whose numbers are such as {habit}"
            yield _hit(subject, one, message)


def _hit(subject: Subject, one: Citation, message: str) -> Hit:
    others = owners(one.number, decision=one.decision)
    names = " or ".join(subject.language.organs.get(organ, organ) for organ in others)
    told = f"{message}; it can be one of the {names}" if names else message
    return Hit(one.line.spot, told, one.start, one.end)


def organ_not_named(subject: Subject) -> Iterator[Hit]:
    """A number of another organ, first cited without the name of that organ."""
    known = {one.number for one in subject.once(citations) if one.named}
    body = subject.vocabulary.of(FAMILY, forms).body
    for one in subject.once(citations):
        if one.own or one.named or not one.alone or one.number in known or one.fits(one.organ):
            continue
        known.add(one.number)
        if not body.search(one.line.plain, one.end, one.end + _NEAR):
            yield _hit(subject, one, f"{one.number} is of another organ: its name is wanted")


_LANGUAGES = frozenset({"en", "fr", "es"})
_KINDS = frozenset({DocumentKind.DRAFT, DocumentKind.RESOLUTION})
_ORGANS = frozenset(HABITS)

RULES = (
    Rule(
        "C408",
        "not-its-own",
        Severity.WARNING,
        '"Its resolution" is one of the organ that speaks.',
        not_its_own,
        languages=_LANGUAGES,
        organs=_ORGANS,
    ),
    Rule(
        "C414",
        "number-of-organ",
        Severity.WARNING,
        "A cited number has the form of the organ that is named with it.",
        form_of_organ,
        languages=_LANGUAGES,
    ),
    Rule(
        "C417",
        "organ-not-named",
        Severity.WARNING,
        "Another organ is named where a resolution of it is first cited.",
        organ_not_named,
        languages=_LANGUAGES,
        organs=_ORGANS,
        kinds=_KINDS,
    ),
)
