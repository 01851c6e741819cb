"""Do what a plan says, in several processes."""

from __future__ import annotations

import os
import signal
from collections.abc import Generator
from contextlib import closing
from pathlib import Path

from drafter.app.batch.crew import PATIENCE, Lost, Work, spread
from drafter.app.batch.plan import Plan
from drafter.app.batch.values import Failure, Outcome, Task
from drafter.app.open import open_resolution
from drafter.app.save import discard, encode, write_whole
from drafter.errors import DrafterError, Unwritable
from drafter.report import Notice

_TRACKS_CHANGES = ".docx"


def cores() -> int:
    """How many processes can run at the same time here."""
    if hasattr(os, "sched_getaffinity"):  # fewer than the machine has, in a container or a queue
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(plan: Plan, workers: int) -> Generator[Outcome, None, None]:
    """The outcome of each task of a plan, as they are finished; failures of the plan come first.

    Documents stay in the workers: here there are only their outcomes, however many files there
    are. Closing the iterator ends the workers and leaves only whole files behind.
    """
    yield from plan.failures
    with closing(spread(Work(convert, _sweep), plan.tasks, workers)) as results:
        for task, result in results:
            yield _lost(task, result) if isinstance(result, Lost) else result


def convert(task: Task) -> Outcome:
    """Read one file, write the other; whatever goes wrong is the failure in the outcome."""
    try:
        return Outcome(task.source, task.target, notices=_convert(task))
    except DrafterError as error:
        failure = Failure.of(error, task.source)
    except MemoryError:
        failure = Failure("there is too little memory for it", "try --jobs 1")
    except Exception as error:  # noqa: BLE001 - a defect that one file shows must not stop the rest
        failure = Failure(
            f"a defect in drafter: {type(error).__name__}: {error}",
            "please report it, with the output for this file alone under DRAFTER_DEBUG=1",
        )
    return Outcome(task.source, task.target, failure)


def _convert(task: Task) -> tuple[Notice, ...]:
    how = task.how
    reading = open_resolution(task.source, how.form, changes=_changes(task))
    data = encode(reading.value, task.target)
    _make_folder(Path(task.target).parent)
    write_whole(data, task.target, force=how.force, own=task.source)
    return reading.notices


def _changes(task: Task) -> str:
    """The choice about tracked changes; formats without them refuse to be asked."""
    suffix = f".{task.how.form}" if task.how.form else Path(task.source).suffix.lower()
    return task.how.changes if suffix == _TRACKS_CHANGES else ""


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = f"the folder cannot be made: {error.strerror}"
        raise Unwritable(reason, source=str(folder)) from error


def _sweep(task: Task, process: int) -> None:
    discard(task.target, process)


def _lost(task: Task, lost: Lost) -> Outcome:
    """The outcome of a file that no process came back from."""
    if lost.late:
        failure = Failure(f"not finished after {PATIENCE:.0f} seconds", "import it alone")
    else:
        failure = Failure(
            f"the process that read it ended ({_cause(lost.exitcode)})",
            "there may be too little memory: try it alone, or --jobs 1",
        )
    return Outcome(task.source, task.target, failure)


def _cause(exitcode: int) -> str:
    known = {one.value for one in signal.Signals}
    return signal.Signals(-exitcode).name if -exitcode in known else f"exit code {exitcode}"
