"""The lines that were typed before, kept in the user's state folder for the next session."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime
from itertools import pairwise
from pathlib import Path

MOST = 5000
"""Lines that are kept; more would only be slower to search."""


def history_path() -> Path:
    """`drafter/history` where XDG puts the state of programs."""
    base = os.environ.get("XDG_STATE_HOME")
    folder = Path(base) if base else Path.home() / ".local" / "state"
    return folder / "drafter" / "history"


def ready(path: Path) -> Path | None:
    """The path with its folder made, readable by its owner alone; None where that cannot be.

    A session without a history is better than none.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
        _shorten(path)
    except OSError:
        return None
    return path


def earlier(path: Path) -> list[str]:
    """The lines that were typed before, the oldest first; of several lines at once the first."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    starts = (after for line, after in pairwise(lines) if line.startswith("#"))
    return [line[1:] for line in starts if line.startswith("+")]


def remember(path: Path, line: str) -> None:
    """Add a line, as prompt_toolkit does; where that cannot be, the session goes on."""
    with suppress(OSError), path.open("a", encoding="utf-8") as file:
        file.write(f"\n# {datetime.now().astimezone():%Y-%m-%d %H:%M:%S}\n+{line}\n")


def _shorten(path: Path) -> None:
    """Keep the newest lines. An entry is a comment with its time, then its lines after "+"."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)
    starts = [place for place, line in enumerate(lines) if line.startswith("#")]
    if len(starts) > MOST * 2:
        path.write_text("".join(lines[starts[-MOST] :]), encoding="utf-8")
