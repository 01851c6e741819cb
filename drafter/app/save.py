"""Save a resolution: encoded whole in memory, then put in place in one step or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from drafter.app.open import STDIN, named_format
from drafter.errors import DrafterError, Refused, Unsupported, Unwritable
from drafter.formats.registry import Format, format_of
from drafter.model import Resolution


def encode(resolution: Resolution, target: str, form: str = "", **choices: object) -> bytes:
    """The bytes of a resolution in the format of the target's suffix, or in `form`.

    `choices` are those of the format, for Word its layout, numbering and the like; one that is
    empty or false is as if it had not been made.

    Raises:
        DrafterError: the format is unknown, or cannot carry this resolution; named after the
            target.
    """
    try:
        made = {name: value for name, value in choices.items() if value}
        return _target_format(target, form).write(resolution, **made)
    except DrafterError as error:
        error.named(_name(target))
        raise


def save(
    resolution: Resolution, target: str, *, form: str = "", force: bool = False, own: str = ""
) -> None:
    """Write a resolution to a file, or to standard output where `target` is "-".

    See `write_whole` for `force` and `own`.

    Raises:
        DrafterError: as `encode` and `write_whole`.
    """
    write_whole(encode(resolution, target, form), target, force=force, own=own)


def write_whole(
    data: bytes,
    target: str,
    *,
    force: bool = False,
    own: str = "",
    stdout: BinaryIO | None = None,
) -> None:
    """Put bytes in a file in one step: a reader sees the old content or the new, never a part.

    A file that holds something else is left alone unless `force` is given or it is `own`, the file
    that the content came from. An existing file keeps its permissions; a link keeps pointing.

    Raises:
        Refused: the target exists and holds something else.
        Unwritable: the system does not let it be written.
    """
    if target == STDIN:
        _to_stdout(data, stdout)
        return
    try:
        _to_file(data, Path(target), force=force, own=own)
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: links in a circle
        reason = getattr(error, "strerror", None) or "its name is not a file name"
        hint = _no_folder(Path(target)) if isinstance(error, FileNotFoundError) else ""
        raise Unwritable(f"cannot be written: {reason}", hint=hint, source=target) from error
    except DrafterError as error:
        error.named(target)
        raise


def discard(target: str, process: int) -> None:
    """Take away what a process that ended within `write_whole` may have left by a target."""
    with contextlib.suppress(OSError, ValueError):
        _beside(Path(target).resolve(), process).unlink()


def _target_format(target: str, form: str) -> Format:
    if form:
        return named_format(form)
    if target == STDIN:
        raise Unsupported(
            "standard output has no suffix to tell the format",
            hint="say it with --to, for example --to json",
        )
    return format_of(target)


def _name(target: str) -> str:
    return "standard output" if target == STDIN else target


def _to_stdout(data: bytes, stdout: BinaryIO | None) -> None:
    stream = stdout or sys.stdout.buffer
    stream.write(data)
    stream.flush()


def _to_file(data: bytes, target: Path, *, force: bool, own: str) -> None:
    place = target.resolve()  # a symbolic link is written through, not replaced
    if place.is_dir():
        raise Unwritable("this is a folder", hint="name a file in it")
    if place.exists() and not place.is_file():
        place.write_bytes(data)  # a device or a pipe cannot be replaced, only written to
        return
    if place.exists() and not force and not _same(place, own) and place.read_bytes() != data:
        raise Refused(
            "the file exists and holds something else",
            hint="give another name, or --force to replace it",
        )
    _replace(data, place)


def _no_folder(target: Path) -> str:
    """What to do about a target whose folder is not there."""
    missing = [folder for folder in target.parents if not folder.exists()]
    return f"there is no folder {missing[-1]}: make it first" if missing else ""


def _same(place: Path, own: str) -> bool:
    return bool(own) and Path(own).exists() and place.samefile(own)


def _beside(place: Path, process: int) -> Path:
    return place.with_name(f".{place.name[:200]}.{process}.part")


def _replace(data: bytes, place: Path) -> None:
    """Write beside the target, then swap: on one file system a rename is all or nothing."""
    beside = _beside(place, os.getpid())
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(beside, flags, 0o666)  # less what the umask takes away, as for any new file
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if place.exists():
            beside.chmod(stat.S_IMODE(place.stat().st_mode))
        beside.replace(place)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
