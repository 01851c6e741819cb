"""Where a draft is kept: its file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Protocol

from drafter.app import encode, open_resolution, write_whole
from drafter.commands import Desk, State, saved
from drafter.errors import Refused
from drafter.model import Resolution
from drafter.shell.person import Person


class Keeper(Protocol):
    """Keeps the changes of one draft, and writes its file."""

    def changed(self, before: State, after: State) -> None:
        """Keep a change; when this returns, it survives whatever happens."""

    def write(self, state: State, path: str, *, force: bool) -> State:
        """Write the draft to its file, or to `path`; the state that is saved."""

    def close(self, state: State, *, discard: bool) -> None:
        """Leave the draft; `discard` forgets what was not saved."""


class Loose:
    """Keeps nothing but the file, and that when it is written."""

    def changed(self, before: State, after: State) -> None:
        """Nothing is kept."""

    def write(self, state: State, path: str, *, force: bool) -> State:
        """Write the draft whole or not at all."""
        target = path or state.path
        if not target:
            raise Refused("the draft has no file yet", hint="name one: save my.draft")
        write_whole(encode(state.resolution, target), target, force=force, own=state.path)
        return saved(state, target)

    def close(self, state: State, *, discard: bool) -> None:
        """Nothing is left to do."""


def opened(path: str, desk: Desk, _person: Person) -> tuple[State, Keeper]:
    """The draft in a file, or a new one of this name."""
    if not Path(path).exists():
        return State(Resolution(), desk, path), Loose()
    value = open_resolution(path).value
    return State(value, desk, path, saved=value), Loose()


def started(state: State) -> tuple[State, Keeper]:
    """A draft without a file."""
    return replace(state, saved=None, past=(), future=()), Loose()
