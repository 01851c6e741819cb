"""The numbers that organs give to what they adopt, and the years to which a number belongs.

Source: the numbers of 1,923 resolutions of sessions 75 to 80 and of the resolutions that they cite.
The General Assembly numbers by session, since the thirty-first with a slash (31/1 of 1976), before
that with the session in Roman numerals (217 A (III)); its special and emergency sessions are S-10/2
and ES-10/24. The Security Council counts on and adds the year, 1325 (2000). The Economic and Social
Council has the year before the slash since 1978 (2013/12), before that the session, 1503 (XLVIII).
The Human Rights Council has three sessions a year since 2006 (16/18 of 2011); it numbers its
decisions from 101.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

ASSEMBLY, SECURITY = "general-assembly", "security-council"
ECONOMIC, RIGHTS = "economic-and-social-council", "human-rights-council"


class Form(StrEnum):
    """How a number is made."""

    SESSION = "63/233"
    SPECIAL = "S-10/2"
    ROMAN = "3363 (XXX)"
    YEARLY = "2013/12"
    BRACKETED = "1325 (2000)"


_NUMBER = re.compile(
    r"(?P<special>E?S-\d+)/\d+|(?P<first>\d+)/(?P<second>\d+)"
    r"|\d+(?: [^(]*)?\((?:(?P<year>\d{4})|(?P<roman>(?:E?S-)?[IVXLC]+))\)"
)
_YEARS = 1900
"""From here on a number before a slash is a year, not a session."""


@dataclass(frozen=True, slots=True)
class Adopted:
    """A number taken apart: its form, the session or year that it names, its place there."""

    form: Form
    session: int
    place: int = 0


def adopted(number: str) -> Adopted | None:
    """A number such as "63/233" or "217 A (III)" taken apart; None where it is none."""
    found = _NUMBER.match(number.replace("\u00a0", " ").replace("\u202f", " "))
    if found is None:
        return None
    if found["special"]:
        return Adopted(Form.SPECIAL, 0)
    if found["year"]:
        return Adopted(Form.BRACKETED, int(found["year"]))
    if found["roman"]:
        return Adopted(Form.ROMAN, _value(found["roman"]) if "S" not in found["roman"] else 0)
    first = int(found["first"])
    form = Form.YEARLY if first >= _YEARS else Form.SESSION
    return Adopted(form, first, int(found["second"]))


_SIGNS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def _value(roman: str) -> int:
    values = [_SIGNS[sign] for sign in roman]
    return sum(
        -one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True)
    )


@dataclass(frozen=True, slots=True)
class Habit:
    """How an organ numbers: its forms, each with the sessions or years that it may name."""

    forms: Mapping[Form, range]
    example: str


_ANY = range(100_000)
HABITS: Mapping[str, Habit] = {
    ASSEMBLY: Habit(
        {Form.SESSION: range(31, _YEARS), Form.SPECIAL: _ANY, Form.ROMAN: range(31)},
        "63/233",
    ),
    SECURITY: Habit({Form.BRACKETED: range(1946, 3000)}, "1325 (2000)"),
    ECONOMIC: Habit({Form.YEARLY: range(1978, 3000), Form.ROMAN: range(64)}, "2013/12"),
    RIGHTS: Habit({Form.SESSION: range(1, _YEARS), Form.SPECIAL: _ANY}, "16/18"),
}
"""The four organs by the names of their profiles."""

_DECISIONS = 101
"""The first number of a decision of the Human Rights Council."""


def is_of(organ: str, number: str, *, decision: bool = False) -> bool:
    """Whether a number can be one of an organ; that of an unknown organ always can."""
    one = adopted(number)
    if one is None or organ not in HABITS:
        return True
    if organ == RIGHTS and one.form is Form.SESSION and (one.place >= _DECISIONS) is not decision:
        return False
    return one.session in HABITS[organ].forms.get(one.form, ())


def owners(number: str, *, decision: bool = False) -> tuple[str, ...]:
    """The organs whose number this can be."""
    return tuple(organ for organ in HABITS if is_of(organ, number, decision=decision))


_SEPTEMBER = 9
_FOUNDED = 1945
_COUNCIL = 2006


def is_of_time(organ: str, number: str, year: int, month: int) -> bool:
    """Whether an organ can have adopted a number in a month; true where nothing tells."""
    one = adopted(number)
    if one is None:
        return True
    if one.form is Form.BRACKETED:
        return one.session == year
    if one.form is Form.YEARLY and organ == ECONOMIC:
        return abs(one.session - year) <= 1
    if one.form is Form.SESSION and organ == RIGHTS:
        return year == _COUNCIL + (one.session - 1) // 3
    if organ != ASSEMBLY or not one.session or one.form not in {Form.SESSION, Form.ROMAN}:
        return True
    opened = _FOUNDED + one.session
    if one.form is Form.ROMAN:
        return year in {opened, opened + 1}
    return (opened, _SEPTEMBER) <= (year, month) <= (opened + 1, _SEPTEMBER)
