"""Text of the source as inlines: marks cut out, notes put where they are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from drafter.formats.common.line import Stretch
from drafter.formats.common.marks import Call
from drafter.model import Inline, Inlines, Note, Text, normalise

_SPACES = re.compile(r"\s+")
Cut = tuple[Call, Inline]


class RunningText(Protocol):
    """Whatever makes running text of stretches of lines: plain ones, or those of a Word file."""

    def inlines(self, stretches: Iterable[Stretch]) -> Inlines:
        """The text of some stretches, joined by spaces, with the notes that it calls."""
        ...

    @property
    def ids(self) -> Iterable[str]:
        """The ids that its notes have."""
        ...


@dataclass(frozen=True)
class Texts(RunningText):
    """Makes inlines of stretches of lines; `cuts` are the calls of each line, in order."""

    cuts: Mapping[int, Sequence[Cut]] = field(default_factory=dict)

    def inlines(self, stretches: Iterable[Stretch]) -> Inlines:
        """The text of some stretches, joined by spaces, with the notes that it calls."""
        parts: list[Inline] = []
        for stretch in stretches:
            if parts and stretch.start < stretch.end:
                parts.append(Text(" "))
            parts.extend(self._parts(stretch))
        return trimmed(tuple(parts))

    @property
    def ids(self) -> Iterable[str]:
        """The ids of the notes and the targets of repeated marks."""
        called = (inline for cuts in self.cuts.values() for _, inline in cuts)
        return [one.id for one in called if isinstance(one, Note)]

    def words(self, stretch: Stretch) -> str:
        """The words of a stretch without the marks of its notes."""
        return "".join(part.text for part in self._parts(stretch) if isinstance(part, Text))

    def _parts(self, stretch: Stretch) -> list[Inline]:
        line, at = stretch.line, stretch.start
        parts: list[Inline] = []
        for call, inline in self.cuts.get(line.number, ()):
            if call.start < stretch.start or call.end > stretch.end:
                continue
            start = call.lead if call.lead == at and parts else call.start
            parts += [Text(_SPACES.sub(" ", line.text[at:start])), inline]
            at = call.end
        return [*parts, Text(_SPACES.sub(" ", line.text[at : stretch.end]))]


def trimmed(inlines: Inlines) -> Inlines:
    """Inlines in normal form without spaces at their ends and in runs."""
    parts = list(normalise(inlines))
    if parts and isinstance(parts[0], Text):
        parts[0] = Text(parts[0].text.lstrip(" "))
    if parts and isinstance(parts[-1], Text):
        parts[-1] = Text(parts[-1].text.rstrip(" "))
    return normalise(
        tuple(Text(re.sub(" {2,}", " ", p.text)) if isinstance(p, Text) else p for p in parts)
    )
