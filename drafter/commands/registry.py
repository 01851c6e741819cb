"""The one registry of commands: for the shell and its help, `drafter edit` and the manual."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from drafter.commands.adding import ADDING
from drafter.commands.blocks import BLOCKS
from drafter.commands.command import Call, Command
from drafter.commands.files import FILES
from drafter.commands.helping import HELP, helped
from drafter.commands.history import HISTORY
from drafter.commands.requests import Outcome
from drafter.commands.showing import SHOWING
from drafter.commands.state import State


def _help(state: State, call: Call) -> Outcome:
    return state, helped(COMMANDS, call.text("command"))


COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        command.name: command
        for command in (*FILES, *SHOWING, *ADDING, *BLOCKS, *HISTORY, HELP(_help))
    }
)
"""The commands by name, in the order of the help."""

NAMES: Mapping[str, str] = MappingProxyType(
    {
        **{alias: name for name, command in COMMANDS.items() for alias in command.aliases},
        **{name: name for name in COMMANDS},
    }
)
"""Every name and alias, with the name of the command it stands for."""
