"""The masthead: the first page's head, a table of two rows with a rule under each."""

from __future__ import annotations

from docx.opc.part import XmlPart

from drafter.formats.word.drawing import Picture, inline_picture
from drafter.formats.word.heads import grid, status
from drafter.formats.word.read_fields import printed
from drafter.formats.word.runs import plain
from drafter.formats.word.skeleton import field_bookmark
from drafter.formats.word.tables import border
from drafter.formats.word.writing import Line, Writing
from drafter.formats.word.xml import Element, measure, w, words

SHOWN = (
    "organ",
    "symbol",
    "distribution",
    "date",
    "session",
    "committee",
    "job_number",
    "number",
    "letter",
)
"""Fields that every layout prints; drafts print their original language too."""


def shown(writing: Writing) -> frozenset[str]:
    """The names of the masthead's fields that stand on the page."""
    return frozenset((*SHOWN, "original") if writing.is_draft else SHOWN)


def masthead(writing: Writing, part: XmlPart) -> list[Element]:
    """The table and the narrow paragraph under it that a head must end with."""
    rows = [_upper(writing), _lower(writing, part)]
    columns = writing.layout.masthead.columns
    end = Line("MastheadEnd").element(rtl=writing.rtl)
    return [grid(columns, rows, rtl=writing.rtl), end]


def _upper(writing: Writing) -> Element:
    """Name of the Organization, and the symbol with its first letters large."""
    first, name, gap, *rest = writing.layout.masthead.columns
    united = plain(writing.language.phrases["united-nations"], writing)
    cells = (
        (first, 1, [Line("Header")]),
        (name, 1, [Line("UnitedNations", (united,))]),
        (gap, 1, [Line("Header")]),
        (sum(rest), len(rest), [Line("DocumentSymbol", tuple(_symbol(writing)))]),
    )
    return _table_row(writing, 0, cells, "bottom")


def _symbol(writing: Writing) -> list[Element]:
    symbol = writing.resolution.masthead.symbol
    if not symbol:
        return []
    head, slash, tail = symbol.partition("/")
    small = slash + tail
    large = [_lowered(head, writing, "SymbolLetter")] if head else []
    rest = [_lowered(small, writing)] if small else []
    return writing.mark(field_bookmark("symbol"), [*large, *rest])


def _lowered(text: str, writing: Writing, style: str = "") -> Element:
    """A run set lower, directly: a position in a style makes LibreOffice shrink the text."""
    properties = (
        measure("rStyle", style),
        w("position", val=writing.layout.masthead.lowered),
        w("rtl") if writing.rtl else None,
    )
    return w("r", w("rPr", *properties), words(text))


def _lower(writing: Writing, part: XmlPart) -> Element:
    """Emblem, organ, and the block of distribution, date and original language."""
    first, name, gap, middle, gap2, last = writing.layout.masthead.columns
    cells = (
        (first, 1, [Line("EmblemPlace", tuple(_emblem(writing, part)))]),
        (name + gap + middle, 3, [_field(writing, "XLarge", "organ")]),
        (gap2, 1, [Line("Header")]),
        (last, 1, _publication(writing)),
    )
    return _table_row(writing, 1, cells, "top")


def _emblem(writing: Writing, part: XmlPart) -> list[Element]:
    if writing.options.emblem is None:
        return []
    picture = Picture(writing.options.emblem, writing.layout.masthead.emblem, "Emblem")
    return [inline_picture(picture, part, writing)]


def _publication(writing: Writing) -> list[Line]:
    fields = [("Publication", "distribution"), ("ReleaseDate", "date")]
    if writing.is_draft:
        fields.append(("Original", "original"))
    lines = [_field(writing, *field) for field in fields]
    return [line for line in (*lines, status(writing)) if line.content] or [Line("Publication")]


def _field(writing: Writing, style: str, name: str) -> Line:
    """A field of the masthead as it is printed; a line without content where it is empty."""
    value = getattr(writing.resolution.masthead, name)
    words = printed(name, value, writing.language)
    content = writing.mark(field_bookmark(name), [plain(words, writing)]) if words else []
    return Line(style, tuple(content))


def _table_row(
    writing: Writing, number: int, cells: tuple[tuple[int, int, list[Line]], ...], align: str
) -> Element:
    look = writing.layout.masthead
    return w(
        "tr",
        w("trPr", w("trHeight", val=look.rows[number], hRule="exact")),
        *(_table_cell(writing, cell, look.rules[number], align) for cell in cells),
    )


def _table_cell(
    writing: Writing, cell: tuple[int, int, list[Line]], rule: int, align: str
) -> Element:
    width, columns, lines = cell
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=columns) if columns > 1 else None,
        w("tcBorders", border("bottom", rule)),
        w("vAlign", val=align),
    )
    return w("tc", properties, *(line.element(rtl=writing.rtl) for line in lines))
