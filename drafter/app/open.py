"""Open a resolution: bytes from a file or from standard input, read in the format they are in.

The suffix decides the format. The content is only looked at to explain why reading failed: a guess
from the content would read the same file in two ways on two days.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import BinaryIO

from drafter.app.sniff import disguise
from drafter.errors import DrafterError, Unreadable, Unsupported
from drafter.formats.registry import FORMATS, Format, format_of, known
from drafter.model import Resolution
from drafter.report import Read

STDIN = "-"
"""The name that means standard input as a source and standard output as a target."""

LIMIT = 32 * 1024 * 1024
"""Most bytes that a source may have. The longest of 18,844 official texts has under 3 MB as XML; a
Word file grows beyond that only by its pictures."""


def open_resolution(
    source: str, form: str = "", *, changes: str = "", stdin: BinaryIO | None = None
) -> Read[Resolution]:
    """Read the resolution that a file holds, or standard input where `source` is "-".

    `form` names the format ("txt", ".docx") where the suffix does not: always for standard input.
    `changes` says what to do with changes tracked in a Word file: "accept", "reject" or "refuse".

    Raises:
        DrafterError: whatever the reader finds wrong, named after the source; Unreadable when the
            file is absent, empty, too large or another kind of file than its suffix says.
    """
    name = "standard input" if source == STDIN else source
    try:
        chosen = _format(source, form)
        data = _bytes(source, stdin)
        return _read(chosen, data, {"changes": changes} if changes else {})
    except DrafterError as error:
        error.named(name)
        raise


def named_format(name: str) -> Format:
    """The format called "txt" or ".txt".

    Raises:
        Unsupported: there is none of this name.
    """
    suffix = f".{name.lower().lstrip('.')}"
    if suffix not in FORMATS:
        raise Unsupported(f"{name!r} is not a known format", hint=f"known: {', '.join(FORMATS)}")
    return FORMATS[suffix]


def _format(source: str, form: str) -> Format:
    if form:
        return named_format(form)
    if source == STDIN:
        raise Unsupported(
            "standard input has no suffix to tell its format",
            hint="say it with --from, for example --from txt",
        )
    try:
        return format_of(source)
    except Unsupported:
        data = _bytes(source, None)
        raise disguise(data, Path(source).suffix.lower()) or Unsupported(
            f"the name does not tell a format that drafter reads ({known('reads')})",
            hint="say the format with --from, for example --from txt",
        ) from None


def _read(chosen: Format, data: bytes, choices: Mapping[str, str]) -> Read[Resolution]:
    if not data.strip():
        raise Unreadable("the source is empty", hint="give a file that holds a resolution")
    other = disguise(data, chosen.suffix)
    if other is not None:
        raise other
    return chosen.read(data, **choices)


def _bytes(source: str, stdin: BinaryIO | None) -> bytes:
    if source == STDIN:
        return _bounded((stdin or sys.stdin.buffer).read(LIMIT + 1))
    path = Path(source)
    try:
        if path.is_dir():
            raise Unreadable("this is a folder", hint="name a file in it")
        with path.open("rb") as file:
            return _bounded(file.read(LIMIT + 1))
    except FileNotFoundError:
        raise _missing(path) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not a file name"
        raise Unreadable(f"cannot be read: {reason}") from error


def _bounded(data: bytes) -> bytes:
    if len(data) > LIMIT:
        raise Unreadable(
            f"larger than {LIMIT // 1024 // 1024} MB, which no resolution is",
            hint="give the resolution alone, without the pictures or the volume around it",
        )
    return data


def _missing(path: Path) -> Unreadable:
    try:
        beside = [entry.name for entry in path.parent.iterdir() if entry.is_file()]
    except (OSError, ValueError):
        beside = []
    near = _nearest(path, beside)
    hint = f"did you mean {path.with_name(near)}?" if near else "check the name"
    return Unreadable("there is no such file", hint=hint)


def _nearest(path: Path, beside: Sequence[str]) -> str:
    """The name most like that of a path: like it before its suffix, for suffixes are all alike."""
    stems = get_close_matches(path.stem, {Path(name).stem for name in beside}, n=1)
    same = [name for name in beside if stems and Path(name).stem == stems[0]]
    return next(iter(get_close_matches(path.name, same, n=1, cutoff=0)), "")
