"""How far a run of many files is: one line that is drawn over itself, where somebody looks."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

import click

Step = Callable[[int, int], None]
"""Called after each file: how many are done, and how many of those failed."""

_REDRAW = 0.1  # seconds between two drawings
_SURE = 1.0  # seconds until there is an idea of how long it takes
_LONGEST, _SHORTEST = 40, 8  # columns of the bar itself
_CTRL_C = "^C"  # what the terminal itself prints behind the line


def line(done: int, failed: int, total: int, seconds: float, columns: int) -> str:
    """The line to draw: figures first, and a bar in the columns that are left.

    >>> line(132, 2, 329, 8.0, 60)
    'importing 132/329, 2 failed, 0:11 left [#######------------]'
    """
    said = f"importing {done}/{total}"
    if failed:
        said += f", {failed} failed"
    if done and seconds > _SURE:
        minutes, rest = divmod(int(seconds * (total - done) / done), 60)
        said += f", {minutes}:{rest:02} left"
    room = min(columns - len(said) - len(" []"), _LONGEST)
    if room < _SHORTEST:
        return said[:columns]
    full = room * done // total if total else room
    return f"{said} [{'#' * full}{'-' * (room - full)}]"


@contextmanager
def progress(total: int, *, wanted: bool = True) -> Iterator[Step]:
    """Draw the line while files are worked on, and take it away again.

    Only on a terminal that can go back to the start of a line; a log has no use for it. There is
    no colour in it and no escape.
    """
    if not wanted or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda _done, _failed: None
        return
    start = monotonic()
    drawn, last = 0, start

    def draw(done: int, failed: int) -> None:
        nonlocal drawn, last
        now = monotonic()
        if now - last >= _REDRAW or not done:
            shown = line(done, failed, total, now - start, _columns() - 1 - len(_CTRL_C))
            click.echo(f"\r{shown:<{drawn}}", err=True, nl=False)
            drawn, last = len(shown), now

    try:
        draw(0, 0)
        yield draw
    finally:
        click.echo(f"\r{'':<{drawn + len(_CTRL_C)}}\r", err=True, nl=False)


def _columns() -> int:
    """The columns of standard error, which may be a terminal where standard output is none."""
    if os.environ.get("COLUMNS", "").isdigit():
        return shutil.get_terminal_size().columns
    return os.get_terminal_size(sys.stderr.fileno()).columns or 80
