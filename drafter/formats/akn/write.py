"""A resolution to AKN4UN: valid Akoma Ntoso 3.0 in the form of the official files.

What the standard has no word for (roles, overrides, kept metadata) stands in attributes and
elements of our own namespace, where the standard allows foreign ones; see docs/formats/akn.md.
"""

from __future__ import annotations

from lxml import etree

from drafter import resources
from drafter.errors import Unsupported
from drafter.formats.akn.names import PREFIXES, akn, local, own
from drafter.formats.akn.output import Output
from drafter.formats.akn.write_annexes import attachments
from drafter.formats.akn.write_body import Mark, body, marked
from drafter.formats.akn.write_closing import closing, in_annex
from drafter.formats.akn.write_components import is_collection, split
from drafter.formats.akn.write_cover import component_head, cover, preface
from drafter.formats.akn.write_ids import name_elements
from drafter.formats.akn.write_inline import paragraph, write_inlines
from drafter.formats.akn.write_meta import (
    RANKS,
    analysis,
    element,
    identification,
    in_order,
    kept,
    part_meta,
    presentation,
    proprietary,
)
from drafter.formats.akn.write_preamble import preamble
from drafter.formats.akn.write_values import differing
from drafter.model import (
    Block,
    DocumentKind,
    Inlines,
    Paragraph,
    Part,
    Resolution,
    Role,
    Style,
)
from drafter.numbering import number

_NAMES = {
    DocumentKind.DRAFT: "draftResolution",
    DocumentKind.RESOLUTION: "resolution",
    DocumentKind.DECISION: "decision",
    DocumentKind.STATEMENT: "presidentialStatement",
}


def write(resolution: Resolution) -> bytes:
    """The resolution as AKN4UN XML in UTF-8; the same value gives the same bytes."""
    out = _output(resolution)
    root = etree.Element(akn("akomaNtoso"), nsmap=PREFIXES)
    if is_collection(resolution):
        _collection(root, resolution, out)
    else:
        _statement(root, resolution, out)
    name_elements(root)
    _indent(root, 0)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _output(resolution: Resolution) -> Output:
    try:
        profile = resources.language(resolution.language)
    except Unsupported:
        profile = resources.language("en")
    organ = resolution.masthead.organ
    known = organ in resources.names("organs")
    single = known and resources.organ(organ).single_operative
    numbering = number(resolution, profile.numbering(single_operative=single))
    return Output(profile, numbering, _opening(resolution, profile.opening))


def _opening(resolution: Resolution, usual: tuple[Style, ...]) -> tuple[Style, ...]:
    """The look of opening words: what the source's metadata say, else the language's."""
    for opaque in resolution.meta:
        words = dict(opaque.attributes).get("style", "").split()
        if opaque.name == "opening" and set(words) <= {"bold", "italic"} and words:
            return tuple(Style(word) for word in words)
    return usual


_MIXED = frozenset(
    ("p", "num", "heading", "subheading", "crossHeading", "listIntroduction", "listWrapUp", "block")
)
"""Elements whose content is text: no white space may be added inside them."""


def _indent(element: etree._Element, depth: int) -> None:
    """White space between elements, where no text stands."""
    if not len(element) or local(element) in _MIXED or element.tag == own("kept"):
        return
    if element.text or any(inner.tail for inner in element):
        return
    element.text = "\n" + "  " * (depth + 1)
    for inner in element:
        inner.tail = "\n" + "  " * (depth + 1)
        _indent(inner, depth + 1)
    element[-1].tail = "\n" + "  " * depth


def _comments(root: etree._Element, resolution: Resolution) -> None:
    for opaque in in_order(resolution.meta)[0]:
        if opaque.name == "comment":
            root.append(etree.Comment(opaque.text))


def _statement(root: etree._Element, resolution: Resolution, out: Output) -> None:
    _comments(root, resolution)
    made = etree.SubElement(root, akn("statement"))
    made.set("name", _NAMES[resolution.kind])
    _head(made, resolution, out)
    statement = resolution.kind is DocumentKind.STATEMENT
    title = resolution.title if statement else ()
    _text(made, resolution.parts[0], out, title, annexed=bool(resolution.annexes))
    attachments(made, resolution, "", out)
    _components(made, resolution.parts[0], resolution, out)


def _head(made: etree._Element, resolution: Resolution, out: Output) -> None:
    """Metadata, cover page and preface."""
    meta = etree.SubElement(made, akn("meta"))
    page = cover(made, resolution, out)
    front = preface(made, resolution, out)
    _meta(meta, resolution, differing(page, front, resolution, out))


