"""Works on a draft until it is killed: one change after the other, each told once it is kept."""

from __future__ import annotations

import sys

from drafter.app.keep import open_draft
from drafter.commands import run
from tests.sessions import desk


def lines(count: int) -> list[str]:
    """The commands of the work: deterministic, so that a test can do them too."""
    kinds = (
        "add op Requests the Secretary-General to report on matter {n};",
        "title Matter {n}",
        "move op last to op 1",
        "note add op 1 A/79/{n}.",
        "undo",
        "add pp Recalling its resolution 64/{n},",
        "undo 2",
        "redo",
    )
    return [kinds[n % len(kinds)].format(n=n) for n in range(count)]


def work(path: str) -> None:
    """Change the draft without end; print the number of each change once it is kept."""
    opened = open_draft(path, desk())
    state = opened.state
    for place, line in enumerate(lines(10_000)):
        state, _ = run(line, state)
        opened.keeper.changed(state)
        sys.stdout.write(f"{place + 1}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    work(sys.argv[1])
