"""`drafter shell`: draft in a shell, or have a script of commands done."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from drafter.cli.clause_options import FOLDERS
from drafter.cli.options import PATH, SETTINGS, help_text

_HELP = help_text(
    """
Draft in a shell. FILE is opened, or made when it is saved for the first time.

Tab completes, F1 helps, Ctrl-R looks through earlier lines, Ctrl-D leaves. Every change is in a
journal beside the draft before it is shown: after a crash the next start offers it.

A paragraph with sub-paragraphs is edited in several lines; paragraphs that are pasted behind "add
op" are as many paragraphs. With --plain everything is said in lines: "?" at the end of a line reads
out what could stand there, an empty line tells how the draft stands.

Commands may come from a script, or from a pipe, one a line; "#" begins a comment. The first one
that fails ends it.
""",
    (
        "drafter shell my.draft",
        "drafter shell my.draft --keys vi",
        "drafter shell my.draft --script changes.txt",
        "echo 'delete op 3' | drafter shell my.draft",
    ),
    {0: "done", 1: "a command of a script failed", 2: "trouble: the draft cannot be opened"},
)


@click.command("shell", help=_HELP, context_settings=SETTINGS)
@click.argument("file", type=PATH, required=False, default="")
@click.option(
    "--keys", type=click.Choice(["emacs", "vi"]), default="emacs", help="How lines are edited."
)
@click.option("--plain", is_flag=True, help="Lines alone, no menus, no colour: for screen readers.")
@click.option("--script", type=PATH, default="", metavar="FILE", help="Do the commands in FILE.")
@FOLDERS
def command(file: str, *, keys: str, plain: bool, script: str, folders: tuple[Path, ...]) -> int:
    """Start it."""
    from drafter.shell.start import Options, shell  # noqa: PLC0415 - heavy, only when run

    piped = not script and not plain and not sys.stdin.isatty()
    source = script or ("-" if piped else "")
    return shell(Options(file, keys, plain=plain, script=source, folders=folders))
