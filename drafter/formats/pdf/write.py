"""A resolution as a PDF file: the Word file, printed by LibreOffice.

The one place where drafter starts another program. It runs without a window, with a profile of its
own that is thrown away, on a file that drafter has just written: no macro, no link to fetch.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from drafter.errors import Unsupported
from drafter.formats import word
from drafter.formats.pdf.unshrunk import unshrunk
from drafter.model import Resolution

PROGRAM = "DRAFTER_SOFFICE"
"""The environment variable that names LibreOffice where it is not found on the path."""
_NAMES = ("soffice", "libreoffice")
_LONGEST = 60
"""Seconds for one try. The longest official text, 80 pages, takes five; a first start takes ten."""
_NOWHERE = "http://127.0.0.1:9"
"""A proxy that answers nobody: whatever LibreOffice may want from the network, it does not get."""
_SHORT = 200


def write(resolution: Resolution, options: word.WordOptions | None = None) -> bytes:
    """The bytes of a `.pdf` file.

    Raises:
        Unsupported: there is no LibreOffice, or it does not print the file; else as the Word file.
        Refused: as the Word file.
    """
    program = find(os.environ)
    document = word.write(resolution, options or word.WordOptions())
    try:
        return _printed(program, document)
    except TimeoutError:
        return _printed_unshrunk(program, document)


def _printed_unshrunk(program: str, document: bytes) -> bytes:
    """The file printed with no line shrunk: LibreOffice 25.2 shrinks some Arabic ones for ever."""
    try:
        return _printed(program, unshrunk(document))
    except TimeoutError as error:
        raise Unsupported(
            f"LibreOffice did not finish within {2 * _LONGEST} seconds",
            hint="write a .docx file and print that",
        ) from error


def find(environment: Mapping[str, str]) -> str:
    """LibreOffice's program: the one that the environment names, else the first on the path.

    Raises:
        Unsupported: there is none.
    """
    named = environment.get(PROGRAM, "")
    path = environment.get("PATH", "")
    wanted = (named,) if named else _NAMES
    found = next(filter(None, (shutil.which(name, path=path) for name in wanted)), None)
    if found is None:
        missing = f"{PROGRAM} names {named}, which is no program" if named else ""
        raise Unsupported(
            missing or "PDF files are made by LibreOffice, which is not found here",
            hint=f"install LibreOffice (its Writer), or set {PROGRAM} to its program soffice",
        )
    return found


def _printed(program: str, document: bytes) -> bytes:
    with tempfile.TemporaryDirectory(prefix="drafter-") as folder:
        return _printed_in(Path(folder), program, document)


def _printed_in(folder: Path, program: str, document: bytes) -> bytes:
    source, target = folder / "document.docx", folder / "document.pdf"
    source.write_bytes(document)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    quiet = ("--headless", "--norestore", "--nologo", "--nolockcheck")
    command = [program, profile, *quiet, "--convert-to", "pdf", "--outdir", str(folder)]
    said = _run([*command, str(source)], folder)
    if not target.is_file() or not target.stat().st_size:
        raise Unsupported(
            f"LibreOffice made no PDF file: {said[-_SHORT:] or 'it says nothing'}",
            hint="try it on the Word file: soffice --headless --convert-to pdf FILE.docx",
        )
    return target.read_bytes()


def _run(command: Sequence[str], folder: Path) -> str:
    """Run LibreOffice, with all that it starts; returns what it said.

    Raises:
        TimeoutError: it has not ended within the time for one try.
    """
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), _NOWHERE)
    try:
        process = subprocess.Popen(  # noqa: S603 - no shell, arguments of our own
            command,
            cwd=folder,
            env={**os.environ, **proxies},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        raise Unsupported(f"{command[0]} does not start: {error.strerror}") from error
    return _outcome(process)


def _outcome(process: subprocess.Popen[bytes]) -> str:
    with process:
        try:
            said, _ = process.communicate(timeout=_LONGEST)
        except subprocess.TimeoutExpired as error:
            raise TimeoutError from error
        finally:
            _end(process)
    return " ".join(said.decode(errors="replace").split())


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and all that it started; Windows has no such groups: the program alone."""
    if process.poll() is not None:
        return
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
