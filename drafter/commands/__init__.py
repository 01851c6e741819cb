"""The commands of the editor: pure functions from a state and a call to a state and a request.

`run` takes a line as it was typed; the loop performs the request that comes back.

>>> state, request = run("delete op 3", state)  # doctest: +SKIP
"""

from drafter.commands.address import Addresses, addresses
from drafter.commands.command import Argument, Call, Command, Kind
from drafter.commands.faults import Unclear, by_address
from drafter.commands.inspection import Inspector, Problem
from drafter.commands.parse import Expected, expected, parse
from drafter.commands.registry import COMMANDS, NAMES
from drafter.commands.requests import (
    Ask,
    Choice,
    Compare,
    Edit,
    EditWhole,
    Export,
    Load,
    New,
    Outcome,
    Pick,
    Quit,
    Request,
    Save,
    Say,
    Show,
    View,
)
from drafter.commands.state import Desk, State, Step, change, redo, saved, undo
from drafter.errors import DrafterError


def run(line: str, state: State) -> Outcome:
    """The state and the request that a typed line leads to.

    Raises:
        DrafterError: it cannot be understood or done; the state stays what it was.
    """
    try:
        call = parse(line, state)
        return call.command.run(state, call)
    except DrafterError as error:
        raise by_address(error, state) from None


__all__ = [
    "COMMANDS",
    "NAMES",
    "Addresses",
    "Argument",
    "Ask",
    "Call",
    "Choice",
    "Command",
    "Compare",
    "Desk",
    "Edit",
    "EditWhole",
    "Expected",
    "Export",
    "Inspector",
    "Kind",
    "Load",
    "New",
    "Outcome",
    "Pick",
    "Problem",
    "Quit",
    "Request",
    "Save",
    "Say",
    "Show",
    "State",
    "Step",
    "Unclear",
    "View",
    "addresses",
    "change",
    "expected",
    "parse",
    "redo",
    "run",
    "saved",
    "undo",
]
