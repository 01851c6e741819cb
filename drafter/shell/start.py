"""Start a shell: who sits there, which draft, what is said first; and what it ends with."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from drafter import __version__
from drafter.app import check, faults
from drafter.app.desk import desk
from drafter.commands import COMMANDS, State, expected
from drafter.commands.helping import overview, page
from drafter.errors import DrafterError, Place
from drafter.model import Resolution
from drafter.render.safe import safe
from drafter.shell.counts import counts, told
from drafter.shell.keeper import opened, started
from drafter.shell.loop import Loop
from drafter.shell.nobody import Nobody
from drafter.shell.person import Person
from drafter.shell.plain import Plain
from drafter.shell.telling import paragraphs

FAILED = 1


@dataclass(frozen=True, slots=True)
class Options:
    """How a shell is started.

    `script` is the name of a file of commands, "-" for standard input, "" for a person. `folders`
    hold clauses of the user.
    """

    path: str = ""
    keys: str = "emacs"
    plain: bool = False
    script: str = ""
    folders: tuple[Path, ...] = ()


def shell(options: Options) -> int:
    """Run a shell to its end; the exit code.

    Raises:
        DrafterError: the draft cannot be opened, or a line of a script cannot be done.
    """
    if options.script:
        return _script(options)
    person = _person(options)
    loop = _loop(options, person)
    person.say(_greeting(loop.state, person))
    loop.run()
    return 0


def _loop(options: Options, person: Person) -> Loop:
    laid = desk(options.folders)
    if options.path:
        return Loop(*opened(options.path, laid, person), person)
    return Loop(*started(State(Resolution(), laid)), person)


def _script(options: Options) -> int:
    """Commands without a person; the first one that fails ends it.

    Raises:
        DrafterError: a command failed; the place is its line in the script.
    """
    nobody = Nobody(iter(_lines(options.script)), columns=_columns())
    loop = _loop(options, nobody)
    try:
        loop.run()
    except DrafterError as error:
        source = "standard input" if options.script == "-" else options.script
        error.where = Place(line=nobody.number, excerpt=nobody.said)
        error.source = source
        raise
    return 0


def _lines(script: str) -> Iterable[str]:
    if script == "-":
        return sys.stdin
    from drafter.shell.scripts import script_lines  # noqa: PLC0415 - for --script alone

    return script_lines(script)


def _person(options: Options) -> Person:
    if options.plain or os.environ.get("TERM") == "dumb":
        return Plain(columns=_columns())
    from drafter.shell.history import history_path, ready  # noqa: PLC0415 - draws: prompt_toolkit
    from drafter.shell.screen import Screen, Setting  # noqa: PLC0415 - as above
    from drafter.shell.style import wanted  # noqa: PLC0415 - as above

    return Screen(
        Setting(
            problems=problems,
            help=help_lines,
            colour=wanted(),
            vi=options.keys == "vi",
            history=ready(history_path()),
        )
    )


def problems(state: State) -> int:
    """How many faults the checks of a draft find."""
    return len(faults(check(state.resolution, state.numbering)))


def help_lines(line: str, state: State) -> Iterator[str]:
    """The page of the command that is being typed; else the list of all."""
    wanted = expected(f"{line} " if line.strip() else "", state)
    if wanted.command is None:
        yield from overview(COMMANDS)
        return
    yield from page(wanted.command)


def _greeting(state: State, person: Person) -> Iterator[str]:
    """Two lines: what this is and how to get help; what the draft is."""
    count = counts(state.resolution)
    name = safe(PurePath(state.path).name) if state.path else "a new draft, not in a file yet"
    held = f"{count.preambular} preambular and {count.operative} operative paragraphs"
    length = f": {held}, {told(count.notes, 'note')}" if count.words else ""
    lines = (
        f"drafter {__version__}. F1 or help: what you can do. Tab completes. Ctrl-D leaves.",
        f"{name}{length}",
    )
    yield from paragraphs(lines, person.page)


def _columns() -> int:
    return shutil.get_terminal_size((80, 24)).columns
