"""A resolution as a tree of shells: what each thing is, where it stands, what follows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from drafter.diff.patch import Piece, Shell, put_together, take_apart
from drafter.model import Annex, Part, Resolution

_HEADING = 2
"""The slot of a section's heading, as `drafter.diff.patch` counts."""


class Place(NamedTuple):
    """Where things stand in a row: the key of their holder, "" for the resolution, and the slot.

    Slots of the resolution: 0 parts, 1 annexes; of other holders as `drafter.diff.patch` has them.
    """

    holder: str
    slot: int


@dataclass(slots=True)
class Tree:
    """Shells, places and rows by key: the id of a block or annex, "part 0" for a part.

    No id has a space in it, so that the keys of parts are told from ids.
    """

    shells: dict[str, Shell] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    rows: dict[Place, list[str]] = field(default_factory=dict)

    def add(self, key: str, shell: Shell, place: Place) -> None:
        """Put a thing at the end of a row."""
        self.shells[key] = shell
        self.places[key] = place
        self.rows.setdefault(place, []).append(key)

    def held(self, key: str) -> Iterator[str]:
        """The things directly inside one, in reading order."""
        for slot in _slots(self.shells[key]):
            yield from self.rows.get(Place(key, slot), ())

    def inside(self, key: str) -> Iterator[str]:
        """A thing and all it holds, holders first."""
        yield key
        for inner in self.held(key):
            yield from self.inside(inner)


def tree(resolution: Resolution, parts: Sequence[str]) -> Tree:
    """The tree of a resolution whose parts have these keys."""
    names = iter(parts)
    out = Tree()
    path: list[str] = []
    for piece in take_apart(resolution)[1:]:
        is_part = isinstance(piece.shell, Part)
        key = next(names) if is_part else str(getattr(piece.shell, "id", ""))
        del path[piece.depth :]
        slot = int(isinstance(piece.shell, Annex)) if not piece.depth else piece.slot
        out.add(key, piece.shell, Place(path[-1] if path else "", slot))
        path.append(key)
    return out


def resolution_of(frame: Resolution, whole: Tree) -> Resolution:
    """The resolution that a tree is, in its frame; the inverse of `tree`."""
    out: list[Piece] = [Piece(frame, 0)]
    for slot in (0, 1):
        for key in whole.rows.get(Place("", slot), ()):
            out.extend(_pieces(whole, key, 0, 0))
    return put_together(out)


def _pieces(whole: Tree, key: str, depth: int, slot: int) -> Iterator[Piece]:
    yield Piece(whole.shells[key], depth, slot)
    for inner_slot in _slots(whole.shells[key]):
        for count, inner in enumerate(whole.rows.get(Place(key, inner_slot), ())):
            # a section has one heading; a second one, of the other side, is its first block
            spare = inner_slot == _HEADING and count
            yield from _pieces(whole, inner, depth + 1, 0 if spare else inner_slot)


def _slots(shell: Shell) -> tuple[int, ...]:
    return (0, 1) if isinstance(shell, Part) else (_HEADING, 0)
