"""Run the command line as people do: a process of its own, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.external import CHECKOUT

COMMAND = (sys.executable, "-m", "drafter")
EXAMPLES = CHECKOUT / "examples"


@dataclass(frozen=True, slots=True)
class Done:
    """What a finished command left: its exit code and what it said."""

    code: int
    out: str
    err: str


def environment(**more: str) -> dict[str, str]:
    """A plain environment: eighty columns, no pager options, nothing inherited that colours."""
    dropped = {"NO_COLOR", "PAGER", "LESS", "LESSCHARSET", "DRAFTER_DEBUG"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, "COLUMNS": "80", "PYTHONPATH": str(CHECKOUT), **more}


def drafter(
    *arguments: str | Path, cwd: Path, stdin: bytes = b"", env: dict[str, str] | None = None
) -> Done:
    """Run one command to its end; its output must be UTF-8."""
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        env=env or environment(),
        capture_output=True,
        check=False,
        timeout=120,
    )
    return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
