"""The resolutions and decisions that a text cites: number, date, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from drafter.model import Zone
from drafter.rules.adopted import is_of
from drafter.rules.line import Line
from drafter.rules.sheet import NEVER, SPACE, Found, any_of, sheet
from drafter.rules.subject import Subject

FAMILY = "citations"

_LETTER = rf"{SPACE}[A-Z]{{1,2}}(?![\w’'-])"
_LETTERS = rf"{_LETTER}(?:(?:,|{SPACE}(?:and|to|et|à|y|a)){_LETTER})*"
NUMBER = (
    rf"(?:(?:E?S-)?\d{{1,4}}/\d{{1,4}}(?:{_LETTERS})?(?![\w/])"
    rf"|\d{{1,4}}(?:{_LETTERS})?{SPACE}\((?:(?:E?S-)?[IVXLC]+|(?:19|20)\d\d)\))"
)
"""63/233, 31/16 A, S-10/2, ES-10/24, 2024/12, 217 A (III), 1325 (2000)."""

_BEFORE = 80
"""Signs before a number in which the name of its organ is looked for."""

_NEXT = 12
"""Signs between a list and an organ that names itself behind it: ", the General Assembly"."""


@dataclass(frozen=True)
class Forms:
    """The expressions of a language for citations.

    `listed` is a list of cited numbers, `item` one number of it with its organ and date, `day` a
    date, `whose` what stands before a list, `named` and `next` an organ before and behind "its"
    resolution, `body` any word for a body, `organs` the organs by their printed names, `own` the
    words for one's own.
    """

    listed: re.Pattern[str] = NEVER
    item: re.Pattern[str] = NEVER
    day: re.Pattern[str] = NEVER
    whose: re.Pattern[str] = NEVER
    named: re.Pattern[str] = NEVER
    next: re.Pattern[str] = NEVER
    body: re.Pattern[str] = NEVER
    organs: Mapping[str, str] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    months: tuple[str, ...] = ()

    def date(self, words: str | None) -> tuple[str, int, int]:
        """The date that ends some words, its year and its month; "", 0, 0 where none does."""
        found = self.day.search(words or "")
        if found is None:
            return "", 0, 0
        said = re.sub(SPACE, " ", found[0])
        month = next(n for n, name in enumerate(self.months, 1) if f" {name} " in said)
        return said, int(said[-4:]), month


def forms(data: Mapping[str, Any]) -> Forms:
    """The expressions of a language."""
    if not data:
        return Forms()
    organs = {printed: organ for organ, printed in data["organs"].items()}
    behind = rf"{SPACE}?{_phrases(data['behind'])}{_phrases(organs)}"
    day = rf"\d{{1,2}}(?:er)?{SPACE}{_phrases(data['months'])}{SPACE}\d{{4}}"
    dated = rf"{SPACE}?{_phrases(data['date'])}{SPACE}{day}"
    entry = rf"{NUMBER}(?:{behind})?(?:{dated})?"
    name = rf"(?:[A-Z][\w’-]*{SPACE}(?:{any_of(data['and'])}{SPACE})?)+"
    return Forms(
        listed=re.compile(
            rf"(?<!\w)(?P<kind>{any_of(data['kinds'])})(?P<organ>{behind})?{SPACE}{entry}"
            rf"(?:{_phrases(data['joins'])}{SPACE}{entry})*"
        ),
        item=re.compile(rf"(?P<number>{NUMBER})(?P<organ>{behind})?(?P<dated>{dated})?"),
        day=re.compile(rf"{day}$"),
        whose=re.compile(rf"(?<!\w)(?:{any_of(data['own'])}{SPACE}|{name})$"),
        named=re.compile(rf"(?P<organ>{_phrases(organs)}),?{SPACE}{any_of(data['in'])}{SPACE}$"),
        next=re.compile(rf"[^;\n]{{0,{_NEXT}}}(?:{_phrases(organs)})"),
        body=re.compile(rf"(?<!\w){any_of(data['bodies'])}"),
        organs=organs,
        own=frozenset(data["own"]),
        months=tuple(data["months"]),
    )


def _phrases(words: Iterable[str]) -> str:
    """An expression for one of some phrases, with blanks of any width."""
    return any_of(words).replace("\\ ", SPACE)


@dataclass(frozen=True, slots=True)
class Citation:
    """A resolution or decision cited at a place; `date` is "" where none is given.

    `organ` is the name of the profile of its organ, or the name that is printed. `own` is whether
    its organ's word ("its") stands before it, `named` whether the text says whose it is, `alone`
    whether no other body is named before it. `shared` is whether the number behind it gives the
    date of both: "61/110 and 61/111 of 14 December 2006".
    """

    line: Line
    organ: str
    kind: str
    number: str
    date: str
    year: int
    month: int
    start: int
    end: int
    date_start: int
    part: int
    own: bool
    named: bool
    alone: bool
    shared: bool

    @property
    def key(self) -> tuple[str, str, str, int]:
        """What tells it from others: the organ, the kind, the number, the part of the text."""
        return self.organ, self.kind, self.number, self.part

    @property
    def decision(self) -> bool:
        """Whether it is a decision, not a resolution."""
        return self.kind.startswith("d")

    def fits(self, organ: str) -> bool:
        """Whether its number can be one of an organ."""
        return is_of(organ, self.number, decision=self.decision)


def citations(subject: Subject) -> tuple[Citation, ...]:
    """Every citation in the preamble and the operative part, notes aside, in reading order."""
    known = subject.vocabulary.of(FAMILY, forms)
    return tuple(
        citation
        for found in subject.once(sheet).find_said(known.listed)
        if not found.line.caller and found.line.zone in {Zone.PREAMBLE, Zone.OPERATIVE}
        for citation in _cited(found, known, subject.organ_name, _part(subject, found))
    )


def _part(subject: Subject, found: Found) -> int:
    site = subject.site_of.get(found.line.spot.owner)
    return site.index if site else 0


@dataclass(frozen=True, slots=True)
class _Owner:
    """Whose a list of numbers is, and how that is said."""

    organ: str
    own: bool = False
    named: bool = False
    alone: bool = True


def _cited(found: Found, known: Forms, speaker: str, part: int) -> Iterator[Citation]:
    text, shift = found.match.string, found.start - found.match.start()
    items = list(known.item.finditer(text, *found.match.span()))
    owner = _owner(found, items, known, speaker)
    for item, after in zip(items, [*items[1:], None], strict=True):
        date, year, month = known.date(item["dated"])
        yield Citation(
            line=found.line,
            organ=owner.organ,
            kind=found.match["kind"][:4].lower(),
            number=re.sub(SPACE, " ", item["number"]),
            date=date,
            year=year,
            month=month,
            start=item.start() + shift,
            end=item.end() + shift,
            date_start=item.start("dated") + shift if item["dated"] else 0,
            part=part,
            own=owner.own,
            named=owner.named,
            alone=owner.alone,
            shared=bool(after and after["dated"] and "," not in text[item.end() : after.start()]),
        )


def _owner(found: Found, items: list[re.Match[str]], known: Forms, speaker: str) -> _Owner:
    printed = [found.match["organ"], *(item["organ"] for item in items)]
    behind = next((organ for organ in reversed(printed) if organ), "")
    if behind:
        return _Owner(_organ(behind, known), named=True)
    before = found.before
    at = known.whose.search(before, max(len(found.line.opening), found.start - _BEFORE))
    whose = re.sub(SPACE, " ", at[0]).strip() if at else ""
    alone = not (known.body.search(before) or known.next.match(found.after))
    if whose and whose not in known.own:
        return _Owner(_organ(whose, known), named=True)
    speaks = known.named.search(before[: at.start()]) if at else None
    if speaks:
        return _Owner(known.organs[speaks["organ"]], named=True, alone=False)
    return _Owner(speaker, own=bool(whose), alone=alone)


def _organ(words: str, known: Forms) -> str:
    """The profile of the one organ with whose name some words end; else the words."""
    words = re.sub(SPACE, " ", words).strip()
    inside = [printed for printed in known.organs if printed in words]
    one = inside[0] if len(inside) == 1 else ""
    return known.organs[one] if one and words.endswith(one) else words
