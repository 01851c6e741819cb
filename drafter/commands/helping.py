"""`help`: the list of commands, and the page of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby
from types import MappingProxyType

from drafter.codec import nearest
from drafter.commands.command import Argument, Call, Command, Kind
from drafter.commands.faults import Unclear
from drafter.commands.requests import Outcome, Say
from drafter.commands.state import State

_ADDRESSES = (
    "Addresses name paragraphs as drafters speak; capitals and brackets may be left out.",
    "",
    "  pp 3              the third preambular paragraph",
    "  op 2, 2           operative paragraph 2",
    "  op 2 (a) (i), 2a  its sub-paragraphs",
    "  op last           the last one; also first, and op 2 last",
    "  note 4            the footnote with this mark",
    "  section II        also heading 1, table 1, annex II, annex II op 3, part B op 2",
    "  here              the paragraph that was changed last",
    "  #p-k8qg1          the id, which stays when numbers change",
    "",
    "Places: before op 2, after pp last, below op 3, to the end, to annex II, to part B.",
)
_TEXT = (
    "Text as it is typed:",
    "",
    "  Recalling its ...   opening words are found by themselves; *Recalling* says so",
    "  *words*             italic; {bold:words} bold, {underline:words}, {superscript:2}",
    "  {op 3}              a living reference: paragraph 3 above",
    "  {op 3 named}        paragraph 3; {op 3 bare}: 3",
    "  {note: A/79/123.}   a new footnote; {mark 4} calls footnote 4 once more",
    "  {blank:session}     an unfilled slot; {br} a line break",
    "  \\{  \\*              the sign itself",
)
TOPICS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"addresses": _ADDRESSES, "address": _ADDRESSES, "text": _TEXT, "markup": _TEXT}
)
"""Pages of help that are no command's."""


def HELP(run: Callable[[State, Call], Outcome]) -> Command:  # noqa: N802 - a command like the others
    """The command `help`; the registry gives it what it does, for it needs the registry."""
    return Command(
        "help",
        "help [COMMAND]",
        "List the commands, or explain one; help addresses, help text.",
        run,
        (Argument("command", Kind.COMMAND, "the name of a command", optional=True),),
        ("?",),
        group="Help",
        changes=False,
    )


def helped(commands: Mapping[str, Command], name: str) -> Say:
    """The page of a command, or the list of all.

    Raises:
        Unclear: there is no command of this name.
    """
    if not name:
        return Say(tuple(overview(commands)))
    if name.lower() in TOPICS:
        return Say(tuple(TOPICS[name.lower()]))
    for command in commands.values():
        if name.lower() in (command.name, *command.aliases):
            return Say(tuple(page(command)))
    begun = [one for one in commands.values() if one.name.startswith(f"{name.lower()} ")]
    first = name.lower().partition(" ")[0]
    if not begun and first in commands:
        return helped(commands, first)
    if begun:
        width = max(len(one.usage) for one in begun)
        return Say(tuple(f"{one.usage:{width}}  {one.summary}" for one in begun))
    raise Unclear(f"there is no command {name!r}", hint=nearest(name, (*commands, *TOPICS)))


def overview(commands: Mapping[str, Command]) -> list[str]:
    """One line for each command, by groups."""
    width = max(len(command.usage) for command in commands.values() if len(command.usage) < 28)
    lines: list[str] = []
    for group, members in groupby(commands.values(), key=lambda command: command.group):
        lines += ["", group] if lines else [group]
        for command in members:
            name = command.usage if len(command.usage) <= width else f"{command.name} ..."
            lines.append(f"  {name:{width}}  {command.summary}")
    return lines


def _whole_paragraphs(text: str) -> list[str]:
    """The text with each paragraph in one line, for whoever wraps it; indented lines stay."""
    lines: list[str] = []
    for line in text.strip().splitlines():
        if lines and lines[-1] and line and not line.startswith(" "):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    return lines


def page(command: Command) -> list[str]:
    """The help of one command."""
    lines = [command.usage, "", command.summary]
    if command.help:
        lines += ["", *_whole_paragraphs(command.help)]
    if command.examples:
        lines += ["", "Examples:", *(f"  {example}" for example in command.examples)]
    if command.aliases:
        lines += ["", f"Also: {', '.join(command.aliases)}"]
    return lines
