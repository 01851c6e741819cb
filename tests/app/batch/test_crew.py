from __future__ import annotations

import os
import signal
import time
from contextlib import closing
from multiprocessing import active_children
from pathlib import Path

import pytest

from drafter.app.batch.crew import Lost, Work, spread
from tests.batch_work import dawdle, double, fill, leave


def _nothing(_task: object, _process: int) -> None:
    return


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_every_task_gets_its_result(workers: int) -> None:
    results = dict(spread(Work(double, _nothing), range(4), workers))
    assert results == {0: 0, 1: 2, 2: 4, 3: 6}
    assert active_children() == []


def test_no_tasks_need_no_workers() -> None:
    assert list(spread(Work(double, _nothing), (), 2)) == []


@pytest.mark.parametrize("workers", [1, 2])
def test_a_worker_that_dies_costs_its_own_task_only(workers: int) -> None:
    swept: list[tuple[int, int]] = []
    work = Work(double, lambda task, process: swept.append((task, process)))
    results = dict([*spread(work, range(10, 20), workers)])
    assert results == {n: n * 2 for n in range(10, 20)} | {13: Lost(-signal.SIGKILL)}
    assert [task for task, _ in swept] == [13]
    assert swept[0][1] not in {0, os.getpid()}


def test_workers_that_always_die_are_replaced_until_the_tasks_are_done() -> None:
    results = dict(spread(Work(leave, _nothing), (3, 4, 5), 2))
    assert results == {3: Lost(3), 4: Lost(4), 5: Lost(5)}


def test_a_task_that_takes_too_long_is_given_up() -> None:
    work = Work(dawdle, _nothing, patience=1.5)
    (late, lost), *others = spread(work, (60.0, 0.0, 0.1), 1)
    assert (late, others) == (60.0, [(0.0, 0.0), (0.1, 0.1)])
    assert isinstance(lost, Lost)
    assert lost.late


def test_closing_ends_the_workers_which_clean_up(tmp_path: Path) -> None:
    half = tmp_path / "half"
    with closing(spread(Work(_first_fast, _nothing), ("", str(half)), 2)) as results:
        assert next(results) == ("", "")
        while not half.exists():
            time.sleep(0.01)
    assert active_children() == []
    assert not half.exists()


def _first_fast(path: str) -> str:
    return fill(path) if path else ""
