"""Words of the page itself."""

from __future__ import annotations

import re
from pathlib import PurePath

_PART = re.compile(r"(part [^,]+), ")


def file_names(old: str, new: str) -> tuple[str, str]:
    """The names of two drafts without their folders, where that still tells them apart.

    A page is passed on; the folders of the one who made it are nobody's business.
    """
    short = PurePath(old), PurePath(new)
    files = all(path.suffix for path in short)  # "A/RES/77/76" is a name without folders
    return (
        (short[0].name, short[1].name) if files and short[0].name != short[1].name else (old, new)
    )


def capital(words: str) -> str:
    """The words with a capital at the start; the rest keeps its own."""
    return words[:1].upper() + words[1:]


def part_of(name: str) -> str:
    """The part of several that the name of a unit begins with, "Part B"; "" without one."""
    named = _PART.match(name)
    return capital(named.group(1)) if named else ""
