"""`drafter validate`: what is wrong with a document, as a list and as an exit code."""

from __future__ import annotations

import click

from drafter.app import Numbered, check, faults, numbered
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
)
from drafter.cli.talk import Verbosity, tell, tell_notices
from drafter.render.safe import safe
from drafter.report import Notice

FOUND = 1


_HELP = help_text(
    """
Check SOURCE: numbers, notes, references, structure.

Faults are printed numbers that do not follow, notes without a call and calls without a note,
references to nothing, irregular structure, wrong encoding. What the reader left out or mended
on the way in is told, but is a fault only under --strict.

With --like, the structure must be that of OTHER too: another language version of the same text,
which has the same paragraphs, numbers and notes. Where it has not, a notice says where.
""",
    (
        "drafter validate south-south.draft",
        "drafter validate A_RES_64_1.txt --json",
        "drafter validate draft.docx --quiet && echo good",
        "drafter validate A_RES_79_275-F.xml --like A_RES_79_275-E.xml",
    ),
    {0: "no faults", 1: "faults found", 2: "trouble: not readable, not a resolution"},
)


@click.command(
    "validate",
    help=_HELP,
    context_settings=SETTINGS,
)
@click.argument("source", type=PATH)
@click.option("--strict", is_flag=True, help="Count every notice as a fault.")
@click.option("--like", metavar="OTHER", type=PATH, help="Compare the structure with OTHER's.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@source_options
@talk_options
def command(
    source: str,
    *,
    from_: str | None,
    changes: str | None,
    verbosity: Verbosity | None,
    strict: bool,
    like: str | None,
    as_json: bool,
) -> int:
    """Open, check, tell."""
    reading = read_quietly(Source(source, from_, changes))
    whole = numbered(reading.value)
    notices = (
        *reading.notices,
        *check(whole.resolution, whole.numbering),
        *(_unlike(whole, Source(like, None, changes)) if like else ()),
    )
    found = notices if strict else faults(notices)
    if as_json:
        print_json(_data(source, notices, found))
    else:
        _tell(source, notices, found, or_short(verbosity))
    return FOUND if found else 0


def _unlike(whole: Numbered, other: Source) -> tuple[Notice, ...]:
    """Where the text is built otherwise than the other version."""
    from drafter.app.versions import structure_notices  # noqa: PLC0415 - for --like alone

    return structure_notices(whole, numbered(read_quietly(other).value))


def _tell(
    source: str, notices: tuple[Notice, ...], found: tuple[Notice, ...], verbosity: Verbosity
) -> None:
    tell_notices(source, notices, verbosity)
    if verbosity is not Verbosity.QUIET:
        plural = "" if len(found) == 1 else "s"
        tell(f"{safe(source)}: {len(found)} fault{plural}" if found else f"{safe(source)}: good")


def _data(source: str, notices: tuple[Notice, ...], found: tuple[Notice, ...]) -> dict[str, object]:
    return {
        "source": source,
        "valid": not found,
        "faults": [notice_data(notice) for notice in found],
        "notices": [notice_data(notice) for notice in notices if notice not in found],
    }
