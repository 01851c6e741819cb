"""How a resolution is built: enacting line, title, parts, numbers, sub-paragraphs, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.model import (
    Block,
    Blocks,
    DocumentKind,
    Embedded,
    Emphasis,
    Heading,
    Inlines,
    Paragraph,
    Part,
    Role,
    Section,
    Site,
    Style,
    Text,
    Zone,
    plain_text,
)
from drafter.rules import openings
from drafter.rules.finding import Exchange, Fix, Hit, Replace, Rewrite, Severity, Spot
from drafter.rules.rule import Rule
from drafter.rules.subject import Subject, in_embedded

ALIKE = 0.9
"""How like that of its organ an enacting line must be to be a slip of it."""

_KINDS = frozenset({DocumentKind.DRAFT, DocumentKind.RESOLUTION})
_ORGANS = frozenset({"general-assembly", "economic-and-social-council", "human-rights-council"})
_CAPITALS = frozenset({"en", "es"})
"""Languages whose sub-paragraphs begin with a capital; French and Russian have both."""

_COUNCIL = frozenset({"security-council"})
_NUMBER = re.compile(r"\d{1,3}\.?")
_END = re.compile(r"[\s,،，:;.]+$")


def no_enacting_line(subject: Subject) -> Iterator[Hit]:
    """A part without the line that names the organ."""
    for place, part in enumerate(subject.resolution.parts):
        if not part.enacting and (part.preamble or part.operative):
            message = f"there is no enacting line{_of(part)}"
            yield Hit(Spot("", "enacting", place), message)


def other_enacting_line(subject: Subject) -> Iterator[Hit]:
    """An enacting line that is not the one of the organ."""
    wanted = subject.language.enacting.get(subject.organ_name)
    if wanted is None:
        return
    for place, part in enumerate(subject.resolution.parts):
        printed = _END.sub("", plain_text(part.enacting))
        if printed and printed != wanted:
            spot = Spot("", "enacting", place)
            message = f"the enacting line reads {printed!r}; that of the organ is {wanted!r}"
            end = subject.language.enacting_end if part.preamble else ""
            fix = Fix(f"write {wanted!r}", (Rewrite(spot, _enacting(wanted, end)),))
            whole = len(plain_text(part.enacting))
            yield Hit(spot, message, 0, whole, fix if _alike(printed, wanted) else None)


def _enacting(words: str, end: str) -> Inlines:
    line = Emphasis(Style.ITALIC, (Text(words),))
    return (line, Text(end)) if end else (line,)


def _alike(printed: str, wanted: str) -> bool:
    """Whether two lines differ by no more than capitals, spaces and a letter or two."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - only where something is wrong

    one, two = ("".join(line.casefold().split()) for line in (printed, wanted))
    return SequenceMatcher(None, one, two).ratio() > ALIKE


def no_title(subject: Subject) -> Iterator[Hit]:
    """A resolution without a title, of an organ whose resolutions have one."""
    if subject.organ and subject.organ.titled and not _titles(subject):
        yield Hit(Spot("", "title"), "there is no title")


def council_title(subject: Subject) -> Iterator[Hit]:
    """A title on a resolution of an organ whose resolutions have none."""
    if subject.organ and not subject.organ.titled and subject.resolution.title:
        words = plain_text(subject.resolution.title)
        name = subject.language.organs.get(subject.organ.name, subject.organ.name)
        yield Hit(Spot("", "title"), f"resolutions of the {name} have no title", 0, len(words))


def _titles(subject: Subject) -> bool:
    resolution = subject.resolution
    return bool(resolution.title) or all(part.title for part in resolution.parts)


def no_operative(subject: Subject) -> Iterator[Hit]:
    """A part that decides nothing."""
    for place, part in enumerate(subject.resolution.parts):
        if not part.operative:
            message = f"there is no operative paragraph{_of(part)}"
            yield Hit(Spot("", "enacting", place), message)


def _of(part: Part) -> str:
    return f" in part {part.letter}" if part.letter else ""


def late_preamble(subject: Subject) -> Iterator[Hit]:
    """A preambular paragraph after the first operative one; sections may have such of their own."""
    for part in subject.resolution.parts:
        for block in part.operative:
            if isinstance(block, Paragraph) and block.role is Role.PREAMBULAR:
                message = "a preambular paragraph stands in the operative part"
                yield _whole(subject, block, message)


def lone_numbered(subject: Subject) -> Iterator[Hit]:
    """A number on the only operative paragraph."""
    for part in subject.resolution.parts:
        row = [b for b in _flat(part.operative) if b.role is Role.OPERATIVE]
        if len(row) == 1 and row[0].label:
            message = f"a single operative paragraph has no number; here it has {row[0].label!r}"
            edit = Exchange(row[0].id, (replace(row[0], label=None),))
            hit = _whole(subject, row[0], message)
            yield replace(hit, fix=Fix("take the number away", (edit,)))


