"""Metadata: what was kept is written back as it came, what is needed and missing is made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from drafter.formats.akn.names import AKN, AKN4UN, akn, local, own
from drafter.formats.akn.read_votes import OUTCOMES, SIDES, UNSTATED
from drafter.model import Adoption, Opaque, Resolution, Vote

RANKS = {
    name: rank
    for rank, name in enumerate(
        (
            *("comment", "identification", "publication", "classification", "lifecycle"),
            *("workflow", "analysis", "temporalData", "references", "notes", "presentation"),
        )
    )
}
"""The order in which Akoma Ntoso has its metadata; ours stands in `proprietary`."""

VERSION = "1"
"""The version of our own attributes; a file that names it is read without guessing."""

_NAME = re.compile(r"(?:(?P<prefix>akn4un):)?(?P<local>[A-Za-z_][\w.-]*)", re.ASCII)
_SINGLE = frozenset(("identification", "publication"))
_AFTER = "#text"
_NO_DATE = "0001-01-01"
BODIES = {
    "general-assembly": ("unga", "ga"),
    "security-council": ("unsc", "sc"),
    "economic-and-social-council": ("unecosoc", "ecosoc"),
    "human-rights-council": ("unga-hrc", "hrc"),
}


def in_order(kept: tuple[Opaque, ...]) -> tuple[tuple[Opaque, ...], tuple[Opaque, ...]]:
    """What can be written as metadata of Akoma Ntoso, and what follows as our own.

    Both keep their order, and together they are the whole in order; else all is ours.
    """
    known = 0
    rank = 0
    for opaque in kept:
        new = RANKS.get(opaque.name, -9)
        if new < rank or not fits(opaque) or (new == rank and opaque.name in _SINGLE):
            break
        rank = new
        known += 1
    return kept[:known], kept[known:]


def fits(opaque: Opaque) -> bool:
    """Whether an opaque tree can be written as elements of Akoma Ntoso and read back the same."""
    if opaque.name == "comment":
        plain = not opaque.attributes and not opaque.children and opaque.text == opaque.text.strip()
        return plain and bool(opaque.text) and "--" not in opaque.text and opaque.text[-1] != "-"
    return (
        _NAME.fullmatch(opaque.name) is not None
        and not is_votes(opaque)
        and opaque.text == _squeezed(opaque.text)
        and not (opaque.name == "docketNumber" and opaque.text)
        and all(_NAME.fullmatch(name) and name != "wId" for name, _ in opaque.attributes)
        and all(_after(child) or fits(child) for child in opaque.children)
        and not _two_texts(opaque.children)
    )


def is_votes(opaque: Opaque) -> bool:
    """Whether an analysis holds votes and nothing else: these are no metadata but `votes`."""
    return opaque.name == "analysis" and _names(opaque) <= _VOTING


_VOTING = frozenset(
    (
        "analysis",
        "parliamentary",
        "voting",
        "quorum",
        "count",
        "akn4un:voters",
        "organization",
        "#text",
    )
)


def _names(opaque: Opaque) -> frozenset[str]:
    return frozenset((opaque.name,)).union(*(_names(child) for child in opaque.children))


def _squeezed(words: str) -> str:
    return re.sub(r"[ \t\n\r\x7f-\x9f\u2028\u2029]+", " ", words).strip(" ")


def _after(opaque: Opaque) -> bool:
    return (
        opaque.name == _AFTER
        and not opaque.children
        and bool(opaque.text)
        and opaque.text == _squeezed(opaque.text)
    )


def _two_texts(children: tuple[Opaque, ...]) -> bool:
    names = [child.name for child in children]
    return names[:1] == [_AFTER] or any(a == b == _AFTER for a, b in pairwise(names))


def element(parent: etree._Element, opaque: Opaque, job: str = "") -> etree._Element:
    """An opaque tree as elements; an empty docketNumber takes the job number."""
    made = etree.SubElement(parent, _tag(opaque.name))
    for name, value in opaque.attributes:
        made.set(_tag(name) if ":" in name else name, value)
    made.text = opaque.text or (job if opaque.name == "docketNumber" else None) or None
    for child in opaque.children:
        if child.name == _AFTER:
            made[-1].tail = child.text
        else:
            element(made, child, job)
    return made


def _tag(name: str) -> str:
    prefix, _, own_name = name.rpartition(":")
    return f"{{{AKN4UN if prefix else AKN}}}{own_name}"


def kept(parent: etree._Element, opaque: Opaque) -> None:
    """An opaque tree in our own namespace, whatever its names."""
    made = etree.SubElement(parent, own("kept"))
    made.set("name", opaque.name)
    for name, value in opaque.attributes:
        pair = etree.SubElement(made, own("attribute"))
        pair.set("name", name)
        pair.set("value", value)
    if opaque.text:
        made.set("text", opaque.text)
    for child in opaque.children:
        kept(made, child)


def proprietary(
    meta: etree._Element, ours: tuple[Opaque, ...], values: dict[str, str], missing: list[str]
) -> None:
    """What is ours: the version, values that the visible text does not say, kept metadata."""
    made = etree.SubElement(meta, akn("proprietary"))
    made.set("source", "#drafter")
    made.set(own("version"), VERSION)
    if missing:
        made.set(own("made"), " ".join(missing))
    for name, value in values.items():
        one = etree.SubElement(made, own("value"))
        one.set("name", name)
        one.set("value", value)
    for opaque in ours:
        kept(made, opaque)


def part_meta(
    meta: etree._Element, own_meta: tuple[Opaque, ...], resolution: Resolution, suffix: str
) -> etree._Element:
    """The metadata of a part or an annex; returns what is ours in it."""
    made: list[str] = []
    known, ours = in_order(own_meta)
    known, ours = (known, ours) if not _commented(known) else ((), own_meta)
    if not any(opaque.name == "identification" for opaque in known):
        identification(meta, resolution, suffix)
        made.append("identification")
    for opaque in known:
        element(meta, opaque)
    proprietary(meta, ours, {}, made)
    ranks = {**RANKS, "proprietary": RANKS["notes"]}
    for inner in sorted(meta, key=lambda one: ranks[local(one)]):
        meta.append(inner)
    return next(inner for inner in meta if local(inner) == "proprietary")


def _commented(known: tuple[Opaque, ...]) -> bool:
    return any(opaque.name == "comment" for opaque in known)


def identification(parent: etree._Element, resolution: Resolution, suffix: str = "") -> None:
    """The FRBR block of a text that came without one."""
    made = etree.SubElement(parent, akn("identification"))
    made.set("source", "#DGACM")
    masthead = resolution.masthead
    body, author = BODIES.get(masthead.organ, ("un", "un"))
    adopted = resolution.origin.date if isinstance(resolution.origin, Adoption) else None
    day = adopted or masthead.date
    when = day.isoformat() if day else _NO_DATE
    number = re.sub(r"[^A-Za-z0-9-]+", "-", resolution.number or masthead.symbol).strip("-")
    work = f"/akn/un/statement/deliberation/{body}/{when}/{number or 'draft'}/"
    issued = masthead.date.isoformat() if masthead.date else _NO_DATE
    code = _ISO3.get(resolution.language, resolution.language)
    levels = (
        ("FRBRWork", f"{work}!main/{suffix}", work, (when, "adoption"), (author, "author")),
        (
            "FRBRExpression",
            f"{work}{code}@!main/{suffix}",
            f"{work}{code}@/",
            (issued, "publication"),
            (author, "issuer"),
        ),
        (
            "FRBRManifestation",
            f"{work}{code}@/!main{suffix}.xml",
            f"{work}{code}@.xml",
            (issued, "markup"),
            ("DGACM", "editor"),
        ),
    )
    for name, this, uri, date, role in levels:
        _level(etree.SubElement(made, akn(name)), this, uri, date, role)
    last = etree.SubElement(made[0], akn("FRBRcountry"))
    last.set("value", "un")
    etree.SubElement(made[1], akn("FRBRlanguage")).set("language", code)


_ISO3 = {"en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "ar": "ara", "zh": "zho", "de": "deu"}


def _level(
    parent: etree._Element, this: str, uri: str, date: tuple[str, str], role: tuple[str, str]
) -> None:
    etree.SubElement(parent, akn("FRBRthis")).set("value", this)
    etree.SubElement(parent, akn("FRBRuri")).set("value", uri)
    when = etree.SubElement(parent, akn("FRBRdate"))
    when.set("date", date[0])
    when.set("name", date[1])
    author = etree.SubElement(parent, akn("FRBRauthor"))
    author.set("href", role[0])
    author.set("as", role[1])


def analysis(parent: etree._Element, resolution: Resolution) -> None:
    """The votes, with the counts as their source writes them while they are these numbers."""
    if not resolution.votes:
        return
    printed = iter(next((o.attributes for o in resolution.meta if o.name == "counts"), ()))
    made = etree.SubElement(parent, akn("analysis"))
    made.set("source", "#un")
    holder = etree.SubElement(made, akn("parliamentary"))
    for vote in resolution.votes:
        _voting(holder, vote, printed)


def _voting(parent: etree._Element, vote: Vote, printed: Iterator[tuple[str, str]]) -> None:
    made = etree.SubElement(parent, akn("voting"))
    names = {ours: theirs for theirs, ours in OUTCOMES.items()}
    if vote.outcome != UNSTATED:
        made.set("outcome", names.get(vote.outcome, vote.outcome))
    if not vote.counts:
        etree.SubElement(made, akn("quorum")).set("value", "")
    sides = {ours: theirs for theirs, ours in SIDES.items()}
    for count in vote.counts:
        one = etree.SubElement(made, akn("count"))
        one.set("value", _counted(count.value, next(printed, ("", ""))[1]))
        one.set("refersTo", sides.get(count.side, count.side))
        if count.names:
            voters = etree.SubElement(one, f"{{{AKN4UN}}}voters")
            for name in count.names:
                voter = etree.SubElement(voters, akn("organization"))
                voter.set("refersTo", "memberState")
                voter.text = name


def _counted(value: int | None, printed: str) -> str:
    plain = "" if value is None else str(value)
    return printed if printed.isdecimal() and str(int(printed)) == plain else plain


def presentation(parent: etree._Element, job: str) -> None:
    """The foot of the first page with the job number, where none was kept."""
    made = etree.SubElement(parent, akn("presentation"))
    made.set("source", "#un")
    holder = made
    for name in ("footerFirstPage", "footerFirstPageLeft", "internalCode"):
        holder = etree.SubElement(holder, f"{{{AKN4UN}}}{name}")
    docket = etree.SubElement(holder, akn("docketNumber"))
    docket.set("refersTo", "#publicationJobNumber")
    docket.text = job
