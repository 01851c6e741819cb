"""The zip package of a Word file, opened within bounds: nothing is extracted, nothing is fetched.

A hostile file must cost little: the zip's own list is checked before anything is unpacked, every
part is unpacked up to a limit, and XML is parsed without entities, network or document types.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

from drafter.errors import Malformed, Place, Unreadable

MOST_ENTRIES = 5_000
"""A Word file of a United Nations report has 40 to 130 parts."""
LARGEST_PART = 48 * 2**20
LARGEST_TOTAL = 192 * 2**20
"""Bytes unpacked; the largest real document.xml seen has 0.7 million."""
LARGEST_RATIO = 250
"""Unpacked to packed, for parts over a megabyte: text reaches about 60, a zip bomb 1,000."""
_MEGABYTE = 2**20

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument", _OFFICE.encode()),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/",
        b"http://schemas.openxmlformats.org/drawingml/2006/",
    ),
)
"""Names of ISO 29500 Strict and the usual ones they stand for."""
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DOCTYPES = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another, or to an address outside, which is never fetched."""

    id: str
    type: str
    target: str
    external: bool = False


@dataclass(slots=True)
class Package:
    """The parts of an opened file by name ("word/document.xml"); unpacked when asked for."""

    archive: zipfile.ZipFile
    entries: dict[str, zipfile.ZipInfo]
    types: dict[str, str] = field(default_factory=dict)
    unpacked: int = 0

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self.entries

    def part(self, name: str) -> bytes:
        """The bytes of a part; raises Unreadable when it is missing, too large or damaged."""
        entry = self.entries.get(name.casefold())
        if entry is None:
            raise Unreadable(f"the file has no part {name}", hint="open and save it in Word")
        data = _unpack(self.archive, entry)
        self.unpacked += len(data)
        if self.unpacked > LARGEST_TOTAL:
            raise _too_large("its parts together")
        return data

    def xml(self, name: str) -> etree._Element:
        """A part as XML; raises Malformed with line and column when it is not well formed."""
        return parse_xml(self.part(name), name)

    def related(self, name: str) -> dict[str, Relationship]:
        """The relationships of a part by their ids; none when the part has no list of them."""
        folder, base = posixpath.split(name)
        listing = posixpath.join(folder, "_rels", f"{base}.rels")
        if listing not in self:
            return {}
        found = _relationships(self.xml(listing), folder)
        return {one.id: one for one in found}

    def content_type(self, name: str) -> str:
        """The declared type of a part, by its name or by its suffix; "" when none is declared."""
        name = name.casefold()
        return self.types.get(f"/{name}") or self.types.get(name.rpartition(".")[2], "")


def open_package(data: bytes) -> Package:
    """Open the bytes of a Word file.

    Raises:
        Unreadable: no zip, damaged, encrypted, too large unpacked, odd names; the hint says what
            the file is where that can be told.
    """
    _refuse_others(data)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        entries = _entries(archive)
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
        raise Unreadable(
            "this is no Word file, or a damaged one", hint="open it in Word and save it again"
        ) from error
    package = Package(archive, entries)
    package.types = _content_types(package)
    return package


def main_part(package: Package) -> str:
    """The name of the main document part.

    Raises:
        Unreadable: the package is another kind of file (a spreadsheet, OpenDocument) or has no
            main part.
    """
    for one in package.related("").values():
        if one.type.endswith("/officeDocument") and not one.external:
            _check_main(package, one.target)
            return one.target
    raise Unreadable("this zip file is no Word document", hint="give a .docx file")


