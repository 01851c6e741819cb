"""Faults found while plain data are decoded, gathered in one pass."""

from __future__ import annotations

from typing import Any

from drafter.errors import Malformed, Place
from drafter.model.invariants import MOST, Fault


class Faults:
    """A list of faults, in the order in which they were met."""

    def __init__(self) -> None:
        self.found: list[Fault] = []

    def add(self, path: str, message: str, hint: str) -> None:
        """Note a fault, unless there are enough already."""
        if len(self.found) < MOST:
            self.found.append(Fault(path, message, hint))

    def wrong_type(self, path: str, expected: str, data: Any) -> None:
        """Note that the data are of another type than expected."""
        self.add(path, f"{expected} is expected, this is {_named(data)}", f"write {expected} here")

    def raise_any(self) -> None:
        """Raise the faults, if there are any.

        Raises:
            Malformed: the first fault, with the others in `also`.
        """
        if not self.found:
            return
        first, *others = (
            Malformed(fault.message, hint=fault.hint, where=Place(path=fault.path))
            for fault in self.found
        )
        raise Malformed(first.what, hint=first.hint, where=first.where, also=others)


def _named(data: Any) -> str:
    match data:
        case None:
            return "null"
        case bool():
            return str(data).lower()
        case int():
            return "a number"
        case float():
            return "a number that is not whole, or too large"
        case str():
            return f"the text {data[:40]!r}"
        case list():
            return "a list"
        case dict():
            return "an object"
        case _:
            return f"a value of the type {type(data).__name__}"
