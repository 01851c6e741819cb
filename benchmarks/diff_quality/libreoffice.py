"""LibreOffice's own comparison, by a macro: the new file opened, the old one compared with it.

The result is a Word file with tracked changes. Found at run time: `soffice` on the path.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
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
Sub Pairs(folder As String, many As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim former(0) As New com.sun.star.beans.PropertyValue
  former(0).Name = "URL"
  Dim word(0) As New com.sun.star.beans.PropertyValue
  word(0).Name = "FilterName"
  word(0).Value = "MS Word 2007 XML"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  For k = 0 To CInt(many) - 1
    place = folder &amp; "/" &amp; k
    new_url = ConvertToURL(place &amp; "-new.docx")
    document = StarDesktop.loadComponentFromURL(new_url, "_blank", 0, hidden())
    former(0).Value = ConvertToURL(place &amp; "-old.docx")
    frame = document.CurrentController.Frame
    dispatcher.executeDispatch(frame, ".uno:CompareDocuments", "", 0, former())
    document.storeToURL(ConvertToURL(place &amp; "-both.docx"), word())
    document.close(True)
  Next
End Sub
</script:module>
"""
_START = 120.0
_EACH = 60.0


def missing() -> str:
    """Why it cannot run; empty when it can."""
    return "" if shutil.which("soffice") else "soffice is not on the path"


def compared(pairs: Sequence[tuple[bytes, bytes]]) -> list[bytes | None]:
    """The files with tracked changes; None for a pair of which LibreOffice made none."""
    with TemporaryDirectory(prefix="compare-") as name:
        folder = Path(name)
        for place, (old, new) in enumerate(pairs):
            (folder / f"{place}-old.docx").write_bytes(old)
            (folder / f"{place}-new.docx").write_bytes(new)
        macro = f'macro:///Standard.Compare.Pairs("{folder}","{len(pairs)}")'
        _run(macro, _profile(folder / "profile"), _START + _EACH * len(pairs))
        made = [folder / f"{place}-both.docx" for place in range(len(pairs))]
        return [path.read_bytes() if path.is_file() else None for path in made]


def _run(what: str, profile: Path, seconds: float) -> None:
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", what]
    try:
        subprocess.run(command, capture_output=True, check=False, timeout=seconds)
    except subprocess.TimeoutExpired:
        return  # the pairs that it has not made are counted as not answered


def _profile(folder: Path) -> Path:
    _run("--terminate_after_init", folder, _START)
    library = folder / "user" / "basic" / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    (library.parent / "script.xlc").write_text(_LIBRARIES, encoding="utf-8")
    (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    (library / "Compare.xba").write_text(_MODULE, encoding="utf-8")
    return folder
