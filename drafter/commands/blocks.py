"""Commands that take whole blocks: delete and move."""

from __future__ import annotations

from drafter.commands.command import Argument, Call, Command, Kind
from drafter.commands.faults import Unclear
from drafter.commands.requests import Outcome, Show
from drafter.commands.state import State, change
from drafter.edit import After, Before, Position, delete, find, move
from drafter.errors import Refused
from drafter.model import Block, Blocks, Resolution, Site, Zone, held

_WHAT = Argument("what", Kind.ADDRESS, "an address, such as op 2 (a)")


def _delete(state: State, call: Call) -> Outcome:
    id_ = call.text("what")
    said = f"{state.address(id_)} deleted"
    new = change(state, delete(state.resolution, id_), said)
    return new, Show((), (said,))


def _move(state: State, call: Call) -> Outcome:
    id_ = call.text("what")
    position = _position(state, call, id_)
    moved = move(state.resolution, id_, position)
    was = state.address(id_)
    new = change(state, moved, f"{was} moved", id_)
    return new, Show((id_,), (f"{was} is now {new.address(id_)}",))


def _position(state: State, call: Call, id_: str) -> Position:
    """Where a block is to go."""
    if (position := call.position("position")) is not None:
        return position
    if call.has("way"):
        return _step(state, id_, call.text("way"))
    if not call.has("target"):
        raise Unclear("where to is missing", hint=f"write: {call.command.usage}")
    order = state.numbering.order
    target = call.text("target")
    later = order.get(target, 0) > order.get(id_, 0)
    return After(target) if later else Before(target)


def _step(state: State, id_: str, way: str) -> Position:
    """One place up or down among what stands beside it."""
    ids = [block.id for block in row_of(state.resolution, id_)]
    place = ids.index(id_)
    if way == "up" and place:
        return Before(ids[place - 1])
    if way == "down" and place + 1 < len(ids):
        return After(ids[place + 1])
    edge = "first" if way == "up" else "last"
    raise Refused(
        f"{state.address(id_)} is the {edge} in its place",
        hint="move it before, after or below another",
    )


def row_of(resolution: Resolution, id_: str) -> Blocks:
    """The blocks in a row with a block, itself among them."""
    site = find(resolution, id_)
    return held(site.above[-1]) if site.above else _top(resolution, site)


def _top(resolution: Resolution, site: Site) -> tuple[Block, ...]:
    if site.zone is Zone.ANNEX:
        return resolution.annexes[site.index].blocks
    part = resolution.parts[site.index]
    return part.preamble if site.zone is Zone.PREAMBLE else part.operative


BLOCKS: tuple[Command, ...] = (
    Command(
        "delete",
        "delete ADDRESS",
        "Delete a paragraph, with what stands below it.",
        _delete,
        (_WHAT,),
        ("rm", "del"),
        examples=("delete op 3", "delete op 2 (a)", "delete #p-k8qg1"),
        group="Paragraphs",
    ),
    Command(
        "move",
        "move ADDRESS up|down|before|after|below ADDRESS|to ADDRESS",
        "Move a paragraph; numbers, references and end marks follow.",
        _move,
        (
            _WHAT,
            Argument("way", Kind.CHOICE, "up or down", optional=True, choices=("up", "down")),
            Argument("position", Kind.POSITION, "a position, such as before op 2", optional=True),
            Argument("target", Kind.ADDRESS, "an address", optional=True, keyword="to"),
        ),
        ("mv",),
        examples=("move op 5 before op 2", "move op 5 to op 2", "move pp last up"),
        group="Paragraphs",
    ),
)
