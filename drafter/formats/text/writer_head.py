"""The head of a written text: masthead, session, agenda, origin, number and title."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import assert_never

from drafter.model import Adoption, Inlines, Masthead, Origin, Resolution, Submission
from drafter.profiles import LanguageProfile

Print = Callable[[Inlines], str]


def head(resolution: Resolution, profile: LanguageProfile, text: Print) -> Iterator[str]:
    """The lines above the first part; each field on a line of its own, absent ones left out."""
    yield from _masthead(resolution.masthead, profile)
    yield ""
    yield from _session(resolution.masthead, profile, text)
    yield ""
    yield from _origin(resolution, profile, text)
    yield ""
    yield from _title(resolution, profile, text)
    yield ""


def _masthead(masthead: Masthead, profile: LanguageProfile) -> Iterator[str]:
    if masthead == Masthead():
        return
    yield profile.phrases["united-nations"]
    yield masthead.symbol
    yield profile.organs.get(masthead.organ, masthead.organ)
    if masthead.distribution:
        yield profile.distribution_line(masthead.distribution)
    if masthead.date:
        yield profile.print_date(masthead.date)
    if masthead.original:
        names = tuple(profile.languages.get(code, code) for code in masthead.original)
        yield profile.original.format(languages=profile.join(names))
    yield masthead.job_number


def _session(masthead: Masthead, profile: LanguageProfile, text: Print) -> Iterator[str]:
    yield masthead.session
    yield profile.committees.get(masthead.committee, masthead.committee)
    for item in masthead.agenda:
        yield text(item.line)
        yield text(item.title)


def _origin(resolution: Resolution, profile: LanguageProfile, text: Print) -> Iterator[str]:
    origin: Origin = resolution.origin
    match origin:
        case Adoption(line=line, bracket=bracket):
            yield text(line)
            yield f"[{text(bracket)}]" if bracket else ""
        case Submission(sponsors=sponsors, line=line):
            yield text(line)
            if sponsors and not line:
                names = profile.join(tuple(text(sponsor) for sponsor in sponsors))
                yield names + profile.submitted()
        case _:
            assert_never(origin)


def _title(resolution: Resolution, profile: LanguageProfile, text: Print) -> Iterator[str]:
    title = text(resolution.title)
    if resolution.number and not title:
        yield profile.phrases["resolution"].format(number=resolution.number)
    elif resolution.number:
        yield f"{resolution.number}.\t{title}"
    else:
        yield title
