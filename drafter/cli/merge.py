"""`drafter merge`: two versions of a document put together, by the version both come from."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from drafter.app import encode, write_whole
from drafter.cli.options import (
    PATH,
    SETTINGS,
    Source,
    help_text,
    print_json,
    read,
    source_options,
    talk_options,
    target_options,
)
from drafter.cli.talk import Verbosity, tell, working
from drafter.errors import Refused
from drafter.render.safe import safe

if TYPE_CHECKING:
    from drafter.merge import Conflict, Merged

CONFLICTS = 1

_HELP = help_text(
    """
Put together what OURS and THEIRS changed since BASE, the version both come from.

Edits of different paragraphs, or of different words of one paragraph, are merged; numbers, notes
and references follow. Where both changed the same words, the merged text has both alternatives in
square brackets, "[ours: ...] [theirs: ...]", to be settled by hand. What one side deleted and the
other changed stays in such brackets. Paragraphs are known by their ids, and by their words where
the files have no ids.
""",
    (
        "drafter merge base.draft kenya.draft brazil.draft -o merged.draft",
        "drafter merge base.docx ours.docx theirs.docx -o merged.docx --ours-name Kenya",
        "drafter merge base.draft ours.draft theirs.draft --json | jq '.conflicts[].name'",
    ),
    {
        0: "merged, no conflict",
        1: "merged, with conflicts",
        2: "trouble: not readable, not a resolution, OUT holds another document",
    },
)


@click.command("merge", help=_HELP, context_settings=SETTINGS)
@click.argument("base", type=PATH)
@click.argument("ours", type=PATH)
@click.argument("theirs", type=PATH)
@click.option(
    "-o",
    "--output",
    "target",
    type=PATH,
    metavar="OUT",
    help="Write the merged draft here; the suffix decides the format. Without it, the draft goes"
    " to standard output, or nowhere with --json.",
)
@click.option(
    "--ours-name", default="ours", show_default=True, help="The name of OURS in brackets."
)
@click.option(
    "--theirs-name", default="theirs", show_default=True, help="The name of THEIRS in brackets."
)
@click.option("--json", "as_json", is_flag=True, help="Print the conflicts as JSON.")
@target_options
@source_options
@talk_options
def command(
    base: str,
    ours: str,
    theirs: str,
    *,
    target: str | None,
    ours_name: str,
    theirs_name: str,
    as_json: bool,
    to: str | None,
    force: bool,
    from_: str | None,
    changes: str | None,
    verbosity: Verbosity | None,
) -> int:
    """Open three, merge, write one."""
    if (base, ours, theirs).count("-") > 1:
        raise click.UsageError("only one of the three can be standard input")
    if as_json and target == "-":
        raise click.UsageError("--json and the draft cannot both go to standard output")
    sources = [Source(name, from_, changes) for name in (base, ours, theirs)]
    merged = _merge(sources, (ours_name, theirs_name), verbosity)
    if target is not None or not as_json:
        _write(merged, target or "-", to or ("" if target else "draft"), force=force, own=ours)
    if as_json:
        print_json(_data(sources, target, merged))
    if verbosity is not Verbosity.QUIET:
        _report(merged, target, listed=not as_json)
    return 0 if merged.clean else CONFLICTS


def _merge(sources: list[Source], names: tuple[str, str], verbosity: Verbosity | None) -> Merged:
    from drafter.app.merge import merge_documents  # noqa: PLC0415 - heavy, only when run

    base, ours, theirs = (read(source, verbosity) for source in sources)
    with working("merging"):
        return merge_documents(base, ours, theirs, names)


def _write(merged: Merged, target: str, form: str, *, force: bool, own: str) -> None:
    data = encode(merged.resolution, target, form)
    if target == "-" and b"\0" in data and sys.stdout.isatty():
        raise Refused("this format is not for a terminal", hint="name a file with -o")
    write_whole(data, target, force=force, own=own)


def _report(merged: Merged, target: str | None, *, listed: bool) -> None:
    if target not in {None, "-"}:
        tell(f"wrote {safe(str(target))}")
    count = len(merged.conflicts)
    if count:
        tell(f"{count} conflict{'' if count == 1 else 's'}")
    for conflict in merged.conflicts if listed else ():
        tell(f"  {safe(told(conflict))}")


def told(conflict: Conflict) -> str:
    """A conflict in one line."""
    head = conflict.name or conflict.field
    if conflict.field not in {"body", "text", conflict.name}:
        head += f", {conflict.field}"
    ours, theirs = (
        f'"{words}"' if words else "nothing" for words in (conflict.ours, conflict.theirs)
    )
    sides = f"ours {ours}, theirs {theirs}"
    return f"{head}: {conflict.kind.replace('-', ' ')}: {sides}"


def _data(sources: list[Source], target: str | None, merged: Merged) -> dict[str, Any]:
    from drafter.render.three_json import conflict_data  # noqa: PLC0415 - heavy, only when run

    names = dict(zip(("base", "ours", "theirs"), (source.name for source in sources), strict=True))
    return {
        **names,
        "target": target,
        "clean": merged.clean,
        "conflicts": [conflict_data(conflict) for conflict in merged.conflicts],
    }
