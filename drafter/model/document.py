"""The resolution as a whole: masthead, origin, number and title, parts, annexes, votes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from drafter.model.block import Blocks
from drafter.model.inline import Inlines


class DocumentKind(StrEnum):
    """What kind of text it is."""

    DRAFT = "draft"
    RESOLUTION = "resolution"
    DECISION = "decision"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Opaque:
    """Something kept without being understood: an element with attributes, text and children.

    Used for workflow steps, keywords, votes as their source has them, and whatever else a foreign
    format knows. `attributes` are (name, value) pairs sorted by name.
    """

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    text: str = ""
    children: tuple[Opaque, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An agenda item as the masthead prints it: "Agenda item 114" and, below, its title."""

    line: Inlines
    title: Inlines = ()


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above the text, as data; the layout and the language decide how it is printed.

    `organ` and `committee` are names of profiles ("general-assembly", "third-committee") or, when
    no profile knows them, the printed name. `distribution` is "general", "limited", "restricted"
    or the printed word. `original` holds language codes. `session` is the printed line
    ("Sixty-fourth session"). `job_number` is as printed on the first page ("09-46189", since about
    2010 with the letter of the language: "25-20743 (E)").
    """

    organ: str = ""
    symbol: str = ""
    distribution: str = ""
    date: date | None = None
    original: tuple[str, ...] = ()
    session: str = ""
    committee: str = ""
    agenda: tuple[AgendaItem, ...] = ()
    job_number: str = ""


@dataclass(frozen=True, slots=True)
class Submission:
    """The origin of a draft: its sponsors in printed order, or the line of who submits it.

    Sponsors are printed "Kenya, Mexico and Qatar: draft resolution"; `line`, when given, is printed
    instead ("Draft resolution submitted by the President of the General Assembly").
    """

    sponsors: tuple[Inlines, ...] = ()
    line: Inlines = ()


@dataclass(frozen=True, slots=True)
class Adoption:
    """The origin of an adopted text: the adoption line, and the bracket (its text without [ ])."""

    line: Inlines = ()
    bracket: Inlines = ()
    date: date | None = None


Origin: TypeAlias = Submission | Adoption


@dataclass(frozen=True, slots=True)
class Count:
    """One side of a vote: "in-favour", "against", "abstaining"; `value` None when not counted."""

    side: str
    value: int | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote as metadata: "without-vote", "recorded-vote" or the source's own word."""

    outcome: str
    counts: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """The text itself; a composite resolution has several, lettered A, B, C.

    `enacting` is the enacting line ("The General Assembly,"), `closing` the lines after the text
    (meeting, date, vote), each its own line.
    """

    letter: str = ""
    title: Inlines = ()
    enacting: Inlines = ()
    preamble: Blocks = ()
    operative: Blocks = ()
    closing: tuple[Inlines, ...] = ()
    meta: tuple[Opaque, ...] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex. Its label ("Annex", "Annex II") is derived; `label` overrides, "" prints none."""

    id: str
    title: Inlines = ()
    blocks: Blocks = ()
    label: str | None = None
    meta: tuple[Opaque, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """A resolution, a draft of one, a decision or a statement: one value.

    `language` is an ISO 639-1 code (en, fr, es, ru, ar, zh, de). `number` is like "64/1" or
    "2677 (2023)"; it and the masthead's symbol are given, every other number is derived.
    """

    kind: DocumentKind = DocumentKind.DRAFT
    language: str = "en"
    masthead: Masthead = Masthead()
    origin: Origin = Submission()
    number: str = ""
    title: Inlines = ()
    parts: tuple[Part, ...] = (Part(),)
    annexes: tuple[Annex, ...] = ()
    votes: tuple[Vote, ...] = ()
    meta: tuple[Opaque, ...] = ()
