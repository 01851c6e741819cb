"""`drafter diff`: two documents compared, for a person or for a program."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter.app import write_whole
from drafter.cli.diff_base import Showing, compare_three, show
from drafter.cli.options import (
    PATH,
    SETTINGS,
    Source,
    help_text,
    read,
    source_options,
    talk_options,
)
from drafter.cli.talk import Verbosity, tell, working
from drafter.cli.word_options import chosen, word_options
from drafter.errors import Refused
from drafter.render.safe import safe

if TYPE_CHECKING:
    from drafter.diff import Diff
    from drafter.model import Resolution
    from drafter.render.terminal import View
    from drafter.render.tracked import Options

DIFFERENT = 1

FORMATS = ("terminal", "summary", "markdown", "html", "json")
DOCUMENTS = ("docx", "tracked")
"""The names of `RENDERERS` and `DOCUMENTS` in `drafter.render.diffs`, written out because that
module brings the whole comparison with it; a test holds the two together."""

_SUFFIXES = {
    ".json": "json",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".docx": "docx",
}
"""The formats that the suffix of a target tells."""

_HELP = help_text(
    """
Compare OLD with NEW, paragraph by paragraph and word by word.

Numbers, note marks and references that only follow from an insertion or a deletion are not shown
as changes of the text. The two may be in different formats: a Word file and a draft, for example.
A comparison for the terminal stands side by side where there are 120 columns.

A comparison as a Word file is the new text with tracked changes: accepting all of them gives NEW,
rejecting all gives OLD. The options of a page, the author and the date are for such a file.

With --base, OLD and NEW are two versions of one text: told is what the first (ours) and the second
(theirs) changed since the base, what both changed alike, and where they are in conflict.
""",
    (
        "drafter diff libraries-draft.draft libraries-adopted.draft",
        "drafter diff old.docx new.docx --format summary",
        "drafter diff old.docx new.docx -o changes.html",
        "drafter diff old.txt new.docx --format json -o changes.json",
        'drafter diff old.draft new.draft -o changes.docx --author "Third Committee"',
        "drafter diff ours.draft theirs.draft --base base.draft",
        "drafter diff ours.draft theirs.draft --base base.draft -o both.html",
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
    type=click.Choice([*FORMATS, *DOCUMENTS]),
    help="For whom: a person (terminal, summary, markdown, html), a program (json), or Word with"
    " tracked changes (docx, also named tracked)."
    " Without it, what the suffix of OUT tells (.json, .html, .md, .docx), else terminal.",
)
@click.option("--json", "form", flag_value="json", help="The same as --format json.")
@click.option(
    "-o", "--output", "target", type=PATH, default="-", metavar="OUT", help="Write the result here."
)
@click.option("--force", is_flag=True, help="Replace OUT even if it holds something else.")
@click.option(
    "--base",
    type=PATH,
    help="The version both come from: tell what each of the two changed since then, and what both"
    " did. As terminal, summary, markdown, html or json.",
)
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
@click.option(
    "--author",
    default="drafter",
    show_default=True,
    metavar="NAME",
    help="Who stands at the changes in a Word file.",
)
@click.option(
    "--date",
    "day",
    metavar="ISO",
    callback=lambda _context, _option, given: _day(given) if given else None,
    help='When, in a Word file: "2026-10-12" or "2026-10-12T15:30Z"; no date without it.',
)
@word_options
@source_options
@talk_options
def command(
    old: str,
    new: str,
    *,
    form: str | None,
    target: str,
    base: str | None,
    context: int,
    verbosity: Verbosity | None,
    from_: str | None,
    changes: str | None,
    force: bool,
    beside: bool | None,
    no_pager: bool,
    author: str,
    day: datetime | None,
    **choices: object,
) -> int:
    """Open both, compare, render."""
    _refuse_twice(old, new, base)
    known = form or _SUFFIXES.get(Path(target).suffix.lower(), "terminal")
    showing = Showing(target, context, beside, force=force, paged=not no_pager)
    if base is not None:
        sources = [Source(name, from_, changes) for name in (base, old, new)]
        return compare_three(sources, known, showing, verbosity)
    texts = _read(Source(old, from_, changes), Source(new, from_, changes), verbosity)
    diff = _compare(*texts, old, new)
    if known in DOCUMENTS:
        _refuse_terminal(target)
        made = _document(known, texts, diff, _tracking(author, day, chosen(choices)))
        write_whole(made, target, force=force)
    else:
        show(lambda view: _render(diff, known, view), known, showing)
    if target != "-" and verbosity is not Verbosity.QUIET:
        tell(f"wrote {safe(target)}")
    return 0 if diff.same else DIFFERENT


def _refuse_twice(*names: str | None) -> None:
    if names.count("-") > 1:
        raise click.UsageError("only one of the texts can be standard input")


def _day(given: str) -> datetime:
    """A date or a moment as people and programs write it (ISO 8601), in universal time."""
    try:
        day = datetime.fromisoformat(given)
        return day.astimezone(UTC) if day.tzinfo else day.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        raise click.BadParameter(f"{given!r} is no date such as 2026-10-12") from error


def _read(old: Source, new: Source, verbosity: Verbosity | None) -> tuple[Resolution, Resolution]:
    return read(old, verbosity), read(new, verbosity)


def _compare(before: Resolution, after: Resolution, old: str, new: str) -> Diff:
    from drafter.app.compare import compare_documents  # noqa: PLC0415 - heavy, only when run

    with working("comparing"):
        return compare_documents(before, after, old, new)


def _refuse_terminal(target: str) -> None:
    if target == "-" and sys.stdout.isatty():
        raise Refused("this format is not for a terminal", hint="name a file with -o")


def _tracking(author: str, day: datetime | None, choices: Mapping[str, Any]) -> Options:
    from drafter.formats import word  # noqa: PLC0415 - heavy, only when run
    from drafter.render import tracked  # noqa: PLC0415 - as above

    made = {name: value for name, value in choices.items() if value}
    return tracked.Options(author, day, word.writing(**made))


def _document(
    form: str, texts: tuple[Resolution, Resolution], diff: Diff, options: Options
) -> bytes:
    from drafter.render.diffs import DOCUMENTS as FAMILY  # noqa: PLC0415 - as above

    with working("writing the comparison"):
        return FAMILY[form](*texts, diff, options)


def _render(diff: Diff, form: str, view: View) -> str:
    from drafter.render.diffs import RENDERERS  # noqa: PLC0415 - heavy, only when run

    return RENDERERS[form](diff, view)
