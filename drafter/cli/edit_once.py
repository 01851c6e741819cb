"""Commands of the editor without a shell: all of them on one draft, or none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from drafter.app.keep import Keeper
from drafter.commands import Export, Outcome, Say, State, run
from drafter.errors import DrafterError, Refused
from drafter.model import Resolution
from drafter.shell.nobody import Nobody
from drafter.shell.perform import perform
from drafter.shell.person import Person

THEN = "--then"
_PAIR = re.compile(r"(?P<name>[A-Za-z][\w.-]*)=(?P<value>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Ran:
    """A command that was done: its line, what it printed, and that as data where it has data."""

    line: str
    printed: tuple[str, ...]
    data: Any = None

    def told(self) -> dict[str, Any]:
        """It as plain data."""
        found = {} if self.data is None else {"data": self.data}
        return {"command": self.line, "printed": list(self.printed), **found}


@dataclass
class Printing(Nobody):
    """Keeps what would be printed."""

    printed: list[str] = field(default_factory=list)

    def say(self, lines: Iterable[str]) -> None:
        """Keep lines."""
        self.printed.extend(lines)


@dataclass
class Once:
    """One run over one draft; what it writes is written when every command has been done."""

    state: State
    columns: int = 80
    keeper: Keeper | None = None
    target: str = ""
    before: State = field(init=False)
    person: Person = field(init=False)
    printed: list[str] = field(default_factory=list)
    exports: list[tuple[State, Export]] = field(default_factory=list)
    goes_on: bool = True

    def __post_init__(self) -> None:
        self.before = self.state
        self.person = Printing(iter(()), columns=self.columns, printed=self.printed)

    def enter(self, line: str) -> Ran:
        """Do one command.

        Raises:
            DrafterError: it cannot be understood or done.
        """
        self.printed.clear()
        data = None
        outcome: Outcome | None = run(line, self.state)
        while outcome is not None:
            self.before, (self.state, request) = self.state, outcome
            if isinstance(request, Export):
                self.exports.append((self.state, request))
                self.person.say([f"to be written: {request.path}"])
                return Ran(line, tuple(self.printed))
            data = request.data if isinstance(request, Say) else data
            outcome = perform(self, request) if request is not None else None
        return Ran(line, tuple(self.printed), data)

    def export(self) -> None:
        """Write what commands asked to export."""
        last = self.state
        for state, request in self.exports:
            self.state = state
            perform(self, request)
        self.state = last

    def write(self, path: str, *, force: bool) -> None:
        """Saving is what the run ends with; a name says where."""
        del force  # the option of the command line says so for the whole run
        self.target = path or self.target

    def load(self, path: str) -> NoReturn:
        """One draft a run."""
        raise Refused(f"{path!r} cannot be opened here", hint="one run edits one draft")

    def begin(self, resolution: Resolution, path: str) -> NoReturn:
        """One draft a run."""
        del resolution, path
        raise Refused("a new draft cannot be begun here", hint="use drafter new")

    def leave(self, *, discard: bool) -> None:
        """No command after this."""
        if discard:
            raise Refused("there is nothing to discard", hint="what fails writes nothing anyway")
        self.goes_on = False


def command_lines(words: Sequence[str]) -> list[str]:
    """The lines of commands given as words of a command line, parted by --then."""
    lines: list[list[str]] = [[]]
    for word in words:
        if word == THEN:
            lines.append([])
        else:
            lines[-1].append(word)
    return [_line(line) for line in lines if line]


def script_of(path: str) -> list[str]:
    """The commands of a script: one a line; empty lines and those with # are left out."""
    from drafter.shell.scripts import script_lines  # noqa: PLC0415 - for --script alone

    lines = [line.strip() for line in script_lines(path)]
    return [line for line in lines if line and not line.startswith("#")]


def _line(words: Sequence[str]) -> str:
    """A line of words; one that holds a space was in quotes, and is again."""
    if len(words) == 1:
        return words[0]
    return " ".join(map(_quoted, words))


def _quoted(word: str) -> str:
    if word and not re.search(r"[\s\"']", word):
        return word
    if pair := _PAIR.fullmatch(word):
        return f"{pair['name']}={_in_quotes(pair['value'])}"
    return _in_quotes(word)


def _in_quotes(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def located(error: DrafterError, line: str, place: int, count: int) -> DrafterError:
    """The error with the command that failed, where there are several."""
    if count > 1:
        error.source = error.source or f"command {place} ({line[:60]})"
    return error


def is_kept(source: str) -> bool:
    """Whether a journal stands beside a draft."""
    from drafter.app.journal import journal_of  # noqa: PLC0415 - only for a file

    return journal_of(Path(source)).exists()
