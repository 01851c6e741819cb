"""How long `drafter --version` takes, against the least a click program can take.

The goal is a ratio of at most 1.5. Both are run in turn, so that a busy minute strikes both, and
the medians are compared. Exit code 1 when the goal is missed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

GOAL = 1.5
DRAFTER = [str(Path(sys.executable).with_name("drafter")), "--version"]
CLICK = [sys.executable, "-c", "import click"]


def seconds(command: list[str]) -> float:
    """How long one run of a command takes."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def measure(runs: int) -> tuple[float, float]:
    """The median seconds of drafter and of click, after one run of each to warm the disk."""
    seconds(DRAFTER)
    seconds(CLICK)
    pairs = [(seconds(DRAFTER), seconds(CLICK)) for _ in range(runs)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def main() -> int:
    """Measure and print; the exit code says whether the goal is met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=21)
    drafter, click = measure(parser.parse_args().runs)
    ratio = drafter / click
    print(f"drafter --version        {drafter * 1000:6.1f} ms")
    print(f'python -c "import click" {click * 1000:6.1f} ms')
    print(f"ratio                    {ratio:6.2f}   goal: at most {GOAL}")
    return int(ratio > GOAL)


if __name__ == "__main__":
    sys.exit(main())
