"""Numbers, sessions and dates: what people write for them, and what is wrong with it."""

from __future__ import annotations

import re
from datetime import date, datetime

from drafter.clauses.clause import Slot
from drafter.clauses.names import Context
from drafter.errors import BadSlot
from drafter.profiles import LanguageProfile

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th|e|er|re|ème|º|ª|\.)?")
_GROUPED = re.compile(r"\d{1,3}(?:[,. \u00a0\u202f]\d{3})+")
_MOST = 10**12


def number(slot: Slot, value: object, context: Context) -> int:
    """A whole number from figures, "1,000" or a word such as "three"."""
    found = _whole(value, context.names.numbers)
    if found is None:
        raise BadSlot(
            slot.name, value, "is not a whole number", hint="write it in figures, such as 12"
        )
    least = 0 if slot.minimum is None else slot.minimum
    most = _MOST if slot.maximum is None else slot.maximum
    if found < least:
        raise BadSlot(slot.name, value, "is too small", hint=f"the least is {least}")
    if found > most:
        raise BadSlot(slot.name, value, "is too large", hint=f"the most is {most}")
    return found


def number_words(slot: Slot, value: int, context: Context) -> str:
    """A number as it is printed: spelled from one to nine, then in figures, thousands parted."""
    words = context.names.numbers
    if slot.words and 1 <= value <= len(words):
        return words[value - 1]
    return f"{value:,}".replace(",", context.names.thousands)


def session(slot: Slot, value: object, context: Context) -> int:
    """The number of a session from figures, "81st" or its words."""
    known = context.names.sessions
    if not known:
        raise BadSlot(
            slot.name,
            value,
            f"cannot be put in words: drafter has no words for sessions in {context.language.name}",
            hint="add them to templates/names, or use a slot of type text",
        )
    found = _whole(value, known)
    if found is None and isinstance(value, str):
        short = _ORDINAL.fullmatch(value.strip())
        found = int(short[1]) if short else None
    if found is None:
        one = min(81, len(known))
        raise BadSlot(
            slot.name,
            value,
            "is not the number of a session",
            hint=f"write the number in figures: {one} is printed {known[one - 1]!r}",
        )
    if not 1 <= found <= len(known):
        raise BadSlot(
            slot.name, value, "is no session that has words", hint=f"1 to {len(known)} have"
        )
    return found


def day(slot: Slot, value: object, context: Context) -> date:
    """A date from year-month-day, or as the language writes it."""
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    text = " ".join(value.split()) if isinstance(value, str) else ""
    found = _ISO.fullmatch(text) or _printed(context.language).fullmatch(text)
    if found is None:
        raise BadSlot(
            slot.name,
            value,
            "is not a date",
            hint="write year, month and day with hyphens: 2026-12-18 is printed"
            f" {context.language.print_date(date(2026, 12, 18))}",
        )
    try:
        return _date(found, context.language)
    except ValueError:
        hint = "check month and day: year-month-day, as in 2026-12-18"
        raise BadSlot(slot.name, value, "is a day that no calendar has", hint=hint) from None


def _whole(value: object, words: tuple[str, ...]) -> int | None:
    """A whole number, from figures or the words of a list that begins with one."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if not isinstance(value, str):
        return None
    text = " ".join(value.split())
    if _GROUPED.fullmatch(text):
        text = re.sub(r"\D", "", text)
    if re.fullmatch(r"-?[0-9]{1,15}", text):
        return int(text)
    known = [_plain(word) for word in words]
    return known.index(_plain(text)) + 1 if _plain(text) in known else None


def _plain(words: str) -> str:
    """Number words with spaces for hyphens, in small letters."""
    return words.replace("-", " ").casefold()


def _printed(language: LanguageProfile) -> re.Pattern[str]:
    """What matches a date as the language prints it, and as people type the same."""
    pattern = re.escape(" ".join(language.date_pattern.split()))
    groups = {
        "day": r"(?P<day>\d{1,2})(?:er|º)?",
        "month": f"(?P<month>{'|'.join(map(re.escape, language.months))})",
        "year": r"(?P<year>\d{4})",
    }
    for name, group in groups.items():
        pattern = pattern.replace(re.escape(f"{{{name}}}"), group)
    return re.compile(pattern, re.IGNORECASE)


def _date(found: re.Match[str], language: LanguageProfile) -> date:
    if "month" not in found.groupdict():
        return date(int(found[1]), int(found[2]), int(found[3]))
    months = [month.casefold() for month in language.months]
    return date(int(found["year"]), months.index(found["month"].casefold()) + 1, int(found["day"]))
