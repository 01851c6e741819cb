"""How long a person waits for the shell: the start, a candidate, a command on a long draft.

Goals: 0.5 s from the start to the prompt, 30 ms for candidates and 50 ms for a command with 500
paragraphs.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from drafter.app import save
from drafter.app.desk import desk
from drafter.app.keep import open_draft
from drafter.commands import State
from drafter.model import (
    Emphasis,
    IdMaker,
    Paragraph,
    Part,
    Resolution,
    Role,
    Style,
    Text,
)
from drafter.shell.completion import candidates
from drafter.shell.counts import counts
from drafter.shell.loop import Loop
from drafter.shell.nobody import Nobody
from drafter.shell.start import problems
from tests.shells import terminal

PARAGRAPHS = 500
BAR = b"words"
"""A word of the toolbar, which is drawn with the prompt."""
LINES = (
    "", "mo", "delete ", "delete op 4", "move op 3 before op 1", "add op report request",
    "add op Requests the Secretary-General to report on 60/1", "head committee=", "export x.docx ",
)  # fmt: skip
COMMANDS = (
    'add op after op 3 "Decides to light the lamps;"', "move op 9 before op 2", "undo", "redo",
    "split op 7 before accordance", "delete op 3", "show op 5", "swap op 4 with op 90",
    'replace "the Assembly" with "the Council"', "demote op 20",
)  # fmt: skip


def long_draft(count: int = PARAGRAPHS) -> Resolution:
    """A draft of so many paragraphs, a third of them preambular."""
    make = IdMaker()

    def paragraph(place: int, role: Role) -> Paragraph:
        words = (
            f" the report {place} of the Secretary-General, in accordance with resolution"
            f" 60/{place % 300 + 1}, and its transmission to the Assembly;"
        )
        body = (Emphasis(Style.OPENING, (Text("Noting"),)), Text(words))
        return Paragraph(make.make("p", words), role, body)

    third = count // 3
    preamble = tuple(paragraph(place, Role.PREAMBULAR) for place in range(third))
    operative = tuple(paragraph(place, Role.OPERATIVE) for place in range(third, count))
    return Resolution(title=(Text("Lamps"),), parts=(Part("", (), (), preamble, operative),))


def best(work: Callable[[], object], times: int = 5) -> float:
    """The least milliseconds that some work took."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return 1000 * min(taken)


def starts(folder: Path, times: int = 5) -> tuple[float, float]:
    """The median seconds to the prompt, in a terminal: by the clock, and those of the processor.

    The first start, which warms the disk, does not count.
    """
    clock, processor = [], []
    for _ in range(times + 1):
        start = time.perf_counter()
        with terminal("start.draft", cwd=folder) as shell:
            while BAR not in shell.raw:
                shell.read(0.005)
            clock.append(time.perf_counter() - start)
            stat = Path(f"/proc/{shell.process.pid}/stat")
            if stat.exists():
                user, system = stat.read_text(encoding="ascii").split()[13:15]
                processor.append((int(user) + int(system)) / os.sysconf("SC_CLK_TCK"))
    return statistics.median(clock[1:]), statistics.median(processor[1:] or [0.0])


def completed(line: str, state: State) -> float:
    """Milliseconds to the candidates for a line."""
    return best(lambda: candidates(line, state))


def entered(loop: Loop, line: str, times: int = 5) -> tuple[float, float]:
    """The median milliseconds that a command takes: by the clock, and those of the processor.

    The difference is the disk: a change is in the journal before it is shown, and `replace` writes
    every paragraph there. What was changed is taken back before the next time, unmeasured.
    """
    clock, processor = [], []
    for time_ in range(times):
        before = loop.state.resolution
        start, used = time.perf_counter(), time.process_time()
        loop.enter(line)
        clock.append(1000 * (time.perf_counter() - start))
        processor.append(1000 * (time.process_time() - used))
        if time_ + 1 < times and loop.state.resolution is not before:
            loop.enter("redo" if line == "undo" else "undo")
    return statistics.median(clock), statistics.median(processor)


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clock, processor = starts(folder)
        print(f"start to prompt: {clock:.2f} s, of the processor {processor:.2f} s")
        path = folder / "long.draft"
        save(long_draft(), str(path))
        state = State(long_draft(), desk(), str(path))
        candidates("add op x", state)
        for line in LINES:
            print(f"candidates for {line!r:60} {completed(line, state):6.1f} ms")
        bar = best(lambda: (counts(state.resolution), problems(state)))
        print(f"toolbar of a new state {bar:44.1f} ms")
        with (folder / "said").open("w") as said:
            loop = Loop(open_draft(str(path), desk()), Nobody(iter(()), said))
            for line in COMMANDS:
                clock, processor = entered(loop, line)
                print(f"command {line!r:56} {clock:6.1f} ms, of the processor {processor:5.1f} ms")
            loop.keeper.close()


if __name__ == "__main__":
    main()
