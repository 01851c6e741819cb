"""The dates of cited resolutions: given where one is first cited, and there alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from drafter.model import DocumentKind, Zone
from drafter.rules.citations import FAMILY
from drafter.rules.finding import Fix, Hit, Replace, Severity
from drafter.rules.line import Line
from drafter.rules.rule import Rule
from drafter.rules.sheet import NEVER, SPACE, Found, any_of, sheet
from drafter.rules.subject import Subject

_LETTERS = rf"{SPACE}[A-Z](?![\w’'-])(?:(?:,|{SPACE}and){SPACE}[A-Z](?![\w’'-]))*"
NUMBER = (
    rf"(?:(?:E?S-)?\d{{1,4}}/\d{{1,4}}(?:{_LETTERS})?(?![\w/])"
    rf"|\d{{1,4}}(?:{_LETTERS})?{SPACE}\((?:(?:E?S-)?[IVXLC]+|(?:19|20)\d\d)\))"
)
"""63/233, 31/16 A, S-10/2, ES-10/24, 2024/12, 217 A (III), 1325 (2000)."""


_BEFORE = 80
"""Signs before a number in which the name of its organ is looked for."""


@dataclass(frozen=True)
class Forms:
    """A list of cited numbers, one number of it with its date, and the word for one's own."""

    listed: re.Pattern[str] = NEVER
    item: re.Pattern[str] = NEVER
    whose: re.Pattern[str] = NEVER
    own: str = ""


def forms(data: Mapping[str, Any]) -> Forms:
    """The expressions of a language."""
    if not data:
        return Forms()
    kinds, joins = any_of(data["kinds"]), any_of(data["joins"])
    month = any_of(data["months"])
    dated = rf"{SPACE}{data['date']}{SPACE}%s\d{{1,2}}{SPACE}{month}{SPACE}\d{{4}}%s"
    entry = rf"{NUMBER}(?:{dated % ('', '')})?"
    name = rf"(?:[A-Z][\w’-]*{SPACE}(?:and{SPACE})?)+"
    return Forms(
        listed=re.compile(
            rf"(?<!\w)(?P<kind>{kinds}){SPACE}{entry}"
            rf"(?:{joins}{SPACE}{entry})*"
        ),
        item=re.compile(rf"(?P<number>{NUMBER})(?P<dated>{dated % ('(?P<date>', ')')})?"),
        whose=re.compile(rf"(?<!\w)(?:{data['own']}{SPACE}|{name})$"),
        own=data["own"],
    )


@dataclass(frozen=True, slots=True)
class Citation:
    """A resolution or decision cited at a place; `date` is "" where none is given."""

    line: Line
    organ: str
    kind: str
    number: str
    date: str
    start: int
    end: int
    date_start: int
    part: int
    own: bool
    shared: bool

    @property
    def key(self) -> tuple[str, str, str, int]:
        """What tells it from others: the organ, the kind, the number, the part of the text."""
        return self.organ, self.kind, self.number, self.part


def citations(subject: Subject) -> tuple[Citation, ...]:
    """Every citation in the preamble and the operative part, notes aside, in reading order.

    `own` is whether its organ's word ("its") stands before it, `shared` whether the number behind
    it gives the date of both: "61/110 and 61/111 of 14 December 2006".
    """
    known = subject.vocabulary.of(FAMILY, forms)
    own = subject.language.organs.get(subject.organ_name, subject.organ_name)
    return tuple(
        citation
        for found in subject.once(sheet).find_said(known.listed)
        if not found.line.caller and found.line.zone in {Zone.PREAMBLE, Zone.OPERATIVE}
        for citation in _cited(found, known, own, _part(subject, found))
    )


def _part(subject: Subject, found: Found) -> int:
    site = subject.site_of.get(found.line.spot.owner)
    return site.index if site else 0


def _cited(found: Found, known: Forms, organ: str, part: int) -> Iterator[Citation]:
    before = known.whose.search(found.before, max(len(found.line.opening), found.start - _BEFORE))
    whose = re.sub(SPACE, " ", before[0]).strip() if before else ""
    named = organ if whose in {"", known.own} else whose
    text, shift = found.match.string, found.start - found.match.start()
    items = list(known.item.finditer(text, *found.match.span()))
    for item, after in zip(items, [*items[1:], None], strict=True):
        yield Citation(
            line=found.line,
            organ=named,
            kind=found.match["kind"][:8],
            number=re.sub(SPACE, " ", item["number"]),
            date=re.sub(SPACE, " ", item["date"] or ""),
            start=item.start() + shift,
            end=item.end() + shift,
            date_start=item.end("number") + shift,
            part=part,
            own=whose == known.own,
            shared=bool(after and after["date"] and "," not in text[item.end() : after.start()]),
        )


def undated(subject: Subject) -> Iterator[Hit]:
    """A resolution of the organ itself, first cited in the preamble without its date."""
    seen = set()
    for citation in subject.once(citations):
        first = citation.key not in seen
        seen.add(citation.key)
        undated = not citation.date and not citation.shared
        if first and undated and citation.own and citation.line.zone is Zone.PREAMBLE:
            message = f"{citation.number} is cited here first: its date is wanted"
            yield Hit(citation.line.spot, message, citation.start, citation.end)


def dated_again(subject: Subject) -> Iterator[Hit]:
    """A date that was given before for the same resolution."""
    dates: dict[tuple[str, str, str, int], str] = {}
    for citation in subject.once(citations):
        repeated = citation.date and dates.get(citation.key) == citation.date
        if repeated and not citation.shared:
            edit = Replace(citation.line.spot, citation.date_start, citation.end, "")
            fix = Fix(f"delete 'of {citation.date}'", (edit,))
            message = f"the date of {citation.number} was given where it was first cited"
            yield Hit(citation.line.spot, message, citation.start, citation.end, fix)
        dates.setdefault(citation.key, citation.date)


def dated_otherwise(subject: Subject) -> Iterator[Hit]:
    """Another date than before for the same resolution."""
    dates: dict[tuple[str, str, str, int], str] = {}
    for citation in subject.once(citations):
        before = dates.get(citation.key)
        if before and citation.date and before != citation.date:
            message = f"{citation.number} is of {citation.date} here, and of {before} before"
            yield Hit(citation.line.spot, message, citation.start, citation.end)
        if citation.date:
            dates.setdefault(citation.key, citation.date)


_ENGLISH = frozenset({"en"})
_KINDS = frozenset({DocumentKind.DRAFT, DocumentKind.RESOLUTION})
_DATING = frozenset({"general-assembly"})

RULES = (
    Rule(
        "C411",
        "first-mention-undated",
        Severity.INFO,
        "A resolution is cited with its date where it is first cited.",
        undated,
        languages=_ENGLISH,
        organs=_DATING,
        kinds=_KINDS,
    ),
    Rule(
        "C412",
        "dated-again",
        Severity.WARNING,
        "The date of a resolution is given once, where it is first cited.",
        dated_again,
        languages=_ENGLISH,
        kinds=_KINDS,
        fixes=True,
    ),
    Rule(
        "C413",
        "two-dates",
        Severity.WARNING,
        "A resolution has one date.",
        dated_otherwise,
        languages=_ENGLISH,
    ),
)
