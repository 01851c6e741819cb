"""How long a command takes on a draft of 500 paragraphs, and its journal.

    python benchmarks/commands.py

A command is timed from the typed line to the new state with its numbers and addresses; the journal
from the state to the disk. Figures are the median and the worst of several runs, in milliseconds.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from drafter.app import save
from drafter.app.desk import desk
from drafter.app.journal import journal_of
from drafter.app.keep import open_draft
from drafter.commands import State, run
from drafter.model import Emphasis, Note, Paragraph, Part, Resolution, Role, Style, Text, text

PARAGRAPHS = 500
EDITS = 1000
LIMIT = 50.0

LINES = (
    "show op 250",
    "add op after op 250 Requests the Secretary-General to report on {op 3};",
    "add op op-request-report session=81 subject='the present resolution'",
    "edit op 250 Requests the Secretary-General to report on the harbours;",
    "delete op 250",
    "move op 490 to op 3",
    "swap op 3 with op 300",
    "demote op 250",
    "split op 250 before and to report",
    "join op 250",
    "note add op 250 A/79/123.",
    "note delete 200",
    "reference op 250 to op 3",
    "section op 200 to op 300 Means",
    "replace thing with matter",
    "find Assembly",
    "head symbol=A/C.3/79/L.1",
    "sponsors Kenya, Mexico and Qatar",
    "annex add Programme",
    "undo",
    "history",
    "help add",
)


def draft() -> Resolution:
    """A draft of so many operative paragraphs, each with a note."""
    return Resolution(
        parts=(Part(enacting=text("The General Assembly,"), operative=_paragraphs()),)
    )


def _paragraphs() -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(
            f"p-{place:05d}",
            Role.OPERATIVE,
            (
                Emphasis(Style.OPENING, (Text("Requests"),)),
                Text(f" the Secretary-General to see to thing {place} of which the Assembly spoke"),
                Note(f"n-{place:05d}", (Text(f"See A/79/{place}."),)),
                Text(" and to report on it;"),
            ),
        )
        for place in range(PARAGRAPHS)
    )


def timed(work: Callable[[], object], times: int = 7) -> list[float]:
    """How long each of several runs takes, in milliseconds; the first one does not count."""
    work()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def commands() -> float:
    """Time each command; the slowest median."""
    start = State(draft(), desk(), "a.draft")
    changed = run("title Things", start)[0]

    def once(line: str) -> Callable[[], object]:
        def work() -> object:
            fresh = State(changed.resolution, changed.desk, "a.draft", None, changed.past)
            state, _ = run(line, fresh)
            return state.numbering, state.addresses

        return work

    slowest = 0.0
    for line in LINES:
        taken = timed(once(line))
        slowest = max(slowest, statistics.median(taken))
        print(f"{statistics.median(taken):8.1f} {max(taken):8.1f}  {line[:60]}")
    return slowest


def journal() -> None:
    """Time a long session with its journal, and opening the draft again."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.draft"
        save(draft(), str(path))
        opened = open_draft(str(path), desk())
        state, taken = opened.state, []
        for place in range(EDITS):
            state, _ = run(f"edit op {place % PARAGRAPHS + 1} Decides on matter {place};", state)
            start = time.perf_counter()
            opened.keeper.changed(state)
            taken.append((time.perf_counter() - start) * 1000)
        opened.keeper.close()
        size = journal_of(path).stat().st_size / 1024
        start = time.perf_counter()
        again = open_draft(str(path), desk())
        seconds = time.perf_counter() - start
        kept = len(again.state.past)
        again.keeper.close()
    print(f"{statistics.median(taken):8.1f} {max(taken):8.1f}  journal of a change, fsync included")
    print(f"{seconds * 1000:8.1f}           open again, {kept} changes, {size:.0f} kB")


if __name__ == "__main__":
    worst = commands()
    journal()
    print(f"slowest command: {worst:.1f} ms, limit {LIMIT:.0f} ms")
