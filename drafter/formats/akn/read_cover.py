"""The cover page: masthead, agenda, origin; what the model has no place for is kept opaque."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from drafter.formats.akn.context import Context
from drafter.formats.akn.names import every, local, own, words
from drafter.formats.akn.read_inline import cut_ends, inlines
from drafter.formats.akn.read_meta import opaque
from drafter.model import AgendaItem, Inlines, Opaque, plain_text
from drafter.profiles import LanguageProfile
from drafter.report import Kind

ORGANS = {
    "generalAssembly": "general-assembly",
    "ecosoc": "economic-and-social-council",
    "humanRightsCouncil": "human-rights-council",
    "securityCouncil": "security-council",
}
SYMBOL_ORGANS = (
    ("A/HRC/", "human-rights-council"),
    ("A/", "general-assembly"),
    ("S/", "security-council"),
    ("E/", "economic-and-social-council"),
)
_NO_DATE = "0001-01-01"


@dataclass(slots=True)
class Cover:
    """What the cover page says; `details` is what is kept without a place in the model."""

    organ: str = ""
    symbol: str = ""
    distribution: str = ""
    issued: date | None = None
    original: tuple[str, ...] = ()
    session: str = ""
    committee: str = ""
    agenda: list[AgendaItem] = field(default_factory=list)
    number: str = ""
    adoption: Inlines = ()
    bracket: Inlines = ()
    kind: str = ""
    adopted: date | None = None
    details: list[Opaque] = field(default_factory=list)


def cover(element: etree._Element | None, context: Context) -> Cover:
    """Read a cover page; every line of it ends in the result or in a notice."""
    out = Cover()
    if element is None:
        context.note(Kind.METADATA, "there is no cover page")
        return out
    if element.get(own("form")) is not None:
        context = Context(context.profile)
    for line in element:
        for inner in line:
            name = local(inner)
            if name == "span" and len(inner):
                inner = inner[0]  # noqa: PLW2901 - the publisher stands in a span
                name = local(inner)
            rule = _RULES.get(name)
            if rule is not None:
                rule(inner, out, context)
            elif name and words(inner):
                _unknown(inner, out, context)
    if not out.organ:
        out.organ = organ_of(out.symbol)
    return out


def organ_of(symbol: str) -> str:
    """The organ that a document symbol names; "" when it names none we know."""
    return next((organ for start, organ in SYMBOL_ORGANS if symbol.startswith(start)), "")


def day(value: str, context: Context, at: etree._Element | None = None) -> date | None:
    """An ISO date; None, with a notice where it is wrong, for what is no date."""
    if not value:
        return None
    if value.startswith(_NO_DATE):
        context.note(Kind.METADATA, f"the date {_NO_DATE} stands for none", at)
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        context.note(Kind.METADATA, f"{value!r} is no date", at, value)
        return None


def _authority(element: etree._Element, out: Cover, context: Context) -> None:
    printed = words(element)
    role = element.get("refersTo", "")
    if role == "#publisher":
        if printed != context.profile.phrases.get("united-nations", printed):
            out.details.append(opaque(element))
        return
    out.organ = organ_name(printed, context)
    if out.organ == printed and printed not in context.profile.organs:
        known = organ_of(out.symbol)
        out.organ = known or printed
        if known:
            out.details.append(opaque(element))


def organ_name(printed: str, context: Context) -> str:
    """The profile's name for a printed organ; the printed name when no profile knows it."""
    names = context.profile.organs
    return next((name for name, words_ in names.items() if words_ == printed), printed)


def _number(element: etree._Element, out: Cover, context: Context) -> None:
    del context
    out.symbol = words(element)


def _status(element: etree._Element, out: Cover, context: Context) -> None:
    printed = words(element)
    known = context.profile.distribution
    word = next((name for name, line in known.items() if line == printed), "")
    if not word:
        word = "general" if "#generalDistribution" in element.get("refersTo", "") else printed
        out.details.append(opaque(element))
    out.distribution = word


def _date(element: etree._Element, out: Cover, context: Context) -> None:
    out.issued = day(element.get("date", ""), context, element)
    printed = words(element)
    if out.issued is None or printed != printed_date(context.profile, out.issued):
        out.details.append(opaque(element))


def printed_date(profile: LanguageProfile, when: date) -> str:
    """A date as the cover page writes it, with plain spaces."""
    return profile.print_date(when).replace("\u00a0", " ")


