"""Commands that go back and forth in time: undo and redo."""

from __future__ import annotations

from drafter.commands.command import Argument, Call, Command, Kind
from drafter.commands.requests import Outcome, Say
from drafter.commands.state import State, redo, undo

_TIMES = Argument("times", Kind.NUMBER, "how many changes", optional=True)


def _undo(state: State, call: Call) -> Outcome:
    said: list[str] = []
    for _ in range(call.number("times", 1)):
        if said and not state.past:
            break
        before = state
        state = undo(state)
        said.append(f"undone: {before.past[-1].said}")
    return state, Say(tuple(said))


def _redo(state: State, call: Call) -> Outcome:
    said: list[str] = []
    for _ in range(call.number("times", 1)):
        if said and not state.future:
            break
        before = state
        state = redo(state)
        said.append(f"made again: {before.future[-1].said}")
    return state, Say(tuple(said))


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
)
