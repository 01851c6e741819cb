"""Commands that take whole things: delete, move, swap, promote, demote, renumber."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drafter.commands.command import Argument, Call, Command, Kind
from drafter.commands.faults import Unclear
from drafter.commands.requests import Outcome, Say, Show
from drafter.commands.shared import WHAT
from drafter.commands.state import State, change
from drafter.edit import (
    After,
    Before,
    Position,
    delete,
    delete_annex,
    delete_note,
    demote,
    move,
    promote,
    relabel,
    relabelled,
    row_of,
    swap,
)
from drafter.errors import Refused
from drafter.model import Reference, Resolution, notes
from drafter.numbering import State as Known
from drafter.numbering import states


def _delete(state: State, call: Call) -> Outcome:
    first = call.text("what")
    ids = _range(state, first, call.text("last")) if call.has("last") else (first,)
    new = state.resolution
    for id_ in ids:
        new = _without(new, id_)
    names = [state.address(id_) for id_ in ids]
    said = f"{names[0]} deleted" if len(ids) == 1 else f"{names[0]} to {names[-1]} deleted"
    after = change(state, new, said)
    return after, Say((said, *orphans(state, after)))


def _without(resolution: Resolution, id_: str) -> Resolution:
    if any(annex.id == id_ for annex in resolution.annexes):
        return delete_annex(resolution, id_)
    if any(note.id == id_ for note in notes(resolution)):
        return delete_note(resolution, id_)
    return delete(resolution, id_)


def _range(state: State, first: str, last: str) -> tuple[str, ...]:
    """The ids from one to another that stands in the same row."""
    ids = [block.id for block in row_of(state.resolution, first)]
    if last not in ids or ids.index(last) < ids.index(first):
        raise Refused(
            f"{state.address(last)} does not follow {state.address(first)} in one row",
            hint="delete them one by one",
        )
    return tuple(ids[ids.index(first) : ids.index(last) + 1])


def orphans(before: State, after: State) -> Iterator[str]:
    """References that named what has been deleted, told: by the address that it had."""
    was = {reference.target for _, reference in _gone(before)}
    for owner, reference in _gone(after):
        if reference.target not in was:
            where = after.address(owner) if owner else "the masthead or title"
            gone = before.address(reference.target)
            yield f"{where} refers to the former {gone}, which is gone now"


def _gone(state: State) -> Iterator[tuple[str, Reference]]:
    for owner, reference, resolved in states(state.resolution, state.numbering):
        if resolved.state is Known.GONE:
            yield owner, reference


def _move(state: State, call: Call) -> Outcome:
    id_ = call.text("what")
    moved = move(state.resolution, id_, _position(state, call, id_))
    was = state.address(id_)
    new = change(state, moved, lambda now: f"{was} moved, now {now.address(id_)}", id_)
    return new, Show((id_,), (new.said,))


def _position(state: State, call: Call, id_: str) -> Position:
    """Where a block is to go."""
    if (position := call.position("position")) is not None:
        return position
    if call.has("way"):
        return _step(state, id_, call.text("way"), call.number("times", 1))
    if not call.has("target"):
        raise Unclear("where to is missing", hint=f"write: {call.command.usage}")
    order = state.numbering.order
    target = call.text("target")
    later = order.get(target, 0) > order.get(id_, 0)
    return After(target) if later else Before(target)


def _step(state: State, id_: str, way: str, times: int) -> Position:
    """Some places up or down among what stands beside it, or the first or the last place there."""
    ids = [block.id for block in row_of(state.resolution, id_)]
    place = ids.index(id_)
    rises = way in {"up", _TOP}
    if rises and place:
        return Before(ids[0 if way == _TOP else max(place - times, 0)])
    if not rises and place + 1 < len(ids):
        return After(ids[-1 if way == _END else min(place + times, len(ids) - 1)])
    edge = "first" if rises else "last"
    raise Refused(
        f"{state.address(id_)} is the {edge} in its place",
        hint="move it before, after or below another",
    )


def _swap(state: State, call: Call) -> Outcome:
    one, other = call.text("what"), call.text("other")
    said = f"{state.address(one)} and {state.address(other)} swapped"
    new = change(state, swap(state.resolution, one, other), said, one)
    return new, Show(_in_order(new, one, other), (said,))


def _in_order(state: State, *ids: str) -> tuple[str, ...]:
    return tuple(sorted(ids, key=lambda id_: state.numbering.order.get(id_, 0)))


def _level(edit: Callable[[Resolution, str], Resolution]) -> Callable[[State, Call], Outcome]:
    def run(state: State, call: Call) -> Outcome:
        id_ = call.text("what")
        was = state.address(id_)
        changed = edit(state.resolution, id_)
        new = change(state, changed, lambda now: f"{was} is now {now.address(id_)}", id_)
        return new, Show((id_,), (new.said,))

    return run


def _renumber(state: State, call: Call) -> Outcome:
    id_ = call.text("what")
    found = relabelled(state.resolution, id_)
    if not found:
        return state, Say(("every number follows already",))
    count = "one number follows" if len(found) == 1 else f"{len(found)} numbers follow"
    new = change(state, relabel(state.resolution, id_), f"{count} now", found[0])
    return new, Show(found, (new.said,))


_TOP, _END = "to the top", "to the end"
_ALSO = (
    *((f"to {the}{word}", _TOP) for the in ("", "the ") for word in ("top", "start", "beginning")),
    *((f"to {the}{word}", _END) for the in ("", "the ") for word in ("end", "bottom")),
    *(("first", _TOP), ("last", _END), ("top", _TOP), ("end", _END)),
)

BLOCKS: tuple[Command, ...] = (
    Command(
        "delete",
        "delete ADDRESS [to ADDRESS]",
        "Delete a paragraph with what stands below it, a note or an annex.",
        _delete,
        (WHAT, Argument("last", Kind.ADDRESS, "an address", optional=True, keyword="to")),
        ("rm", "del", "remove"),
        examples=("delete op 3", "delete op 2 (a)", "delete op 3 to op 5", "delete #p-k8qg1"),
        group="Paragraphs",
    ),
    Command(
        "move",
        "move ADDRESS up|down [TIMES]|to the top|to the end|before|after|below ADDRESS|to ADDRESS",
        "Move a paragraph; numbers, references and end marks follow.",
        _move,
        (
            WHAT,
            Argument("position", Kind.POSITION, "a position, such as before op 2", optional=True),
            Argument(
                "way",
                Kind.CHOICE,
                "up, down, to the top or to the end of what stands beside it",
                optional=True,
                choices=("up", "down", _TOP, _END),
                also=_ALSO,
            ),
            Argument("times", Kind.NUMBER, "how many places", optional=True),
            Argument("target", Kind.ADDRESS, "an address", optional=True, keyword="to"),
        ),
        ("mv",),
        examples=(
            "move op 5 before op 2",
            "move op 5 to op 2",
            "move pp last up",
            "move op 3 to the end",
        ),
        group="Paragraphs",
    ),
    Command(
        "swap",
        "swap ADDRESS with ADDRESS",
        "Exchange the places of two paragraphs.",
        _swap,
        (WHAT, Argument("other", Kind.ADDRESS, "an address", keyword="with")),
        examples=("swap op 3 with op 7",),
        group="Paragraphs",
    ),
    Command(
        "promote",
        "promote ADDRESS",
        "Raise a sub-paragraph a level: it comes after the paragraph that held it.",
        _level(promote),
        (WHAT,),
        ("outdent",),
        examples=("promote op 2 (c)",),
        group="Paragraphs",
    ),
    Command(
        "demote",
        "demote ADDRESS",
        "Lower a paragraph a level: it goes below the paragraph before it.",
        _level(demote),
        (WHAT,),
        ("indent",),
        examples=("demote op 3",),
        group="Paragraphs",
    ),
    Command(
        "renumber",
        "renumber [ADDRESS]",
        "Derive numbers that were kept as a source prints them: all, or those of a paragraph.",
        _renumber,
        (Argument("what", Kind.ADDRESS, "an address", optional=True),),
        help="A document that is read keeps the numbers that differ from the derived ones, as\n"
        "a) for (a). A text that it quotes keeps its own, unless the address names it.",
        examples=("renumber", "renumber op 2"),
        group="Paragraphs",
    ),
)
