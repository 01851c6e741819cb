"""`drafter import`: any readable document in, our own format out."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.app import save
from drafter.cli.options import (
    PATH,
    SETTINGS,
    Source,
    help_text,
    notice_data,
    or_short,
    print_json,
    read_quietly,
    source_options,
    talk_options,
    target_options,
)
from drafter.cli.talk import Verbosity, tell, tell_notices
from drafter.edit import relabelled
from drafter.model import Resolution
from drafter.render.safe import safe
from drafter.report import Notice

_HELP = help_text(
    """
Read SOURCE and give it as a draft.

Numbers are not typed any more: they follow. A printed number that differs from the one that
follows is kept and named in a notice on standard error, as is every word that is left out;
"drafter edit OUT renumber" has all numbers follow. Without -o the draft goes to standard output.

SOURCE may be a folder, or there may be several: then -o names a folder, in which the tree of the
source is built again, and all cores are used. Folders are searched to the bottom for the suffixes
that drafter reads; hidden files and links to folders are left out. A file that cannot be read, or
that would become the same file as another, is told in the report at the end and stops nothing.
""",
    (
        "drafter import A_RES_64_1.txt -o south-south.draft",
        "drafter import report.docx --json -o report.json",
        "drafter import session-78 -o drafts --jobs 4",
        "pdftotext text.pdf - | drafter import - --from txt",
    ),
    {
        0: "read and written, with or without notices",
        1: "some of several files failed",
        2: "trouble: nothing to import, not readable, not a resolution, OUT holds another document",
    },
)


@click.command(
    "import",
    help=_HELP,
    context_settings=SETTINGS,
)
@click.argument("sources", type=PATH, nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "-o",
    "--output",
    "target",
    type=PATH,
    default="-",
    metavar="OUT",
    help="Write here; for folders and several files, into this folder.",
)
@target_options
@source_options
@talk_options
@click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    help="How many files to read at the same time; as many as there are cores without it.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the notices as JSON; needs -o.")
def command(
    sources: tuple[str, ...],
    *,
    target: str,
    from_: str | None,
    changes: str | None,
    to: str | None,
    verbosity: Verbosity | None,
    jobs: int | None,
    force: bool,
    as_json: bool,
) -> int:
    """Import one file, or many."""
    if as_json and target == "-":
        raise click.UsageError("--json prints to standard output; say with -o where the draft goes")
    if len(sources) > 1 or Path(sources[0]).is_dir():
        from drafter.app.batch import Options  # noqa: PLC0415 - heavy, only when run
        from drafter.cli.import_many import import_many  # noqa: PLC0415 - as above

        options = Options(target, from_ or "", changes or "", to or "draft", force)
        return import_many(sources, options, jobs, or_short(verbosity), as_json=as_json)
    reading = read_quietly(Source(sources[0], from_, changes))
    chosen = to or ("draft" if target == "-" else "")
    save(reading.value, target, form=chosen, force=force, own=sources[0])
    if as_json:
        _print(sources[0], target, reading.notices)
    else:
        tell_notices(sources[0], reading.notices, or_short(verbosity))
        _tell_kept(reading.value, target, or_short(verbosity))
    return 0


def _tell_kept(resolution: Resolution, target: str, verbosity: Verbosity) -> None:
    """How to have the numbers derived that were kept as the source prints them."""
    if target != "-" and verbosity is not Verbosity.QUIET and relabelled(resolution):
        tell(f"`drafter edit {safe(target)} renumber` derives the numbers that were kept")


def _print(source: str, target: str, notices: tuple[Notice, ...]) -> None:
    data = [notice_data(notice) for notice in notices]
    print_json({"source": source, "target": target, "notices": data})
