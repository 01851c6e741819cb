"""What the command line says to people on standard error: errors, notices, progress."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from itertools import groupby
from threading import Timer

import click

from drafter.app import FAULTS
from drafter.errors import DrafterError, Place
from drafter.render.safe import safe, width
from drafter.render.spans import Span, words, wrap
from drafter.report import Kind, Notice

SHOWN = 3
"""How many notices of a kind are shown unless --verbose asks for all."""


SHOWN_FAULTS = 10
"""How many faults of one source are told; who mends ten runs the command again anyway."""


class Verbosity(IntEnum):
    """How much is said about a document that was read."""

    QUIET = 0
    SHORT = 1
    FULL = 2


def tell(text: str = "") -> None:
    """One line on standard error."""
    click.echo(text, err=True)


def tell_error(error: Exception) -> None:
    """An error: source, place, fault, the offending line with a caret, and a hint."""
    if not isinstance(error, DrafterError):
        tell(f"drafter: a defect in drafter: {type(error).__name__}: {safe(str(error))}")
        tell("hint: please report it, with the output under DRAFTER_DEBUG=1")
        return
    _tell_fault(error)
    for other in error.also[: SHOWN_FAULTS - 1]:
        _tell_fault(other)
    left = len(error.also) - SHOWN_FAULTS + 1
    if left > 0:
        tell(f"drafter: and {left} more faults")


def _tell_fault(error: DrafterError) -> None:
    columns = _columns()
    tell(f"drafter: {safe(str(error))}")
    for line in excerpt(error.where, columns):
        tell(line)
    if error.hint:
        tell(f"hint: {safe(error.hint)}")


def excerpt(place: Place, columns: int) -> Iterator[str]:
    """The offending line, cut to fit, and a caret under its column where that is known."""
    if not place.excerpt.strip():
        return
    room = max(columns - 4, 20)
    at = max(place.column - 1, 0)
    start = max(at - room * 2 // 3, 0)
    before = safe(place.excerpt[start:at])
    cut = "…" if start else ""
    shown = _fit(cut + before + safe(place.excerpt[at : at + room]), room)
    yield f"    {shown}"
    if place.column:
        yield f"    {' ' * width(cut + before)}^"


def tell_notices(source: str, notices: tuple[Notice, ...], verbosity: Verbosity) -> None:
    """What a reader remarked, by kind: a few of each fault and a count of the rest, or all."""
    if not notices or verbosity is Verbosity.QUIET:
        return
    whole = verbosity is Verbosity.FULL
    tell(f"{safe(source)}: {len(notices)} notice{'' if len(notices) == 1 else 's'}")
    counted: list[str] = []
    for kind, group in _by_kind(notices):
        if whole or kind in FAULTS:
            _tell_kind(kind, group, whole=whole)
        else:
            counted.append(f"{len(group)} {kind}")
    if counted:
        tell(f"  {', '.join(counted)} (--verbose shows all)")


def _tell_kind(kind: Kind, group: list[Notice], *, whole: bool) -> None:
    shown = group if whole else group[:SHOWN]
    for notice in shown:
        for line in _wrapped(f"{kind}: {_said(notice, whole=whole)}"):
            tell(line)
    if len(shown) < len(group):
        tell(f"  {kind}: and {len(group) - len(shown)} more (--verbose shows all)")


@contextmanager
def working(what: str) -> Iterator[None]:
    """Say what is being done once it has taken a second, and take it away again when it is done.

    Only on a terminal: a log has no use for it.
    """
    if not sys.stderr.isatty():
        yield
        return
    said: list[str] = []

    def say() -> None:
        said.append(f"{safe(what)} ...")
        click.echo(said[0], err=True, nl=False)

    timer = Timer(1.0, say)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        if said:
            click.echo(f"\r{' ' * width(said[0])}\r", err=True, nl=False)


def _said(notice: Notice, *, whole: bool) -> str:
    """What a notice says; with the words it is about when all is to be told."""
    quoted = f": {notice.text!r}" if whole and notice.text not in notice.message else ""
    return safe(f"{notice}{quoted}")


def _wrapped(text: str) -> Iterator[str]:
    """A notice's line, wrapped under itself."""
    for place, line in enumerate(wrap((Span(text),), max(_columns() - 6, 30))):
        yield ("    " if place else "  ") + words(line)


def _by_kind(notices: Iterable[Notice]) -> Iterator[tuple[Kind, list[Notice]]]:
    """The notices kind by kind, faults before remarks, each kind in the order of the source."""
    order = sorted(Kind, key=lambda kind: kind not in FAULTS)
    ranked = sorted(notices, key=lambda notice: order.index(notice.kind))
    for kind, group in groupby(ranked, key=lambda notice: notice.kind):
        yield kind, list(group)


def _fit(text: str, columns: int) -> str:
    """The text cut to so many columns, with a sign that it was."""
    if width(text) <= columns:
        return text
    while width(text) >= columns:
        text = text[: -max(1, (width(text) - columns) // 2)]
    return text + "…"


def _columns() -> int:
    return shutil.get_terminal_size((100, 24)).columns
