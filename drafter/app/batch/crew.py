"""Spread tasks over processes so that a task which ends its process costs only itself.

The pools of the standard library know which tasks were lost with a process, but not which of them
it was working on, and the executor gives up altogether. Here each worker has a pipe of its own and
one task at a time, so what it was working on is known. A round trip takes under a tenth of a
millisecond, a document ten milliseconds and more.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from time import monotonic
from typing import Any, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

PATIENCE = 300.0
"""Seconds that a task may take. The slowest of the real documents takes under one."""

_SPAWN = get_context("spawn")  # the same on all systems, and no thread or lock is copied half-way
_LOOK = 1.0  # seconds between looks for workers that take too long
_LEAVE = 5.0  # seconds for a worker to clean up after being told to leave


@dataclass(frozen=True, slots=True)
class Lost:
    """A task that has no result: its worker ended with this exit code, or took too long.

    The code of a worker that a signal ended is the number of the signal, below zero.
    """

    exitcode: int
    late: bool = False


@dataclass(frozen=True, slots=True)
class Work(Generic[T, R]):
    """What the workers do, and what is done after one that ended within a task.

    `do` is a function of a module, for another process must find it; what it raises ends the
    process. `sweep` gets the task and the number of the process.
    """

    do: Callable[[T], R]
    sweep: Callable[[T, int], None]
    patience: float = PATIENCE


@dataclass(frozen=True, slots=True)
class _Worker(Generic[T]):
    process: BaseProcess
    pipe: Connection
    task: T
    since: float


def spread(
    work: Work[T, R], tasks: Sequence[T], workers: int
) -> Generator[tuple[T, R | Lost], None, None]:
    """Each task with its result, as they are finished. Closing the iterator ends all workers."""
    waiting = iter(tasks)
    busy: dict[Connection, _Worker[T]] = {}
    done: list[BaseProcess] = []
    try:
        for task in islice(waiting, workers):
            _add(busy, _hire(work, task))
        while busy:
            for pipe in _turn(busy, work.patience):
                worker = busy.pop(pipe)
                result = _result(worker, work)
                for task in islice(waiting, 1):
                    _add(busy, _next(worker, work, task))
                if worker.pipe not in busy:
                    worker.pipe.close()
                    done.append(worker.process)
                yield worker.task, result
    finally:
        _dismiss(busy.values(), work)
        for process in done:
            process.join(_LEAVE)


def _add(busy: dict[Connection, _Worker[T]], worker: _Worker[T]) -> None:
    busy[worker.pipe] = worker


def _hire(work: Work[T, R], task: T) -> _Worker[T]:
    """A new worker with its first task."""
    ours, theirs = _SPAWN.Pipe()
    process = _SPAWN.Process(target=_serve, args=(work.do, theirs), daemon=True)
    with _interrupts_later():
        process.start()
    theirs.close()  # so that the end of the worker is the end of the pipe
    worker = _Worker(process, ours, task, monotonic())
    with suppress(OSError):  # it may have ended already: then the pipe says so
        ours.send(task)
    return worker


def _next(worker: _Worker[T], work: Work[T, R], task: T) -> _Worker[T]:
    """The worker with its next task, or a new one where it has ended."""
    try:
        worker.pipe.send(task)
    except OSError:
        return _hire(work, task)
    return replace(worker, task=task, since=monotonic())


def _turn(busy: dict[Connection, _Worker[T]], patience: float) -> Iterable[Connection]:
    """The pipes of the workers that are finished, have ended, or take too long."""
    ready = wait(list(busy), _LOOK)
    overdue = monotonic() - patience
    return [pipe for pipe, worker in busy.items() if pipe in ready or worker.since < overdue]


def _result(worker: _Worker[T], work: Work[T, R]) -> R | Lost:
    if not worker.pipe.poll():
        worker.process.terminate()
        return Lost(_end(worker, work), late=True)
    try:
        result: R = worker.pipe.recv()
    except (EOFError, OSError):  # the pipe broke off: the worker has ended
        return Lost(_end(worker, work))
    return result


def _end(worker: _Worker[T], work: Work[T, R]) -> int:
    """Wait until a worker that was within a task has ended, and sweep; its exit code."""
    process = worker.process
    process.join(_LEAVE)
    if process.is_alive():
        process.kill()
        process.join()
    worker.pipe.close()
    work.sweep(worker.task, process.pid or 0)
    return process.exitcode or 0


def _dismiss(workers: Iterable[_Worker[T]], work: Work[T, R]) -> None:
    """End workers within their tasks: something went wrong, or nobody wants the rest."""
    left = list(workers)
    for worker in left:
        worker.process.terminate()
    for worker in left:
        _end(worker, work)


@contextmanager
def _interrupts_later() -> Iterator[None]:
    """Keep Ctrl-C from a process that is being started; it would die with a traceback.

    The terminal sends it to all processes, and only this one is to answer. What is blocked here is
    blocked in the new process for good.
    """
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # its start would lift the block
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(do: Callable[[Any], Any], pipe: Connection) -> None:
    """What a worker does: one task after the other, until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    try:
        while True:
            pipe.send(do(pipe.recv()))
    except (EOFError, OSError):  # nobody is there any more
        return


def _leave(_signal: int, _frame: object) -> None:
    """End in good order: files that are being written are taken away."""
    sys.exit(1)
