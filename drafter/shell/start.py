"""Start a shell: who sits there, which draft, what is said first; and what it ends with."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path, PurePath

from drafter import __version__
from drafter.app.desk import desk
from drafter.app.journal import journal_of, open_journal
from drafter.app.keep import KEPT, Opened, begun_drafts, open_draft, start_draft
from drafter.commands import COMMANDS, Choice, State, expected
from drafter.commands.helping import overview, page
from drafter.errors import DrafterError, Place
from drafter.model import Resolution, query
from drafter.shell.counts import counts, told
from drafter.shell.history import history_path, ready
from drafter.shell.loop import Loop
from drafter.shell.nobody import Nobody
from drafter.shell.person import Person
from drafter.shell.plain import Plain
from drafter.shell.telling import fault_lines, paragraphs
from drafter.shell.terminal import keys_wait

_NOTICES = 5
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
        DrafterError: the draft cannot be opened.
    """
    if options.script:
        return _script(options)
    person = _person(options)
    opened = first_draft(options, person)
    with nullcontext() if isinstance(person, Plain) else keys_wait():
        loop = Loop(opened, person)
        person.say(_greeting(opened, person))
        if _recovered(opened.state):
            _offer(loop)
        loop.run()
    return 0


def first_draft(options: Options, person: Person) -> Opened:
    """The draft that a session begins with: of the file, of a journal alone, or a new one."""
    laid = desk(options.folders)
    path = options.path
    if not path and person.present:
        path = _begun(person)
    if path and not Path(path).suffix and not Path(path).exists():
        path = f"{path}{KEPT[0]}"
    other = bool(path) and Path(path).suffix.lower() not in KEPT  # a new draft is none of those
    if other or (path and (Path(path).exists() or journal_of(Path(path)).exists())):
        return open_draft(path, laid)
    return start_draft(Resolution(), path, laid)


def _begun(person: Person) -> str:
    """A draft that was begun here and never saved, where the person wants to go on with it."""
    begun = [path for path in begun_drafts(Path()) if _worth(path)]
    if not begun:
        return ""
    choices = [
        Choice(str(path), f"go on with {path.name}", "It was never saved.") for path in begun
    ]
    new = Choice("", "begin a new draft", "The other one stays in its journal.")
    return person.pick("A draft was begun here and never saved", (*choices, new)) or ""


def _worth(path: Path) -> bool:
    """Whether a journal holds a change; one that another session has open is left to that."""
    try:
        journal = open_journal(path)
    except DrafterError:
        return False
    journal.read()
    entries = journal.row.entries
    empty = len(entries) < 2 and all(entry.draft == Resolution() for entry in entries)
    journal.close(remove=empty)
    return not empty


def _recovered(state: State) -> bool:
    """Whether the journal holds more than a file that there is."""
    return state.unsaved and state.saved is not None and bool(state.past) and not state.read_only


def _offer(loop: Loop) -> None:
    """Ask whether to go on with what the journal kept, or with the file as it was saved."""
    state = loop.state
    count = told(_since_saved(state), "change")
    choices = (
        Choice("", "go on with the recovered draft", f"{count} that the file does not have"),
        Choice("back", "go back to the file as it was saved", "undo brings the changes back"),
    )
    if loop.person.pick("This draft has changes that were not saved", choices):
        loop.enter("revert saved")


def _since_saved(state: State) -> int:
    """How many changes lead from the file's draft to that of now."""
    drafts = [step.resolution for step in state.past]
    places = [place for place, draft in enumerate(drafts) if draft == state.saved]
    return len(drafts) - places[-1] if places else len(drafts)


def _script(options: Options) -> int:
    """Commands without a person; the first one that fails ends it."""
    nobody = Nobody(iter(_lines(options.script)), columns=_columns())
    loop = Loop(first_draft(options, nobody), nobody)
    try:
        loop.run()
    except DrafterError as error:
        loop.keeper.close()
        error.where = Place(line=nobody.number, excerpt=nobody.said)
        error.source = "standard input" if options.script == "-" else options.script
        nobody.tell(fault_lines(error, nobody.page))
        return FAILED
    if loop.state.unsaved and not loop.state.read_only:
        nobody.tell(["not saved: the changes are in the journal (save writes them)"])
    return 0


def _lines(script: str) -> Iterable[str]:
    if script == "-":
        return sys.stdin
    from drafter.shell.scripts import script_lines  # noqa: PLC0415 - for --script alone

    return script_lines(script)


def _person(options: Options) -> Person:
    history = ready(history_path())
    if options.plain or os.environ.get("TERM") == "dumb":
        return Plain(history, columns=_columns())
    from drafter.shell.screen import Screen, Setting  # noqa: PLC0415 - draws: prompt_toolkit
    from drafter.shell.style import wanted  # noqa: PLC0415 - as above

    return Screen(
        Setting(
            problems=problems,
            help=help_lines,
            colour=wanted(),
            vi=options.keys == "vi",
            history=history,
        )
    )


def problems(state: State) -> int | None:
    """How much is wrong in a draft; None where the settings of the rules cannot be read."""
    if next(query(state.resolution), None) is None:
        return 0  # an empty draft is no problem yet
    try:
        return len(state.problems)
    except DrafterError:
        return None


def help_lines(line: str, state: State) -> Iterator[str]:
    """The page of the command that is being typed; else the list of all."""
    wanted = expected(f"{line} " if line.strip() else "", state)
    if wanted.command is None:
        yield from overview(COMMANDS)
        return
    yield from page(wanted.command)


def _greeting(opened: Opened, person: Person) -> Iterator[str]:
    """What this is and how to get help; what the draft is; what one must know of it."""
    state = opened.state
    count = counts(state.resolution)
    name = PurePath(state.path).name if state.saved else f"a new draft, {state.path}"
    held = f"{count.preambular} preambular and {count.operative} operative paragraphs"
    length = f": {held}, {told(count.notes, 'note')}" if count.words else ""
    lines = (
        f"drafter {__version__}. {person.greeting}",
        f"{name}{length}",
        *opened.told,
        *(str(notice) for notice in opened.notices[:_NOTICES]),
    )
    yield from paragraphs(lines, person.page)


def _columns() -> int:
    return shutil.get_terminal_size((80, 24)).columns
