"""Where an edit acts: positions among the blocks of a resolution, named by id."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeAlias

from drafter.errors import NoSuchParagraph
from drafter.model import Resolution, Site, Zone, query


@dataclass(frozen=True, slots=True)
class Before:
    """Directly before the block with this id, beside it."""

    id: str


@dataclass(frozen=True, slots=True)
class After:
    """Directly after the block with this id, beside it."""

    id: str


@dataclass(frozen=True, slots=True)
class Inside:
    """The last of what the block with this id holds: a new last sub-paragraph, a section's end."""

    id: str


@dataclass(frozen=True, slots=True)
class End:
    """The end of a zone: the preamble or operative part of part `index`, or annex `index`."""

    zone: Zone
    index: int = 0


Position: TypeAlias = Before | After | Inside | End


def find(resolution: Resolution, id_: str) -> Site:
    """The block with this id and where it stands.

    Raises:
        NoSuchParagraph: no block has it; the hint names the nearest ids.
    """
    known = []
    for site in query(resolution):
        if site.block.id == id_:
            return site
        known.append(site.block.id)
    near = get_close_matches(id_, known, n=3)
    hint = f"did you mean {', '.join(near)}?" if near else "no id is like it"
    raise NoSuchParagraph(id_, hint=hint)
