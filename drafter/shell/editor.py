"""A text in the person's own editor: $VISUAL, $EDITOR, or what the system calls one."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

from drafter.errors import Unsupported
from drafter.shell.terminal import keys_as_usual

USUAL = ("editor", "nano", "vi", "notepad")


def edit_outside(text: str, suffix: str) -> str | None:
    """The text after editing; None when it was left as it was, or the editor failed.

    Raises:
        Unsupported: there is no editor, or it cannot be started.
    """
    command = _command()
    with tempfile.TemporaryDirectory(prefix="drafter-") as folder:
        path = Path(folder) / f"draft{suffix}"
        path.write_text(text, encoding="utf-8", newline="\n")
        try:
            with keys_as_usual():
                done = subprocess.run([*command, str(path)], check=False)  # noqa: S603 - the user's own
        except OSError as error:
            raise Unsupported(
                f"the editor {command[0]!r} does not start: {error.strerror}",
                hint="set EDITOR to the name of your editor",
            ) from error
        if done.returncode:
            return None
        new = path.read_text(encoding="utf-8", errors="replace")
    return None if new == text else new


def _command() -> list[str]:
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if named:
        return shlex.split(named)
    found = next((name for name in USUAL if shutil.which(name)), None)
    if found is None:
        raise Unsupported("there is no editor", hint="set EDITOR to the name of your editor")
    return [found]
