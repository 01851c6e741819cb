"""Faults that only some texts can have: of the Security Council, in French, too long, ignored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import cycle, islice
from random import Random

from benchmarks.check_quality.seeding import Seed, one, paragraphs, rewritten, with_block, with_part
from drafter.model import (
    Block,
    DocumentKind,
    Emphasis,
    IdMaker,
    Paragraph,
    Resolution,
    Role,
    Style,
    Text,
)
from drafter.rules import Subject
from drafter.rules.negotiating import WORD_LIMIT, counted_words


def _of_council(subject: Subject) -> Resolution:
    """The text as one of the Security Council, without a title."""
    resolution = subject.resolution
    part = resolution.parts[0]
    line = (Emphasis(Style.ITALIC, (Text("The Security Council"),)), Text(","))
    masthead = replace(resolution.masthead, organ="security-council")
    whole = with_part(resolution, replace(part, enacting=line, title=()))
    return replace(whole, masthead=masthead, title=())


def council_title(subject: Subject, _chance: Random) -> Resolution | None:
    """A title on a text of the Security Council."""
    title = subject.resolution.title
    return replace(_of_council(subject), title=title) if title else None


def council_also(subject: Subject, chance: Random) -> Resolution | None:
    """The word "also" in a text of the Security Council."""
    verbs = {"Recalling", "Noting", "Recognizing", "Welcoming", "Reaffirming", "Stressing"}
    row = [(b, line) for b, line in paragraphs(subject, Role.PREAMBULAR) if line.opening in verbs]
    found = one(chance, row)
    if found is None:
        return None
    _, line = found
    seeded = rewritten(subject, line, 0, len(line.opening), f"{line.opening} also")
    return _of_council(replace(subject, resolution=seeded))


def too_long(subject: Subject, _chance: Random) -> Resolution | None:
    """A draft with its operative paragraphs again and again, until it is too long."""
    part = subject.resolution.parts[0]
    blocks = [
        b for b, line in paragraphs(subject, Role.OPERATIVE) if not (b.children or line.calls)
    ]
    words = counted_words(subject.lines)
    if not blocks or words > WORD_LIMIT:
        return None
    maker = IdMaker()
    more = islice(cycle(blocks), WORD_LIMIT // 4)
    again = tuple(_own(block, maker, number) for number, block in enumerate(more))
    long = with_part(subject.resolution, replace(part, operative=(*again, *part.operative)))
    return replace(long, kind=DocumentKind.DRAFT)


def _own(block: Paragraph, maker: IdMaker, number: int) -> Block:
    return replace(block, id=maker.make("p", f"seeded {number}"))


def tight_mark(subject: Subject, chance: Random) -> Resolution | None:
    """A French mark without the no-break space before it."""
    row = [
        (b, line)
        for b, line in paragraphs(subject, Role.OPERATIVE)
        if line.plain[-2:] in {"\u00a0;", "\u202f;"} and not line.calls
    ]
    found = one(chance, row)
    if found is None:
        return None
    end = len(found[1].plain)
    return rewritten(subject, found[1], end - 2, end, ";")


def _ignoring(code: str, reason: str) -> Seed:
    def seed(subject: Subject, chance: Random) -> Resolution | None:
        found = one(chance, paragraphs(subject, Role.PREAMBULAR))
        if found is None:
            return None
        block = found[0]
        meta = tuple(sorted((*block.meta, (f"ignore-{code}", reason))))
        return with_block(subject.resolution, replace(block, meta=meta))

    return seed


SEEDS: Mapping[str, Seed] = {
    "S111": council_title,
    "A306": council_also,
    "X807": too_long,
    "T707": tight_mark,
    "Z901": _ignoring("P202", ""),
    "Z902": _ignoring("P202", "the comma is meant"),
}

ASKED_TOO: Mapping[str, tuple[str, ...]] = {"Z902": ("P202",)}
"""Rules without whose answer another one has nothing to say."""