def _session(element: etree._Element, out: Cover, context: Context) -> None:
    del context
    out.session = words(element)
    value = element.get("value", "")
    if value:
        out.details.append(Opaque("session", (("value", value),)))


def _kept(element: etree._Element, out: Cover, context: Context) -> None:
    del context
    out.details.append(opaque(element))


def _type(element: etree._Element, out: Cover, context: Context) -> None:
    del context
    out.kind = words(element)
    out.details.append(opaque(element))


def _title(element: etree._Element, out: Cover, context: Context) -> None:
    if element.get("refersTo") == "#resolutionNumber":
        out.number = numbered(words(element), out, element, context)
        return
    out.adoption = inlines(element, context)
    for inner in every(element, "docDate"):
        out.adopted = day(inner.get("date", ""), context, inner)
        out.details.append(Opaque("adoption-date", (), words(inner)))
    for inner in every(element, "inline"):
        if inner.get("title") and words(inner):
            out.details.append(opaque(inner))


def numbered(printed: str, out: Cover, element: etree._Element, context: Context) -> str:
    """The number in "Resolution 2568 (2021)"."""
    before, _, after = context.profile.phrases["resolution"].partition("{number}")
    if printed.startswith(before) and printed.endswith(after):
        return printed[len(before) : len(printed) - len(after)].strip()
    out.details.append(opaque(element))
    found = re.search(r"\d+\s?\(\d{4}\)", printed)
    return found[0] if found else ""


def _proponent(element: etree._Element, out: Cover, context: Context) -> None:
    body = inlines(element, context)
    printed = plain_text(body)
    referred = element.get("refersTo", "")
    if not printed.startswith("["):
        out.committee = committee_name(printed, context)
        out.details.append(Opaque("proponent", (("refersTo", referred),)))
        return
    out.bracket = unbracketed(body, exact=context.exact)
    documents = [words(inner) for inner in every(element, "inline")]
    attributes = [("documents", "; ".join(documents)), ("refersTo", referred)]
    out.details.append(Opaque("proponent", tuple((n, v) for n, v in attributes if v)))


def committee_name(printed: str, context: Context) -> str:
    """The profile's name for a printed committee; the printed name when no profile knows it."""
    names = context.profile.committees
    return next((name for name, words_ in names.items() if words_ == printed), printed)


def unbracketed(body: Inlines, *, exact: bool = False) -> Inlines:
    """A text without the square brackets around it."""
    return cut_ends(body, "[", "]", exact=exact)


def _inline(element: etree._Element, out: Cover, context: Context) -> None:
    name = element.get("name", "")
    if name == "agenda item":
        out.agenda.append(AgendaItem(inlines(element, context)))
        if title := element.get("title"):
            out.details.append(Opaque("agenda-item", (("title", title),)))
    elif name == "agenda item name":
        _item_title(element, out, context)
    elif name == "originalLanguage":
        _original(element, out, context)
    else:
        _unknown(element, out, context, known=name in ("decision type", "languageOfExpression"))


def _item_title(element: etree._Element, out: Cover, context: Context) -> None:
    body = inlines(element, context)
    alone = element.get(own("alone")) is not None
    if out.agenda and not out.agenda[-1].title and not alone:
        out.agenda[-1] = AgendaItem(out.agenda[-1].line, body)
    elif body:
        out.agenda.append(AgendaItem((), body))


def _original(element: etree._Element, out: Cover, context: Context) -> None:
    printed = words(element)
    codes = tuple(code for code, name in context.profile.languages.items() if name in printed)
    line = context.profile.original.format(
        languages=", ".join(context.profile.languages[c] for c in codes)
    )
    out.original = codes
    if line != printed:
        out.details.append(opaque(element))


def _unknown(element: etree._Element, out: Cover, context: Context, *, known: bool = False) -> None:
    if not known:
        context.note(Kind.UNKNOWN, f"unknown {local(element)} on the cover page is kept", element)
    out.details.append(opaque(element))


_RULES = {
    "docAuthority": _authority,
    "docNumber": _number,
    "docStatus": _status,
    "docDate": _date,
    "session": _session,
    "event": _kept,
    "docType": _type,
    "docTitle": _title,
    "docProponent": _proponent,
    "inline": _inline,
}
