"""What was entered at once, as the lines of commands it stands for."""

from __future__ import annotations

from drafter.commands import NAMES
from drafter.commands.passage_lines import unwrapped
from drafter.shell.telling import one_line


def entered(text: str) -> tuple[str, ...]:
    """The command lines in a text that was typed or pasted; comments are none.

    Lines that all begin with a command are so many commands. Behind `add` lines are paragraphs, put
    together where only the width of a page has parted them. All other line ends are spaces.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    lines = [line for line in lines if not line.startswith("#")]
    if len(lines) > 1 and all(_command(line) for line in lines):
        return tuple(lines)
    if not lines:
        return ()
    if len(lines) > 1 and _command(lines[0]) == "add":
        return (unwrapped(text),)
    return (one_line("\n".join(lines)),)


def _command(line: str) -> str:
    """The command that a line begins with; "" for none, as for a paragraph's capital letter."""
    first, _, rest = line.partition(" ")
    second = rest.split(" ", 1)[0]
    return NAMES.get(first, NAMES.get(f"{first} {second}", ""))
