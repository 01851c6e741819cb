"""The lines of a script of commands."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import Unreadable


def script_lines(name: str) -> list[str]:
    """The lines of a file.

    Raises:
        Unreadable: it cannot be read, or is not UTF-8.
    """
    try:
        return Path(name).read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        hint = "a script is a text in UTF-8, one command a line"
        raise Unreadable("this is no text", hint=hint, source=name) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not a file name"
        raise Unreadable(f"cannot be read: {reason}", source=name) from error
