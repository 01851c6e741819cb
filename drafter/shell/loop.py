"""The loop: read a line, run its command, keep the change, perform what it asks for, again."""

from __future__ import annotations

from dataclasses import replace

from drafter.commands import Outcome, State, run
from drafter.errors import DrafterError
from drafter.model import Resolution
from drafter.shell.keeper import Keeper, opened, started
from drafter.shell.perform import perform
from drafter.shell.person import Person


class Loop:
    """A session with a person and one draft at a time.

    `state` is the draft of now, `before` what it was before the last change. A change is in the
    journal before anything of it is shown.
    """

    def __init__(self, state: State, keeper: Keeper, person: Person) -> None:
        self.state = state
        self.before = state
        self.keeper = keeper
        self.person = person
        self.goes_on = True

    def run(self) -> None:
        """Read and do until the person leaves; an error is told, and the session goes on."""
        while self.goes_on:
            try:
                line = self.person.line(self.state)
            except KeyboardInterrupt:
                continue
            except EOFError:
                line = "quit"
            self.enter(line)

    def enter(self, line: str) -> None:
        """Do what one line says.

        Raises:
            DrafterError: it cannot be done, and nobody is there to be told.
        """
        if not line.strip() or line.lstrip().startswith("#"):
            return
        try:
            self.settle(run(line.strip(), self.state))
        except DrafterError as error:
            self.person.fault(error)
        except KeyboardInterrupt:
            self.person.say(["stopped; nothing was changed"])

    def settle(self, outcome: Outcome | None) -> None:
        """Keep and show the outcome, and the ones that follow from it."""
        while outcome is not None:
            state, request = outcome
            self._adopt(state)
            outcome = perform(self, request) if request is not None else None

    def write(self, path: str, *, force: bool) -> None:
        """Write the draft to its file, or to another one which is its file from then on."""
        self.state = self.keeper.write(self.state, path, force=force)
        self.person.say([f"saved {self.state.path}"])

    def load(self, path: str) -> None:
        """Go on with the draft in a file."""
        self._change_to(*opened(path, self.state.desk, self.person))

    def begin(self, resolution: Resolution, path: str) -> None:
        """Go on with a new draft."""
        self._change_to(*started(replace(self.state, resolution=resolution, path=path)))

    def leave(self, *, discard: bool) -> None:
        """End after this; the journal keeps what was not saved, unless it is to be forgotten."""
        self.keeper.close(self.state, discard=discard)
        self.goes_on = False

    def _adopt(self, state: State) -> None:
        if state.resolution is not self.state.resolution or state.past != self.state.past:
            self.keeper.changed(self.state, state)
        self.before, self.state = self.state, state

    def _change_to(self, state: State, keeper: Keeper) -> None:
        self.keeper.close(self.state, discard=False)
        self.state = self.before = state
        self.keeper = keeper
