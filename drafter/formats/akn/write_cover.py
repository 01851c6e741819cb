"""The cover page and the preface: masthead, agenda, origin, number and title."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from drafter.formats.akn.cover_page import WHOLE, kept_page
from drafter.formats.akn.names import akn, own
from drafter.formats.akn.output import Output
from drafter.formats.akn.read_cover import printed_date
from drafter.formats.akn.write_components import is_collection
from drafter.formats.akn.write_inline import PRESERVE, append_text, bold, write_inlines
from drafter.formats.akn.write_wrap import wrap
from drafter.model import (
    Adoption,
    AgendaItem,
    DocumentKind,
    Inlines,
    Opaque,
    Part,
    Resolution,
    Submission,
    plain_text,
)

ORGANS = {
    "general-assembly": "#generalAssembly",
    "security-council": "#securityCouncil",
    "economic-and-social-council": "#ecosoc",
    "human-rights-council": "#humanRightsCouncil",
}
_COMMITTEES = {
    "first-committee": "#firstCommittee",
    "second-committee": "#secondCommittee",
    "third-committee": "#thirdCommittee",
    "fourth-committee": "#fourthCommittee",
    "fifth-committee": "#fifthCommittee",
    "sixth-committee": "#sixthCommittee",
}
_CODES = {
    "en": "#english",
    "fr": "#french",
    "es": "#spanish",
    "ru": "#russian",
    "ar": "#arabic",
    "zh": "#chinese",
}
_NO_DATE = "0001-01-01"


class Details:
    """What the cover page of the source said beyond the model, by element and refersTo or name."""

    def __init__(self, resolution: Resolution, name: str = "coverPage") -> None:
        found = next((kept for kept in resolution.meta if kept.name == name), Opaque(name))
        self.whole = found if ("form", WHOLE) in found.attributes else None
        self.all = () if self.whole else found.children

    def named(self, element: str, /, **attributes: str) -> Opaque | None:
        """The first detail of a name with these attributes."""
        return next(self.every(element, **attributes), None)

    def every(self, element: str, /, **attributes: str) -> Iterator[Opaque]:
        """Every detail of a name with these attributes."""
        for detail in self.all:
            given = dict(detail.attributes)
            if detail.name == element and all(given.get(k) == v for k, v in attributes.items()):
                yield detail

    def value(self, name: str, attribute: str) -> str:
        """An attribute of the first detail of a name; "" when there is none."""
        found = self.named(name)
        return dict(found.attributes).get(attribute, "") if found else ""


def cover(parent: etree._Element, resolution: Resolution, out: Output) -> etree._Element:
    """Append the cover page."""
    page = etree.SubElement(parent, akn("coverPage"))
    details = Details(resolution)
    kept = details.whole
    if kept is not None and kept_page(page, kept, resolution, out.profile):
        return page
    _authorities(page, resolution, details, out)
    _dates(page, resolution, details, out)
    _session(page, resolution, details, out)
    _agenda(page, resolution.masthead.agenda, details, out)
    _origin(page, resolution, details, out)
    return page


def _line(page: etree._Element, element: str, words: str, /, **attributes: str) -> etree._Element:
    holder = etree.SubElement(page, akn("p"))
    made = etree.SubElement(holder, akn(element))
    made.text = words
    for key, value in attributes.items():
        if value:
            made.set({"class_": "class", "as_": "as"}.get(key, key), value)
    return made


def _authorities(
    page: etree._Element, resolution: Resolution, details: Details, out: Output
) -> None:
    profile, masthead = out.profile, resolution.masthead
    printed = details.named("docAuthority", refersTo="#publisher")
    publisher = printed.text if printed else profile.phrases["united-nations"]
    holder = etree.SubElement(etree.SubElement(page, akn("p")), akn("span"))
    holder.set("refersTo", "#publisher")
    holder.set("class", "upperLeft")
    made = etree.SubElement(holder, akn("docAuthority"))
    made.set("refersTo", "#publisher")
    made.text = publisher
    if masthead.symbol:
        _line(page, "docNumber", masthead.symbol, refersTo="#symbol")
        page[-1].set("class", "upperRight")
    _issuing(page, masthead.organ, details, out)
    if masthead.distribution:
        kept = details.named("docStatus")
        words = kept.text if kept else profile.distribution_line(masthead.distribution)
        _line(page, "docStatus", words, refersTo="#generalDistribution", class_="rightSmall")


def _issuing(page: etree._Element, organ: str, details: Details, out: Output) -> None:
    """The organ; the Human Rights Council issues as a body of the General Assembly."""
    kept = details.named("docAuthority", refersTo="#issuingBody")
    names = out.profile.organs
    below = organ == "human-rights-council"
    shown = "general-assembly" if below else organ
    words = kept.text if kept else names.get(shown, shown)
    if words:
        holder = etree.SubElement(page, akn("p"))
        holder.set("class", "upperLeft")
        etree.SubElement(holder, akn("img")).set("src", "logo-un.jpg")
        made = etree.SubElement(holder, akn("docAuthority"))
        made.set("refersTo", "#issuingBody")
        made.set("class", "rightBig")
        made.text = words


def _dates(page: etree._Element, resolution: Resolution, details: Details, out: Output) -> None:
    masthead, profile = resolution.masthead, out.profile
    if masthead.date is not None:
        iso = masthead.date.isoformat()
        kept = details.named("docDate", date=iso)
        words = kept.text if kept else printed_date(profile, masthead.date)
        _line(page, "docDate", words, date=iso, class_="rightSmall", refersTo="#dateOfIssuance")
    else:
        for kept in details.every("docDate"):
            _line(page, "docDate", kept.text, date=_NO_DATE, refersTo="#dateOfIssuance")
    for kept in details.every("inline", name="languageOfExpression"):
        _copy(page, kept)
    kept = details.named("inline", name="originalLanguage")
    if kept is not None:
        _copy(page, kept)
    elif masthead.original:
        names = ", ".join(profile.languages.get(code, code) for code in masthead.original)
        refers = _CODES.get(masthead.original[0], "")
        words = profile.original.format(languages=names)
        _line(page, "inline", words, refersTo=refers, name="originalLanguage")


def _copy(page: etree._Element, kept: Opaque) -> etree._Element:
    """A kept element as it came."""
    holder = etree.SubElement(page, akn("p"))
    return _element(holder, kept)


def _element(parent: etree._Element, kept: Opaque) -> etree._Element:
    made = etree.SubElement(parent, akn(kept.name))
    for name, value in kept.attributes:
        if ":" not in name:
            made.set(name, value)
    made.text = kept.text
    for child in kept.children:
        if child.name == "#text":
            made[-1].tail = child.text
        else:
            _element(made, child)
    return made


def _session(page: etree._Element, resolution: Resolution, details: Details, out: Output) -> None:
    masthead = resolution.masthead
    if masthead.organ == "human-rights-council":
        words = out.profile.organs[masthead.organ]
        kept = details.named("docAuthority", refersTo="#subsidiaryBody")
        _line(page, "docAuthority", kept.text if kept else words, refersTo="#subsidiaryBody")
    for kept in details.every("docType"):
        _copy(page, kept)
    _committee(page, masthead.committee, details, out)
    if masthead.session:
        made = _line(page, "session", masthead.session, refersTo=ORGANS.get(masthead.organ, ""))
        if value := details.value("session", "value"):
            made.set("value", value)
    for kept in details.every("event"):
        _copy(page, kept)


def _committee(page: etree._Element, committee: str, details: Details, out: Output) -> None:
    if committee:
        words = out.profile.committees.get(committee, committee)
        refers = details.value("proponent", "refersTo") or _COMMITTEES.get(committee, "")
        _line(page, "docProponent", words, refersTo=refers)


def _agenda(
    page: etree._Element, agenda: tuple[AgendaItem, ...], details: Details, out: Output
) -> None:
    titles = [dict(kept.attributes).get("title", "") for kept in details.every("agenda-item")]
    for place, item in enumerate(agenda):
        if item.line:
            made = _line(page, "inline", "")
            if title := _fitting(titles, place, item.line):
                made.set("title", title)
            made.set("name", "agenda item")
            _fill(made, item.line, out)
        if item.title:
            made = _line(page, "inline", "", name="agenda item name")
            if not item.line:
                made.set(own("alone"), "true")
            _fill(made, item.title, out)
    for kept in details.every("inline", name="decision type"):
        _copy(page, kept)


def _fitting(titles: list[str], place: int, line: Inlines) -> str:
    """The kept number of an agenda item, while the item still has it."""
    printed = plain_text(line).replace("\u00a0", " ")
    return next((title for title in titles[place : place + 1] if title in printed), "")


def _fill(made: etree._Element, words: Inlines, out: Output) -> None:
    made.set(PRESERVE, "preserve")
    made.text = None
    write_inlines(made, words, out)


def _origin(page: etree._Element, resolution: Resolution, details: Details, out: Output) -> None:
    origin = resolution.origin
    if isinstance(origin, Submission):
        return
    _council(page, resolution, details, out)
    if origin.line:
        made = _line(page, "docTitle", "", refersTo="#adoption" if _is_council(resolution) else "")
        _fill(made, origin.line, out)
        _mark_adoption(made, origin, details)
    if origin.bracket:
        made = _line(page, "docProponent", "", refersTo=details.value("proponent", "refersTo"))
        append_text(made, "[")
        write_inlines(made, origin.bracket, out)
        append_text(made, "]")
        made.set(PRESERVE, "preserve")
        _mark_documents(made, details.value("proponent", "documents"))


def _is_council(resolution: Resolution) -> bool:
    return resolution.masthead.organ == "security-council"


def _council(page: etree._Element, resolution: Resolution, details: Details, out: Output) -> None:
    """The Security Council prints the number above the adoption line, and no title."""
    if _is_council(resolution) and resolution.number and resolution.kind is DocumentKind.RESOLUTION:
        kept = details.named("docTitle", refersTo="#resolutionNumber")
        words = out.profile.phrases["resolution"].format(number=resolution.number)
        fits = kept is not None and resolution.number in kept.text
        _line(page, "docTitle", kept.text if kept and fits else words, refersTo="#resolutionNumber")


def _mark_adoption(made: etree._Element, origin: Adoption, details: Details) -> None:
    """Meeting and date inside an adoption line, where its source had them."""
    meeting = details.named("inline", name="adoptionMeeting")
    if meeting is not None and meeting.text:
        wrap(made, meeting.text, "inline", dict(meeting.attributes))
    day = details.named("adoption-date")
    if day is not None and origin.date is not None:
        iso = origin.date.isoformat()
        wrap(made, day.text, "docDate", {"date": iso, "refersTo": "#adoptionDate"})


def _mark_documents(made: etree._Element, documents: str) -> None:
    for document in documents.split("; ") if documents else ():
        wrap(made, document, "inline", {"name": "originating document"})


def preface(parent: etree._Element, resolution: Resolution, out: Output) -> etree._Element | None:
    """Append the preface, when there is anything to put into it."""
    made = etree.Element(akn("preface"))
    if isinstance(resolution.origin, Submission):
        _submission(made, resolution.origin, out)
    council = _is_council(resolution) and resolution.kind is DocumentKind.RESOLUTION
    decision = resolution.kind is DocumentKind.DECISION
    in_body = resolution.kind is DocumentKind.STATEMENT and not is_collection(resolution)
    title = () if in_body else resolution.title
    if (resolution.number and not council) or title:
        holder = etree.SubElement(made, akn("p"))
        if resolution.number and not council:
            number = etree.SubElement(holder, akn("docNumber"))
            number.text = _numbered(resolution, Details(resolution, "preface"))
            if decision:
                number.set("refersTo", "decisionNumber")
        if title:
            _title(holder, title, "#decisionTitle" if decision else "#resolutionTitle", out)
    if not is_collection(resolution):
        part_head(
            made,
            resolution.parts[0],
            out,
            plain=Details(resolution, "preface").named("letter") is not None,
        )
    if not len(made):
        return None
    parent.append(made)
    return made


def _numbered(resolution: Resolution, details: Details) -> str:
    """The number as it is printed above the title, with its full stop."""
    kept = details.named("docNumber")
    known = kept is not None and kept.text.removesuffix(".") == resolution.number
    return kept.text if kept and known else f"{resolution.number}."


def _title(holder: etree._Element, title: Inlines, refers: str, out: Output) -> None:
    made = etree.SubElement(holder, akn("docTitle"))
    made.set("refersTo", refers)
    _fill(bold(made), title, out)


def part_head(made: etree._Element, part: Part, out: Output, *, plain: bool) -> None:
    """The letter of a part and what stands beside it."""
    letter, title = part.letter, part.title
    if not letter and not title:
        return
    holder = etree.SubElement(made, akn("p"))
    if letter:
        number = etree.SubElement(holder, akn("docNumber"))
        number.set("refersTo", "#letter")
        (number if plain else bold(number)).text = letter
    if title:
        beside = etree.SubElement(holder, akn("span"))
        beside.set(own("text"), "part-title")
        _fill(beside, title, out)


def component_head(parent: etree._Element, letter: str, title: Inlines, out: Output) -> None:
    """The preface of a part in a collection."""
    if not letter and not title:
        return
    holder = etree.SubElement(etree.SubElement(parent, akn("preface")), akn("p"))
    if letter:
        number = etree.SubElement(holder, akn("docNumber"))
        number.set("refersTo", "#letter")
        number.text = letter
    if title:
        _title(holder, title, "#resolutionTitle", out)


def _submission(made: etree._Element, origin: Submission, out: Output) -> None:
    """Who submits it, as in "Kenya and Qatar: draft resolution", or the line printed instead."""
    if origin.line:
        line = etree.SubElement(etree.SubElement(made, akn("p")), akn("docTitle"))
        line.set("refersTo", "sponsors")
        line.set(own("text"), "submission")
        _fill(line, origin.line, out)
    if origin.sponsors:
        line = etree.SubElement(etree.SubElement(made, akn("p")), akn("docTitle"))
        line.set("refersTo", "sponsors")
        line.set(PRESERVE, "preserve")
        _sponsors(line, origin.sponsors, out)
        append_text(line, out.profile.submitted())


def _sponsors(line: etree._Element, sponsors: tuple[Inlines, ...], out: Output) -> None:
    for place, sponsor in enumerate(sponsors):
        if place:
            last = place == len(sponsors) - 1
            append_text(line, out.profile.list_end if last else out.profile.list_separator)
        name = etree.SubElement(line, akn("docProponent"))
        name.set(own("text"), "sponsor")
        write_inlines(name, sponsor, out)
