"""How many official AKN4UN files a second are read, on one core and on two, and the memory taken.

The goal is 100 median files a second on one core: files of about the middle size of the General
Assembly's, 39 kilobytes. Give the folder of the files, or have it found by DRAFTER_REAL_DOCS.
Exit code 1 when the goal is missed, 2 when there are no files.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import median

from drafter.formats.akn import read

GOAL = 100
_MEDIAN = 80
"""How many files around the middle of the sizes are measured as "median files"."""


def files(folder: Path) -> list[bytes]:
    """The files of a folder, the smallest first."""
    return sorted((path.read_bytes() for path in sorted(folder.rglob("*.xml"))), key=len)


def middle(found: list[bytes]) -> list[bytes]:
    """Those around the middle of the sizes."""
    half = len(found) // 2
    return found[max(0, half - _MEDIAN // 2) : half + _MEDIAN // 2]


def rate(found: list[bytes], runs: int) -> float:
    """Files a second on one core: the best of some runs, as other work only ever slows one down."""
    best = 0.0
    for _ in range(runs):
        start = time.process_time()
        for data in found:
            read(data)
        best = max(best, len(found) / (time.process_time() - start))
    return best


def rate_of_all(found: list[bytes], workers: int) -> float:
    """Files a second, by the clock, with so many processes; the work is handed out in chunks."""
    start = time.perf_counter()
    with ProcessPoolExecutor(workers) as pool:
        list(pool.map(_read_only, found, chunksize=8))
    return len(found) / (time.perf_counter() - start)


def _read_only(data: bytes) -> int:
    return len(read(data).notices)


def main() -> int:
    """Measure and print; the exit code says whether the goal is met."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(os.environ.get("DRAFTER_REAL_DOCS", "../shared/data")) / "akn"
    parser.add_argument("folder", nargs="?", type=Path, default=default)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    found = files(given.folder)
    if not found:
        print(f"no .xml files in {given.folder}")
        return 2
    chosen = middle(found)
    read(chosen[0])
    one = rate(chosen, given.runs)
    print(f"median files ({median(map(len, chosen)):,.0f} bytes): {one:,.0f} a second on one core")
    for workers in (1, 2):
        every = rate_of_all(found, workers)
        print(f"all {len(found)} files, {workers} process(es): {every:,.0f} a second")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory: {peak:,.0f} MB here, {children:,.0f} MB in the largest worker")
    return 0 if one >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
