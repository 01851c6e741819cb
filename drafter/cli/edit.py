"""`drafter edit`: commands of the shell on a draft, without a shell."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.clause_options import FOLDERS
from drafter.cli.options import PATH, READABLE, SETTINGS, WRITABLE, help_text, print_json
from drafter.cli.talk import tell
from drafter.render.safe import safe

if TYPE_CHECKING:
    from drafter.cli.edit_once import Once

_HELP = help_text(
    """
Do COMMAND on the draft in FILE and save it, as the shell would; `--then` parts several commands.

All commands are done, or none: what fails writes nothing. Commands and addresses are those of
the shell: "drafter edit FILE help" lists them, docs/shell.md explains them. A word with spaces
stands in quotes. Options stand before FILE.

Where a journal stands beside the draft, because a shell has worked on it or --journal was given,
the change is kept there, and undo goes back to what was before.
""",
    (
        "drafter edit a.draft delete op 3",
        "drafter edit a.draft move op 5 before op 2 --then undo",
        'drafter edit a.draft add op "Decides to act on {op 2};"',
        "drafter edit a.draft fill op 3 session=82",
        "drafter edit -o new.docx a.draft replace Chair with Chairperson",
        "drafter edit --script changes.txt --json a.draft",
    ),
    {0: "done and saved", 2: "trouble: a command cannot be done; nothing was written"},
)


_OWN = frozenset({"--json", "--dry-run", "--journal", "--force", "--script", "--output"})
"""Options that are easily put behind the command, where they would be its words."""


@dataclass(frozen=True, slots=True)
class _How:
    """Where the draft is read and written, and how."""

    source: str
    target: str
    form: str
    to: str
    force: bool
    journal: bool
    dry: bool
    folders: tuple[Path, ...]


@click.command(
    "edit",
    help=_HELP,
    context_settings={
        **SETTINGS,
        "allow_interspersed_args": False,
        "ignore_unknown_options": True,
    },
)
@click.argument("source", type=PATH, metavar="FILE")
@click.argument("words", nargs=-1, type=click.UNPROCESSED, metavar="COMMAND ...")
@click.option("-o", "--output", "target", type=PATH, default="", metavar="OUT", help="Write here.")
@click.option("--script", type=PATH, default="", metavar="SCRIPT", help="Commands, one a line.")
@click.option("--journal", is_flag=True, help="Begin a journal, so that undo works the next time.")
@click.option("-n", "--dry-run", "dry", is_flag=True, help="Write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.option("--force", is_flag=True, help="Replace OUT even if it holds another document.")
@click.option("--from", "form", type=READABLE, help="Format of FILE.")
@click.option("--to", type=WRITABLE, help="Format of OUT.")
@click.option("-q", "--quiet", is_flag=True, help="Do not say what was saved.")
@FOLDERS
def command(
    source: str,
    *,
    words: tuple[str, ...],
    target: str,
    script: str,
    journal: bool,
    dry: bool,
    as_json: bool,
    force: bool,
    form: str | None,
    to: str | None,
    quiet: bool,
    folders: tuple[Path, ...],
) -> int:
    """Read the commands, do them, save."""
    from drafter.cli.edit_once import command_lines, script_of  # noqa: PLC0415 - heavy

    lines = [*(script_of(script) if script else ()), *command_lines(words)]
    if not lines:
        raise click.UsageError("Name a command, such as: drafter edit a.draft delete op 3")
    stray = next((word for word in words if word in _OWN), "")
    if stray:
        raise click.UsageError(f"{stray} stands before FILE: drafter edit {stray} {source} ...")
    how = _How(source, target, form or "", to or "", force, journal, dry, folders)
    result = _edit(how, lines)
    if as_json:
        print_json(result)
    else:
        _tell(result, quiet=quiet)
    return 0


def _edit(how: _How, lines: list[str]) -> dict[str, object]:
    """Do the commands on the draft and save it; what there is to tell."""
    from drafter.cli.edit_once import located  # noqa: PLC0415 - heavy
    from drafter.errors import DrafterError  # noqa: PLC0415 - as above

    once = _opened(how)
    first = once.state
    try:
        ran = []
        for place, line in enumerate(lines, 1):
            try:
                ran.append(once.enter(line))
            except DrafterError as error:
                raise located(error, line, place, len(lines)) from None
            if not once.goes_on:
                break
        changed = once.state.resolution != first.resolution
        wrote = [] if how.dry else _written(once, how, changed=changed)
    finally:
        if once.keeper is not None:
            once.keeper.close()
    return {
        "source": how.source,
        "changed": changed,
        "written": wrote,
        "commands": [one.told() for one in ran],
    }


def _opened(how: _How) -> Once:
    """The draft, with its journal where it has one."""
    from drafter.app import open_resolution  # noqa: PLC0415 - heavy
    from drafter.app.desk import desk  # noqa: PLC0415 - as above
    from drafter.app.keep import open_draft  # noqa: PLC0415 - as above
    from drafter.cli.edit_once import Once, is_kept  # noqa: PLC0415 - as above
    from drafter.commands import State  # noqa: PLC0415 - as above
    from drafter.errors import Refused  # noqa: PLC0415 - as above

    laid = desk(how.folders)
    columns = shutil.get_terminal_size((80, 24)).columns
    if how.source == "-" or not (how.journal or is_kept(how.source)):
        value = open_resolution(how.source, how.form).value
        return Once(State(value, laid, how.source, saved=value), columns)
    opened = open_draft(how.source, laid)
    if opened.state.read_only:
        opened.keeper.close()
        raise Refused(opened.told[-1], hint="close the other session", source=how.source)
    if opened.state.unsaved:
        opened.keeper.close()
        raise Refused(
            "its journal holds changes that were not saved",
            hint=f"drafter shell {how.source} saves or drops them",
            source=how.source,
        )
    return Once(opened.state, columns, opened.keeper)


def _written(once: Once, how: _How, *, changed: bool) -> list[str]:
    """Save and export; the names of what was written."""
    from drafter.app import encode, write_whole  # noqa: PLC0415 - heavy

    target = how.target or once.target or how.source
    elsewhere = target != how.source or target == "-" or bool(how.to)
    if once.keeper is not None and not elsewhere and changed:
        once.keeper.changed(once.state)
        once.keeper.write(once.state, force=how.force)
    elif changed or elsewhere:
        data = encode(once.state.resolution, target, how.to or (how.form if target == "-" else ""))
        write_whole(data, target, force=how.force, own=how.source)
    once.export()
    saved = [target] if changed or elsewhere else []
    return [*saved, *(request.path for _, request in once.exports)]


def _tell(result: dict[str, object], *, quiet: bool) -> None:
    written = result["written"]
    out = sys.stderr if "-" in (written if isinstance(written, list) else ()) else sys.stdout
    commands = result["commands"]
    for one in commands if isinstance(commands, list) else ():
        for line in one["printed"]:
            click.echo(line, file=out)
    if quiet or not isinstance(written, list):
        return
    for name in written:
        if name != "-":
            tell(f"wrote {safe(name)}")
