"""A resolution as a Word file in the layout of the United Nations."""

from __future__ import annotations

from functools import cache

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage

from drafter import resources
from drafter.errors import Unsupported
from drafter.formats.word import assemble, heads, skeleton
from drafter.formats.word.body import body
from drafter.formats.word.list_part import list_part
from drafter.formats.word.lists import Lists, lists_of
from drafter.formats.word.masthead import masthead, shown
from drafter.formats.word.notes import separators
from drafter.formats.word.options import DEFAULTS, LabelMode, WordOptions
from drafter.formats.word.proof import prove
from drafter.formats.word.read_fields import profile_of
from drafter.formats.word.settings import (
    core_properties,
    extended_properties,
    font_table,
    settings,
)
from drafter.formats.word.styles import styles
from drafter.formats.word.writing import Writing
from drafter.formats.word.xml import Element, node, root, w
from drafter.model import Resolution
from drafter.numbering import number
from drafter.profiles import LayoutProfile, OrganProfile

_HEADS = (
    ("header1.xml", "w:hdr", "headerReference", "default", heads.odd_head),
    ("header2.xml", "w:hdr", "headerReference", "even", heads.even_head),
    ("header3.xml", "w:hdr", "headerReference", "first", masthead),
    ("footer1.xml", "w:ftr", "footerReference", "default", heads.odd_foot),
    ("footer2.xml", "w:ftr", "footerReference", "even", heads.even_foot),
    ("footer3.xml", "w:ftr", "footerReference", "first", heads.first_foot),
)


def write(resolution: Resolution, options: WordOptions = DEFAULTS) -> bytes:
    """The bytes of a `.docx` file; the same value and options give the same bytes.

    The file is read back before it is handed out.

    Raises:
        Unsupported: no profile for the language or layout, or an emblem that is no picture.
        Refused: the file does not read back as the same value.
    """
    data = assemble.packed(compose(resolution, options).document.package)
    prove(resolution, data)
    return data


def compose(resolution: Resolution, options: WordOptions = DEFAULTS) -> Writing:
    """A whole file that is not packed yet, so that it can be carried on.

    Raises:
        Unsupported: as `write`.
    """
    writing = begin(resolution, options)
    _fill(writing)
    return writing


def begin(resolution: Resolution, options: WordOptions) -> Writing:
    """An empty file with the profiles that the resolution and the options ask for."""
    package = OpcPackage()
    document = assemble.document_part(package)
    layout = layout_of(resolution, options)
    language = profile_of(resolution.language)
    organ = organ_of(resolution)
    scheme = language.numbering(single_operative=organ.single_operative if organ else False)
    notes = root("w:footnotes", "w", "r")
    notes.extend(separators(layout))
    kind = RELATIONSHIP_TYPE.FOOTNOTES
    footnotes, _ = assemble.add(document, "footnotes.xml", kind, assemble.FOOTNOTES, notes)
    numbers = number(resolution, scheme)
    auto = options.numbering is LabelMode.AUTO
    lists = lists_of(resolution, numbers) if auto else Lists()
    return Writing(resolution, numbers, language, layout, options, document, footnotes, lists)


def organ_of(resolution: Resolution) -> OrganProfile | None:
    """The profile of the masthead's organ, if there is one."""
    try:
        return resources.organ(resolution.masthead.organ)
    except Unsupported:
        return None


def layout_of(resolution: Resolution, options: WordOptions) -> LayoutProfile:
    """The layout that was asked for, else the organ's; old documents take its earlier form."""
    if options.layout:
        return resources.layout(options.layout)
    organ = organ_of(resolution)
    layout = resources.layout(organ.layout if organ else "new-york")
    day = resolution.masthead.date
    if day and layout.since and layout.earlier and day < layout.since:
        return resources.layout(layout.earlier)
    return layout


def _fill(writing: Writing) -> None:
    document = writing.document
    _supporting(writing)
    section = _section(writing)
    document.element.append(w("body", *body(writing), section))
    package = document.package
    assemble.add_properties(package, core_properties(writing), extended_properties())
    kept = skeleton.strip(writing.resolution, shown(writing))
    assemble.add_data(document, assemble.DATA, kept)


def _supporting(writing: Writing) -> None:
    spacing = 2 if writing.options.double_spacing else 1
    look = _styles(writing.layout.name, writing.resolution.language, spacing)
    kinds, types = RELATIONSHIP_TYPE, CONTENT_TYPE
    for name, kind, content_type, element in (
        ("styles.xml", kinds.STYLES, types.WML_STYLES, look),
        ("settings.xml", kinds.SETTINGS, types.WML_SETTINGS, settings(writing)),
        ("fontTable.xml", kinds.FONT_TABLE, types.WML_FONT_TABLE, font_table(writing)),
    ):
        assemble.add(writing.document, name, kind, content_type, element)
    if writing.lists.lists:
        kind, content_type, element = kinds.NUMBERING, types.WML_NUMBERING, list_part(writing)
        assemble.add(writing.document, "numbering.xml", kind, content_type, element)


@cache
def _styles(layout: str, language: str, spacing: int) -> Element:
    """The styles of a layout and a language: made once, never changed, half the work of a file."""
    return styles(resources.layout(layout), profile_of(language), spacing)


def _section(writing: Writing) -> Element:
    """The one section: its heads and feet, the sheet and its margins."""
    page = writing.layout.page
    size = w("pgSz", w=page.width, h=page.height)
    margins = {"top": page.top, "right": page.right, "bottom": page.bottom, "left": page.left}
    margins |= {"header": page.header, "footer": page.footer, "gutter": 0}
    numbered = _line_numbers() if writing.options.line_numbers else None
    ending = (size, w("pgMar", **margins), numbered, w("cols", space=720), w("titlePg"))
    direction = w("bidi") if writing.rtl else None
    return w("sectPr", *_heads(writing), *ending, direction)


def _line_numbers() -> Element:
    """Numbers of lines in the margin, from 1 on every page, as the floor quotes them."""
    return w("lnNumType", countBy=1, restart="newPage")


def _heads(writing: Writing) -> list[Element]:
    references = []
    for name, tag, reference, page, make in _HEADS:
        header = reference == "headerReference"
        kind = RELATIONSHIP_TYPE.HEADER if header else RELATIONSHIP_TYPE.FOOTER
        content_type = assemble.HEADER if header else assemble.FOOTER
        element = root(tag, "w", "r", "wp", "a", "pic")
        part, rid = assemble.add(writing.document, name, kind, content_type, element)
        element.extend(make(writing, part))
        references.append(node(f"w:{reference}", {"w:type": page, "r:id": rid}))
    return references
