"""Annexes as attachments, each with its label and its title above its blocks."""

from __future__ import annotations

from itertools import takewhile

from lxml import etree

from drafter.formats.akn.names import akn, own
from drafter.formats.akn.output import Output
from drafter.formats.akn.write_body import CLASSES, Mark, body, marked
from drafter.formats.akn.write_closing import closing, in_annex
from drafter.formats.akn.write_components import is_collection, split
from drafter.formats.akn.write_inline import write_inlines
from drafter.formats.akn.write_meta import kept, part_meta
from drafter.model import Annex, Inlines, Note, Resolution


def attachments(parent: etree._Element, resolution: Resolution, owner: str, out: Output) -> None:
    """Append the annexes of a statement: `owner` is "", "part 0" or "component 0"."""
    owners = _owners(resolution)
    mine = [annex for annex in resolution.annexes if owners[annex.id] == owner]
    if not mine:
        return
    holder = etree.SubElement(parent, akn("attachments"))
    ours: etree._Element | None = None
    for annex in mine:
        if ours is None or not _joined(annex):
            document = etree.SubElement(etree.SubElement(holder, akn("attachment")), akn("doc"))
            document.set("name", "annex")
            meta = etree.SubElement(document, akn("meta"))
            ours = part_meta(meta, annex.meta, resolution, "annex")
            main = etree.SubElement(document, akn("mainBody"))
        else:
            for opaque in annex.meta:
                kept(ours, opaque)
                ours[-1].set("of", annex.id)
        _annex(main, annex, out)
        if annex is resolution.annexes[-1] and in_annex(resolution.parts[-1]):
            closing(document, resolution.parts[-1], out)


def _owners(resolution: Resolution) -> dict[str, str]:
    """Annex id to the statement it hangs on; an annex joined to another hangs where that does."""
    out: dict[str, str] = {}
    last = ""
    for annex in resolution.annexes:
        own_value = annex_value(annex, "of")
        last = last if _joined(annex) and out else own_value
        out[annex.id] = last if _exists(last, resolution) else ""
    return out


def _exists(owner: str, resolution: Resolution) -> bool:
    """Whether there is a statement of that name to hang an annex on."""
    kind, _, place = owner.partition(" ")
    if kind == "component" and len(resolution.parts) == 1:
        return place in {str(n) for n in range(len(split(resolution.parts[0])[1]))}
    return (
        kind == "part"
        and is_collection(resolution)
        and place in {str(n) for n in range(len(resolution.parts))}
    )


def annex_value(annex: Annex, name: str) -> str:
    """What the kept "attachment" of an annex says."""
    for opaque in annex.meta:
        if opaque.name == "attachment":
            return dict(opaque.attributes).get(name, "")
    return ""


def _joined(annex: Annex) -> bool:
    return annex_value(annex, "with") == "previous"


def _annex(main: etree._Element, annex: Annex, out: Output) -> None:
    made = marked(main, "paragraph", Mark(annex.id, "annex", annex.label))
    made.set("class", CLASSES[1])
    label = out.numbering.label(annex.id)
    beside, title = _parted(annex.title) if label else ((), annex.title)
    if label:
        line = etree.SubElement(made, akn("heading"))
        line.text = label
        line.set(own("text"), "number")
        if beside:
            notes = etree.SubElement(line, akn("span"))
            notes.set(own("text"), "beside")
            write_inlines(notes, beside, out)
    if title:
        line = etree.SubElement(made, akn("subheading"))
        line.set(own("text"), "title")
        write_inlines(line, title, out)
    body(main, annex.blocks, out)


def _parted(title: Inlines) -> tuple[Inlines, Inlines]:
    """The notes at the start of a title, which stand beside the label, and the rest."""
    notes = tuple(takewhile(lambda inline: isinstance(inline, Note), title))
    return notes, title[len(notes) :]