def parse_xml(data: bytes, name: str) -> etree._Element:
    """XML without document type, entities or network; raises Malformed or Unreadable."""
    if any(sign in data[:_MEGABYTE] for sign in _DOCTYPES):
        raise Unreadable(f"{name} declares a document type, which Word never does")
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise Malformed(
            f"{name} is not well-formed XML: {error.msg}",
            where=Place(line=line, column=column),
            hint="the file is damaged, or nested too deeply; open it in Word and save it again",
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(f"{name} declares a document type, which Word never does")
    return root


def _refuse_others(data: bytes) -> None:
    if not data:
        raise Unreadable("the file is empty")
    if data.startswith(_OLE):
        raise _ole(data)
    if data.startswith(b"{\\rtf"):
        raise Unreadable("this is a Rich Text file", hint="save it as .docx in Word")
    if data.startswith(b"%PDF"):
        raise Unreadable("this is a PDF file", hint="give the Word file it was made from")
    if len(data) > LARGEST_TOTAL:
        raise _too_large("it")


def _ole(data: bytes) -> Unreadable:
    """The old binary container holds .doc files and, encrypted, .docx files."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Unreadable(
            "this Word file is protected with a password",
            hint="open it in Word, take the password off (File, Info, Protect Document), save it",
        )
    if "WordDocument".encode("utf-16-le") in data:
        return Unreadable(
            "this is a Word 97-2003 file (.doc)",
            hint='open it in Word and save it as "Word Document (.docx)", or run '
            "soffice --convert-to docx",
        )
    return Unreadable(
        "this is an old Office file, not a Word document", hint="save it as .docx in Word"
    )


def _entries(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    listed = archive.infolist()
    if len(listed) > MOST_ENTRIES:
        raise Unreadable(f"the file has {len(listed)} parts; a Word file has some hundred at most")
    if sum(entry.file_size for entry in listed) > LARGEST_TOTAL:
        raise _too_large("its parts together")
    entries: dict[str, zipfile.ZipInfo] = {}
    for entry in listed:
        if entry.is_dir():
            continue
        _check_entry(entry)
        if entry.filename.casefold() in entries:
            raise Unreadable(f"the file has two parts named {entry.filename}")
        entries[entry.filename.casefold()] = entry
    return entries


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    if name.startswith("/") or "\\" in name or ".." in name.split("/"):
        raise Unreadable(f"the file has a part with the name {name!r}, which no Word file has")
    if entry.flag_bits & 0x1:
        raise Unreadable("the zip file is encrypted", hint="save it in Word without a password")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Unreadable(f"part {name} is packed in a way that Word does not use")
    if entry.file_size > LARGEST_PART:
        raise _too_large(f"part {name}")
    if entry.file_size > _MEGABYTE and entry.file_size > LARGEST_RATIO * entry.compress_size:
        raise _too_large(f"part {name}")


def _too_large(what: str) -> Unreadable:
    return Unreadable(
        f"the file is too large: {what} would unpack to more than drafter reads",
        hint="a real document of this size can be split; a zip bomb is best deleted",
    )


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """A part's bytes; the size that the zip states may be a lie, so the reading is bounded too."""
    try:
        with archive.open(entry) as source:
            data = source.read(min(entry.file_size, LARGEST_PART) + 1)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        OSError,
        RuntimeError,
        ValueError,  # offsets before the start of the file
    ) as error:
        raise Unreadable(
            f"part {entry.filename} is damaged", hint="get the file again, or save it anew in Word"
        ) from error
    if len(data) > entry.file_size:
        raise _too_large(f"part {entry.filename}")
    return data


def _content_types(package: Package) -> dict[str, str]:
    """Declared types: "/word/document.xml" or a suffix to its type; names in lower case."""
    name = "[Content_Types].xml"
    if name not in package:
        hint = "give a .docx file"
        if "mimetype" in package:
            hint = "this looks like an OpenDocument file; save it as .docx"
        raise Unreadable("this zip file is no Word document", hint=hint)
    types = {}
    for one in package.xml(name):
        if one.tag == f"{{{_CONTENT_TYPES}}}Override":
            types[str(one.get("PartName", "")).casefold()] = str(one.get("ContentType", ""))
        elif one.tag == f"{{{_CONTENT_TYPES}}}Default":
            types[str(one.get("Extension", "")).casefold()] = str(one.get("ContentType", ""))
    return types


def _check_main(package: Package, name: str) -> None:
    kind = package.content_type(name)
    if "word" not in kind or not kind.endswith(".main+xml"):
        shown = kind or "no declared type"
        raise Unreadable(
            f"the main part {name} is no Word document ({shown})", hint="give a .docx file"
        )


def _relationships(root: etree._Element, folder: str) -> Iterator[Relationship]:
    for one in root.iter(f"{{{_RELATIONSHIPS}}}Relationship"):
        target = str(one.get("Target", ""))
        external = one.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield Relationship(str(one.get("Id", "")), str(one.get("Type", "")), target, external)
