"""`drafter import`: any readable document in, our own format out."""

from __future__ import annotations

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
from drafter.cli.talk import Verbosity, tell_notices

_HELP = help_text(
    """
Read SOURCE and give it as a draft.

Every number is derived anew; a printed number that differs, and every word that is left out, is
named in a notice on standard error. Without -o the draft goes to standard output.
""",
    (
        "drafter import A_RES_64_1.txt -o south-south.draft",
        "drafter import report.docx --json -o report.json",
        "pdftotext -layout text.pdf - | drafter import - --from txt",
    ),
    {
        0: "read and written, with or without notices",
        2: "trouble: not readable, not a resolution, OUT holds another document",
    },
)


@click.command(
    "import",
    help=_HELP,
    context_settings=SETTINGS,
)
@click.argument("source", type=PATH)
@click.option("-o", "--output", "target", type=PATH, default="-", metavar="OUT", help="Write here.")
@target_options
@source_options
@talk_options
@click.option("--json", "as_json", is_flag=True, help="Print the notices as JSON; needs -o.")
def command(
    source: str,
    *,
    target: str,
    from_: str | None,
    changes: str | None,
    to: str | None,
    verbosity: Verbosity | None,
    force: bool,
    as_json: bool,
) -> int:
    """Open, save, tell."""
    if as_json and target == "-":
        raise click.UsageError("--json prints to standard output; say with -o where the draft goes")
    reading = read_quietly(Source(source, from_, changes))
    chosen = to or ("draft" if target == "-" else "")
    save(reading.value, target, form=chosen, force=force, own=source)
    if as_json:
        notices = [notice_data(notice) for notice in reading.notices]
        print_json({"source": source, "target": target, "notices": notices})
    else:
        tell_notices(source, reading.notices, or_short(verbosity))
    return 0
