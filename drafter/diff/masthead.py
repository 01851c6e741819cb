"""The masthead, origin and number as lines to compare, each with the name of its field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from drafter.model import (
    Adoption,
    Inlines,
    Masthead,
    Origin,
    Resolution,
    Submission,
    Text,
    normalise,
    text,
)
from drafter.profiles import LanguageProfile


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the masthead. `single`: its field has one line only, so both sides' lines pair."""

    field: str
    body: Inlines
    single: bool = True


def masthead_lines(resolution: Resolution, language: LanguageProfile | None) -> Iterator[Line]:
    """The lines that are not empty, in printed order."""
    for line in _lines(resolution, language):
        if line.body:
            yield line


def _lines(resolution: Resolution, language: LanguageProfile | None) -> Iterator[Line]:
    head = resolution.masthead
    yield Line("organ", text(_known(head.organ, language.organs if language else {})))
    yield Line("symbol", text(head.symbol))
    yield Line("distribution", text(_distribution(head, language)))
    yield Line("date", text(_date(head, language)))
    yield Line("original", text(_original(head, language)))
    yield Line("session", text(head.session))
    yield Line("committee", text(_known(head.committee, language.committees if language else {})))
    for item in head.agenda:
        yield Line("agenda", item.line, single=False)
        yield Line("agenda-title", item.title, single=False)
    yield from _origin(resolution.origin, language)
    yield Line("number", text(resolution.number))
    yield Line("job-number", text(head.job_number))


def _origin(origin: Origin, language: LanguageProfile | None) -> Iterator[Line]:
    match origin:
        case Submission(sponsors, line):
            yield Line("sponsors", _joined(sponsors, language))
            yield Line("submission", line)
        case Adoption(line, bracket):
            yield Line("adoption", line)
            yield Line("bracket", bracket)
        case _:
            assert_never(origin)


def _joined(names: tuple[Inlines, ...], language: LanguageProfile | None) -> Inlines:
    """Sponsors as printed: "Kenya, Mexico and Qatar"."""
    if not names:
        return ()
    separator, end = (language.list_separator, language.list_end) if language else (", ", ", ")
    inlines = list(names[0])
    for place, name in enumerate(names[1:], 2):
        inlines.append(Text(end if place == len(names) else separator))
        inlines.extend(name)
    return normalise(tuple(inlines))


def _known(key: str, printed: Mapping[str, str]) -> str:
    return printed.get(key, key)


def _distribution(head: Masthead, language: LanguageProfile | None) -> str:
    if language is None or not head.distribution:
        return head.distribution
    return language.distribution_line(head.distribution)


def _date(head: Masthead, language: LanguageProfile | None) -> str:
    if head.date is None:
        return ""
    return language.print_date(head.date) if language else head.date.isoformat()


def _original(head: Masthead, language: LanguageProfile | None) -> str:
    if language is None or not head.original:
        return ", ".join(head.original)
    names = tuple(language.languages.get(code, code) for code in head.original)
    return language.original.format(languages=language.join(names))
