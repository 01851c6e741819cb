"""LibreOffice as a second opinion: it accepts or rejects the tracked changes of a Word file."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.external import require_program

_LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library"
 xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/"
  xlink:type="simple" library:link="false"/>
</library:libraries>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Changes"/>
</library:library>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes"
 script:language="StarBasic">
Sub Settle(source As String, target As String, what As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; what, "", 0, Array())
  Dim word(0) As New com.sun.star.beans.PropertyValue
  word(0).Name = "FilterName"
  word(0).Value = "MS Word 2007 XML"
  document.storeToURL(ConvertToURL(target), word())
  document.close(True)
End Sub
</script:module>
"""


def settled(document: Path, folder: Path, *, reject: bool) -> bytes:
    """The file as LibreOffice saves it after all changes were accepted or rejected."""
    soffice = require_program("soffice")
    profile = _profile(folder / "lo-macros", soffice)
    target = folder / f"{document.stem}-{'rejected' if reject else 'accepted'}.docx"
    what = "RejectAllTrackedChanges" if reject else "AcceptAllTrackedChanges"
    macro = f'macro:///Standard.Changes.Settle("{document}","{target}","{what}")'
    command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", macro]
    subprocess.run(command, capture_output=True, check=True, timeout=240)
    return target.read_bytes()


def _profile(folder: Path, soffice: str) -> Path:
    """A user profile that holds the macro; LibreOffice must have made it, or it is made anew."""
    library = folder / "user" / "basic" / "Standard"
    if not library.is_dir():
        command = [soffice, f"-env:UserInstallation={folder.as_uri()}", "--headless"]
        subprocess.run([*command, "--terminate_after_init"], check=True, timeout=240)
    (library.parent / "script.xlc").write_text(_LIBRARIES, encoding="utf-8")
    (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    (library / "Changes.xba").write_text(_MODULE, encoding="utf-8")
    return folder
