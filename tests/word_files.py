"""Small Word files for tests, made of raw XML: every part can be given, left out or broken."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def part(tag: str, content: str) -> str:
    """A Word part: its root element with the namespaces that tests use."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{tag} {_NAMES}>{content}</w:{tag}>'


def p(content: str = "", style: str = "", properties: str = "") -> str:
    """A paragraph; content without "<" is one run of text."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = content if "<" in content or not content else r(content)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run; a tab or line end in its text is a tab or break."""
    words = "".join(_sign(piece) for piece in _pieces(text))
    return f"<w:r><w:rPr>{properties}</w:rPr>{words}</w:r>"


def i(text: str) -> str:
    """An italic run."""
    return r(text, "<w:i/>")


def call(note: int, kind: str = "footnote") -> str:
    """A run that calls a note."""
    return f'<w:r><w:{kind}Reference w:id="{note}"/></w:r>'


def notes(kind: str, *texts: str) -> str:
    """A part of footnotes or endnotes with ids from 1; each text is a run or raw runs."""
    mark = f"<w:r><w:{kind}Ref/></w:r>"
    inside = "".join(
        f'<w:{kind} w:id="{n}">{p(mark + (t if "<" in t else r(" " + t)))}</w:{kind}>'
        for n, t in enumerate(texts, 1)
    )
    rule = f'<w:{kind} w:type="separator" w:id="0">{p("<w:r><w:separator/></w:r>")}</w:{kind}>'
    return part(f"{kind}s", rule + inside)


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def row(*cells: str) -> str:
    """A row of cells; a cell without "<" is a paragraph of text."""
    inside = "".join(f"<w:tc>{c if '<' in c else p(c)}</w:tc>" for c in cells)
    return f"<w:tr>{inside}</w:tr>"


def word_file(
    *body: str, parts: Mapping[str, str] | None = None, links: Mapping[str, str] | None = None
) -> bytes:
    """A Word file with this body.

    `parts` are further parts by name ("footnotes", "numbering" ...) with their XML, `links` the
    external addresses of the main part by relationship id.
    """
    given = dict(parts or {})
    related = "".join(
        f'<Relationship Id="rel{n}" Type="{R}/{name}" Target="{name}.xml"/>'
        for n, name in enumerate(given)
    ) + "".join(
        f'<Relationship Id="{id_}" Type="{R}/hyperlink" Target="{href}" TargetMode="External"/>'
        for id_, href in (links or {}).items()
    )
    files = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(
            f'<Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": part("document", f"<w:body>{''.join(body)}</w:body>"),
        "word/_rels/document.xml.rels": relationships(related),
    }
    return zipped(files | {f"word/{name}.xml": xml for name, xml in given.items()})


def content_types(main: str = MAIN) -> str:
    """The list of content types."""
    return (
        f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )


def relationships(inside: str) -> str:
    """A part of relationships."""
    return f'<Relationships xmlns="{RELS}">{inside}</Relationships>'


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A zip file of these files."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def changed(data: bytes, name: str, old: str, new: str) -> bytes:
    """A Word file with words of one part replaced, as an editor would."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        files = {each: archive.read(each) for each in archive.namelist()}
    text = files[name].decode("utf-8")
    if old not in text:
        raise ValueError(f"{name} has no {old!r}")
    return zipped(files | {name: text.replace(old, new).encode("utf-8")})


def _pieces(text: str) -> list[str]:
    pieces = [""]
    for sign in text:
        if sign in "\t\n":
            pieces += [sign, ""]
        else:
            pieces[-1] += sign
    return [piece for piece in pieces if piece]


def _sign(piece: str) -> str:
    if piece == "\t":
        return "<w:tab/>"
    if piece == "\n":
        return "<w:br/>"
    escaped = piece.replace("&", "&amp;").replace("<", "&lt;")
    return f'<w:t xml:space="preserve">{escaped}</w:t>'
