"""`drafter diff`: two documents compared, for a person or for a program."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.app import write_whole
from drafter.cli.options import (
    PATH,
    SETTINGS,
    Source,
    coloured,
    help_text,
    read,
    source_options,
    talk_options,
)
from drafter.cli.show import page
from drafter.cli.talk import Verbosity, tell, working
from drafter.render.safe import safe

if TYPE_CHECKING:
    from drafter.diff import Diff

DIFFERENT = 1

FORMATS = ("terminal", "summary", "markdown", "html", "json")
"""The names of `drafter.render.diffs.RENDERERS`, written out because that module brings the whole
comparison with it; a test holds the two together."""

_SUFFIXES = {".json": "json", ".html": "html", ".htm": "html", ".md": "markdown"}
"""The formats that the suffix of a target tells."""

_HELP = help_text(
    """
Compare OLD with NEW, paragraph by paragraph and word by word.

Numbers, note marks and references that only follow from an insertion or a deletion are not shown
as changes of the text. The two may be in different formats: a Word file and a draft, for example.
A comparison for the terminal stands side by side where there are 120 columns.
""",
    (
        "drafter diff libraries-draft.draft libraries-adopted.draft",
        "drafter diff old.docx new.docx --format summary",
        "drafter diff old.docx new.docx -o changes.html",
        "drafter diff old.txt new.docx --format json -o changes.json",
    ),
    {
        0: "the same",
        1: "different",
        2: "trouble: not readable, not a resolution, OUT holds another document",
    },
)


@click.command("diff", help=_HELP, context_settings=SETTINGS)
@click.argument("old", type=PATH)
@click.argument("new", type=PATH)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="For whom: a person (terminal, summary, markdown, html) or a program (json)."
    " Without it, what the suffix of OUT tells (.json, .html, .md), else terminal.",
)
@click.option(
    "-o", "--output", "target", type=PATH, default="-", metavar="OUT", help="Write the result here."
)
@click.option("--force", is_flag=True, help="Replace OUT even if it holds something else.")
@click.option(
    "--context",
    type=click.IntRange(0),
    default=1,
    show_default=True,
    help="Unchanged paragraphs shown around a change.",
)
@click.option(
    "--side-by-side/--inline", "beside", default=None, help="Old beside new, or in one column."
)
@click.option("--no-pager", is_flag=True, help="Print at once, even on a terminal.")
@source_options
@talk_options
def command(
    old: str,
    new: str,
    *,
    form: str | None,
    target: str,
    context: int,
    verbosity: Verbosity | None,
    from_: str | None,
    changes: str | None,
    force: bool,
    beside: bool | None,
    no_pager: bool,
) -> int:
    """Open both, compare, render."""
    if old == new == "-":
        raise click.UsageError("only one of the two can be standard input")
    diff = _compare(Source(old, from_, changes), Source(new, from_, changes), verbosity)
    chosen = form or _SUFFIXES.get(Path(target).suffix.lower(), "terminal")
    if target == "-" and chosen == "terminal":
        columns = shutil.get_terminal_size((100, 24)).columns
        shown = _render(diff, chosen, columns, context, beside=beside, colour=coloured())
        page(shown.splitlines(), paged=sys.stdout.isatty() and not no_pager)
    else:
        shown = _render(diff, chosen, 100, context, beside=beside, colour=False)
        write_whole(shown.encode("utf-8"), target, force=force)
    if target != "-" and verbosity is not Verbosity.QUIET:
        tell(f"wrote {safe(target)}")
    return 0 if diff.same else DIFFERENT


def _compare(old: Source, new: Source, verbosity: Verbosity | None) -> Diff:
    from drafter.app.compare import compare_documents  # noqa: PLC0415 - heavy, only when run

    before, after = read(old, verbosity), read(new, verbosity)
    with working("comparing"):
        return compare_documents(before, after, old.name, new.name)


def _render(
    diff: Diff, form: str, columns: int, context: int, *, beside: bool | None, colour: bool
) -> str:
    from drafter.render.diffs import RENDERERS  # noqa: PLC0415 - heavy, only when run
    from drafter.render.terminal import View  # noqa: PLC0415 - as above

    return RENDERERS[form](diff, View(columns, colour, context, beside))
