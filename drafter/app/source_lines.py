"""On which line of a `.draft` file something stands, so that editors can jump to a finding."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from drafter.rules import Finding

_ID = re.compile(r"\{#([a-z][a-z0-9-]*)[^{}]*\}\s*$")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]: ")
_BLOCK = re.compile(r"\s*(?:#+|PP|OP|[-+]|TEXT|QUOTE|NOTE|SECTION|TABLE|EMBEDDED|SEPARATOR)(?: |$)")
_KEYS: Mapping[str, str] = {
    "title": "title: ",
    "enacting": "ENACTING",
    "line": "CLOSING",
    "agenda": "agenda: ",
    "agenda-title": "agenda-title: ",
    "sponsor": "sponsor: ",
    "submission": "submitted: ",
    "adoption": "adoption: ",
    "bracket": "bracket: ",
}


class SourceLines:
    """The lines of a source by the spots that they hold; empty for other formats than `.draft`.

    `blocks` are the ids of its blocks in reading order: a draft need not write them.
    """

    def __init__(self, source: str, blocks: Sequence[str] = ()) -> None:
        self._by_spot: dict[tuple[str, int], int] = {}
        self._by_id: dict[str, int] = {}
        if source.lower().endswith(".draft") and Path(source).is_file():
            self._read(Path(source).read_text(encoding="utf-8", errors="replace"), blocks)

    def line(self, finding: Finding) -> int:
        """The line of a finding, from 1; 0 where it is not known."""
        spot = finding.spot
        if spot.owner:
            return self._by_id.get(spot.owner, 0)
        return self._by_spot.get((spot.field, spot.nth), 0)

    def _read(self, text: str, blocks: Sequence[str]) -> None:
        seen: dict[str, int] = {}
        begun = [number for number, line in enumerate(text.splitlines(), 1) if _BLOCK.match(line)]
        if len(begun) == len(blocks):
            self._by_id = dict(zip(blocks, begun, strict=True))
        for number, line in enumerate(text.splitlines(), 1):
            found = _NOTE.match(line) or _ID.search(line)
            if found:
                self._by_id.setdefault(found.group(1), number)
            for field, start in _KEYS.items():
                if line.startswith(start):
                    self._by_spot[field, seen.get(field, 0)] = number
                    seen[field] = seen.get(field, 0) + 1