def _flat(blocks: Blocks) -> Iterator[Paragraph]:
    """The paragraphs of a scope of numbers, sections looked into."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Section) and not block.restarts:
            yield from _flat(block.blocks)


def typed_number(subject: Subject) -> Iterator[Hit]:
    """A number of its own on an operative paragraph that breaks the row 1, 2, 3."""
    for part in subject.resolution.parts:
        row = [b for b in _flat(part.operative) if b.role is Role.OPERATIVE]
        if len(row) < 2:
            continue
        for place, block in enumerate(row, 1):
            typed = block.label or ""
            if _NUMBER.fullmatch(typed) and typed.rstrip(".") != str(place):
                yield _renumbered(subject, block, str(place))


def _renumbered(subject: Subject, block: Paragraph, expected: str) -> Hit:
    message = f"the number {block.label!r} is typed; by its place it is {expected}"
    edit = Exchange(block.id, (replace(block, label=None),))
    return replace(
        _whole(subject, block, message), fix=Fix("let the number follow the place", (edit,))
    )


def lone_item(subject: Subject) -> Iterator[Hit]:
    """A sub-paragraph (a) without a (b)."""
    for site in subject.sites:
        block = site.block
        if isinstance(block, Paragraph) and _in_text(site):
            items = [b for b in block.children if _is_item(b)]
            if len(items) == 1:
                yield _whole(subject, items[0], "a sub-paragraph stands alone")


def small_item(subject: Subject) -> Iterator[Hit]:
    """A sub-paragraph that begins with a small letter."""
    for _, line in subject.paragraphs(Role.ITEM, Zone.PREAMBLE, Zone.OPERATIVE):
        first = line.plain[:1]
        if first.islower() and line.plain_at(0, 1) and line.plain[1:2].islower():
            edit = Replace(line.spot, 0, 1, first.upper())
            message = "a sub-paragraph begins with a capital letter"
            word = line.plain.split()[0]
            fix = Fix(f"write {first.upper() + word[1:]!r}", (edit,))
            yield Hit(line.spot, message, 0, 1, fix)


def _is_item(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.ITEM


def heading_ladder(subject: Subject) -> Iterator[Hit]:
    """A heading more than one level below the heading before it."""
    last: dict[tuple[Zone, int], int] = {}
    for site in subject.sites:
        if not isinstance(site.block, Heading) or not _in_text(site):
            continue
        place = (site.zone, site.index)
        level = site.block.level
        if place in last and level > last[place] + 1:
            message = f"a heading of level {level} follows one of level {last[place]}"
            yield _whole(subject, site.block, message)
        last[place] = level


def lone_heading(subject: Subject) -> Iterator[Hit]:
    """A heading without another of its kind beside it."""
    for part in subject.resolution.parts:
        row = [h for h in map(_heading, part.operative) if h is not None]
        if len(row) == 1:
            yield _whole(subject, row[0], "a heading stands alone")


def _heading(block: Block) -> Heading | None:
    if isinstance(block, Section):
        return block.heading
    return block if isinstance(block, Heading) else None


def same_paragraph(subject: Subject) -> Iterator[Hit]:
    """A paragraph whose words stand in the same part already."""
    for part in subject.resolution.parts:
        seen: dict[str, str] = {}
        for block in (*part.preamble, *part.operative):
            line = subject.body(block) if isinstance(block, Paragraph) else None
            if line is None or not isinstance(block, Paragraph) or block.children:
                continue
            words = _END.sub("", line.plain).casefold()
            if words in seen:
                name = subject.name(seen[words])
                yield _whole(subject, block, f"the same words stand in {name}")
            seen.setdefault(words, block.id)


def _in_text(site: Site) -> bool:
    """Whether a block belongs to the text itself, not to an annex or a text inside the text."""
    return site.zone in {Zone.PREAMBLE, Zone.OPERATIVE} and not (
        in_embedded(site) or isinstance(site.block, Embedded)
    )


def _whole(subject: Subject, block: Block, message: str) -> Hit:
    field = "heading" if isinstance(block, Heading) else "body"
    spot = Spot(block.id, field)
    line = subject.line(spot)
    return Hit(spot, message, 0, len(line.plain) if line else 0)


RULES = (
    Rule(
        "S101",
        "no-enacting-line",
        Severity.ERROR,
        "A resolution has an enacting line.",
        no_enacting_line,
        kinds=_KINDS,
    ),
    Rule(
        "S102",
        "other-enacting-line",
        Severity.ERROR,
        "The enacting line is that of the organ.",
        other_enacting_line,
        kinds=_KINDS,
        fixes=True,
    ),
    *openings.RULES,
    Rule(
        "S108",
        "lone-paragraph-numbered",
        Severity.ERROR,
        "A single operative paragraph has no number.",
        lone_numbered,
        organs=_ORGANS,
        fixes=True,
    ),
    Rule(
        "S109",
        "number-out-of-order",
        Severity.WARNING,
        "Operative paragraphs are numbered 1, 2, 3 by their place.",
        typed_number,
        fixes=True,
    ),
    Rule("S110", "no-title", Severity.ERROR, "A resolution has a title.", no_title, kinds=_KINDS),
    Rule(
        "S111",
        "council-title",
        Severity.ERROR,
        "Resolutions of the Security Council have no title.",
        council_title,
        organs=_COUNCIL,
        kinds=_KINDS,
    ),
    Rule(
        "S112",
        "no-operative-paragraph",
        Severity.WARNING,
        "A resolution has an operative paragraph.",
        no_operative,
        kinds=_KINDS,
    ),
    Rule(
        "S113",
        "late-preambular-paragraph",
        Severity.ERROR,
        "Preambular paragraphs stand before the operative ones.",
        late_preamble,
        kinds=_KINDS,
    ),
    Rule(
        "S114",
        "lone-sub-paragraph",
        Severity.WARNING,
        "Sub-paragraphs are at least two.",
        lone_item,
    ),
    Rule(
        "S115",
        "small-letter",
        Severity.ERROR,
        "A sub-paragraph begins with a capital letter.",
        small_item,
        languages=_CAPITALS,
        organs=_ORGANS,
        fixes=True,
    ),
    Rule(
        "S116",
        "heading-ladder",
        Severity.WARNING,
        "No level of headings is left out.",
        heading_ladder,
    ),
    Rule(
        "S117",
        "lone-heading",
        Severity.INFO,
        "Headings are at least two.",
        lone_heading,
    ),
    Rule(
        "S118",
        "paragraph-twice",
        Severity.WARNING,
        "No paragraph stands twice.",
        same_paragraph,
    ),
)
