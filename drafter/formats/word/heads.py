"""Running heads and feet: symbol and title, page numbers, job number with bar code, QR code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from urllib.parse import quote

import segno
from docx.opc.part import XmlPart

from drafter.formats.word.barcode import modules, png
from drafter.formats.word.drawing import Picture, inline_picture, placed_picture
from drafter.formats.word.runs import plain, runs
from drafter.formats.word.skeleton import field_bookmark
from drafter.formats.word.writing import Line, Spot, Writing
from drafter.formats.word.xml import Element, w, words
from drafter.model import Break, Inline, Inlines, Link, Note, NoteMark, Text, map_inlines

_SITE = "https://undocs.org/"
"""The United Nations' own short address of a document: this and its symbol."""


def odd_head(writing: Writing, _part: XmlPart) -> list[Element]:
    """Right-hand pages from the third on: title inside, symbol outside, at the right."""
    return _head(writing, [_title(writing, "left"), _symbol(writing, "right")])


def even_head(writing: Writing, _part: XmlPart) -> list[Element]:
    """Left-hand pages: symbol outside, at the left."""
    return _head(writing, [_symbol(writing, "left"), _title(writing, "right")])


def odd_foot(writing: Writing, _part: XmlPart) -> list[Element]:
    """Right-hand pages: job number inside, page number at the right."""
    return _foot(writing, [_job(writing, "left"), _page(writing, "right")])


def even_foot(writing: Writing, _part: XmlPart) -> list[Element]:
    """Left-hand pages: page number at the left."""
    return _foot(writing, [_page(writing, "left"), _job(writing, "right")])


def first_foot(writing: Writing, part: XmlPart) -> list[Element]:
    """The first page's foot: job number, its bar code, and the QR code of the document's page."""
    job = writing.resolution.masthead.job_number
    number = writing.mark(field_bookmark("job_number"), [plain(job, writing)]) if job else []
    ending = f" ({writing.language.job_suffix})" if writing.layout.running.job_suffix else ""
    suffix = [plain(ending, writing)] if job and not _has_suffix(job) and ending else []
    lines = (
        Line("JobNumber", (*_qr_code(writing, part), *number, *suffix)),
        Line("BarCode", tuple(_bar_code(writing, part))),
    )
    return [line.element(rtl=writing.rtl) for line in lines]


def grid(columns: Sequence[int], rows: Iterable[Element], *, rtl: bool, rule: int = 0) -> Element:
    """A table of fixed columns without padding, with a rule under it if asked."""
    borders = w("tblBorders", w("bottom", val="single", sz=rule, space=0, color="000000"))
    properties = w(
        "tblPr",
        w("bidiVisual") if rtl else None,
        w("tblW", w=sum(columns), type="dxa"),
        borders if rule else None,
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa")),
        w("tblLook", val="0000"),
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=c) for c in columns)), *rows)


def status(writing: Writing) -> Line:
    """What the copy says of itself ("Draft 3"): bold, no part of the text, so never read back."""
    said = writing.options.status
    bold = w("rPr", w("b"), w("bCs"), w("rtl") if writing.rtl else None)
    return Line("ReleaseDate", (w("r", bold, words(said)),) if said else ())


def _head(writing: Writing, lines: list[Line]) -> list[Element]:
    look = writing.layout.running
    height = w("trPr", w("trHeight", val=look.row, hRule="exact"))
    row = w("tr", height, *_cells(writing, lines, align="bottom"))
    table = grid(look.columns, [row], rtl=writing.rtl, rule=look.rule)
    said = status(writing).content
    return [table, Line("HeaderEnd", said).element(rtl=writing.rtl)]


def _foot(writing: Writing, lines: list[Line]) -> list[Element]:
    row = w("tr", *_cells(writing, lines, align="top"))
    table = grid(writing.layout.running.columns, [row], rtl=writing.rtl)
    return [table, Line("FooterEnd").element(rtl=writing.rtl)]


def _cells(writing: Writing, lines: list[Line], align: str) -> list[Element]:
    return [
        w(
            "tc",
            w("tcPr", w("tcW", w=width, type="dxa"), w("vAlign", val=align)),
            line.element(rtl=writing.rtl),
        )
        for width, line in zip(writing.layout.running.columns, lines, strict=True)
    ]


def _symbol(writing: Writing, side: str) -> Line:
    symbol = writing.resolution.masthead.symbol
    return _line("HeaderSymbol", [plain(symbol, writing)] if symbol else [], side)


def _title(writing: Writing, side: str) -> Line:
    """The title on one line; only adopted texts carry it (un-conventions, 2.4)."""
    if writing.is_draft or not writing.layout.running.title:
        return _line("HeaderTitle", [], side)
    title = map_inlines(writing.resolution.title, _head_words)
    return _line("HeaderTitle", runs(title, writing, Spot(writing.document)), side)


def _head_words(inline: Inline) -> Inlines:
    """A running head has no notes and no links, and its lines break where they must."""
    match inline:
        case Note() | NoteMark():
            return ()
        case Break():
            return (Text(" "),)
        case Link(body=body):
            return body
        case _:
            return (inline,)


def _line(style: str, content: list[Element], side: str) -> Line:
    line = Line(style, tuple(content))
    return line.aligned("right") if side == "right" else line


def _page(writing: Writing, side: str) -> Line:
    content = [_field("PAGE", "2")]
    if writing.layout.running.pages:
        content += [w("r", words("/")), _field("NUMPAGES", "2")]
    return _line("PageNumber", content, side)


def _field(name: str, cached: str) -> Element:
    return w("fldSimple", w("r", words(cached)), instr=f" {name} ")


def _job(writing: Writing, side: str) -> Line:
    job = writing.resolution.masthead.job_number if writing.layout.running.job else ""
    job = job.rpartition(" ")[0] if _has_suffix(job) else job
    return _line("FooterJobNumber", [plain(job, writing)] if job else [], side)


def _has_suffix(job: str) -> bool:
    """Whether a job number already ends with its language, as in "23-24973 (E)"."""
    return job.endswith(")") and " (" in job


def _bar_code(writing: Writing, part: XmlPart) -> list[Element]:
    job = writing.resolution.masthead.job_number.partition(" (")[0]
    digits = "".join(sign for sign in job if sign.isascii() and sign.isalnum())
    size = writing.layout.running.barcode
    if not digits or not all(size):
        return []
    picture = Picture(png(modules(digits)), size, f"*{digits}*")
    return [inline_picture(picture, part, writing)]


def _qr_code(writing: Writing, part: XmlPart) -> list[Element]:
    symbol = writing.resolution.masthead.symbol
    look = writing.layout.running
    if not symbol or not all(look.qr):
        return []
    address = _SITE + quote(symbol)
    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="png", scale=6, border=0)
    place = _mirrored(writing) if writing.rtl else look.qr_place
    return [placed_picture(Picture(drawn.getvalue(), look.qr, address), place, part, writing)]


def _mirrored(writing: Writing) -> tuple[int, int]:
    """The place of the QR code on a sheet that is read from right to left."""
    look = writing.layout.running
    left, top = look.qr_place
    return writing.layout.page.width - left - look.qr[0], top
