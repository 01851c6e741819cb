"""Dates as the languages print them, read back."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from drafter.profiles import LanguageProfile

_SLOTS = {"day": r"(?P<day>\d{1,2})", "year": r"(?P<year>\d{1,4})"}


def find_date(text: str, profile: LanguageProfile) -> date | None:
    """The first date in a text, as the language prints dates; None when there is none.

    White space of any kind and width counts as one space.
    """
    folded = " ".join(text.split()).casefold()
    for pattern in (profile.date_first, profile.date_pattern):
        for found in _pattern(pattern, profile.months).finditer(folded):
            day = _date(found, profile)
            if day is not None:
                return day
    return None


def _date(found: re.Match[str], profile: LanguageProfile) -> date | None:
    slots = found.groupdict()
    months = [month.casefold() for month in profile.months]
    month = months.index(" ".join(slots["month"].split())) + 1
    try:
        return date(int(slots["year"]), month, int(slots.get("day") or 1))
    except ValueError:
        return None


@lru_cache(maxsize=64)
def _pattern(pattern: str, months: tuple[str, ...]) -> re.Pattern[str]:
    """An expression for dates in folded text; the longest month name first ("mai" in "maio")."""
    names = "|".join(re.escape(month.casefold()) for month in sorted(months, key=len, reverse=True))
    pieces = []
    for piece in re.split(r"(\{\w+\})", " ".join(pattern.split()).casefold()):
        if piece == "{month}":
            pieces.append(f"(?P<month>{names})")
        else:
            pieces.append(_SLOTS.get(piece.strip("{}"), re.escape(piece)))
    return re.compile(r"(?<!\d)" + "".join(pieces) + r"(?!\d)")
