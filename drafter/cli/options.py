"""Options and arguments that several commands share, and the steps they share."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import click

from drafter.app import open_resolution
from drafter.cli.talk import Verbosity, tell_notices, working
from drafter.formats.registry import FORMATS
from drafter.model import Resolution
from drafter.report import Notice, Read

F = TypeVar("F", bound=Callable[..., Any])

PATH = click.Path(allow_dash=True)
"""A file name or "-"; drafter itself says what is wrong with it."""

READABLE = click.Choice([form.suffix[1:] for form in FORMATS.values() if form.reads])
WRITABLE = click.Choice([form.suffix[1:] for form in FORMATS.values() if form.writes])

SETTINGS = {"help_option_names": ["-h", "--help"]}


def help_text(about: str, examples: tuple[str, ...], exits: Mapping[int, str]) -> str:
    """The help of a command: what it does, examples, exit codes; docs/cli.md is made of the same.

    `about` has its paragraphs parted by empty lines. The backspace tells click to keep the lines.
    """
    lines = ["\b", "Examples:", *(f"  {example}" for example in examples), ""]
    lines += ["\b", "Exit codes:", *(f"  {code}  {meaning}" for code, meaning in exits.items())]
    return about.strip() + "\n\n" + "\n".join(lines)


def source_options(command: F) -> F:
    """`--from` and `--changes`: how a source is read."""
    command = click.option(
        "--changes",
        type=click.Choice(["refuse", "accept", "reject"]),
        help="What to do with changes tracked in a Word file; refuse to read it without this.",
    )(command)
    return click.option(
        "--from",
        "from_",
        type=READABLE,
        help="Format of the source, where its suffix does not tell it: always for '-'.",
    )(command)


def target_options(command: F) -> F:
    """`-o`, `--to` and `--force`, for commands that write a document."""
    command = click.option(
        "--force", is_flag=True, help="Replace OUT even if it holds another document."
    )(command)
    return click.option(
        "--to", "to", type=WRITABLE, help="Format of OUT, where its suffix does not tell it."
    )(command)


def talk_options(command: F) -> F:
    """`--quiet` and `--verbose`, given to the command as one `verbosity`."""
    command = click.option(
        "-v",
        "--verbose",
        "verbosity",
        flag_value=Verbosity.FULL,
        type=Verbosity,
        help="Show every notice, whole.",
    )(command)
    return click.option(
        "-q",
        "--quiet",
        "verbosity",
        flag_value=Verbosity.QUIET,
        type=Verbosity,
        help="Show no notices.",
    )(command)


@dataclass(frozen=True, slots=True)
class Source:
    """A source as it was named on the command line, with the options that say how to read it."""

    name: str
    form: str | None = None
    changes: str | None = None


def read(source: Source, verbosity: Verbosity | None) -> Resolution:
    """The resolution in a source, its notices told on standard error."""
    reading = read_quietly(source)
    tell_notices(source.name, reading.notices, or_short(verbosity))
    return reading.value


def read_quietly(source: Source) -> Read[Resolution]:
    """The resolution in a source with its notices, which the caller tells in its own way."""
    with working(f"reading {source.name}"):
        return open_resolution(source.name, source.form or "", changes=source.changes or "")


def or_short(verbosity: Verbosity | None) -> Verbosity:
    """The verbosity that was asked for, else the usual one."""
    return Verbosity.SHORT if verbosity is None else verbosity


def notice_data(notice: Notice) -> dict[str, Any]:
    """A notice as JSON data: its kind, what it says, where, and the words it is about."""
    return {
        "kind": notice.kind.value,
        "message": notice.message,
        "line": notice.where.line,
        "column": notice.where.column,
        "path": notice.where.path,
        "text": notice.text,
    }


def print_json(data: Any) -> None:
    """Data for programs, on standard output."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def coloured() -> bool:
    """Whether standard output is a terminal that wants colour (NO_COLOR, TERM=dumb say no)."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and sys.stdout.isatty()
