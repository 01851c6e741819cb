"""`drafter show`: the numbered view, in a pager when a person looks at it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from typing import Any

import click

from drafter.app import numbered
from drafter.cli.options import (
    PATH,
    SETTINGS,
    Source,
    coloured,
    help_text,
    print_json,
    read,
    source_options,
    talk_options,
)
from drafter.cli.talk import Verbosity
from drafter.render.outline import Entry, lines, outline
from drafter.render.spans import words

_WIDEST = 100
"""Longer lines are hard to read; a wider terminal gets a margin."""


_HELP = help_text(
    """
Show SOURCE with every number, note mark and reference as it would be printed.

Preambular paragraphs, which have no number on paper, are counted PP1, PP2 in the margin.
""",
    (
        "drafter show south-south.draft",
        "drafter show south-south.draft --ids",
        "drafter show A_RES_64_1.txt --json | jq '.entries[].label'",
    ),
    {0: "shown", 2: "trouble: not readable, not a resolution"},
)


@click.command(
    "show", help=_HELP, short_help="Show a document with its numbers.", context_settings=SETTINGS
)
@click.argument("source", type=PATH)
@click.option("--ids", is_flag=True, help="Show the id of each paragraph and note.")
@click.option("--no-pager", is_flag=True, help="Print at once, even on a terminal.")
@click.option("--json", "as_json", is_flag=True, help="Print the view as JSON.")
@source_options
@talk_options
def command(
    source: str,
    *,
    from_: str | None,
    changes: str | None,
    verbosity: Verbosity | None,
    ids: bool,
    no_pager: bool,
    as_json: bool,
) -> int:
    """Open, number, print."""
    resolution = numbered(read(Source(source, from_, changes), verbosity))
    entries = outline(resolution.resolution, resolution.numbering, resolution.language)
    if as_json:
        print_json({"source": source, "entries": [_data(entry) for entry in entries]})
        return 0
    columns = min(shutil.get_terminal_size((80, 24)).columns, _WIDEST)
    shown = lines(entries, columns, colour=coloured(), ids=ids)
    page(shown, paged=sys.stdout.isatty() and not no_pager)
    return 0


def page(shown: Iterable[str], *, paged: bool) -> None:
    """Print lines, through the user's pager when asked."""
    ended = (f"{line}\n" for line in shown)
    if not paged:
        for line in ended:
            click.echo(line, nl=False, color=True)
        return
    # -F: a short text is printed at once; -R: italics and bold pass; -X: it stays on the screen.
    os.environ.setdefault("LESS", "-FRX")
    os.environ.setdefault("LESSCHARSET", "utf-8")
    click.echo_via_pager(ended, color=True)


def _data(entry: Entry) -> dict[str, Any]:
    return {
        "section": str(entry.section),
        "id": entry.id,
        "label": entry.label,
        "address": entry.address,
        "depth": entry.depth,
        "text": words(entry.text),
    }
