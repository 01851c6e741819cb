"""The fields of the masthead: how they are printed, and what a printed one means."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from drafter import resources
from drafter.errors import Unsupported
from drafter.formats.common.dates import find_date
from drafter.model.invariants import LANGUAGE
from drafter.profiles import LanguageProfile

FIELDS = (
    "organ",
    "symbol",
    "distribution",
    "date",
    "original",
    "session",
    "committee",
    "job_number",
)
"""The fields of a masthead that are one printed string each."""


def profile_of(language: str) -> LanguageProfile:
    """The profile of a language; that of English for one that has none."""
    try:
        return resources.language(language)
    except Unsupported:
        return resources.language("en")


def printed(name: str, value: Any, profile: LanguageProfile) -> str:
    """A field as the page prints it; "" when it is empty."""
    return _PRINT.get(name, _as_it_is)(value, profile) if value else ""


def understood(name: str, text: str, profile: LanguageProfile) -> Any:
    """The value of a printed field: the inverse of `printed`.

    A date that cannot be read is None, languages that cannot are left out; other words stay what
    they are.
    """
    return _READ.get(name, _as_it_is)(text, profile)


def _as_it_is(text: str, _: LanguageProfile) -> str:
    return text


def _languages(codes: tuple[str, ...], profile: LanguageProfile) -> str:
    names = tuple(profile.languages.get(code, code) for code in codes)
    return profile.original.format(languages=profile.join(names))


def _codes(text: str, profile: LanguageProfile) -> tuple[str, ...]:
    before, _, after = profile.original.partition("{languages}")
    core = _fold(text).removeprefix(_fold(before)).removesuffix(_fold(after)).strip()
    signs = "|".join(map(re.escape, (profile.list_end, profile.list_separator)))
    turned = _turned(profile.languages)
    found = (turned.get(_fold(name), _fold(name)) for name in re.split(signs, core))
    return tuple(code for code in found if LANGUAGE.fullmatch(code))


def _date(day: date, profile: LanguageProfile) -> str:
    return profile.print_date(day)


def _turned(names: Mapping[str, str]) -> dict[str, str]:
    return {_fold(printed): name for name, printed in names.items()}


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()


_PRINT: Mapping[str, Callable[[Any, LanguageProfile], str]] = {
    "organ": lambda value, profile: profile.organs.get(value, value),
    "committee": lambda value, profile: profile.committees.get(value, value),
    "distribution": lambda value, profile: profile.distribution_line(value),
    "date": _date,
    "original": _languages,
}
_READ: Mapping[str, Callable[[str, LanguageProfile], Any]] = {
    "organ": lambda text, profile: _turned(profile.organs).get(_fold(text), text),
    "committee": lambda text, profile: _turned(profile.committees).get(_fold(text), text),
    "distribution": lambda text, profile: _turned(profile.distribution).get(_fold(text), text),
    "date": find_date,
    "original": _codes,
}
