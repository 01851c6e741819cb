"""States of an editing session for tests: a desk that reads the data of the checkout."""

from __future__ import annotations

from functools import cache

from drafter.app.desk import desk as app_desk
from drafter.commands import Ask, Desk, Edit, Outcome, Pick, State, run
from drafter.model import Resolution


@cache
def desk() -> Desk:
    """One desk for all tests."""
    return app_desk()


def state_of(resolution: Resolution, path: str = "a.draft") -> State:
    """A session with a draft that has just been opened."""
    return State(resolution, desk(), path, saved=resolution)


def after(state: State, *lines: str) -> State:
    """The state after some commands; forms are left empty."""
    for line in lines:
        state = settled(run(line, state))[0]
    return state


def settled(outcome: Outcome, typed: str = "") -> Outcome:
    """An outcome with its questions answered: the first choice, an empty form, a typed text."""
    state, request = outcome
    match request:
        case Pick(choices=choices, resume=resume):
            return settled(resume(state, choices[0].value), typed)
        case Ask(resume=resume, values=values):
            return settled(resume(state, values), typed)
        case Edit(text=text, resume=resume):
            return settled(resume(state, typed or text), typed)
    return outcome
