"""Docxodus DocxDiff, as a process, on Word files.

Found at run time: `pip install python-redlines python-redlines-docxodus`.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from drafter.diff import compare
from drafter.formats.registry import FORMATS
from drafter.model import Resolution

LIMIT = 120.0
"""Seconds after which a comparison is ended."""
TUNED = ("--detect-moves", "--move-similarity-threshold=0.5")
"""Reworded moves are found from half of the words on, instead of four in five."""


def missing() -> str:
    """Why it cannot run; empty when it can."""
    absent = [
        name for name in ("python_redlines", "python_redlines_docxodus") if not find_spec(name)
    ]
    return f"{' and '.join(absent)} not installed" if absent else ""


def redline(old: bytes, new: bytes, options: Sequence[str] = ()) -> bytes | None:
    """The file with tracked changes; None when it failed or took longer than the limit."""
    program = import_module("python_redlines").DocxodusEngine().extracted_binaries_path
    with TemporaryDirectory(prefix="docxdiff-") as name:
        before, after, both = (Path(name) / f"{side}.docx" for side in ("old", "new", "both"))
        before.write_bytes(old)
        after.write_bytes(new)
        command = [program, before, after, both, "--author=benchmark", *options]
        try:
            subprocess.run(command, capture_output=True, check=True, timeout=LIMIT)
        except subprocess.SubprocessError:
            return None
        return both.read_bytes()


def row(size: int, ours: float, old: Resolution, new: Resolution) -> str:
    """How long it takes at its defaults on a pair with typed numbers, beside our times.

    `ours` is the comparison alone, in process; the second figure reads both files too.
    """
    name = f"DocxDiff, {size} typed paragraphs"
    if absent := missing():
        return f"{name}: not run: {absent}"
    form = FORMATS[".docx"]
    files = [form.write(text) for text in (old, new)]
    begin = perf_counter()
    compare(form.read(files[0]).value, form.read(files[1]).value)
    with_files = perf_counter() - begin
    begin = perf_counter()
    answer = redline(files[0], files[1])
    theirs = perf_counter() - begin
    ended = f"{theirs:.1f} s" if answer else f"no answer after {theirs:.0f} s"
    times = f"{theirs / ours:.0f} times our comparison"
    return f"{name}: {ended}, {times}; ours with both files read {with_files:.2f} s"
