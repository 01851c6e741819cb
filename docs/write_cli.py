"""Write `docs/cli.md` from the help of the commands: `python docs/write_cli.py`.

A test compares the page with what this makes, so that the two cannot drift apart.
"""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.main import COMMANDS, drafter

PAGE = Path(__file__).with_name("cli.md")

HEAD = """\
# The command line

Made from the programs' own help by `docs/write_cli.py`; a test keeps the two in step.

Data go to standard output, talk (notices, errors, progress) to standard error. `-` as a source is
standard input, as a target standard output. A file is written whole or not at all, and a file that
holds another document is never replaced without `--force`.

| exit code | meaning |
|---|---|
| 0 | done |
| 1 | the finding that the command documents: different, faults found |
| 2 | trouble: bad usage, a source that cannot be read, a target that cannot be written |
| 130 | interrupted by Ctrl-C |
| 141 | the program that read the output went away |

| variable | meaning |
|---|---|
| `NO_COLOR` | no colour, italics or bold, even on a terminal |
| `PAGER`, `LESS` | the pager of `show` and `diff`, and its options (default `-FRX`) |
| `COLUMNS` | the width of the output |
| `DRAFTER_DEBUG` | show the traceback of an error, for a defect report |
"""


def page() -> str:
    """The whole page."""
    context = _context(drafter, None, "drafter")
    parts = [HEAD, _section("drafter", drafter.get_help(context))]
    for name in COMMANDS:
        command = drafter.get_command(context, name)
        if command is not None:
            parts += _sections(command, context, name)
    return "\n".join(parts)


def _context(command: click.Command, above: click.Context | None, name: str) -> click.Context:
    """The context that the program itself would make: a command keeps its help option from it."""
    return click.Context(
        command, parent=above, info_name=name, terminal_width=80, **command.context_settings
    )


def _sections(command: click.Command, above: click.Context, name: str) -> list[str]:
    """The section of a command, and of the commands within it."""
    context = _context(command, above, name)
    parts = [_section(context.command_path, command.get_help(context))]
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        parts += _sections(inner, context, inner.name or "")
    return parts


def _section(title: str, text: str) -> str:
    return f"## {title}\n\n```text\n{text.rstrip()}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
