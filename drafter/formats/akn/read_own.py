"""A file that drafter wrote: value for value, without guessing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from lxml import etree

from drafter import resources
from drafter.errors import Malformed, Place
from drafter.formats.akn.context import Context
from drafter.formats.akn.names import akn, child, line_of, local, own
from drafter.formats.akn.read_cover import Cover, cover
from drafter.formats.akn.read_exact import (
    exact_block,
    exact_blocks,
    exact_marked,
    exact_text,
    joined,
)
from drafter.formats.akn.read_inline import inlines
from drafter.formats.akn.read_meta import exact_opaque, opaque
from drafter.formats.akn.read_parts import Head, preface
from drafter.formats.akn.read_votes import votes
from drafter.formats.akn.write_meta import VERSION, is_votes
from drafter.model import (
    Adoption,
    Annex,
    Blocks,
    DocumentKind,
    Inlines,
    Masthead,
    Opaque,
    Origin,
    Part,
    Resolution,
    Submission,
    plain_text,
)


def own_values(main: etree._Element) -> dict[str, str] | None:
    """What a file of ours says beside its text; None for a file of another hand.

    Raises:
        Malformed: a file of a newer version.
    """
    ours = _proprietary(child(main, "meta"))
    if ours is None:
        return None
    if ours.get(own("version")) != VERSION:
        raise Malformed(
            f"the file is of version {ours.get(own('version'))!r}",
            where=Place(line=line_of(ours)),
            hint=f"this drafter reads version {VERSION}; use a newer one",
        )
    return {e.get("name", ""): e.get("value", "") for e in ours if local(e) == "value"}


def kept_of(element: etree._Element) -> list[Opaque]:
    """What a piece of metadata is as kept trees: itself, or what our own part of it keeps."""
    if not local(element):
        return []
    if element.get(own("version")) is None:
        return [opaque(element)]
    return [exact_opaque(e) for e in element if local(e) == "kept" and not e.get("of")]


def _proprietary(meta: etree._Element | None) -> etree._Element | None:
    for inner in meta if meta is not None else ():
        if local(inner) == "proprietary" and inner.get(own("version")) is not None:
            return inner
    return None


def read_own(
    root: etree._Element, main: etree._Element, values: Mapping[str, str]
) -> tuple[Resolution, Context]:
    """The resolution of a file of ours, and the context with its notices."""
    code = values.get("language", "en")
    known = code if code in resources.names("languages") else "en"
    context = Context(resources.language(known), exact=True)
    front = cover(child(main, "coverPage"), context)
    front_matter = child(main, "preface")
    head = preface(front_matter, context)
    meta = child(main, "meta")
    statements = _statements(root, main)
    alone = statements == [main]
    ends = [*[None] * (len(statements) - 1), _last_conclusions(root)]
    pairs = zip(statements, ends, strict=True)
    parts = [_part(each, head, context, end, alone=alone) for each, end in pairs]
    title = head.title or exact_text(child(main, "mainBody"), "title", context)
    value = Resolution(
        kind=_kind(values.get("kind", "")),
        language=code,
        masthead=_masthead(front, values),
        origin=_origin(front, front_matter, values, context),
        number=values.get("number", head.number or front.number),
        title=title,
        parts=tuple(parts),
        annexes=_annexes(root, context),
        votes=votes(meta, context),
        meta=(*_comments(root), *_kept(meta)),
    )
    return value, context


def _kind(word: str) -> DocumentKind:
    try:
        return DocumentKind(word)
    except ValueError as fault:
        raise Malformed(
            f"there is no kind of document {word!r}", hint="correct drafter:value"
        ) from fault


def _statements(root: etree._Element, main: etree._Element) -> list[etree._Element]:
    if local(main) == "statement":
        return [main]
    found = [
        inner
        for component in _inner(child(root, "components"))
        for inner in component
        if local(inner) == "statement"
    ]
    if not found:
        raise Malformed("the collection has no part", hint="give it a component with a statement")
    return found


def _inner(element: etree._Element | None) -> list[etree._Element]:
    return [inner for inner in (element if element is not None else ()) if local(inner)]


def _masthead(front: Cover, values: Mapping[str, str]) -> Masthead:
    printed = front.issued.isoformat() if front.issued else ""
    return Masthead(
        organ=values.get("organ", front.organ),
        symbol=values.get("symbol", front.symbol),
        distribution=values.get("distribution", front.distribution),
        date=_day(values.get("date", printed)),
        original=tuple(values.get("original", " ".join(front.original)).split()),
        session=values.get("session", front.session),
        committee=values.get("committee", front.committee),
        agenda=tuple(front.agenda),
        job_number=values.get("job-number", ""),
    )


def _day(iso: str) -> date | None:
    if not iso:
        return None
    try:
        return date.fromisoformat(iso)
    except ValueError as fault:
        raise Malformed(f"{iso!r} is no date", hint="write it as 2009-10-06") from fault


def _origin(
    front: Cover, head: etree._Element | None, values: Mapping[str, str], context: Context
) -> Origin:
    if values.get("origin") == "adoption":
        return Adoption(front.adoption, front.bracket, _day(values.get("adopted", "")))
    marked = [e for e in head.iter(etree.Element) if e.get(own("text"))] if head is not None else []
    sponsors = [inlines(e, context) for e in marked if e.get(own("text")) == "sponsor"]
    lines = [inlines(e, context) for e in marked if e.get(own("text")) == "submission"]
    return Submission(tuple(sponsors), lines[0] if lines else ())


def _part(
    statement: etree._Element,
    head: Head,
    context: Context,
    last: etree._Element | None,
    *,
    alone: bool,
) -> Part:
    if not alone:
        head = preface(child(statement, "preface"), context)
    before, main = child(statement, "preamble"), child(statement, "mainBody")
    enacting = exact_text(before, "enacting", context)
    preamble = exact_blocks(before, context)
    operative = exact_blocks(main, context)
    closing = _closing(child(statement, "conclusions"), context) or (
        _closing(last, context) if last is not None else ()
    )
    return Part(
        letter=head.letter or ("" if alone else head.number),
        title=head.beside if alone else head.title,
        enacting=enacting,
        preamble=preamble,
        operative=(*operative, *_components(statement, context)),
        closing=closing,
        meta=_kept(child(statement, "meta"), "part" if alone else None),
    )


def _components(statement: etree._Element, context: Context) -> Blocks:
    return tuple(exact_block(one, context) for one in _inner(child(statement, "components")))


def _last_conclusions(root: etree._Element) -> etree._Element | None:
    """Conclusions at the end of an annex, which are those of the last part."""
    return next(
        (found for doc in root.iter(akn("doc")) for found in doc if local(found) == "conclusions"),
        None,
    )


def _closing(holder: etree._Element | None, context: Context) -> tuple[Inlines, ...]:
    if holder is None:
        return ()
    return tuple(
        inlines(e, context) for e in holder.iter(etree.Element) if e.get(own("text")) == "line"
    )


def _annexes(root: etree._Element, context: Context) -> tuple[Annex, ...]:
    """The annexes of the main statement, of the parts and of the components, in order."""
    out: list[Annex] = []
    for holder in root.iter("{*}attachments"):
        for attachment in holder:
            out.extend(_attachment(child(attachment, "doc"), context))
    return tuple(out)


def _attachment(document: etree._Element | None, context: Context) -> list[Annex]:
    main = child(document, "mainBody") if document is not None else None
    if document is None or main is None:
        return []
    out: list[tuple[etree._Element, list[etree._Element]]] = []
    for element in exact_marked(main):
        if element.get(own("is")) == "annex":
            out.append((element, []))
        elif out:
            out[-1][1].append(element)
    meta = child(document, "meta")
    return [
        _annex(element, blocks, _kept(meta, (element.get("wId") or "") if place else None), context)
        for place, (element, blocks) in enumerate(out)
    ]


def _annex(
    element: etree._Element,
    blocks: list[etree._Element],
    meta: tuple[Opaque, ...],
    context: Context,
) -> Annex:
    beside = exact_text(element, "beside", context)
    title = (*beside, *exact_text(element, "title", context))
    return Annex(
        context.id("a", plain_text(title), element.get("wId")),
        title,
        joined([exact_block(each, context) for each in blocks]),
        element.get(own("label")),
        meta,
    )


def _comments(root: etree._Element) -> tuple[Opaque, ...]:
    return tuple(Opaque("comment", (), node.text or "") for node in root.iter(etree.Comment))


def _kept(meta: etree._Element | None, of: str | None = None) -> tuple[Opaque, ...]:
    """The kept metadata: those of the standard, then ours; only those of `of` when it is given."""
    if of is not None:
        return _kept_of(meta, of)
    ours = _proprietary(meta)
    made = (ours.get(own("made")) or "").split() if ours is not None else []
    trees = [opaque(inner) for inner in _inner(meta) if local(inner) not in ("proprietary", *made)]
    standard = [tree for tree in trees if not is_votes(tree)]
    own_kept = [
        e for e in (ours if ours is not None else ()) if local(e) == "kept" and not e.get("of")
    ]
    return (*standard, *(exact_opaque(e) for e in own_kept))


def _kept_of(meta: etree._Element | None, of: str) -> tuple[Opaque, ...]:
    given = [e for e in _inner(_proprietary(meta)) if e.get("of") == of]
    return tuple(exact_opaque(e) for e in given)
