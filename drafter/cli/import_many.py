"""The `drafter import` of folders and of several files: one run, one report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from heapq import nlargest
from itertools import islice
from pathlib import Path
from typing import Any

import click

from drafter.app.batch import Failure, Options, Outcome, Plan, Report, cores, plan, run
from drafter.cli.options import notice_data, print_json
from drafter.cli.progress import progress
from drafter.cli.talk import Verbosity, tell, tell_notices, working
from drafter.errors import Unreadable
from drafter.formats.registry import known
from drafter.render.safe import safe

SOME_FAILED = 1

_SHOWN = 20
"""How many ways of failing are told unless --verbose, and how many reasons for leaving out."""

_NAMED = 3
"""How many of the files that failed in one way are named unless --verbose."""

_MOST = 5
"""How many of the files with the most notices are named."""


def import_many(
    sources: Sequence[str],
    options: Options,
    jobs: int | None,
    verbosity: Verbosity,
    *,
    as_json: bool,
) -> int:
    """Import all sources into the folder of the options and tell what came of it.

    Raises:
        UsageError: standard input is among the sources, or the target is no folder.
        Unreadable: there is nothing to import.
    """
    _check(sources, options.folder)
    with working("looking for files"):
        made = plan(sources, options)
    if not made.tasks and not made.failures:
        raise _nothing(made)
    quiet = verbosity is Verbosity.QUIET
    report = Report.over(_followed(made, jobs or cores(), quiet=quiet), made.left_out)
    if as_json:
        print_json(report_data(report))
    else:
        _tell(report, options.folder, verbosity)
    return SOME_FAILED if report.failed else 0


def report_data(report: Report) -> dict[str, Any]:
    """The report as JSON data: every file with its error or its notices, and the sums."""
    return {
        "files": [_outcome_data(outcome) for outcome in report.outcomes],
        "summary": {
            "files": len(report.outcomes),
            "imported": len(report.outcomes) - len(report.failed),
            "failed": len(report.failed),
            "notices": sum(report.kinds.values()),
            "kinds": {kind.value: count for kind, count in report.kinds.items()},
            "left_out": dict(report.left_out),
        },
    }


def _check(sources: Sequence[str], folder: str) -> None:
    if "-" in sources:
        raise click.UsageError("standard input can only be imported alone")
    if folder == "-":
        raise click.UsageError("say with -o into which folder the drafts go")
    if Path(folder).exists() and not Path(folder).is_dir():
        raise click.UsageError(f"with several sources -o names a folder; {safe(folder)} is none")


def _nothing(made: Plan) -> Unreadable:
    found = f": there is only {_counted(made)}" if made.left_out else ""
    return Unreadable(f"there is no file to import{found}", hint=f"drafter reads {known('reads')}")


def _counted(found: Plan | Report) -> str:
    """What was left out, as words."""
    named = [f"{count} {safe(reason)}" for reason, count in islice(found.left_out.items(), _SHOWN)]
    rest = sum(islice(found.left_out.values(), _SHOWN, None))
    return ", ".join([*named, f"{rest} others"] if rest else named)


def _followed(made: Plan, workers: int, *, quiet: bool) -> Iterator[Outcome]:
    """The outcomes as they come, with the bar drawn on; an interrupt says how far it was."""
    total = len(made.tasks) + len(made.failures)
    done = failed = 0
    try:
        with progress(total, wanted=not quiet) as step, closing(run(made, workers)) as outcomes:
            for outcome in outcomes:
                done += 1
                failed += outcome.failure is not None
                step(done, failed)
                yield outcome
    except KeyboardInterrupt:
        tell(f"stopped after {done} of {_files(total)}; what was written is whole")
        raise


def _tell(report: Report, folder: str, verbosity: Verbosity) -> None:
    """The report for people; of a quiet run only what failed, as of a single file."""
    whole = verbosity is Verbosity.FULL
    if whole:
        for outcome in report.outcomes:
            tell_notices(outcome.source, outcome.notices, verbosity)
    _tell_failures(report, whole=whole)
    if verbosity is not Verbosity.QUIET:
        _tell_sums(report, folder)


def _tell_failures(report: Report, *, whole: bool) -> None:
    """Each way of failing once, with the files that failed so: a hundred may be of one cause."""
    ways = _ways(report)
    shown = ways if whole else dict(islice(ways.items(), _SHOWN))
    for failure, sources in shown.items():
        named = sources if whole else sources[:_NAMED]
        more = f" and {len(sources) - len(named)} more" if len(named) < len(sources) else ""
        tell(f"drafter: {', '.join(map(safe, named))}{more}: {safe(str(failure))}")
        if failure.hint:
            tell(f"hint: {safe(failure.hint)}")
    left = len(report.failed) - sum(map(len, shown.values()))
    if left:
        tell(f"drafter: and {left} more that failed (--verbose shows all)")


def _ways(report: Report) -> dict[Failure, list[str]]:
    ways: dict[Failure, list[str]] = {}
    for outcome in report.failed:
        if outcome.failure is not None:
            ways.setdefault(outcome.failure, []).append(outcome.source)
    return ways


def _tell_sums(report: Report, folder: str) -> None:
    failed = f", {len(report.failed)} failed" if report.failed else ""
    good = len(report.outcomes) - len(report.failed)
    tell(f"imported {good} of {_files(len(report.outcomes))} into {safe(folder)}{failed}")
    if report.left_out:
        tell(f"left out: {_counted(report)}")
    if report.kinds:
        kinds = ", ".join(f"{count} {kind}" for kind, count in report.kinds.items())
        tell(f"notices: {kinds}")
        _tell_most(report)


def _tell_most(report: Report) -> None:
    """The files with the most notices: where to look first."""
    noticed = (outcome for outcome in report.outcomes if outcome.notices)
    for outcome in nlargest(_MOST, noticed, key=lambda outcome: len(outcome.notices)):
        tell(f"  {len(outcome.notices):5} in {safe(outcome.source)}")


def _files(count: int) -> str:
    return f"{count} file{'' if count == 1 else 's'}"


def _outcome_data(outcome: Outcome) -> dict[str, Any]:
    return {
        "source": outcome.source,
        "target": outcome.target or None,
        "ok": outcome.failure is None,
        "error": _error_data(outcome),
        "notices": [notice_data(notice) for notice in outcome.notices],
    }


def _error_data(outcome: Outcome) -> dict[str, Any] | None:
    failure = outcome.failure
    if failure is None:
        return None
    return {
        "message": failure.message,
        "hint": failure.hint,
        "line": failure.where.line,
        "column": failure.where.column,
        "path": failure.where.path,
        "more": failure.more,
    }
