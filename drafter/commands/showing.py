"""Commands that only look: show, view, check."""

from __future__ import annotations

from drafter.commands.command import Argument, Call, Command, Kind
from drafter.commands.requests import Check, Outcome, Show, View
from drafter.commands.state import State

_WHAT = Argument("what", Kind.ADDRESS, "an address, such as op 2", optional=True)


def _show(state: State, call: Call) -> Outcome:
    return state, Show((call.text("what"),) if call.has("what") else ())


def _view(state: State, call: Call) -> Outcome:
    return state, View(call.text("what"))


def _check(state: State, _: Call) -> Outcome:
    return state, Check()


SHOWING: tuple[Command, ...] = (
    Command(
        "show",
        "show [ADDRESS]",
        "Print the draft, or a paragraph of it, with its numbers.",
        _show,
        (_WHAT,),
        ("p", "print"),
        group="Looking",
        changes=False,
    ),
    Command(
        "view",
        "view [ADDRESS]",
        "Look through the numbered draft on the whole screen.",
        _view,
        (_WHAT,),
        ("v",),
        group="Looking",
        changes=False,
    ),
    Command(
        "check",
        "check",
        "List what is wrong in the draft.",
        _check,
        (),
        ("validate",),
        group="Looking",
        changes=False,
    ),
)
