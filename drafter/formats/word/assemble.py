"""The package: parts with their relationships, and a zip file that is the same every time.

python-docx's package classes carry parts and relationships; its zip writer stamps the present time,
so the zip is written again here with the one date that zip files begin with.
"""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import Any, cast

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.pkgwriter import PackageWriter
from lxml import etree

from drafter.formats.word.xml import Element, node, root

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEADER = f"{_WORD}.header+xml"
FOOTER = f"{_WORD}.footer+xml"
FOOTNOTES = f"{_WORD}.footnotes+xml"
_DATA_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Data:
    """A custom part of ours: its number and namespace, and a name that no other part has.

    The names are fixed, because nothing in a file may differ between two runs.
    """

    number: int
    namespace: str
    name: str


DATA = Data(1, "urn:drafter:document:1", "{9F0C6B52-3D0E-5B0B-8A55-64D2B8A1C0E1}")
FORMER = Data(2, "urn:drafter:former:1", "{5B7E2C1A-84D6-5F3E-9C21-0D3A7E6F4B92}")
"""The skeleton of the text, and in a comparison that of the old text."""


def document_part(package: OpcPackage) -> XmlPart:
    """The empty main part, related to the package."""
    element = root("w:document", "w", "r", "mc", "wp", "a", "pic", "wps", "v", "o")
    part = _xml("/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, element, package)
    package.relate_to(part, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    return part


def add(
    main: XmlPart, name: str, kind: str, content_type: str, element: Element
) -> tuple[XmlPart, str]:
    """A part beside the main one; returns it and the relationship's id."""
    part = _xml(f"/word/{name}", content_type, element, main.package)
    return part, main.relate_to(part, kind)


def add_properties(package: OpcPackage, core: Element, extended: Element) -> None:
    """The document's properties."""
    parts = (
        (
            "/docProps/core.xml",
            CONTENT_TYPE.OPC_CORE_PROPERTIES,
            core,
            RELATIONSHIP_TYPE.CORE_PROPERTIES,
        ),
        (
            "/docProps/app.xml",
            CONTENT_TYPE.OFC_EXTENDED_PROPERTIES,
            extended,
            RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
        ),
    )
    for name, content_type, element, kind in parts:
        package.relate_to(_xml(name, content_type, element, package), kind)


def add_data(main: XmlPart, part: Data, content: Any) -> None:
    """A skeleton, as a custom part that Word keeps and shows to nobody."""
    namespaces: Any = {None: part.namespace}  # lxml's stubs do not know a default namespace
    holder = etree.Element(f"{{{part.namespace}}}document", nsmap=namespaces)
    holder.text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    name = f"/customXml/item{part.number}.xml"
    data = _xml(name, CONTENT_TYPE.XML, holder, main.package)
    schema = node("ds:schemaRef", {"ds:uri": part.namespace})
    item = node("ds:datastoreItem", {"ds:itemID": part.name}, node("ds:schemaRefs", None, schema))
    name = f"/customXml/itemProps{part.number}.xml"
    properties = _xml(name, _DATA_PROPERTIES, item, main.package)
    data.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    main.relate_to(data, RELATIONSHIP_TYPE.CUSTOM_XML)


def packed(package: OpcPackage) -> bytes:
    """The package as a zip file, byte for byte the same for the same parts."""
    loose = BytesIO()
    parts: list[Part] = list(package.iter_parts())
    writer: Any = PackageWriter  # python-docx says no types here
    writer.write(loose, package.rels, parts)
    out = BytesIO()
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name), compresslevel=6)
    return out.getvalue()


def _xml(name: str, content_type: str, element: Element, package: OpcPackage) -> XmlPart:
    made: Any = XmlPart  # python-docx asks for its own subclasses and uses nothing of them
    return cast("XmlPart", made(PackURI(name), content_type, element, package))
