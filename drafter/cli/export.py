"""`drafter export`: a document in the format that the target's suffix says."""

from __future__ import annotations

import sys

import click

from drafter.app import encode, write_whole
from drafter.app.blanks import refuse_unfilled
from drafter.cli.options import (
    PATH,
    SETTINGS,
    Source,
    help_text,
    read,
    source_options,
    talk_options,
    target_options,
)
from drafter.cli.talk import Verbosity, tell, working
from drafter.cli.word_options import chosen, word_options
from drafter.errors import Refused
from drafter.render.safe import safe

_HELP = help_text(
    """
Write SOURCE in the format of OUT: Word in the layout of the United Nations, PDF, JSON, text.

OUT is written whole or not at all, and a file that holds another document is left alone unless
--force is given. A Word file is read back and compared before it is written; a PDF file is made of
it by LibreOffice. A document with unfilled slots is not written unless --draft is given; they are
highlighted then.
""",
    (
        "drafter export south-south.draft -o south-south.docx",
        "drafter export south-south.draft --to json -o - | jq .title",
        "drafter export draft.docx -o draft.txt --force",
        'drafter export draft.docx -o floor.pdf --line-numbers --status "Draft 3"',
    ),
    {
        0: "written",
        2: "trouble: not readable, slots not filled, OUT holds another document",
    },
)


@click.command(
    "export",
    help=_HELP,
    context_settings=SETTINGS,
)
@click.argument("source", type=PATH)
@click.option(
    "-o",
    "--output",
    "target",
    type=PATH,
    required=True,
    metavar="OUT",
    help="Write here; the suffix decides the format.",
)
@click.option("--draft", is_flag=True, help="Write it even with unfilled slots, highlighted.")
@word_options
@target_options
@source_options
@talk_options
def command(
    source: str,
    *,
    target: str,
    draft: bool,
    from_: str | None,
    changes: str | None,
    to: str | None,
    verbosity: Verbosity | None,
    force: bool,
    **page: object,
) -> int:
    """Open and write."""
    resolution = read(Source(source, from_, changes), verbosity)
    if not draft:
        refuse_unfilled(resolution)
    with working(f"writing {target}"):
        data = encode(resolution, target, to or "", **chosen(page))
    if target == "-" and b"\0" in data and sys.stdout.isatty():
        raise Refused("this format is not for a terminal", hint="name a file with -o")
    write_whole(data, target, force=force, own=source)
    if target != "-" and verbosity is not Verbosity.QUIET:
        tell(f"wrote {safe(target)}")
    return 0
