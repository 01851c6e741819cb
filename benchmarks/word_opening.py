"""Which Word files LibreOffice prints, when some of them may never end.

LibreOffice takes many files in one run and prints them in their order. When no file is finished
for `PATIENCE` seconds, the first one that has no pages is the culprit: LibreOffice is ended with
everything that it started, and a new run goes on behind the culprit.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.external import require_program

PATIENCE = 40
"""Seconds for one file. The longest official text, 80 pages, takes five; a start takes ten."""
_LOOK = 0.5
_END = b"%%EOF"


def unopened(documents: Sequence[Path], folder: Path) -> Iterator[Path]:
    """The documents that have no pages after all, each as soon as it is found."""
    left = list(documents)
    while left:
        _run(left, folder)
        left = [document for document in left if not _finished(document, folder)]
        if left:
            yield left.pop(0)


def _run(documents: Sequence[Path], folder: Path) -> None:
    """One run of LibreOffice, with a profile of its own, until it ends or makes no more pages."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    quiet = ("--headless", "--norestore", "--nologo", "--nolockcheck")
    command = [require_program("soffice"), profile, *quiet, "--convert-to", "pdf", "--outdir"]
    with subprocess.Popen(
        [*command, str(folder), *map(str, documents)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            _watch(process, documents, folder)
        finally:
            _end(process)


def _watch(process: subprocess.Popen[bytes], documents: Sequence[Path], folder: Path) -> None:
    """Wait while files are finished, one after the other."""
    done, since = 0, time.monotonic()
    while process.poll() is None and time.monotonic() - since < PATIENCE:
        time.sleep(_LOOK)
        now = sum(_finished(document, folder) for document in documents)
        if now > done:
            done, since = now, time.monotonic()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program with all that it started, which is its session."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)


def _finished(document: Path, folder: Path) -> bool:
    """Whether the pages are there to their last byte."""
    pdf = folder / f"{document.stem}.pdf"
    return pdf.is_file() and pdf.read_bytes().rstrip().endswith(_END)
