"""Names of files for completion."""

from __future__ import annotations

import os
from pathlib import Path

from drafter.formats.registry import FORMATS


def files(typed: str) -> list[str]:
    """The folders, and the files that drafter knows, whose names begin with what was typed."""
    folder, _, begun = typed.rpartition("/")
    place = Path(f"{folder}/" if folder or typed.startswith("/") else ".")
    try:
        entries = sorted(os.scandir(place.expanduser()), key=lambda entry: entry.name.casefold())
    except (OSError, RuntimeError):
        return []
    prefix = typed[: len(typed) - len(begun)]
    return [
        f"{prefix}{entry.name}{'/' if entry.is_dir() else ''}"
        for entry in entries
        if entry.name.casefold().startswith(begun.casefold())
        and (begun.startswith(".") or not entry.name.startswith("."))
        and (entry.is_dir() or Path(entry.name).suffix.lower() in FORMATS)
    ]
