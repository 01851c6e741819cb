"""Docxodus DocxDiff on the same pair as Word files with typed numbers, for its time.

Found at run time: `pip install python-redlines python-redlines-docxodus`. Without it the row says
"not run".
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from time import perf_counter

from drafter.formats.registry import FORMATS
from drafter.model import Resolution


def docxdiff_seconds(old: Resolution, new: Resolution) -> float | None:
    """How long DocxDiff takes at its defaults, as a process; None when it is not installed."""
    if find_spec("python_redlines") is None or find_spec("python_redlines_docxodus") is None:
        return None
    engine = import_module("python_redlines").DocxodusEngine()
    files = [FORMATS[".docx"].write(text) for text in (old, new)]
    begin = perf_counter()
    engine.run_redline("benchmark", *files)
    return perf_counter() - begin


def row(size: int, ours: float, theirs: float | None) -> str:
    """The row of the printed table."""
    if theirs is None:
        return f"DocxDiff, {size} typed paragraphs: not run (python-redlines is not installed)"
    return f"DocxDiff, {size} typed paragraphs: {theirs:.1f} s, {theirs / ours:.0f} times as long"
