"""AKN4UN to a resolution: the root, its parts, its annexes."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from drafter import resources
from drafter.errors import Unreadable
from drafter.formats.akn.context import Context
from drafter.formats.akn.cover_page import WHOLE, pairs, tree
from drafter.formats.akn.names import akn, child, is_element, local
from drafter.formats.akn.output import Output
from drafter.formats.akn.read_annexes import annexes
from drafter.formats.akn.read_blocks import Building
from drafter.formats.akn.read_changed import foreign_text
from drafter.formats.akn.read_cover import Cover, cover, day
from drafter.formats.akn.read_meta import adoption_date, job_number, language, opaque
from drafter.formats.akn.read_numbers import agreed
from drafter.formats.akn.read_own import kept_of, own_values, read_own
from drafter.formats.akn.read_parts import Head, component_statements, opening_style, part, preface
from drafter.formats.akn.read_remarks import remarks
from drafter.formats.akn.read_votes import printed_counts, votes
from drafter.formats.akn.source import parse
from drafter.formats.akn.write_cover import cover as write_cover
from drafter.formats.akn.write_meta import is_votes
from drafter.model import (
    Adoption,
    DocumentKind,
    Inlines,
    Masthead,
    Opaque,
    Part,
    Resolution,
    Submission,
    flatten,
    plain_text,
    text,
)
from drafter.model.invariants import check, faults
from drafter.numbering import Numbering
from drafter.profiles import LanguageProfile
from drafter.report import Kind, Read

_KINDS = {
    "resolution": DocumentKind.RESOLUTION,
    "draftResolution": DocumentKind.DRAFT,
    "presidentialStatement": DocumentKind.STATEMENT,
    "decision": DocumentKind.DECISION,
}


def read(data: bytes) -> Read[Resolution]:
    """Read AKN4UN XML.

    Raises:
        Unreadable: no XML, no Akoma Ntoso, entity declarations, or no text in it.
        Invalid: what the file says cannot be a resolution: blocks nested too deep, and the like.
    """
    root, notices = parse(data)
    main = _main(root)
    ours = own_values(main)
    changed = foreign_text(root) if ours is not None else None
    if ours is not None and changed is None:
        own_value, seen = read_own(root, main, ours)
        if not faults(own_value):
            return Read(own_value, (*notices, *seen.notices))
        changed = main
    context = Context(resources.language("en"), notices=notices)
    context.profile = _profile(main, context)
    if changed is not None:
        what = "another hand has changed this file of ours: it is read by its labels"
        context.note(Kind.STRUCTURE, what, changed)
    value = _resolution(root, main, context)
    return Read(check(value), tuple(context.notices))


def _main(root: etree._Element) -> etree._Element:
    if local(root) != "akomaNtoso":
        raise Unreadable(
            f"the root element is {local(root)!r}", hint="an Akoma Ntoso file has akomaNtoso"
        )
    main = child(root, "documentCollection")
    main = child(root, "statement") if main is None else main
    if main is None:
        raise Unreadable("there is no statement in it", hint="the file holds no resolution")
    return main


def _profile(main: etree._Element, context: Context) -> LanguageProfile:
    code = language(child(main, "meta"))
    if code is None:
        context.note(Kind.METADATA, "the metadata name no known language; read as English", main)
        return context.profile
    if code not in resources.names("languages"):
        return replace(context.profile, code=code)
    return resources.language(code)


def _resolution(root: etree._Element, main: etree._Element, context: Context) -> Resolution:
    meta = child(main, "meta")
    front = cover(child(main, "coverPage"), context)
    head = preface(child(main, "preface"), context)
    building = Building(context, opening_style(root, context))
    statements = _statements(root, main)
    parts = tuple(part(each, head, building, alone=each is main) for each in statements)
    added = annexes(main, building)
    for place, each in enumerate(statements):
        if each is not main:
            added = (*added, *annexes(each, building, f"part {place}"))
    draft = main.get("name") == "draftResolution"
    value = Resolution(
        kind=_kind(main, context),
        language=context.profile.code,
        masthead=_masthead(front, meta),
        origin=_submission(head.title, context) if draft else _adoption(front, meta, context),
        number=head.number or front.number,
        title=() if draft else head.title,
        parts=_closed(parts, building),
        annexes=added,
        votes=votes(meta, context),
        meta=_kept(root, main, front, head, building),
    )
    remarks(root, value, context)
    value = _with_cover(value, child(main, "coverPage"), context)
    single = _single(front.organ)
    return agreed(value, building, context.profile.numbering(single_operative=single))


def _with_cover(value: Resolution, page: etree._Element | None, context: Context) -> Resolution:
    """The value with the source's whole cover page, where ours would say something else."""
    if page is None:
        return value
    out = Output(context.profile, Numbering(), ())
    ours = write_cover(etree.Element(akn("statement")), value, out)
    if pairs(ours) == pairs(page):
        return value
    lines = tuple(tree(line) for line in page if local(line))
    whole = Opaque("coverPage", (("form", WHOLE),), children=lines)
    rest = tuple(kept for kept in value.meta if kept.name != "coverPage")
    return replace(value, meta=(*rest, whole))


