"""Edits of the lettered parts of a composite resolution: A, B, C."""

from __future__ import annotations

from dataclasses import replace
from string import ascii_uppercase

from drafter.edit.carry import keep_notes
from drafter.edit.mend import tidy
from drafter.errors import Refused
from drafter.model import Part, Resolution


def add_part(resolution: Resolution, part: Part) -> Resolution:
    """The resolution with a further part at its end; letters follow where they are in order.

    A lone part without a letter becomes part A.
    """
    return _lettered(resolution, (*resolution.parts, replace(part, title=tidy(part.title))))


def delete_part(resolution: Resolution, index: int) -> Resolution:
    """The resolution without a part; letters follow, and one that is left alone has none.

    A note of it that is called again passes to that call.

    Raises:
        Refused: there is no such part, or no other.
    """
    _there(resolution, index)
    if len(resolution.parts) == 1:
        raise Refused("it is the only part", hint="delete its paragraphs instead")
    left = (*resolution.parts[:index], *resolution.parts[index + 1 :])
    return keep_notes(resolution, _lettered(resolution, left))


def move_part(resolution: Resolution, index: int, place: int) -> Resolution:
    """The resolution with a part as number `place`, counted from 0 without it; letters follow.

    Raises:
        Refused: there is no such part.
    """
    _there(resolution, index)
    left = [*resolution.parts[:index], *resolution.parts[index + 1 :]]
    left.insert(max(0, min(place, len(left))), resolution.parts[index])
    return _lettered(resolution, tuple(left))


def _lettered(before: Resolution, parts: tuple[Part, ...]) -> Resolution:
    """The parts with letters A, B, C; those that were lettered in another way keep theirs."""
    old = [part.letter for part in before.parts]
    usual = list(ascii_uppercase[: len(old)])
    if len(parts) > len(ascii_uppercase) or old not in (usual, [""]):
        return replace(before, parts=parts)
    letters = ascii_uppercase if len(parts) > 1 else ("",)
    made = tuple(replace(part, letter=letter) for part, letter in zip(parts, letters, strict=False))
    return replace(before, parts=made)


def _there(resolution: Resolution, index: int) -> None:
    if not 0 <= index < len(resolution.parts):
        raise Refused(f"there is no part {index + 1}", hint=f"there are {len(resolution.parts)}")
