"""How many files a second `drafter import` of a folder brings in, with one job and with two.

Reading, writing and putting in place are all in it, and the start of the processes too. The real
documents of DRAFTER_REAL_DOCS are imported where there are any, else the examples again and again.
Each measurement is a process of its own, for the peak of memory never goes down again.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections import deque
from pathlib import Path
from tempfile import TemporaryDirectory

from drafter.app import open_resolution, save
from drafter.app.batch import Options, plan, run

CHECKOUT = Path(__file__).parent.parent
REAL = (CHECKOUT / os.environ.get("DRAFTER_REAL_DOCS", "../shared/data") / "akn").resolve()
COPIES = 60
"""How often each example is imported where there are no real documents."""


def generate(folder: Path) -> None:
    """The examples as Akoma Ntoso, many times over."""
    for draft in sorted((CHECKOUT / "examples").glob("*.draft")):
        save(open_resolution(str(draft)).value, str(folder / f"{draft.stem}-0.xml"))
        data = (folder / f"{draft.stem}-0.xml").read_bytes()
        for number in range(1, COPIES):
            (folder / f"{draft.stem}-{number}.xml").write_bytes(data)


def measure(folder: Path, jobs: int) -> dict[str, float]:
    """One import of a folder: files, seconds by the clock and of all cores, memory in megabytes."""
    with TemporaryDirectory() as target:
        start = time.perf_counter()
        made = plan([str(folder)], Options(target))
        deque(run(made, jobs), maxlen=0)
        seconds = time.perf_counter() - start
    here, workers = (
        resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return {
        "files": len(made.tasks),
        "seconds": seconds,
        "cpu": here.ru_utime + here.ru_stime + workers.ru_utime + workers.ru_stime,
        "here": here.ru_maxrss / 1024,  # Linux counts kilobytes
        "worker": workers.ru_maxrss / 1024,
    }


def best(folder: Path, jobs: int, runs: int) -> dict[str, float]:
    """The fastest of some runs: other work on the machine only ever slows one down."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.import_folder",
        "--measure",
        str(jobs),
        str(folder),
    ]
    done = [
        subprocess.run(command, cwd=CHECKOUT, check=True, stdout=subprocess.PIPE)
        for _ in range(runs)
    ]
    results: list[dict[str, float]] = [json.loads(one.stdout) for one in done]
    return min(results, key=lambda result: result["seconds"])


def report(folder: Path, runs: int) -> None:
    """Measure a folder with one job and with two, and print the figures."""
    print(f"{'jobs':>4} {'files':>6} {'seconds':>8} {'files/s':>8} {'CPU s':>7}", end=" ")
    print(f"{'parent MB':>10} {'largest worker MB':>18}")
    rates = []
    for jobs in (1, 2):
        got = best(folder, jobs, runs)
        rates.append(got["files"] / got["seconds"])
        print(f"{jobs:4} {got['files']:6} {got['seconds']:8.2f} {rates[-1]:8.1f}", end=" ")
        print(f"{got['cpu']:7.2f} {got['here']:10.0f} {got['worker']:18.0f}")
    print(f"two jobs are {rates[1] / rates[0]:.2f} times as fast as one")


def main() -> int:
    """Print the figures; no goal, for they are those of the machine and of what else it does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="what to import instead")
    parser.add_argument("--runs", type=int, default=3, help="the fastest counts")
    parser.add_argument("--measure", type=int, metavar="JOBS", help="one run, printed as JSON")
    asked = parser.parse_args()
    folder = asked.folder or (REAL if REAL.is_dir() else None)
    if folder and asked.measure:
        print(json.dumps(measure(folder, asked.measure)))
    elif folder:
        report(folder, asked.runs)
    else:
        with TemporaryDirectory() as made:
            generate(Path(made))
            report(Path(made), asked.runs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