def _preface_details(head: Head) -> tuple[Opaque, ...]:
    """What is unusual in the form of the number and of the letter above the text."""
    out: list[Opaque] = []
    if head.printed and head.printed != f"{head.number}.":
        out.append(Opaque("docNumber", (), head.printed))
    if not head.bold_letter:
        out.append(Opaque("letter", (("class", "plain"),)))
    return tuple(out)


def _closed(parts: tuple[Part, ...], building: Building) -> tuple[Part, ...]:
    """Closing lines that stand at the end of an annex belong to the last part."""
    if not building.closing:
        return parts
    if parts[-1].closing:
        last = replace(parts[-1], closing=(*parts[-1].closing, *building.closing))
    else:
        placed = Opaque("closing", (("place", "annex"),))
        meta = (*parts[-1].meta, placed)
        last = replace(parts[-1], closing=tuple(building.closing), meta=meta)
    return (*parts[:-1], last)


def _single(organ: str) -> bool:
    return organ in resources.names("organs") and resources.organ(organ).single_operative


def _statements(root: etree._Element, main: etree._Element) -> list[etree._Element]:
    """The main statement, or those of a collection's components, in order."""
    if local(main) == "statement":
        return [main]
    holder = child(root, "components")
    found = [
        inner
        for component in (holder if holder is not None else ())
        for inner in component
        if local(inner) == "statement"
    ]
    return found or [main]


def _kind(main: etree._Element, context: Context) -> DocumentKind:
    name = main.get("name", "")
    if local(main) == "statement" and name not in _KINDS:
        context.note(
            Kind.METADATA, f"unknown kind of document {name!r}, read as a resolution", main
        )
    return _KINDS.get(name, DocumentKind.RESOLUTION)


def _masthead(front: Cover, meta: etree._Element | None) -> Masthead:
    return Masthead(
        organ=front.organ,
        symbol=front.symbol,
        distribution=front.distribution,
        date=front.issued,
        original=front.original,
        session=front.session,
        committee=front.committee,
        agenda=tuple(front.agenda),
        job_number=job_number(meta),
    )


def _adoption(front: Cover, meta: etree._Element | None, context: Context) -> Adoption | Submission:
    """How the text was adopted; a submission without a word where nothing is said of it."""
    printed = front.adopted or day(adoption_date(meta), context)
    if not (front.adoption or front.bracket or printed):
        return Submission()
    return Adoption(front.adoption, front.bracket, printed)


def _submission(title: Inlines, context: Context) -> Submission:
    """Who submits a draft: "Algeria: draft resolution"."""
    ending = context.profile.submitted()
    printed = plain_text(title)
    if len(flatten(title)) == 1 and printed.endswith(ending):
        names = _names(printed.removesuffix(ending), context.profile)
        if context.profile.join(names) + ending == printed:
            return Submission(sponsors=tuple(text(name) for name in names))
    return Submission(line=title)


def _names(listed: str, profile: LanguageProfile) -> tuple[str, ...]:
    before, end, last = listed.rpartition(profile.list_end)
    return (*before.split(profile.list_separator), last) if end else (listed,)


def _kept(
    root: etree._Element, main: etree._Element, front: Cover, head: Head, building: Building
) -> tuple[Opaque, ...]:
    """What is kept without being understood: metadata, cover details, comments."""
    meta = child(main, "meta")
    out = [
        Opaque("comment", (), (node.text or "").strip())
        for node in root
        if not is_element(node) and (node.text or "").strip()
    ]
    trees = [tree_ for inner in (meta if meta is not None else ()) for tree_ in kept_of(inner)]
    out.extend(kept for kept in trees if not is_votes(kept))
    if front.details:
        out.append(Opaque("coverPage", children=tuple(front.details)))
    if details := _preface_details(head):
        out.append(Opaque("preface", children=details))
    out.extend(printed_counts(meta))
    out.extend(_components(main))
    if building.opening != frozenset(building.context.profile.opening):
        styles = " ".join(sorted(style.value for style in building.opening))
        out.append(Opaque("opening", (("style", styles),)))
    return tuple(out)


def _components(main: etree._Element) -> list[Opaque]:
    """The metadata of the texts that are components of the statement."""
    metas = [child(inner, "meta") for inner in component_statements(main)]
    return [
        Opaque("component", children=tuple(opaque(inner) for inner in meta if local(inner)))
        for meta in metas
        if meta is not None
    ]
