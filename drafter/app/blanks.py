"""Unfilled slots of a draft: where they stand, and that a document goes out without them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.app.numbers import numbered
from drafter.errors import Refused
from drafter.model import Blank, Form, Reference, Resolution, Zone, passages, query_inlines
from drafter.numbering import Numbering, State, resolve

_PLACES = {
    Zone.TITLE: "the title",
    Zone.MASTHEAD: "the masthead",
    Zone.ENACTING: "the enacting line",
    Zone.CLOSING: "the closing lines",
    Zone.ANNEX: "an annex",
    Zone.PREAMBLE: "the preamble",
    Zone.OPERATIVE: "the operative part",
}


@dataclass(frozen=True, slots=True)
class Unfilled:
    """A slot without a value: its name, the place as people say it, the id of the paragraph."""

    slot: str
    place: str
    owner: str = ""


def unfilled(resolution: Resolution) -> tuple[Unfilled, ...]:
    """Every unfilled slot of a draft, in reading order, those in notes included."""
    found = tuple(_found(resolution))
    if not found:
        return ()
    numbering = numbered(resolution).numbering
    return tuple(
        Unfilled(name, _place(zone, owner, numbering), owner) for name, zone, owner in found
    )


def refuse_unfilled(resolution: Resolution) -> None:
    """Let a draft pass in which every slot is filled.

    Raises:
        Refused: one is not; the error names each with its place.
    """
    left = unfilled(resolution)
    if not left:
        return
    count = "one slot is" if len(left) == 1 else f"{len(left)} slots are"
    raise Refused(
        f"{count} not filled",
        hint="fill what is named below, or export with --draft: blanks are highlighted then",
        also=[Refused(f"{one.place}: the slot [{one.slot}] is not filled") for one in left],
    )


def _found(resolution: Resolution) -> Iterator[tuple[str, Zone, str]]:
    for passage in passages(resolution):
        for inline in query_inlines(passage.text):
            if isinstance(inline, Blank):
                yield inline.name, passage.zone, passage.owner


def _place(zone: Zone, owner: str, numbering: Numbering) -> str:
    if owner in numbering.labels:
        said = resolve(Reference(owner, Form.NAMED), numbering)
        if said.state is State.VALID:
            return said.text
    return f"{_PLACES[zone]} (#{owner})" if owner else _PLACES[zone]
