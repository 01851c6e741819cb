"""Commands that only look: show, view."""

from __future__ import annotations

from drafter.commands.command import Argument, Call, Command, Kind
from drafter.commands.requests import Outcome, Say, Show, View
from drafter.commands.state import State

_WHAT = Argument("what", Kind.ADDRESS, "an address, such as op 2", optional=True)


def _show(state: State, call: Call) -> Outcome:
    if call.has("part"):
        part = state.resolution.parts[call.number("part", 0)]
        ids = tuple(block.id for block in (*part.preamble, *part.operative))
        return state, Show(ids) if ids else Say(("the part has no paragraph yet",))
    return state, Show((call.text("what"),) if call.has("what") else ())


def _view(state: State, call: Call) -> Outcome:
    return state, View(call.text("what"))


SHOWING: tuple[Command, ...] = (
    Command(
        "show",
        "show [ADDRESS|PART]",
        "Print the draft, a part or a paragraph of it, with its numbers.",
        _show,
        (Argument("part", Kind.PART, "a part, such as part B", optional=True), _WHAT),
        ("p", "print", "list", "ls"),
        group="Looking",
        changes=False,
    ),
    Command(
        "view",
        "view [ADDRESS]",
        "Look through the numbered draft on the whole screen.",
        _view,
        (_WHAT,),
        ("v", "preview", "goto"),
        group="Looking",
        changes=False,
    ),
)
