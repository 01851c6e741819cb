"""`drafter check`: what the editorial rules find, as text, JSON or SARIF, and mended with --fix."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import click

from drafter import __version__
from drafter.app.configuration import ensure_codes, settings_for
from drafter.app.review import Reviewed, explanation, mend_file, review_file
from drafter.app.source_lines import SourceLines
from drafter.cli.options import (
    PATH,
    READABLE,
    SETTINGS,
    coloured,
    help_text,
    print_json,
)
from drafter.cli.talk import tell, tell_error, working
from drafter.errors import DrafterError
from drafter.model import query
from drafter.render.findings import Told, data, summary, text, where
from drafter.render.safe import safe
from drafter.render.sarif import sarif
from drafter.rules import Severity

FOUND = 1
TROUBLE = 2

_HELP = help_text(
    """
Check the drafting of FILES: structure, punctuation, opening words, references, spelling.

Each finding has a code; --explain tells the rule behind it, with its evidence and examples. A
finding marked [*] is mended by --fix, which writes .draft, .json and those .docx files that lose
nothing by it; other files are only reported on.

A file drafter.toml beside the draft, or in a folder above it, chooses rules for good. One finding
is ignored with a reason, in the attributes of its paragraph: @ignore-A301="two reports".
""",
    (
        "drafter check south-south.draft",
        "drafter check *.draft --select S,P --format json",
        "drafter check south-south.draft --fix",
        "drafter check --explain A301",
    ),
    {0: "nothing found, or --exit-zero", 1: "something found", 2: "trouble: not readable"},
)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line asks for beside the files."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    level: Severity = Severity.INFO
    fix: bool = False
    form: str = ""
    changes: str = ""


def _codes(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> list[str]:
    """Codes parted by commas, given once or more often."""
    return [code.strip() for some in given for code in some.split(",") if code.strip()]


@click.command(
    "check", help=_HELP, short_help="Check the drafting by rules.", context_settings=SETTINGS
)
@click.argument("files", nargs=-1, type=PATH)
@click.option("--fix", is_flag=True, help="Mend what can be mended, in the files themselves.")
@click.option(
    "--select", multiple=True, metavar="CODES", callback=_codes, help="Ask only these rules."
)
@click.option(
    "--ignore", multiple=True, metavar="CODES", callback=_codes, help="Do not ask these rules."
)
@click.option(
    "--level",
    type=click.Choice([str(severity) for severity in Severity]),
    default=str(Severity.INFO),
    help="Tell only findings that are at least so severe.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    help="How to print what was found.",
)
@click.option("--json", "form", flag_value="json", help="The same as --format json.")
@click.option("--explain", metavar="CODE", help="Print the page of a rule.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if something was found.")
@click.option("--from", "from_", type=READABLE, help="Format of the files: always for '-'.")
@click.option(
    "--changes",
    type=click.Choice(["refuse", "accept", "reject"]),
    help="What to do with changes tracked in a Word file; refuse to read it without this.",
)
def command(
    files: tuple[str, ...],
    *,
    fix: bool,
    select: list[str],
    ignore: list[str],
    level: str,
    form: str,
    explain: str | None,
    exit_zero: bool,
    from_: str | None,
    changes: str | None,
) -> int:
    """Review each file, tell, exit as ruff does."""
    if explain:
        click.echo(explanation(explain), nl=False)
        return 0
    if not files:
        raise click.UsageError("Missing argument 'FILES...'.")
    ensure_codes((*select, *ignore))
    wishes = Wishes(tuple(select), tuple(ignore), Severity(level), fix, from_ or "", changes or "")
    reviews = [_reviewed(file, wishes) for file in files]
    told = [_told(one, wishes.level) for one in reviews if one is not None]
    if told:
        _PRINTERS[form](told)
    found = any(one.findings for one in told)
    return TROUBLE if None in reviews else FOUND if found and not exit_zero else 0


def _reviewed(file: str, wishes: Wishes) -> Reviewed | None:
    """The review of a file; None, with the trouble told, where there was some."""
    try:
        settings = settings_for(file).over(wishes.select, wishes.ignore)
        job = mend_file if wishes.fix else review_file
        with working(f"checking {file}"):
            result = job(file, settings, form=wishes.form, changes=wishes.changes)
    except DrafterError as error:
        tell_error(error)
        return None
    for finding in result.fixed:
        done = finding.fix.message if finding.fix else ""
        tell(safe(f"{file}: {where(finding)}: {finding.code} mended: {done}"))
    if result.kept_back:
        tell(safe(f"{file}: not mended: {result.kept_back.what}"))
        tell(safe(f"hint: {result.kept_back.hint}"))
    return result


def _told(result: Reviewed, level: Severity) -> Told:
    order = list(Severity)
    severe = tuple(f for f in result.findings if order.index(f.severity) <= order.index(level))
    blocks = tuple(site.block.id for site in query(result.reading.value))
    lines = SourceLines(result.source, blocks)
    return Told(result.source, severe, tuple(lines.line(finding) for finding in severe))


def _print_text(told: list[Told]) -> None:
    for one in told:
        for line in text(one, colour=coloured()):
            click.echo(line, color=True)
    tell(summary((f for one in told for f in one.findings), len(told)))


def _print_data(told: list[Told]) -> None:
    print_json(data(told))


def _print_sarif(told: list[Told]) -> None:
    print_json(sarif(told, __version__))


_PRINTERS: Mapping[str, Callable[[list[Told]], None]] = MappingProxyType(
    {"text": _print_text, "json": _print_data, "sarif": _print_sarif}
)
