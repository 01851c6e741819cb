"""The one registry of commands: for the shell and its help, `drafter edit` and the manual."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from drafter.commands.adding import ADDING
from drafter.commands.blocks import BLOCKS
from drafter.commands.checking import CHECKING
from drafter.commands.command import Call, Command
from drafter.commands.files import FILES
from drafter.commands.frame import FRAME
from drafter.commands.head import HEAD
from drafter.commands.helping import HELP, helped
from drafter.commands.history import HISTORY
from drafter.commands.notes import NOTES
from drafter.commands.parts import PARTS
from drafter.commands.requests import Outcome
from drafter.commands.search import SEARCH
from drafter.commands.showing import SHOWING
from drafter.commands.state import State
from drafter.commands.tables import TABLES
from drafter.commands.texts import TEXTS

GROUPS = (
    "Files", "Looking", "Paragraphs", "Texts", "Notes and references", "Tables", "Frame",
    "History", "Help",
)  # fmt: skip
"""The groups of commands, in the order of the help."""


def _help(state: State, call: Call) -> Outcome:
    return state, helped(COMMANDS, call.text("command"))


COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        command.name: command
        for command in sorted(
            (
                *FILES,
                *SHOWING,
                *CHECKING,
                *SEARCH,
                *ADDING,
                *BLOCKS,
                *TEXTS,
                *NOTES,
                *HEAD,
                *TABLES,
                *FRAME,
                *PARTS,
                *HISTORY,
                HELP(_help),
            ),
            key=lambda command: GROUPS.index(command.group),
        )
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
