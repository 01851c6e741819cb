"""How the terminal takes keys while no prompt is shown.

Keys that are typed while a command works wait for the next prompt, unseen. Left to itself a
terminal would echo them into what is printed, and turn Ctrl-D into an end that no prompt gets.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

if sys.platform != "win32":  # which keeps keys by itself
    import termios

_INPUT, _LOCAL = 0, 3


@contextmanager
def keys_wait(handle: int | None = None) -> Iterator[None]:
    """Keys wait as they were typed; Ctrl-C still interrupts."""
    with _settings(handle, wait=True):
        yield


@contextmanager
def keys_as_usual(handle: int | None = None) -> Iterator[None]:
    """Lines and echo, as programs that are started expect them."""
    with _settings(handle, wait=False):
        yield


@contextmanager
def _settings(handle: int | None, *, wait: bool) -> Iterator[None]:
    """The settings of a terminal, by default that of standard input, until the end of the block."""
    if sys.platform == "win32" or (handle is None and not sys.stdin.isatty()):
        yield
        return
    at = sys.stdin.fileno() if handle is None else handle
    before = termios.tcgetattr(at)
    new = termios.tcgetattr(at)
    _switch(new, _LOCAL, termios.ICANON | termios.ECHO, on=not wait)
    _switch(new, _INPUT, termios.ICRNL, on=not wait)
    termios.tcsetattr(at, termios.TCSANOW, new)
    try:
        yield
    finally:
        termios.tcsetattr(at, termios.TCSANOW, before)


def _switch(settings: list[int], place: int, flags: int, *, on: bool) -> None:
    settings[place] = settings[place] | flags if on else settings[place] & ~flags
