"""The numbering part: the labels that Word prints for automatic lists.

Word keeps one row of counters for each abstract list; paragraphs count in document order. A list
(`w:num`) that states its own start begins its count anew the first time it is used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from drafter.formats.word.read_xml import child, flag, number, value, w
from drafter.numbering import latin, roman

_PLACE = re.compile(r"%([1-9])")
_LONGEST = 10_000
"""Counters run to here at most; a larger start in a hostile file must not print a mile of "z"."""

_BULLETS = frozenset("–—•·●▪■◦*-")
"""The bullets that the shared reading knows; all others are read as the first of Word's."""

FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02}",
    "lowerLetter": latin,
    "upperLetter": lambda n: latin(n).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda n: roman(n).upper(),
    "none": lambda _: "",
    "arabicAbjad": lambda n: _listed("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ", n),
    "arabicAlpha": lambda n: _listed("أبتثجحخدذرزسشصضطظعغفقكلمنهوي", n),
}
"""Counter formats by Word's names; an unknown one counts in figures."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and what it prints ("%1." or "(%2)")."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int = -1
    legal: bool = False
    style: str = ""
    paragraph: etree._Element | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A `w:num`: its abstract list and the levels after its own overrides."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class WordNumbering:
    """The lists of a file and where their counters stand."""

    lists: Mapping[str, Listing] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def level(self, list_: str, level: int) -> Level | None:
        """The level of a list; None when there is none."""
        listing = self.lists.get(list_)
        return listing.levels.get(level) if listing else None

    def level_of_style(self, list_: str, style: str) -> int:
        """The level that a list ties to a paragraph style; 0 when it ties none."""
        listing = self.lists.get(list_)
        levels = listing.levels if listing else {}
        return next((place for place, one in levels.items() if style and one.style == style), 0)

    def depth(self, list_: str, level: int) -> int:
        """How many levels of a list a level stands below the first one that counts in figures."""
        listing = self.lists.get(list_)
        levels = listing.levels if listing else {}
        first = (place for place, one in sorted(levels.items()) if one.format == "decimal")
        return max(0, level - next(first, level))

    def label(self, list_: str, level: int) -> str:
        """Count one paragraph at a level of a list and give the label that Word prints."""
        listing = self.lists.get(list_)
        if listing is None or level not in listing.levels:
            return ""
        counters = self.counters.setdefault(listing.abstract, {})
        self._begin(list_, listing, counters)
        one = listing.levels[level]
        counters[level] = min(counters.get(level, one.start - 1) + 1, _LONGEST)
        for deeper in [place for place in counters if place > level]:
            if _restarts(listing.levels.get(deeper, Level()), deeper, level):
                del counters[deeper]
        return _print(one, listing, counters)

    def _begin(self, list_: str, listing: Listing, counters: dict[int, int]) -> None:
        if list_ not in self.used:
            self.used.add(list_)
            counters.update({level: start - 1 for level, start in listing.starts.items()})


def numbering_from(root: etree._Element | None) -> WordNumbering:
    """The lists of `numbering.xml`; none when the file has no such part."""
    if root is None:
        return WordNumbering()
    abstracts = {
        value(one, "abstractNumId"): {
            number(lvl, "ilvl"): _level(lvl) for lvl in one.iter(w("lvl"))
        }
        for one in root.findall(w("abstractNum"))
    }
    return WordNumbering(
        {value(one, "numId"): _listing(one, abstracts) for one in root.findall(w("num"))}
    )


def _level(element: etree._Element) -> Level:
    return Level(
        format=value(child(element, "numFmt")) or "decimal",
        text=value(child(element, "lvlText")),
        start=_start(child(element, "start")),
        restart=number(child(element, "lvlRestart")) if _has(element, "lvlRestart") else -1,
        legal=flag(child(element, "isLgl")),
        style=value(child(element, "pStyle")),
        paragraph=child(element, "pPr"),
    )


def _start(element: etree._Element | None) -> int:
    return 1 if element is None else max(0, min(number(element), _LONGEST))


def _has(element: etree._Element, name: str) -> bool:
    return child(element, name) is not None


def _listing(element: etree._Element, abstracts: Mapping[str, Mapping[int, Level]]) -> Listing:
    abstract = value(child(element, "abstractNumId"))
    levels = dict(abstracts.get(abstract, {}))
    starts = {}
    for override in element.findall(w("lvlOverride")):
        place = number(override, "ilvl")
        own = child(override, "lvl")
        if own is not None:
            levels[place] = _level(own)
        start = child(override, "startOverride")
        if start is not None and place in levels:
            starts[place] = _start(start)
            levels[place] = replace(levels[place], start=starts[place])
    return Listing(abstract, levels, starts)


def _restarts(deeper: Level, place: int, level: int) -> bool:
    """Whether a level begins anew after one of a higher rank was counted (0: never)."""
    if deeper.restart < 0:
        return True
    return deeper.restart != 0 and level <= deeper.restart - 1 < place


def _print(one: Level, listing: Listing, counters: Mapping[int, int]) -> str:
    if one.format == "bullet":
        return _bullet(one.text)

    def sign(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        level = listing.levels.get(place, Level())
        return _counted(level, counters.get(place, level.start), legal=one.legal)

    return _PLACE.sub(sign, one.text).strip()


def _counted(level: Level, count: int, *, legal: bool) -> str:
    if legal and level.format != "none":
        return str(count)
    if count < 1 and level.format not in ("decimal", "decimalZero"):
        return str(count)
    return FORMATS.get(level.format, str)(count)


def _bullet(text: str) -> str:
    """The sign of a bullet.

    Word writes most in symbol fonts, as private characters, and its hollow one as a letter "o".
    """
    return text if text in _BULLETS else "◦" if text == "o" else "•"


def _listed(signs: str, count: int) -> str:
    rounds, place = divmod(count - 1, len(signs))
    return signs[place] * (rounds + 1)
