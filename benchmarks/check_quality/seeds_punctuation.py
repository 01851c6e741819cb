"""Faults of punctuation, of also and further, and of texts under negotiation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from random import Random

from benchmarks.check_quality.seeding import (
    Seed,
    items,
    one,
    paragraphs,
    rewritten,
    with_part,
    with_text,
)
from drafter.model import Blank, DocumentKind, Paragraph, Resolution, Role, Text, normalise
from drafter.rules import Line, Subject


def enacting(subject: Subject, _chance: Random) -> Resolution | None:
    """The enacting line without its comma."""
    part = subject.resolution.parts[0]
    if not part.preamble or part.enacting[-1:] != (Text(","),):
        return None
    return with_part(subject.resolution, replace(part, enacting=part.enacting[:-1]))


def _end(role: Role, right: str, wrong: str, *, last: bool = False) -> Seed:
    def seed(subject: Subject, chance: Random) -> Resolution | None:
        row = paragraphs(subject, role)
        row = row[-1:] if last else row[:-1]
        found = one(chance, [(b, line) for b, line in row if _ends(b, line, right)])
        return None if found is None else _exchange(subject, found[1], wrong, chance)

    return seed


def _ends(block: Paragraph, line: Line, mark: str) -> bool:
    return (
        not block.children and not block.tail and bool(line.opening) and line.plain.endswith(mark)
    )


def _exchange(subject: Subject, line: Line, marks: str, chance: Random) -> Resolution:
    end = len(line.plain)
    return rewritten(subject, line, end - 1, end, chance.choice((*marks, "")))


def introduction(subject: Subject, chance: Random) -> Resolution | None:
    """An introduction with another end."""
    row = [(b, line) for b, line in paragraphs(subject, Role.OPERATIVE) if b.children]
    found = one(chance, [(b, line) for b, line in row if line.plain.endswith(":")])
    return None if found is None else _exchange(subject, found[1], ",;", chance)


def _inner(subject: Subject) -> list[tuple[Paragraph, Line]]:
    """The sub-paragraphs that others follow."""
    inner = {
        child.id
        for block, _ in paragraphs(subject, Role.OPERATIVE)
        for child in block.children[:-1]
    }
    return [(b, line) for b, line in items(subject) if b.id in inner and line.plain.endswith(";")]


def item(subject: Subject, chance: Random) -> Resolution | None:
    """A sub-paragraph with another end."""
    found = one(chance, [(b, line) for b, line in _inner(subject) if not b.children])
    return None if found is None else _exchange(subject, found[1], ",.", chance)


def conjunction(subject: Subject, chance: Random) -> Resolution | None:
    """An "and" before the last sub-paragraph."""
    near = {
        b.children[-2].id for b, _ in paragraphs(subject, Role.OPERATIVE) if len(b.children) > 1
    }
    found = one(
        chance, [(b, line) for b, line in _inner(subject) if b.id in near and not b.children]
    )
    if found is None:
        return None
    end = len(found[1].plain)
    return rewritten(
        subject, found[1], end - 1, end, chance.choice(("; and", "; or", " and", " and;"))
    )


def doubled(subject: Subject, chance: Random) -> Resolution | None:
    """A second end mark."""
    row = paragraphs(subject, Role.OPERATIVE)[:-1]
    found = one(chance, [(b, line) for b, line in row if _ends(b, line, ";")])
    if found is None:
        return None
    end = len(found[1].plain)
    return rewritten(subject, found[1], end - 1, end, chance.choice((",;", ";;")))


def title(subject: Subject, _chance: Random) -> Resolution | None:
    """A full stop after the title."""
    resolution = subject.resolution
    if not resolution.title or not isinstance(resolution.title[-1], Text):
        return None
    return replace(resolution, title=normalise((*resolution.title, Text("."))))


_ADVERBS = {"also", "further"}


def _row(role: Role, verbs: frozenset[str], adverbs: frozenset[str]) -> Seed:
    """Takes the adverb from a paragraph of these verbs."""

    def seed(subject: Subject, chance: Random) -> Resolution | None:
        fitting = []
        for before, (block, line) in pairwise(paragraphs(subject, role)):
            words = line.opening.split()
            plain = [word for word in words if word.lower() not in adverbs]
            if len(plain) == len(words) or " ".join(plain).casefold() not in verbs:
                continue
            if plain[0].casefold() == _first(before[1]) and _same_object(before[1], line):
                fitting.append((block, line))
        found = one(chance, fitting)
        if found is None:
            return None
        words = [w for w in found[1].opening.split() if w.lower() not in adverbs]
        new = " ".join(words)
        new = new[:1].upper() + new[1:]
        return rewritten(subject, found[1], 0, len(found[1].opening.rstrip()), new)

    return seed


def _same_object(before: Line, here: Line) -> bool:
    """Whether an addressee, where the verb has one, seems the same: its first three words are."""
    if " ".join(_words(here)).casefold() not in _ADDRESSED:
        return True
    one, two = (line.plain[len(line.opening) :].casefold().split()[:3] for line in (before, here))
    return one == two


def _words(line: Line) -> list[str]:
    return [word for word in line.opening.split() if word.casefold() not in _ADVERBS]


def _first(line: Line) -> str:
    words = [word for word in line.opening.casefold().split() if word not in _ADVERBS]
    return words[0] if words else ""


_PARTICIPLES = frozenset(
    {"recalling", "noting", "recognizing", "welcoming", "reaffirming", "stressing"}
)
_PLAIN = frozenset(
    {"decides", "recognizes", "reaffirms", "recalls", "welcomes", "stresses", "notes"}
)
_ADDRESSED = frozenset({"requests", "encourages", "urges", "invites", "calls upon"})
_BOTH = frozenset(_ADVERBS)


def _added(role: Role, verbs: frozenset[str], *, first: bool) -> Seed:
    """Puts an adverb where there is none: before or after the verb."""

    def seed(subject: Subject, chance: Random) -> Resolution | None:
        row = paragraphs(subject, role)
        fitting = [
            here
            for before, here in pairwise(row)
            if here[1].opening.casefold() in verbs
            and here[1].opening
            and before[1].opening
            and _first(before[1]) != _first(here[1])
        ]
        found = one(chance, fitting)
        if found is None:
            return None
        verb = found[1].opening
        new = f"Also {verb[0].lower()}{verb[1:]}" if first else f"{verb} also"
        return rewritten(subject, found[1], 0, len(verb), new)

    return seed


def _bracketed(left: str, right: str, kind: DocumentKind | None = None) -> Seed:
    def seed(subject: Subject, chance: Random) -> Resolution | None:
        fitting = [
            (b, line) for b, line in paragraphs(subject, Role.PREAMBULAR) if "the " in line.plain
        ]
        found = one(chance, fitting)
        if found is None:
            return None
        line = found[1]
        start = line.plain.index("the ") + 4
        end = line.plain.find(" ", start)
        if end < 0 or not line.plain_at(start, end) or line.plain[start:end].strip("[]()") == "":
            return None
        word = f"{left}{line.plain[start:end]}{right}"
        seeded = rewritten(subject, line, start, end, word)
        return replace(seeded, kind=kind) if kind else seeded

    return seed


def _blank(kind: DocumentKind) -> Seed:
    def seed(subject: Subject, chance: Random) -> Resolution | None:
        found = one(chance, paragraphs(subject, Role.PREAMBULAR))
        if found is None:
            return None
        block, line = found
        body = normalise((*block.body[:1], Text(" "), Blank("date"), *block.body[1:]))
        return replace(with_text(subject.resolution, line.spot, body), kind=kind)

    return seed


SEEDS: Mapping[str, Seed] = {
    "P201": enacting,
    "P202": _end(Role.PREAMBULAR, ",", ";.:"),
    "P203": _end(Role.OPERATIVE, ";", ",."),
    "P204": _end(Role.OPERATIVE, ".", ";,", last=True),
    "P205": introduction,
    "P206": item,
    "P207": conjunction,
    "P208": doubled,
    "P209": title,
    "A301": _row(Role.PREAMBULAR, _PARTICIPLES, _BOTH),
    "A302": _row(Role.OPERATIVE, _PLAIN, _BOTH),
    "A303": _row(Role.OPERATIVE, _ADDRESSED, _BOTH),
    "A304": _added(Role.PREAMBULAR, _PARTICIPLES, first=False),
    "A305": _added(Role.PREAMBULAR, _PARTICIPLES, first=True),
    "X801": _bracketed("[", ""),
    "X802": _bracketed("(", ""),
    "X803": _bracketed("[", "]", DocumentKind.RESOLUTION),
    "X804": _blank(DocumentKind.RESOLUTION),
    "X805": _blank(DocumentKind.DRAFT),
    "X806": _bracketed("TBD ", ""),
}
