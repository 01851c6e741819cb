"""Commands that go back and forth in time: undo, redo, history, revert, diff."""

from __future__ import annotations

from drafter.commands.command import Argument, Call, Command, Kind
from drafter.commands.faults import Unclear
from drafter.commands.requests import Compare, Outcome, Say
from drafter.commands.state import State, change, redo, undo
from drafter.errors import Refused
from drafter.model import Resolution

_TIMES = Argument("times", Kind.NUMBER, "how many changes", optional=True)
_SHOWN = 20


def _undo(state: State, call: Call) -> Outcome:
    said: list[str] = []
    for _ in range(call.number("times", 1)):
        if said and not state.past:
            break
        before, state = state, undo(state)
        said.append(f"undone: {before.past[-1].said}")
    return state, Say(tuple(said))


def _redo(state: State, call: Call) -> Outcome:
    said: list[str] = []
    for _ in range(call.number("times", 1)):
        if said and not state.future:
            break
        before, state = state, redo(state)
        said.append(f"made again: {before.future[-1].said}")
    return state, Say(tuple(said))


def _history(state: State, call: Call) -> Outcome:
    """The changes with the names of the states they led to: @0 is the draft before them all."""
    now = len(state.past)
    said = ["as it first was", *(step.said for step in state.past)]
    said += [step.said for step in reversed(state.future)]
    lines = [
        f"{'>' if place == now else ' '} @{place}  {words}"
        + ("  (saved)" if _is_saved(state, place) else "")
        + ("  (undone)" if place > now else "")
        for place, words in enumerate(said)
    ]
    most = call.number("most", _SHOWN)
    first = max(min(now - most + 1, len(lines) - most), 0)
    earlier = [f"  ... {first} earlier: history {len(lines)}"] if first else []
    return state, Say((*earlier, *lines[first:]))


def _is_saved(state: State, place: int) -> bool:
    return state.saved is not None and moment(state, place) is state.saved


def moment(state: State, place: int) -> Resolution:
    """The draft as it was after so many changes; undone ones count on.

    Raises:
        Refused: there is no such state.
    """
    now = len(state.past)
    if 0 <= place < now:
        return state.past[place].resolution
    if place == now:
        return state.resolution
    after = state.future[::-1]
    if now < place <= now + len(after):
        return after[place - now - 1].resolution
    raise Refused(f"there is no state @{place}", hint=f"history lists @0 to @{now + len(after)}")


def _named(state: State, said: str) -> tuple[Resolution, str]:
    """A state by what people call it: @3, @-1 (one change back), saved."""
    if said == "saved":
        if state.saved is None:
            raise Refused(
                "the draft has not been saved yet", hint="diff @0 compares with its start"
            )
        return state.saved, "the saved file"
    place = int(said[1:])
    if place < 0:
        place += len(state.past)
    return moment(state, place), f"@{place}"


def _diff(state: State, call: Call) -> Outcome:
    if call.has("file"):
        return state, Compare(call.text("file"), call.text("file"))
    default = "saved" if state.saved is not None else "@0"
    return state, Compare(*_named(state, call.text("moment") or default))


def _revert(state: State, call: Call) -> Outcome:
    if not call.has("moment"):
        raise Unclear("a state is missing", hint="write: revert @3, or revert saved")
    old, name = _named(state, call.text("moment"))
    said = f"back to {name}"
    return change(state, old, said, follow=False), Say((said,))


_MOMENT = Argument("moment", Kind.MOMENT, "a state, such as @3, @-1 or saved", optional=True)

HISTORY: tuple[Command, ...] = (
    Command(
        "undo",
        "undo [TIMES]",
        "Take back the last change; without limit, also those of earlier sessions.",
        _undo,
        (_TIMES,),
        ("u",),
        group="History",
    ),
    Command(
        "redo",
        "redo [TIMES]",
        "Make again what undo took back.",
        _redo,
        (_TIMES,),
        group="History",
    ),
    Command(
        "history",
        "history [MOST]",
        "List the changes and the names of the states they led to.",
        _history,
        (Argument("most", Kind.NUMBER, "how many", optional=True),),
        ("log",),
        group="History",
        changes=False,
    ),
    Command(
        "diff",
        "diff [@STATE|saved|FILE]",
        "Show what changed since the file was saved, another state or another file.",
        _diff,
        (_MOMENT, Argument("file", Kind.FILE, "the name of a file", optional=True)),
        ("compare",),
        help="@3 is the state after the third change, @-1 the one before the last change.",
        examples=("diff", "diff @3", "diff other.docx"),
        group="History",
        changes=False,
    ),
    Command(
        "revert",
        "revert @STATE|saved",
        "Go back to an earlier state; undo takes that back too.",
        _revert,
        (_MOMENT,),
        examples=("revert saved", "revert @3"),
        group="History",
    ),
)
