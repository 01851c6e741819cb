"""The options of a Word file, and of a PDF file that is made of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from drafter.cli.options import PATH
from drafter.errors import Unreadable

F = TypeVar("F", bound=Callable[..., Any])

LARGEST_PICTURE = 5 * 2**20
"""Bytes; one more is read, so that the writer sees that the file is larger."""

_OPTIONS = (
    click.option(
        "--layout",
        metavar="NAME",
        default="",
        help="Page layout: new-york, new-york-2009 or geneva; the organ's without it.",
    ),
    click.option(
        "--numbering",
        type=click.Choice(["typed", "auto"]),
        help="Who counts: drafter, as in the official files, or Word, in living lists and fields.",
    ),
    click.option("--line-numbers", is_flag=True, help="Number the lines of every page."),
    click.option("--double-spacing", is_flag=True, help="Leave a line free for corrections."),
    click.option(
        "--status",
        metavar="TEXT",
        default="",
        help='A line in the masthead and at the head of later pages: "Draft 3, 12 October".',
    ),
    click.option(
        "--emblem",
        type=PATH,
        metavar="FILE",
        help="Picture for the place of the emblem (PNG, JPEG, GIF, EMF); drafter has none.",
    ),
)


def word_options(command: F) -> F:
    """What a user can choose about a page; `chosen` makes the choices of a format of them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def chosen(options: Mapping[str, Any]) -> dict[str, Any]:
    """The options with the emblem's file read.

    Raises:
        Unreadable: the file of the emblem cannot be read.
    """
    emblem = options.get("emblem")
    return {**options, "emblem": _picture(emblem) if emblem else None}


def _picture(name: str) -> bytes:
    try:
        with Path(name).open("rb") as file:
            return file.read(LARGEST_PICTURE + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not a file name"
        raise Unreadable(
            f"the emblem cannot be read: {reason}",
            hint="name a PNG, JPEG, GIF or EMF file",
            source=name,
        ) from error
