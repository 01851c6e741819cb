"""References to paragraphs: the live ones, and those that are typed as words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from drafter.model import Form, Paragraph, Reference, Role, Section, Site, Zone
from drafter.numbering import State, resolve
from drafter.rules.finding import Fix, Hit, Replace, Severity
from drafter.rules.rule import Rule
from drafter.rules.sheet import NEVER, SPACE, Found, any_of, sheet
from drafter.rules.subject import Subject, in_embedded

FAMILY = "references"
_NUMBERED = frozenset({Role.OPERATIVE, Role.ITEM})


def _live(subject: Subject, state: State, message: str) -> Iterator[Hit]:
    """Every reference in a state."""
    for line in subject.lines:
        within = line.caller.owner if line.caller else line.spot.owner
        for piece in line.pieces:
            atom = piece.run.atom
            if not isinstance(atom, Reference):
                continue
            if resolve(atom, subject.numbering, within).state is state:
                yield Hit(line.spot, message.format(target=atom.target), piece.start, piece.end)


def gone(subject: Subject) -> Iterator[Hit]:
    """A reference to a paragraph that is not there any more."""
    return _live(subject, State.GONE, "the paragraph {target!r} that is referred to is not there")


def unnumbered(subject: Subject) -> Iterator[Hit]:
    """A reference to a paragraph that has no number."""
    return _live(subject, State.UNNUMBERED, "the paragraph {target!r} has no number to name it by")


def itself(subject: Subject) -> Iterator[Hit]:
    """A reference to the paragraph in which it stands."""
    return _live(subject, State.SELF, "the reference names the paragraph in which it stands")


@dataclass(frozen=True)
class Words:
    """How a language refers to paragraphs of the same text; `place` finds "above" and "below"."""

    placed: re.Pattern[str] = NEVER
    numbers: re.Pattern[str] = NEVER
    above: str = ""
    below: str = ""


def words(data: Mapping[str, Any]) -> Words:
    """The expressions of a language."""
    if not data:
        return Words()
    label = rf"\d{{1,3}}(?:{SPACE}\([a-z]{{1,4}}\)){{0,2}}"
    between = rf"(?:,{SPACE}|{SPACE}{any_of(data['joins'])}{SPACE})"
    return Words(
        placed=re.compile(
            rf"(?<![\w.]){any_of(data['paragraphs'])}{SPACE}(?P<list>{label}(?:{between}{label})*)"
            rf"(?:{SPACE}(?P<side>{data['above']}|{data['below']})(?!\w)"
            rf"|{SPACE}(?P<own>{any_of(data['present'])})(?!\w))"
        ),
        numbers=re.compile(label),
        above=data["above"],
        below=data["below"],
    )


@dataclass(frozen=True, slots=True)
class Typed:
    """A typed reference to one paragraph: its label, and the id of the paragraph, if there is one.

    `alone` is whether it is the only one of its phrase.
    """

    found: Found
    label: str
    target: str
    alone: bool


def typed(subject: Subject) -> tuple[Typed, ...]:
    """Every reference that is typed as words, in reading order."""
    known = subject.vocabulary.of(FAMILY, words)
    labels: Mapping[tuple[str, str], str] | None = None
    out: list[Typed] = []
    for found in subject.once(sheet).find_said(known.placed):
        labels = labels if labels is not None else _labelled(subject)
        scope = _scope(subject, found)
        numbers = known.numbers.findall(found.match["list"])
        for number in numbers:
            label = re.sub(SPACE, " ", number)
            target = labels.get((scope, label)) or labels.get((scope.split("/")[0], label), "")
            out.append(Typed(found, label, target, len(numbers) == 1))
    return tuple(out)


def _labelled(subject: Subject) -> Mapping[tuple[str, str], str]:
    """The ids of numbered paragraphs by their scope and their label, "3 (a)"."""
    out: dict[tuple[str, str], str] = {}
    bare = subject.numbering.bare
    for site in subject.sites:
        block = site.block
        if not isinstance(block, Paragraph) or block.role not in _NUMBERED or in_embedded(site):
            continue
        chain = [bare.get(b.id, "") for b in (*site.above, block) if isinstance(b, Paragraph)]
        label = " ".join(filter(None, chain))
        out.setdefault((_scope_of(site), label), block.id)
    return out


def _scope(subject: Subject, found: Found) -> str:
    spot = found.line.caller or found.line.spot
    site = subject.site_of.get(spot.owner)
    return _scope_of(site) if site else ""


def _scope_of(site: Site) -> str:
    """The text in which numbers count: a part, a section of it that restarts, an annex."""
    name = "annex" if site.zone is Zone.ANNEX else "part"
    restarts = [b.id for b in site.above if isinstance(b, Section) and b.restarts]
    return "/".join((f"{name} {site.index}", *restarts))


def no_such_number(subject: Subject) -> Iterator[Hit]:
    """A typed reference to a number that no paragraph has."""
    for one in subject.once(typed):
        if not one.target:
            yield one.found.hit(f"there is no paragraph {one.label} in this text")


def wrong_side(subject: Subject) -> Iterator[Hit]:
    """Find "above" for a paragraph that comes later, or "below" for one that came before."""
    known = subject.vocabulary.of(FAMILY, words)
    seen: set[tuple[str, int]] = set()
    for one in subject.once(typed):
        side = one.found.match["side"]
        place = (one.found.line.spot.owner, one.found.start)
        if side is None or not one.target or place in seen:
            continue
        right = known.above if _is_before(subject, one) else known.below
        if _elsewhere(subject, one) and right != side:
            seen.add(place)
            message = f"paragraph {one.label} stands {right}, not {side}"
            yield one.found.hit(message, right if one.alone else None, "side")


def _holder(one: Typed) -> str:
    return (one.found.line.caller or one.found.line.spot).owner


def _is_before(subject: Subject, one: Typed) -> bool:
    order = subject.numbering.order
    return order.get(one.target, 0) < order.get(_holder(one), 0)


def _elsewhere(subject: Subject, one: Typed) -> bool:
    """Whether the target is not the paragraph of the reference, nor one that holds it."""
    here = _holder(one)
    return one.target not in {here, *subject.numbering.above.get(here, ())}


def linkable(subject: Subject) -> Iterator[Hit]:
    """A typed reference that a live one would print in the same words."""
    for one in subject.once(typed):
        if not one.target or not one.alone:
            continue
        form = Form.PLACED if one.found.match["side"] else Form.NAMED
        reference = Reference(one.target, form)
        printed = resolve(reference, subject.numbering, _holder(one)).text
        side = one.found.at("side" if form is Form.PLACED else "list")[1]
        start = one.found.start
        line = one.found.line
        if line.plain[start:side].replace("\u00a0", " ") == printed:
            yield _offer(one, reference, start, side)


def _offer(one: Typed, reference: Reference, start: int, end: int) -> Hit:
    line = one.found.line
    edit = Replace(line.spot, start, end, reference)
    fix = Fix("make it a reference that follows the numbers", (edit,))
    return Hit(line.spot, "typed; a reference would follow the numbers", start, end, fix)


_ENGLISH = frozenset({"en"})

RULES = (
    Rule(
        "R601",
        "reference-gone",
        Severity.ERROR,
        "A reference names a paragraph that is there.",
        gone,
    ),
    Rule(
        "R602",
        "reference-to-itself",
        Severity.WARNING,
        "A reference names another paragraph than its own.",
        itself,
    ),
    Rule(
        "R603",
        "reference-without-number",
        Severity.WARNING,
        "A reference names a paragraph that has a number.",
        unnumbered,
    ),
    Rule(
        "R604",
        "no-such-paragraph",
        Severity.WARNING,
        "A typed reference names a paragraph that is there.",
        no_such_number,
        languages=_ENGLISH,
    ),
    Rule(
        "R605",
        "above-or-below",
        Severity.WARNING,
        '"Above" and "below" say where the paragraph stands.',
        wrong_side,
        languages=_ENGLISH,
        fixes=True,
    ),
    Rule(
        "R606",
        "typed-reference",
        Severity.INFO,
        "A typed reference can be one that follows the numbers.",
        linkable,
        languages=_ENGLISH,
        fixes=True,
    ),
)
