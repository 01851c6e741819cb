"""The jobs that drafter does, each one function: open, save, compare, check.

They know files and formats but no terminal: the command line and the shell call them and show what
comes back.
"""

from drafter.app.check import FAULTS, check, faults
from drafter.app.numbers import Numbered, numbered
from drafter.app.open import LIMIT, STDIN, open_resolution
from drafter.app.save import encode, save, write_whole

__all__ = [
    "FAULTS",
    "LIMIT",
    "STDIN",
    "Numbered",
    "check",
    "encode",
    "faults",
    "numbered",
    "open_resolution",
    "save",
    "write_whole",
]
