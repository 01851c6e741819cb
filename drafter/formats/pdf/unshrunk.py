"""The Word file in the form that LibreOffice prints without shrinking the spaces of a line.

LibreOffice 25.2 shrinks spaces as Word does where a file's compatibility mode is 15, and with some
justified Arabic lines that hold no-break spaces it never ends. In mode 14 it shrinks
nothing, so that some lines break earlier than in Word. Only this copy is changed.
"""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

_SETTINGS = "word/settings.xml"
_SHRINKS = b'w:val="15"'
_SHRINKS_NOTHING = b'w:val="14"'


def unshrunk(document: bytes) -> bytes:
    """A Word file that drafter wrote, in compatibility mode 14."""
    out = BytesIO()
    with ZipFile(BytesIO(document)) as source, ZipFile(out, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == _SETTINGS:
                content = content.replace(_SHRINKS, _SHRINKS_NOTHING)
            target.writestr(entry, content)
    return out.getvalue()
