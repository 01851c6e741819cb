"""The command `drafter`: which commands there are, and what happens when one fails.

Commands are imported when they are called, and nothing but click before that: `drafter --version`
costs little more than starting Python.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType

import click

from drafter import __version__

TROUBLE = 2
INTERRUPTED = 130  # as shells report a program ended by Ctrl-C
BROKEN_PIPE = 141  # as shells report a program whose reader went away


@dataclass(frozen=True, slots=True)
class Entry:
    """A command: the module that holds it as `command`, and its line in the list of commands."""

    module: str
    line: str


COMMANDS: Mapping[str, Entry] = MappingProxyType(
    {
        "new": Entry("drafter.cli.new", "Begin a document from a skeleton."),
        "templates": Entry("drafter.cli.templates", "List, show, find and fill clauses."),
        "shell": Entry("drafter.cli.shell", "Draft in a shell, with completion and forms."),
        "edit": Entry("drafter.cli.edit", "Do commands of the shell on a draft, and save it."),
        "import": Entry("drafter.cli.import_", "Read any document and give it as a draft."),
        "export": Entry("drafter.cli.export", "Write a document in another format, such as Word."),
        "show": Entry("drafter.cli.show", "Show a document with its numbers."),
        "diff": Entry("drafter.cli.diff", "Compare two documents, paragraph by paragraph."),
        "check": Entry("drafter.cli.check", "Check the drafting by editorial rules, and mend it."),
        "merge": Entry("drafter.cli.merge", "Put together what two versions changed."),
        "git": Entry("drafter.cli.git", "Have git compare and merge documents with drafter."),
        "validate": Entry("drafter.cli.validate", "Check a document and list its faults."),
    }
)


class Commands(click.Group):
    """A group that knows its commands by name and imports one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order in which people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name].module).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest name where there is no such command."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(_unknown(args[0]))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> int:
        """Run the command; an interrupt and a reader that went away end it without a message.

        Here and not around `main`, which has answers of its own to both: exit code 1, which says
        "different" when a comparison says it.
        """
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _silence()
            raise click.exceptions.Exit(BROKEN_PIPE) from None
        except KeyboardInterrupt:
            click.echo("drafter: interrupted", err=True)
            raise click.exceptions.Exit(INTERRUPTED) from None
        return code if isinstance(code, int) else 0

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.line) for name, entry in COMMANDS.items()])


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 the finding that a command documents, 2 trouble."
    " Help on a command: drafter COMMAND --help",
)
@click.version_option(__version__, message="drafter %(version)s")
def drafter() -> None:
    """Draft, number, lay out and compare United Nations resolutions."""


def main() -> None:
    """The console script: runs the command that was typed and exits with its code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code; every failure is told in one message."""
    _open_closed()
    _speak_utf8()
    try:
        code = drafter.main(arguments, prog_name="drafter", standalone_mode=False)
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except Exception as error:  # noqa: BLE001 - no failure may reach the user as a traceback
        return _trouble(error)
    return code if isinstance(code, int) else 0


def _unknown(name: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only after a typing mistake

    near = get_close_matches(name, COMMANDS, n=1)
    return f"No such command {name!r}." + (f" Did you mean {near[0]!r}?" if near else "")


def _open_closed() -> None:
    """Put something in the place of a stream that the caller has closed: Python leaves None there.

    There is nothing to read and nobody to talk to; data that nobody can receive are an error, so
    that standard output becomes a file that only can be read.
    """
    for name, mode, way in (
        ("stdin", "r", os.O_RDONLY),
        ("stdout", "w", os.O_RDONLY),
        ("stderr", "w", os.O_WRONLY),
    ):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, way), mode, encoding="utf-8"))


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says: texts of the United Nations fit no smaller set."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _silence() -> None:
    """Point standard output at nothing, so that Python's last flush cannot fail again."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())


def _output_failed(error: OSError) -> Exception:
    from drafter.errors import Unwritable  # noqa: PLC0415 - only when something is wrong

    _silence()
    reason = error.strerror or str(error)
    return Unwritable(f"cannot be written: {reason}", source="standard output")


def _trouble(error: Exception) -> int:
    """Tell an error as a message: ours with place and hint, any other as a defect of drafter."""
    if os.environ.get("DRAFTER_DEBUG"):
        raise error
    if isinstance(error, OSError) and error.filename is None:  # of a stream, not of a file
        error = _output_failed(error)
    import_module("drafter.cli.talk").tell_error(error)
    return TROUBLE
