"""The dates of cited resolutions: given where one is first cited, there alone, and possible."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model import DocumentKind, Zone
from drafter.rules.adopted import ECONOMIC, RIGHTS, Form, adopted, is_of_time
from drafter.rules.cited import Citation, citations
from drafter.rules.finding import Fix, Hit, Replace, Severity
from drafter.rules.rule import Rule
from drafter.rules.subject import Subject


def undated(subject: Subject) -> Iterator[Hit]:
    """A resolution first cited in the preamble without its date: one's own, or a council's."""
    seen = set()
    for citation in subject.once(citations):
        first = citation.key not in seen
        seen.add(citation.key)
        undated = not citation.date and not citation.shared
        wanted = citation.own or (citation.named and citation.organ in {ECONOMIC, RIGHTS})
        if first and undated and wanted and citation.line.zone is Zone.PREAMBLE:
            message = f"{citation.number} is cited here first: its date is wanted"
            yield Hit(citation.line.spot, message, citation.start, citation.end)


def dated_again(subject: Subject) -> Iterator[Hit]:
    """A date that was given before for the same resolution."""
    dates: dict[tuple[str, str, str, int], str] = {}
    for citation in subject.once(citations):
        repeated = citation.date and dates.get(citation.key) == citation.date
        if repeated and not citation.shared:
            edit = Replace(citation.line.spot, citation.date_start, citation.end, "")
            words = citation.line.plain[citation.date_start : citation.end].strip(" \u00a0,")
            fix = Fix(f"delete {words!r}", (edit,))
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


def other_year(subject: Subject) -> Iterator[Hit]:
    """A year in brackets that is not the year of the date: "1325 (2000) of 31 October 2001"."""
    for citation in subject.once(citations):
        one = adopted(citation.number)
        if one and one.form is Form.BRACKETED and not _timely(citation):
            message = f"the year in brackets is {one.session}, the date of {citation.year}"
            yield Hit(citation.line.spot, message, citation.start, citation.end)


def other_session(subject: Subject) -> Iterator[Hit]:
    """A date outside the session that the number names."""
    for citation in subject.once(citations):
        one = adopted(citation.number)
        if one is None or one.form is Form.BRACKETED or not (citation.named or citation.alone):
            continue
        if citation.fits(citation.organ) and not _timely(citation):
            kind = "year" if one.form is Form.YEARLY else "session"
            message = (
                f"{citation.date} is not in {kind} {one.session}, of which {citation.number} is"
            )
            yield Hit(citation.line.spot, message, citation.start, citation.end)


def _timely(citation: Citation) -> bool:
    return not citation.date or is_of_time(
        citation.organ, citation.number, citation.year, citation.month
    )


_LANGUAGES = frozenset({"en", "fr", "es"})
_KINDS = frozenset({DocumentKind.DRAFT, DocumentKind.RESOLUTION})
_DATING = frozenset({"general-assembly"})

RULES = (
    Rule(
        "C411",
        "first-mention-undated",
        Severity.INFO,
        "A resolution is cited with its date where it is first cited.",
        undated,
        languages=_LANGUAGES,
        organs=_DATING,
        kinds=_KINDS,
    ),
    Rule(
        "C412",
        "dated-again",
        Severity.WARNING,
        "The date of a resolution is given once, where it is first cited.",
        dated_again,
        languages=_LANGUAGES,
        kinds=_KINDS,
        fixes=True,
    ),
    Rule(
        "C413",
        "two-dates",
        Severity.WARNING,
        "A resolution has one date.",
        dated_otherwise,
        languages=_LANGUAGES,
    ),
    Rule(
        "C415",
        "year-and-date",
        Severity.ERROR,
        "The year in brackets is that of the date.",
        other_year,
        languages=_LANGUAGES,
    ),
    Rule(
        "C416",
        "session-and-date",
        Severity.WARNING,
        "The date of a resolution lies in the session that its number names.",
        other_session,
        languages=_LANGUAGES,
    ),
)
