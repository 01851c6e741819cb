"""Texts as files from elsewhere: written, our own marks taken out, and read back."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from drafter.formats.registry import FORMATS
from drafter.model import Resolution

ROADS = ("", ".txt", "typed", "auto")
"""A value, a text, a Word file with typed numbers, one with automatic numbers."""
_OURS = re.compile(rb"<w:bookmark(Start|End)\b[^>]*/>")
_CUSTOM = re.compile(rb"<Relationship [^>]*customXml[^>]*/>|<Override [^>]*/customXml/[^>]*/>")


def arrive(resolution: Resolution, road: str) -> Resolution:
    """The resolution as another program's file would bring it."""
    if not road:
        return resolution
    form = FORMATS[".txt" if road == ".txt" else ".docx"]
    if road == ".txt":
        return form.read(form.write(resolution)).value
    return form.read(stripped(form.write(resolution, numbering=road))).value


def stripped(data: bytes) -> bytes:
    """A Word file without the skeleton and the bookmarks that tell whose paragraph is whose."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name.startswith("customXml"):
                continue
            part = old.read(name)
            if name.endswith((".xml", ".rels")):
                part = _CUSTOM.sub(b"", _OURS.sub(b"", part))
            new.writestr(name, part)
    return out.getvalue()
