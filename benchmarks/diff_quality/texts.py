"""Base texts as flat lists of paragraphs: easy to edit at random, with every paragraph known."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from drafter.diff import Area, Side, Sort, Unit, units
from drafter.formats.registry import format_of
from drafter.model import (
    Blocks,
    IdMaker,
    Inlines,
    Note,
    Paragraph,
    Part,
    Resolution,
    Role,
    Text,
    normalise,
    text,
)

FEWEST, MOST = 15, 80
FEWEST_OTHER, MOST_OTHER = 12, 250
"""Paragraphs of a base text; held-out texts are also short and long ones."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A note of a paragraph: its name in the truth, its words, and after which word it stands."""

    name: int
    words: tuple[str, ...]
    after: int


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its name in the truth, level 0 to 2, words, notes."""

    name: int
    area: Area
    level: int
    words: tuple[str, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def text(self) -> str:
        """The words as one text."""
        return " ".join(self.words)


Lines = tuple[Line, ...]


BASES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "tuning": ("akn/session-78-english/*.xml",),
        "held-out": ("akn/years/A_RES_77*.xml", "pairs/*.xml", "akn/patterns/*.xml"),
        "organs": ("akn/patterns/*.xml",),
        "languages": tuple(
            f"akn/six-languages/{language}/*.xml"
            for language in ("French", "Spanish", "Russian", "Arabic")
        ),
    }
)
"""Where base texts are: those that thresholds were set on, and others that they never saw.

"organs" has resolutions of the Assembly, the Councils and the Human Rights Council, statements and
decisions, and each longer annex as a text of its own.
"""


def base_texts(limit: int, bases: str = "tuning") -> list[tuple[str, Lines]]:
    """Up to so many texts of a usual size, with their names, in a fixed order."""
    folder = Path(os.environ.get("DRAFTER_REAL_DOCS", "../shared/data"))
    paths = [path for pattern in BASES[bases] for path in sorted(folder.glob(pattern))]
    fewest, most = (FEWEST, MOST) if bases == "tuning" else (FEWEST_OTHER, MOST_OTHER)
    step = max(1, len(paths) // (limit * 2)) if bases == "tuning" else 1
    found = []
    for path in paths[::step]:
        resolution = read(path)
        texts = [(path.stem, flat(resolution))]
        if bases == "organs":
            texts.append((f"{path.stem} annex", flat_annexes(resolution)))
        sizes = range(fewest, most + 1)
        found += [(name, well_nested(some)) for name, some in texts if len(some) in sizes]
    return found[:: max(1, len(found) // limit)][:limit] if step == 1 else found[:limit]


def read(path: Path) -> Resolution:
    """A document in any format that drafter reads."""
    return format_of(path.name).read(path.read_bytes()).value


def flat(resolution: Resolution) -> Lines:
    """The preambular and operative paragraphs of a resolution."""
    all_units = units(resolution, Side())
    notes = {unit.id: tuple(unit.text.split()) for unit in all_units if unit.sort is Sort.NOTE}
    body = [unit for unit in all_units if _counts(unit)]
    names = iter(range(10_000))
    return tuple(_line(unit, notes, next(names), names) for unit in body)


def flat_annexes(resolution: Resolution) -> Lines:
    """The paragraphs of all annexes as if they were operative ones: long lists, rules, charts."""
    all_units = units(resolution, Side())
    notes = {unit.id: tuple(unit.text.split()) for unit in all_units if unit.sort is Sort.NOTE}
    body = [
        replace(unit, section=Area.OPERATIVE)
        for unit in all_units
        if unit.section is Area.ANNEX and unit.sort is Sort.PARAGRAPH and len(unit.text.split()) > 2
    ]
    names = iter(range(10_000))
    return tuple(_line(unit, notes, next(names), names) for unit in body)


def _counts(unit: Unit) -> bool:
    inside = unit.section in {Area.PREAMBLE, Area.OPERATIVE}
    return inside and unit.sort is Sort.PARAGRAPH and len(unit.text.split()) > 2


def _line(unit: Unit, notes: dict[str, tuple[str, ...]], name: int, names: Iterator[int]) -> Line:
    words = tuple(unit.text.split())
    remarks = tuple(
        Remark(next(names), notes[call.id], max(1, len(unit.text[: call.place].split())))
        for call in unit.notes
        if notes.get(call.id)
    )
    level = min(unit.level, 2) if unit.section is Area.OPERATIVE else 0
    return Line(name, unit.section, level, words, remarks)


def build(lines: Lines, salt: str = "") -> Resolution:
    """A resolution that says just these lines, with ids of its own as after an import."""
    maker = IdMaker()
    preamble = tuple(line for line in lines if line.area is Area.PREAMBLE)
    operative = tuple(line for line in lines if line.area is Area.OPERATIVE)
    part = Part(
        enacting=text("The General Assembly,"),
        preamble=tuple(_block(line, Role.PREAMBULAR, (), maker, salt) for line in preamble),
        operative=_nested(operative, 0, maker, salt),
    )
    return Resolution(title=text("A title"), parts=(part,))


def _nested(lines: Lines, level: int, maker: IdMaker, salt: str) -> Blocks:
    if not lines:
        return ()
    role = Role.OPERATIVE if level == 0 else Role.ITEM
    starts = [place for place, line in enumerate(lines) if line.level <= level]
    if not starts or starts[0]:
        starts.insert(0, 0)
    return tuple(
        _block(lines[a], role, _nested(lines[a + 1 : b], level + 1, maker, salt), maker, salt)
        for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)
    )


def _block(line: Line, role: Role, children: Blocks, maker: IdMaker, salt: str) -> Paragraph:
    id_ = maker.make("p", salt + line.text)
    return Paragraph(id_, role, _inlines(line, maker, salt), children)


def _inlines(line: Line, maker: IdMaker, salt: str) -> Inlines:
    pieces: list[Text | Note] = []
    done = 0
    for remark in sorted(line.remarks, key=lambda r: r.after):
        end = min(max(remark.after, done), len(line.words))
        lead = " " if done and end > done else ""
        pieces.append(Text(lead + " ".join(line.words[done:end])))
        words = " ".join(remark.words)
        pieces.append(Note(maker.make("n", salt + words), text(words)))
        done = end
    rest = " ".join(line.words[done:])
    pieces.append(Text((" " if done and rest else "") + rest))
    return normalise(tuple(pieces))


def well_nested(lines: Lines) -> Lines:
    """The lines with no level deeper than one below the line before."""
    out: list[Line] = []
    for line in lines:
        deepest = out[-1].level + 1 if out and out[-1].area is line.area else 0
        out.append(replace(line, level=min(line.level, deepest)))
    return tuple(out)
