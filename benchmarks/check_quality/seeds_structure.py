"""Faults of structure, one for each rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from benchmarks.check_quality.seeding import (
    Seed,
    items,
    one,
    paragraphs,
    rewritten,
    with_block,
    with_part,
    with_text,
)
from drafter.model import (
    Emphasis,
    Heading,
    Paragraph,
    Resolution,
    Role,
    Style,
    Text,
    normalise,
    plain_text,
    text,
)
from drafter.rules import Line, Subject


def no_enacting(subject: Subject, _chance: Random) -> Resolution | None:
    """No enacting line."""
    part = subject.resolution.parts[0]
    return with_part(subject.resolution, replace(part, enacting=())) if part.enacting else None


def other_enacting(subject: Subject, _chance: Random) -> Resolution | None:
    """The enacting line in small letters."""
    part = subject.resolution.parts[0]
    if not part.enacting or not part.preamble:
        return None
    words = plain_text(part.enacting).removesuffix(",")
    line = (Emphasis(Style.ITALIC, (Text(words[:4] + words[4:].lower()),)), Text(","))
    return with_part(subject.resolution, replace(part, enacting=line))


def _exchanged(subject: Subject, line: Line, old: str, new: str) -> Resolution | None:
    if not line.plain.startswith(old) or not line.opening:
        return None
    return rewritten(subject, line, 0, len(old), new)


def _opening(role: Role, pairs: Mapping[str, str]) -> Seed:
    def seed(subject: Subject, chance: Random) -> Resolution | None:
        row = paragraphs(subject, role)
        chance.shuffle(row)
        for _, line in row:
            for old, new in pairs.items():
                if line.plain.startswith(f"{old} "):
                    return _exchanged(subject, line, old, new)
        return None

    return seed


_VERBS = {
    "Recalling": "Recalls",
    "Reaffirming": "Reaffirms",
    "Welcoming": "Welcomes",
    "Noting": "Notes",
    "Stressing": "Stresses",
    "Recognizing": "Recognizes",
    "Emphasizing": "Emphasizes",
    "Acknowledging": "Acknowledges",
}
_SLIPS = {
    "Recalling": "Recaling",
    "Reaffirming": "Reafirming",
    "Welcoming": "Welcomming",
    "Recognizing": "Recognzing",
    "Emphasizing": "Emphsizing",
    "Stressing": "Stresing",
    "Acknowledging": "Aknowledging",
}
_OPERATIVE_SLIPS = {
    "Requests": "Reqests",
    "Encourages": "Encourges",
    "Welcomes": "Wellcomes",
    "Decides": "Deicdes",
    "Recognizes": "Reconizes",
    "Reaffirms": "Reafirms",
    "Emphasizes": "Emphasizs",
    "Stresses": "Streses",
}


def unmarked(subject: Subject, chance: Random) -> Resolution | None:
    """Opening words that are not marked."""
    found = one(
        chance, [(b, line) for b, line in paragraphs(subject, Role.PREAMBULAR) if _known(line)]
    )
    if found is None:
        return None
    block, line = found
    body = normalise((Text(line.opening), *block.body[1:]))
    return with_text(subject.resolution, line.spot, body)


def _known(line: Line) -> bool:
    return line.opening in {*_VERBS, "Bearing in mind", "Noting with concern", "Recalling also"}


def lone_numbered(subject: Subject, _chance: Random) -> Resolution | None:
    """A number on the only operative paragraph."""
    row = paragraphs(subject, Role.OPERATIVE)
    if not row or row[-1][0].children:
        return None
    last = replace(row[-1][0], label="1.")
    return with_part(subject.resolution, replace(subject.resolution.parts[0], operative=(last,)))


def out_of_order(subject: Subject, chance: Random) -> Resolution | None:
    """A number that is not the next."""
    row = [found for found in paragraphs(subject, Role.OPERATIVE) if found[0].label is None]
    if len(row) < 3:
        return None
    block, _ = chance.choice(row[1:])
    return with_block(subject.resolution, replace(block, label=f"{len(row) + 7}."))


def no_title(subject: Subject, _chance: Random) -> Resolution | None:
    """No title."""
    resolution = subject.resolution
    parts = tuple(replace(part, title=()) for part in resolution.parts)
    return replace(resolution, title=(), parts=parts) if resolution.title else None


def no_operative(subject: Subject, _chance: Random) -> Resolution | None:
    """Nothing after the preamble."""
    part = subject.resolution.parts[0]
    if not part.preamble or not part.operative:
        return None
    return with_part(subject.resolution, replace(part, operative=()))


def late_preamble(subject: Subject, chance: Random) -> Resolution | None:
    """A preambular paragraph among the operative ones."""
    part = subject.resolution.parts[0]
    if len(part.preamble) < 2 or len(part.operative) < 2:
        return None
    moved = part.preamble[chance.randrange(len(part.preamble))]
    rest = tuple(block for block in part.preamble if block is not moved)
    place = chance.randrange(1, len(part.operative))
    operative = (*part.operative[:place], moved, *part.operative[place:])
    return with_part(subject.resolution, replace(part, preamble=rest, operative=operative))


def lone_item(subject: Subject, chance: Random) -> Resolution | None:
    """A single sub-paragraph."""
    holders = [b for b, _ in paragraphs(subject, Role.OPERATIVE) if len(b.children) > 1]
    if not holders:
        return None
    holder = chance.choice(holders)
    return with_block(subject.resolution, replace(holder, children=holder.children[:1]))


def small_letter(subject: Subject, chance: Random) -> Resolution | None:
    """A sub-paragraph with a small letter."""
    fitting = [(b, line) for b, line in items(subject) if line.plain[:2].istitle()]
    found = one(chance, [(b, line) for b, line in fitting if line.plain[1:2].islower()])
    if found is None:
        return None
    return rewritten(subject, found[1], 0, 1, found[1].plain[0].lower())


def _with_headings(subject: Subject, *levels: int) -> Resolution | None:
    part = subject.resolution.parts[0]
    blocks = part.operative
    if len(blocks) <= len(levels) or not all(isinstance(b, Paragraph) for b in blocks):
        return None
    row = list(blocks)
    for place, level in enumerate(levels):
        row.insert(2 * place, Heading(f"seeded-{place}", text(f"Lamps {place}"), level))
    return with_part(subject.resolution, replace(part, operative=tuple(row)))


def ladder(subject: Subject, _chance: Random) -> Resolution | None:
    """A level of headings left out."""
    return _with_headings(subject, 1, 3)


def lone_heading(subject: Subject, _chance: Random) -> Resolution | None:
    """A single heading."""
    return _with_headings(subject, 3)


def twice(subject: Subject, chance: Random) -> Resolution | None:
    """A preambular paragraph once more at the end."""
    part = subject.resolution.parts[0]
    fitting = [b for b, _ in paragraphs(subject, Role.PREAMBULAR) if not b.children]
    if not fitting:
        return None
    again = chance.choice(fitting)
    if any(not isinstance(inline, Text | Emphasis) for inline in again.body):
        return None
    copy = replace(again, id="seeded-copy")
    return with_part(subject.resolution, replace(part, preamble=(*part.preamble, copy)))


SEEDS: Mapping[str, Seed] = {
    "S101": no_enacting,
    "S102": other_enacting,
    "S103": _opening(Role.PREAMBULAR, _VERBS),
    "S104": _opening(Role.OPERATIVE, {new: old for old, new in _VERBS.items()}),
    "S105": _opening(Role.PREAMBULAR, _SLIPS),
    "S106": _opening(Role.OPERATIVE, _OPERATIVE_SLIPS),
    "S107": unmarked,
    "S108": lone_numbered,
    "S109": out_of_order,
    "S110": no_title,
    "S112": no_operative,
    "S113": late_preamble,
    "S114": lone_item,
    "S115": small_letter,
    "S116": ladder,
    "S117": lone_heading,
    "S118": twice,
}
