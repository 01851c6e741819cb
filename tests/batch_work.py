"""What workers do in tests: functions of a module, for other processes must find them."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path


def double(number: int) -> int:
    """Twice the number; thirteen ends the process as an exhausted memory does."""
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 2


def leave(number: int) -> int:
    """End the process with the number as its exit code."""
    sys.exit(number)


def dawdle(seconds: float) -> float:
    """Take so long."""
    time.sleep(seconds)
    return seconds


def fill(path: str) -> str:
    """Write a file slowly, to be taken away when the process is told to leave."""
    try:
        Path(path).touch()
        time.sleep(60)
    finally:
        Path(path).unlink()
    return path
