"""The error of a command line that cannot be understood."""

from __future__ import annotations

from drafter.errors import DrafterError, Place


class Unclear(DrafterError):
    """A command line that drafter does not understand; place and excerpt say where it stops."""

    def __init__(self, what: str, *, hint: str = "", line: str = "", at: int = 0) -> None:
        where = Place(column=at + 1 if line else 0, excerpt=line)
        super().__init__(what, hint=hint, where=where)
