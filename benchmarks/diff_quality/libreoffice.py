"""LibreOffice's own comparison, by a macro: the new file opened, the old one compared with it.

The result is a Word file with tracked changes. Found at run time: `soffice` on the path.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LIBRARIES = f"""{_HEAD}<!DOCTYPE library:libraries PUBLIC
 "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library"
 xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/"
  xlink:type="simple" library:link="false"/>
</library:libraries>
"""
_LIBRARY = f"""{_HEAD}<!DOCTYPE library:library PUBLIC
 "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Compare"/>
</library:library>
"""
_MODULE = f"""{_HEAD}<!DOCTYPE script:module PUBLIC
 "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Compare"
 script:language="StarBasic">
Sub Pair(place As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim former(0) As New com.sun.star.beans.PropertyValue
  former(0).Name = "URL"
  Dim word(0) As New com.sun.star.beans.PropertyValue
  word(0).Name = "FilterName"
  word(0).Value = "MS Word 2007 XML"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  new_url = ConvertToURL(place &amp; "-new.docx")
  document = StarDesktop.loadComponentFromURL(new_url, "_blank", 0, hidden())
  former(0).Value = ConvertToURL(place &amp; "-old.docx")
  frame = document.CurrentController.Frame
  dispatcher.executeDispatch(frame, ".uno:CompareDocuments", "", 0, former())
  document.storeToURL(ConvertToURL(place &amp; "-both.docx"), word())
  document.close(True)
End Sub
</script:module>
"""
_LIMIT = 120.0
_TRIES = 3
"""A program that is still ending takes the next call with it."""


def missing() -> str:
    """Why it cannot run; empty when it can."""
    return "" if shutil.which("soffice") else "soffice is not on the path"


def compared(pairs: Sequence[tuple[bytes, bytes]]) -> Iterator[bytes | None]:
    """The files with tracked changes; None for a pair of which LibreOffice made none."""
    with TemporaryDirectory(prefix="compare-") as name:
        folder = Path(name)
        profile = _profile(folder / "profile")
        for number, (old, new) in enumerate(pairs):
            place = folder / str(number)
            place.with_name(f"{number}-old.docx").write_bytes(old)
            place.with_name(f"{number}-new.docx").write_bytes(new)
            made = place.with_name(f"{number}-both.docx")
            for _ in range(_TRIES):
                if not made.is_file():
                    _run(f'macro:///Standard.Compare.Pair("{place}")', profile)
            yield made.read_bytes() if made.is_file() else None


def _run(what: str, profile: Path) -> None:
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", what]
    try:
        subprocess.run(command, capture_output=True, check=False, timeout=_LIMIT)
    except subprocess.TimeoutExpired:
        return  # no file was made, and the pair counts as not answered


def _profile(folder: Path) -> Path:
    _run("--terminate_after_init", folder)
    library = folder / "user" / "basic" / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    (library.parent / "script.xlc").write_text(_LIBRARIES, encoding="utf-8")
    (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    (library / "Compare.xba").write_text(_MODULE, encoding="utf-8")
    return folder
