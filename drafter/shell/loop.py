"""The loop: read a line, run its command, keep the change, perform what it asks for, again."""

from __future__ import annotations

import os

from drafter.app.keep import Opened, open_draft, start_draft
from drafter.commands import Outcome, State, run
from drafter.errors import DrafterError, Refused
from drafter.model import Resolution
from drafter.render.safe import safe
from drafter.shell.display import shown
from drafter.shell.pasting import entered
from drafter.shell.perform import perform
from drafter.shell.person import Person
from drafter.shell.telling import paragraphs


class Loop:
    """A session with a person and one draft at a time.

    `state` is the draft of now, `before` what it was before the last change. A change is in the
    journal before anything of it is shown.
    """

    def __init__(self, opened: Opened, person: Person) -> None:
        self.state = self.before = opened.state
        self.keeper = opened.keeper
        self.person = person
        self.goes_on = True

    def run(self) -> None:
        """Read and do until the person leaves; an error is told, and the session goes on."""
        ended = False
        while self.goes_on:
            try:
                line = self.person.line(self.state)
            except KeyboardInterrupt:
                continue
            except EOFError:
                if ended or not self.person.present:
                    self.leave(discard=False)  # nobody answers any more: the journal keeps it
                    break
                line, ended = "quit", True
            else:
                ended = False
            self.enter(line)

    def enter(self, line: str) -> None:
        """Do what one line says, or each of several commands that were pasted at once.

        Raises:
            DrafterError: it cannot be done, and nobody is there to be told.
        """
        try:
            for one in entered(line):
                self.settle(run(one, self.state))
        except DrafterError as error:
            self.person.fault(error)
        except KeyboardInterrupt:
            self.person.say(["stopped"])
        except Exception as error:
            if not self.person.present or os.environ.get("DRAFTER_DEBUG"):
                raise
            self._defect(error)

    def settle(self, outcome: Outcome | None) -> None:
        """Keep and show the outcome, and the ones that follow from it."""
        while outcome is not None:
            state, request = outcome
            self._adopt(state)
            outcome = perform(self, request) if request is not None else None

    def write(self, path: str, *, force: bool) -> None:
        """Write the draft to its file, or to another one which is its file from then on."""
        self.state = self.before = self.keeper.write(self.state, path, force=force)
        self.person.say([f"saved {safe(self.state.path)}"])

    def load(self, path: str) -> None:
        """Go on with the draft in a file."""
        if path == self.state.path:
            raise Refused("this draft is open already", hint="name another file")
        self._change_to(open_draft(path, self.state.desk))

    def begin(self, resolution: Resolution, path: str) -> None:
        """Go on with a new draft; it takes the name of one in which nothing was written yet."""
        if not self.state.past and self.state.saved is None:
            self.keeper.close()
            path = path or self.state.path
        self._change_to(start_draft(resolution, path, self.state.desk))
        self.person.say(shown(self.state, (), self.person.page))

    def leave(self, *, discard: bool) -> None:
        """End after this; the journal keeps what was not saved, unless it is to be forgotten."""
        self.keeper.close(discard=discard)
        self.goes_on = False

    def _defect(self, error: Exception) -> None:
        """Tell a defect of drafter; the session goes on from the last state that was kept."""
        told = (
            f"a defect in drafter: {type(error).__name__}: {error}",
            "the draft is as it was; please report what you typed",
        )
        self.person.say(paragraphs(told, self.person.page))

    def _adopt(self, state: State) -> None:
        """Take a state over, when its change is in the journal."""
        if state.resolution is not self.state.resolution:
            self.keeper.changed(state)
        self.before, self.state = self.state, state

    def _change_to(self, opened: Opened) -> None:
        self.keeper.close()
        self.state = self.before = opened.state
        self.keeper = opened.keeper
        told = (f"{opened.state.path} is open", *opened.told)
        self.person.say(paragraphs(told, self.person.page))
