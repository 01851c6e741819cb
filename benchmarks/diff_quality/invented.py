"""Base texts of our own, for machines without the real documents: invented, dull and various."""

from __future__ import annotations

from random import Random

from benchmarks.diff_quality.texts import Line, Lines, Remark
from drafter.diff import Area

_VERBS = {
    Area.PREAMBLE: ("Recalling", "Noting", "Welcoming", "Aware of", "Stressing", "Concerned about"),
    Area.OPERATIVE: ("Requests", "Invites", "Encourages", "Decides on", "Urges", "Calls upon"),
}
_OPENERS = ("the Council", "all Member States", "the Secretary-General", "the river commissions")
_LINKS = (
    *("in accordance with", "as part of", "with a view to", "and in particular", "taking note of"),
    *("including", "on the basis of", "in close cooperation with", "without prejudice to"),
)
_FIRST = (
    *("yearly", "joint", "regional", "written", "careful", "timely", "voluntary", "southern"),
    *("inland", "public", "technical", "open", "balanced", "early", "further", "mutual"),
)
_SECOND = (
    *("ferry", "harbour", "library", "lighthouse", "canal", "glacier", "orchard", "archive"),
    *("telescope", "bridge", "reading", "weather", "ferryman", "island", "beacon", "mooring"),
)
_THIRD = (
    *("statistics", "timetables", "agreements", "surveys", "budgets", "workshops", "charts"),
    *("standards", "regulations", "inspections", "networks", "archives", "repairs", "fees"),
)


def invented_texts(count: int) -> list[tuple[str, Lines]]:
    """So many texts of 20 to 60 paragraphs, the same each time."""
    return [(f"invented {number}", _text(Random(number))) for number in range(count)]  # noqa: S311 - no secret


def _text(chance: Random) -> Lines:
    names = iter(range(10_000))
    preamble = [_line(chance, Area.PREAMBLE, 0, next(names)) for _ in range(chance.randint(6, 20))]
    operative = []
    for _ in range(chance.randint(8, 24)):
        operative.append(_line(chance, Area.OPERATIVE, 0, next(names)))
        if chance.random() < 0.2:
            size = chance.randint(2, 6)
            operative += [_line(chance, Area.OPERATIVE, 1, next(names)) for _ in range(size)]
    return tuple(_with_note(line, chance, next(names)) for line in (*preamble, *operative))


def _line(chance: Random, area: Area, level: int, name: int) -> Line:
    opening = f"{chance.choice(_VERBS[area])} {chance.choice(_OPENERS)}" if not level else "To keep"
    parts = [opening]
    for _ in range(chance.randint(2, 9)):
        phrase = " ".join(chance.choice(words) for words in (_FIRST, _SECOND, _THIRD))
        parts.append(f"{chance.choice(_LINKS)} the {phrase} of {chance.randint(1900, 2999)}")
    end = "," if area is Area.PREAMBLE else ";"
    return Line(name, area, level, tuple(f"{' '.join(parts)}{end}".split()))


def _with_note(line: Line, chance: Random, name: int) -> Line:
    if chance.random() > 0.25:
        return line
    words = f"See L/{chance.randint(1, 99)}/{chance.randint(1, 999)}, annex {chance.choice('ABC')}."
    remark = Remark(name, tuple(words.split()), chance.randint(2, len(line.words)))
    return Line(line.name, line.area, line.level, line.words, (remark,))
