"""Commands about the file of the draft: save and quit."""

from __future__ import annotations

from drafter.commands.command import Argument, Call, Command, Kind
from drafter.commands.requests import Choice, Outcome, Pick, Quit, Save
from drafter.commands.state import State

_ENDINGS = ("save", "keep", "discard")


def _save(state: State, call: Call) -> Outcome:
    return state, Save(call.text("file"), force=call.text("force") == "force")


def _quit(state: State, call: Call) -> Outcome:
    if call.has("how"):
        return _end(state, call.text("how"))
    if not state.unsaved or state.read_only or not state.past:
        return state, Quit()
    choices = (
        Choice("save", "save the draft and leave"),
        Choice("keep", "leave; the journal keeps the changes for the next time"),
        Choice("discard", "leave and forget the changes that were not saved"),
    )
    title = "There are changes that were not saved"
    return state, Pick(title, choices, _end, hint=f"say quit {', quit '.join(_ENDINGS)}")


def _end(state: State, how: str) -> Outcome:
    if how == "save":
        return state, Save(then=Quit())
    return state, Quit(discard=how == "discard")


FILES: tuple[Command, ...] = (
    Command(
        "save",
        "save [FILE] [force]",
        "Write the draft to its file, whole or not at all.",
        _save,
        (
            Argument("file", Kind.FILE, "the name of a file", optional=True),
            Argument("force", Kind.CHOICE, "force", optional=True, choices=("force",)),
        ),
        ("write", "w"),
        group="Files",
        changes=False,
    ),
    Command(
        "quit",
        "quit [save|keep|discard]",
        "Leave; asks when there are changes that were not saved.",
        _quit,
        (Argument("how", Kind.CHOICE, "save, keep or discard", optional=True, choices=_ENDINGS),),
        ("exit", "q", "bye"),
        group="Files",
        changes=False,
    ),
)