def _meta(meta: etree._Element, resolution: Resolution, values: dict[str, str]) -> None:
    """The kept metadata in the order of the standard, the votes, and what is ours."""
    masthead = resolution.masthead
    known, ours = in_order(resolution.meta)
    names = [opaque.name for opaque in known]
    made: list[str] = []
    if "identification" not in names:
        identification(meta, resolution)
        made.append("identification")
    for opaque in known:
        if opaque.name != "comment":
            element(meta, opaque, masthead.job_number)
    analysis(meta, resolution)
    if "presentation" not in names and masthead.job_number:
        presentation(meta, masthead.job_number)
        made.append("presentation")
    proprietary(meta, ours, values, made)
    for opaque in () if is_collection(resolution) else resolution.parts[0].meta:
        kept(meta[-1], opaque)
        meta[-1][-1].set("of", "part")
    _sort(meta)


def _sort(meta: etree._Element) -> None:
    ranked = sorted(meta, key=lambda inner: _RANKS[local(inner)])
    for inner in ranked:
        meta.append(inner)


_RANKS = {**RANKS, "proprietary": RANKS["notes"]}


def _text(
    made: etree._Element, part: Part, out: Output, title: Inlines = (), *, annexed: bool = False
) -> None:
    """Preamble, body and closing lines of a part; a statement's title stands in its body."""
    if part.enacting or part.preamble:
        holder = etree.SubElement(made, akn("preamble"))
        if part.enacting:
            formula(holder, part.enacting, out)
        preamble(holder, part.preamble, out)
    main = etree.SubElement(made, akn("mainBody"))
    if title:
        line = etree.SubElement(etree.SubElement(main, akn("p")), akn("docTitle"))
        line.set("refersTo", "#title1")
        line.set(own("text"), "title")
        write_inlines(line, title, out)
    body(main, split(part)[0], out)
    if not len(main):
        etree.SubElement(main, akn("p"))
    if not (in_annex(part) and annexed):
        closing(made, part, out)


def formula(holder: etree._Element, enacting: Inlines, out: Output) -> None:
    """The enacting line."""
    made = etree.SubElement(holder, akn("formula"))
    made.set("name", "enactingFormula")
    paragraph(made, enacting, out).set(own("text"), "enacting")


def _components(made: etree._Element, part: Part, resolution: Resolution, out: Output) -> None:
    """Draft resolutions recommended to another organ, in the form of files of 2021."""
    found = split(part)[1]
    if not found:
        return
    holder = etree.SubElement(made, akn("components"))
    metas = [opaque for opaque in resolution.meta if opaque.name == "component"]
    for place, block in enumerate(found):
        component = marked(holder, "component", Mark(block.id, "embedded", None, block.meta))
        inner = etree.SubElement(component, akn("statement"))
        inner.set("name", "draft resolution")
        own_meta = metas[place].children if place < len(metas) else ()
        part_meta(etree.SubElement(inner, akn("meta")), own_meta, resolution, "component")
        first = next(
            (n for n, b in enumerate(block.blocks) if not _preambular(b)), len(block.blocks)
        )
        draft = Part("", (), block.enacting, block.blocks[:first], block.blocks[first:])
        _text(inner, draft, out)
        attachments(inner, resolution, f"component {place}", out)


def _preambular(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.PREAMBULAR


def _collection(root: etree._Element, resolution: Resolution, out: Output) -> None:
    """Parts A, B: a collection that refers to them, and the parts as components."""
    _comments(root, resolution)
    made = etree.SubElement(root, akn("documentCollection"))
    made.set("name", "publication")
    _head(made, resolution, out)
    listed = etree.SubElement(made, akn("collectionBody"))
    attachments(made, resolution, "", out)
    holder = etree.SubElement(root, akn("components"))
    for place, part in enumerate(resolution.parts):
        reference = etree.SubElement(etree.SubElement(listed, akn("component")), akn("documentRef"))
        reference.set("href", f"#comp_{place}")
        reference.set("showAs", f"Resolution {part.letter}".strip())
        component = etree.SubElement(holder, akn("component"))
        component.set("eId", f"comp_{place}")
        _part(component, part, place, resolution, out)


def _part(
    component: etree._Element, part: Part, place: int, resolution: Resolution, out: Output
) -> None:
    made = etree.SubElement(component, akn("statement"))
    made.set("name", _NAMES[resolution.kind])
    part_meta(etree.SubElement(made, akn("meta")), part.meta, resolution, part.letter)
    component_head(made, part.letter, part.title, out)
    last = place == len(resolution.parts) - 1
    _text(made, part, out, annexed=last and bool(resolution.annexes))
    attachments(made, resolution, f"part {place}", out)
