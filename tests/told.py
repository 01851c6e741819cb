"""An error with all its faults as text, and the cases on disk that are compared with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from drafter.errors import DrafterError

CASES = Path(__file__).parent / "cases"


def told(error: DrafterError) -> str:
    """Every fault of an error: type, place and message, with the hint on a line of its own."""
    lines = []
    for fault in (error, *error.also):
        place = f"{fault.where}: " if str(fault.where) else ""
        lines += [f"{type(fault).__name__}: {place}{fault.what}", f"  hint: {fault.hint}"]
    return "\n".join(lines) + "\n"


def cases(folder: str) -> list[Path]:
    """The cases of a folder; what ends in ".error" is what a case beside it is expected to say."""
    found = sorted(path for path in (CASES / folder).iterdir() if path.suffix != ".error")
    if not found:
        message = f"no case in {folder}"
        raise FileNotFoundError(message)
    return found


def expected(case: Path) -> str:
    """What an invalid case is expected to say."""
    return case.with_suffix(".error").read_text(encoding="utf-8")


def fault_of(read: Callable[[bytes], object], data: bytes) -> DrafterError | None:
    """The error that reading ends in, None when it succeeds; any other exception is a defect."""
    try:
        read(data)
    except DrafterError as error:
        return error
    return None
