"""What one language's texts look like: expressions made from the profiles and the reading data.

The strings stand in `templates/languages/<code>.json` (what is printed) and
`templates/reading/<code>.json` (what only a reader needs); no word of any language stands in code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from drafter import resources
from drafter.formats.common.line import fold
from drafter.profiles import LanguageProfile, Lexicon, OrganProfile

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True)
class Words:
    """The expressions by which the texts of one language are read; all match folded text.

    `enacting`, `organs`, `committees`, `distribution` and `languages` go from the folded printed
    string to our own word, longest first. `days` are those of a session, from one date to
    another. `adoption` finds an adoption line and its date;
    `closing` are further lines that close a text; `counted` and `units` are words before or after
    which a number standing alone counts something and is no mark of a note. `lower_case`: its
    paragraphs open in lower case, as in Russian.
    """

    profile: LanguageProfile
    lexicon: Lexicon
    day: re.Pattern[str]
    days: re.Pattern[str]
    session: re.Pattern[str]
    agenda: re.Pattern[str]
    meeting: re.Pattern[str]
    closing: tuple[re.Pattern[str], ...]
    submission: re.Pattern[str]
    sponsored: re.Pattern[str]
    annex: re.Pattern[str]
    furniture: re.Pattern[str]
    adoption: tuple[re.Pattern[str], ...]
    titled_number: re.Pattern[str]
    original: re.Pattern[str]
    united_nations: re.Pattern[str]
    enacting: Mapping[str, str]
    organs: Mapping[str, str]
    committees: Mapping[str, str]
    distribution: Mapping[str, str]
    languages: Mapping[str, str]
    counted: frozenset[str]
    units: frozenset[str]
    states: frozenset[str]
    lower_case: bool

    def read_date(self, text: str) -> date | None:
        """The date that a folded text is; None when it is something else, or 31 February."""
        return self.date_in(self.day.fullmatch(text.strip()))

    def date_in(self, found: re.Match[str] | None) -> date | None:
        """The date of a match that has the groups of `day`."""
        if found is None:
            return None
        months = {fold(name).casefold(): place for place, name in enumerate(self.profile.months, 1)}
        day = int(re.match(r"\d+", found["day"])[0])  # type: ignore[index]  # the group starts so
        try:
            return date(int(found["year"]), months[found["month"].casefold()], day)
        except ValueError:
            return None


@cache
def words(code: str) -> Words:
    """The words of a language that has a profile."""
    profile = resources.language(code)
    own = resources.profile("reading", code) if code in resources.names("reading") else {}
    day = _date(profile)
    return Words(
        profile=profile,
        lexicon=resources.lexicon(code),
        day=re.compile(day, re.IGNORECASE),
        days=re.compile(rf"\d{{1,2}}\b\D{{0,20}}(?:\d{{4}}\D{{0,5}})?{day}", re.IGNORECASE),
        session=_own(own, "session"),
        agenda=re.compile(
            own.get("agenda") or _slot(profile.phrases["agenda-item"], r"[\d ()a-z]+")
        ),
        meeting=_own(own, "meeting"),
        closing=tuple(re.compile(pattern) for pattern in own.get("closing", ())),
        submission=_own(own, "submission"),
        sponsored=_sponsored(profile),
        annex=re.compile(own.get("annex") or re.escape(fold(profile.scheme.annex))),
        furniture=_either(own.get("furniture", ()), own.get("page")),
        adoption=tuple(_adoption(line, day) for line in profile.adoption.values()),
        titled_number=re.compile(_slot(profile.phrases["resolution"], r"\d+ \(\d{4}\)")),
        original=_original(profile),
        united_nations=re.compile(
            re.escape(fold(profile.phrases["united-nations"])), re.IGNORECASE
        ),
        enacting=_turned(profile.enacting),
        organs=_turned(profile.organs),
        committees=_turned(profile.committees),
        distribution=_turned(profile.distribution),
        languages=_turned(profile.languages),
        counted=frozenset(own.get("counted", ())),
        units=frozenset(own.get("units", ())),
        states=frozenset(fold(name) for name in own.get("states", ())),
        lower_case=bool(own.get("lower_case_openings")),
    )


@cache
def organs() -> tuple[OrganProfile, ...]:
    """Every organ that has a profile."""
    return tuple(resources.organ(name) for name in resources.names("organs"))


@cache
def known_symbol() -> re.Pattern[str]:
    """A document symbol of a known form, wherever it stands, glued to a word or not.

    The look-ahead keeps "A/RES/64/1 General" from giving "A/RES/64/1 G".
    """
    forms = [form.pattern.pattern for organ in organs() for form in organ.symbols]
    return re.compile(rf"(?:{'|'.join(f'(?:{form})' for form in forms)})(?![a-z0-9/])")


def _own(data: Mapping[str, str], name: str) -> re.Pattern[str]:
    return re.compile(data[name]) if name in data else _NEVER


def _either(patterns: Iterable[str], more: str | None) -> re.Pattern[str]:
    every = [*patterns, *([more] if more else [])]
    return re.compile("|".join(f"(?:{pattern})" for pattern in every)) if every else _NEVER


def _date(profile: LanguageProfile) -> str:
    months = "|".join(re.escape(fold(name)) for name in profile.months)
    pattern = re.escape(fold(profile.date_pattern)).replace(r"\ ", r"\s+")
    day = r"(?P<day>[0-3]?\d(?:er|st|nd|rd|th|º)?)"
    return (
        pattern.replace(r"\{day\}", day)
        .replace(r"\{month\}", f"(?P<month>{months})")
        .replace(r"\{year\}", r"(?P<year>\d{4})")
    )


def _slot(line: str, filled: str) -> str:
    """A line with one slot as an expression; spaces in it match any white space."""
    spaced = re.escape(fold(line)).replace(r"\ ", r"\s+")
    return re.sub(r"\\\{[a-z]+\\\}", lambda _: filled, spaced)


def _adoption(line: str, day: str) -> re.Pattern[str]:
    spaced = re.escape(fold(line)).replace(r"\ ", r"\s+").replace(r"\{meeting\}", r"\S+")
    return re.compile(spaced.replace(r"\{date\}", day), re.IGNORECASE)


def _sponsored(profile: LanguageProfile) -> re.Pattern[str]:
    """The end of the line of sponsors: ": draft resolution"."""
    kinds = "|".join(
        re.escape(fold(profile.phrases[name])).replace(r"\ ", r"\s+")
        for name in ("draft-resolution", "draft-decision")
    )
    return re.compile(
        rf"\s*[::]\*?\s*(?:[a-zà-ÿ]+\s)?(?:{kinds})(?:\s[a-zà-ÿ]+)?\*?$", re.IGNORECASE
    )


def _original(profile: LanguageProfile) -> re.Pattern[str]:
    names = "|".join(re.escape(fold(name)) for name in profile.languages.values())
    joint = "|".join(re.escape(fold(sign)) for sign in (profile.list_separator, profile.list_end))
    return re.compile(
        _slot(profile.original, rf"(?P<languages>(?:{names})(?:(?:{joint}|/)(?:{names}))*)"),
        re.IGNORECASE,
    )


def _turned(names: Mapping[str, str]) -> Mapping[str, str]:
    longest = sorted(names.items(), key=lambda item: (-len(item[1]), item[0]))
    return {fold(printed): own for own, printed in longest}
