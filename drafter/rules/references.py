"""References to paragraphs: the live ones, and those that are typed as words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from drafter.model import Form, Heading, Paragraph, Reference, Role, Section, Site, Zone
from drafter.numbering import State, resolve
from drafter.rules.finding import Fix, Hit, Replace, Severity, Spot
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
    label: re.Pattern[str] = NEVER
    above: str = ""
    below: str = ""


def words(data: Mapping[str, Any]) -> Words:
    """The expressions of a language."""
    if not data:
        return Words()
    item, section = r"\(?[a-z]{1,4}\)", "[IVX]{1,6}"
    paragraph = rf"\d{{1,3}}(?:{SPACE}{item}){{0,2}}"
    between = rf"(?:,{SPACE}|{SPACE}{any_of(data['joins'])}{SPACE})"
    some = {"list": paragraph, "items": item, "sections": section}
    names = {"list": "paragraphs", "items": "items", "sections": "sections"}
    kinds = "|".join(
        rf"{any_of(data[names[kind]])}{SPACE}(?P<{kind}>{one}(?:{between}{one})*)"
        for kind, one in some.items()
    )
    return Words(
        placed=re.compile(
            rf"(?<![\w.])(?:{kinds})"
            rf"(?:{SPACE}(?P<side>{data['above']}|{data['below']})(?!\w)"
            rf"|{SPACE}(?P<own>{any_of(data['present'])})(?!\w))"
        ),
        label=re.compile(rf"{paragraph}|(?<!\w){item}|(?<!\w){section}(?!\w)"),
        above=data["above"],
        below=data["below"],
    )


@dataclass(frozen=True, slots=True)
class Typed:
    """A typed reference to one paragraph: its label, and the id of the paragraph, if there is one.

    `start` and `end` are the place of the label in its line. `alone` is whether it is the only one
    of its phrase, `sure` whether a label without a paragraph is wrong: labels of sub-paragraphs and
    sections may be those of another text.
    """

    found: Found
    label: str
    target: str
    start: int
    end: int
    alone: bool
    sure: bool


def typed(subject: Subject) -> tuple[Typed, ...]:
    """Every reference that is typed as words, in reading order."""
    known = subject.vocabulary.of(FAMILY, words)
    return tuple(
        one
        for found in subject.once(sheet).find_said(known.placed)
        for one in _typed(subject, found, known)
    )


def _typed(subject: Subject, found: Found, known: Words) -> Iterator[Typed]:
    kind = next(name for name in ("list", "items", "sections") if found.match[name])
    labels = subject.once(_labelled)
    shift = found.start - found.match.start()
    places = list(known.label.finditer(found.match.string, *found.match.span(kind)))
    for place in places:
        label = re.sub(SPACE, " ", place[0])
        target = next(
            (labels[key] for key in _keys(subject, found, kind, label) if key in labels), ""
        )
        start, end = place.start() + shift, place.end() + shift
        yield Typed(found, label, target, start, end, len(places) == 1, kind == "list")


def _keys(subject: Subject, found: Found, kind: str, label: str) -> Iterator[tuple[str, str]]:
    """Under which names a label can be known: in its scope, a sub-paragraph's behind its holder."""
    scope = _scope(subject, found)
    if scope.startswith("annex") and found.match["own"] == _resolution(subject):
        scope = "part 0"
    if kind != "items":
        yield scope, label
        yield scope.split("/")[0], label
        return
    site = subject.site_of.get((found.line.caller or found.line.spot).owner)
    if site is None:
        return
    chain = [subject.numbering.bare.get(b.id, "") for b in (*site.above, site.block)]
    held = [one for one in chain if one]
    for count in range(len(held), 0, -1):
        yield scope, " ".join((*held[:count], label))


def _resolution(subject: Subject) -> str:
    """What says, in an annex too, that a paragraph of the resolution itself is meant."""
    return str(subject.vocabulary.of(FAMILY, _present)[0])


def _present(data: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(data.get("present", ("",)))


def _labelled(subject: Subject) -> Mapping[tuple[str, str], str]:
    """The ids of numbered paragraphs and headings by their scope and label, "3 (a)", "II"."""
    out: dict[tuple[str, str], str] = {}
    bare = subject.numbering.bare
    for site in subject.sites:
        block = site.block
        numbered = isinstance(block, Paragraph) and block.role in _NUMBERED
        if not (numbered or isinstance(block, Heading)) or in_embedded(site):
            continue
        chain = [bare.get(b.id, "") for b in (*site.above, block) if isinstance(b, type(block))]
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
        if not one.target and one.sure:
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
    """Typed references of a phrase that live ones would print in the same words."""
    for _, phrase in groupby(subject.once(typed), key=_phrase):
        row = list(phrase)
        found = row[0].found
        edits = _whole(subject, row[0]) if row[0].alone else ()
        edits = edits or tuple(filter(None, (_bare(subject, one) for one in row)))
        if len(edits) == len(row):
            message = "typed; a reference would follow the numbers"
            fix = Fix("make it a reference that follows the numbers", edits)
            end = max(edits[-1].end, found.at("side")[1])
            yield Hit(found.line.spot, message, found.start, end, fix)


def _phrase(one: Typed) -> tuple[Spot, int]:
    return one.found.line.spot, one.found.start


def _whole(subject: Subject, one: Typed) -> tuple[Replace, ...]:
    """The edit that puts a reference in the place of the whole phrase, "paragraph 3 above"."""
    if not one.target:
        return ()
    form = Form.PLACED if one.found.match["side"] else Form.NAMED
    reference = Reference(one.target, form)
    start, end = one.found.start, one.end
    if form is Form.PLACED:
        end = one.found.at("side")[1]
    return (
        (_put(one, reference, start, end),) if _prints(subject, one, reference, start, end) else ()
    )


def _bare(subject: Subject, one: Typed) -> Replace | None:
    """The edit that puts a reference in the place of the number alone."""
    reference = Reference(one.target, Form.BARE)
    if not one.target or not _prints(subject, one, reference, one.start, one.end):
        return None
    return _put(one, reference, one.start, one.end)


def _put(one: Typed, reference: Reference, start: int, end: int) -> Replace:
    return Replace(one.found.line.spot, start, end, reference)


def _prints(subject: Subject, one: Typed, reference: Reference, start: int, end: int) -> bool:
    """Whether a reference prints the words that stand in its place."""
    printed = resolve(reference, subject.numbering, _holder(one)).text
    return re.sub(SPACE, " ", one.found.line.plain[start:end]) == printed


_LANGUAGES = frozenset({"en", "fr", "es"})

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
        languages=_LANGUAGES,
    ),
    Rule(
        "R605",
        "above-or-below",
        Severity.WARNING,
        '"Above" and "below" say where the paragraph stands.',
        wrong_side,
        languages=_LANGUAGES,
        fixes=True,
    ),
    Rule(
        "R606",
        "typed-reference",
        Severity.INFO,
        "A typed reference can be one that follows the numbers.",
        linkable,
        languages=_LANGUAGES,
        fixes=True,
    ),
)
