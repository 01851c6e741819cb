"""`drafter git`: what git does with documents, set up and taken away."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from drafter.app.git import SUFFIXES, Where, install, status, uninstall
from drafter.cli.merge import told
from drafter.cli.options import SETTINGS, help_text
from drafter.cli.talk import tell
from drafter.render.safe import safe

_NOW = """\
git diff, log -p and show now print these files as text; git merge goes by paragraphs
`git diff --word-diff` marks single words, `git difftool -t drafter` opens the comparison"""
MISSING = 1
CONFLICTS = 1

_HELP = help_text(
    """
Have git compare and merge resolutions with drafter: .draft, .json and .docx files.

After install, git diff, log -p and show print a Word file as text, a paragraph a line; git merge
merges paragraph by paragraph and leaves conflicts in square brackets in a file that stays unmerged;
git difftool -t drafter opens the comparison itself. A file that is no resolution is treated as
without drafter.
""",
    (
        "drafter git install",
        "drafter git install --global",
        "drafter git status",
        "drafter git uninstall",
    ),
    {0: "done", 1: "status: not all is set up", 2: "trouble: no git, no repository"},
)


@click.group("git", help=_HELP, context_settings=SETTINGS)
def command() -> None:
    """Set git up for documents."""


F = TypeVar("F", bound=Callable[..., Any])


def _where_option(function: F) -> F:
    """`--global` and `--private`, given to the command as one `where`."""
    function = click.option(
        "--private",
        "where",
        flag_value=Where.PRIVATE,
        type=Where,
        help="Keep the attributes in this clone (info/attributes), not in .gitattributes.",
    )(function)
    return click.option(
        "--global",
        "where",
        flag_value=Where.GLOBAL,
        type=Where,
        help="For all repositories of this user: git's own configuration and attributes.",
    )(function)


@command.command(
    "install",
    context_settings=SETTINGS,
    short_help="Set git up.",
    help=help_text(
        """
Set git up, in this repository or for all of them; done again, it changes nothing.

The attributes go into .gitattributes, which can be committed; the configuration is each user's own.
""",
        ("drafter git install", "drafter git install --private", "drafter git install --global"),
        {0: "set up", 2: "trouble: no git, no repository, a file that cannot be written"},
    ),
)
@_where_option
def install_command(where: Where | None) -> int:
    """Install and tell what was missing."""
    before = install(where or Where.SHARED, Path.cwd())
    for setting in before.settings:
        if not setting.good:
            click.echo(f"set {setting.name}")
    if not before.attributed:
        click.echo(f"added {' '.join(SUFFIXES)} to {safe(str(before.attributes))}")
    if before.complete:
        click.echo("everything was set up already")
    else:
        click.echo(_NOW)
    return 0


@command.command(
    "uninstall",
    context_settings=SETTINGS,
    short_help="Take away what install added.",
    help=help_text(
        """
Take away what install added, and nothing else; give the option that was given to install.
""",
        ("drafter git uninstall", "drafter git uninstall --global"),
        {0: "taken away, or nothing was there", 2: "trouble: no git, no repository"},
    ),
)
@_where_option
def uninstall_command(where: Where | None) -> int:
    """Uninstall and tell what was there."""
    before = uninstall(where or Where.SHARED, Path.cwd())
    removed = [setting for setting in before.settings if setting.ours]
    for setting in removed:
        click.echo(f"unset {setting.name}")
    if before.attributed:
        click.echo(f"took {' '.join(SUFFIXES)} out of {safe(str(before.attributes))}")
    if not removed and not before.attributed:
        click.echo("nothing was set up")
    return 0


@command.command(
    "status",
    context_settings=SETTINGS,
    short_help="Tell what is set up.",
    help=help_text(
        """
Tell what is set up here, or with --global for all repositories.
""",
        ("drafter git status", "drafter git status --global"),
        {0: "all is set up", 1: "something is missing", 2: "trouble: no git, no repository"},
    ),
)
@_where_option
def status_command(where: Where | None) -> int:
    """Tell each setting and the attributes."""
    now = status(where or Where.SHARED, Path.cwd())
    for setting in now.settings:
        state = "set" if setting.good else f"other: {setting.found}" if setting.found else "not set"
        click.echo(f"{setting.name}: {safe(state)}")
    state = "set" if now.attributed else "not set"
    click.echo(f"{safe(str(now.attributes))}: {state}")
    return 0 if now.complete else MISSING


@command.command(
    "textconv",
    hidden=True,
    context_settings=SETTINGS,
    help=help_text(
        "What git diff calls: print FILE as text, a paragraph a line.",
        ("drafter git textconv draft.docx",),
        {0: "printed", 2: "trouble"},
    ),
)
@click.argument("file", type=click.Path())
def textconv_command(file: str) -> int:
    """Print a file as text."""
    from drafter.app.git_files import text_of  # noqa: PLC0415 - heavy, only when run

    sys.stdout.buffer.write(text_of(file))
    sys.stdout.buffer.flush()
    return 0


@command.command(
    "merge-files",
    hidden=True,
    context_settings=SETTINGS,
    help=help_text(
        "What git merge calls: write the merge of three versions of NAME over OURS.",
        ("drafter git merge-files base.tmp ours.tmp theirs.tmp draft.docx",),
        {0: "merged", 1: "merged with conflicts, or left as it was", 2: "trouble"},
    ),
)
@click.argument("base", type=click.Path())
@click.argument("ours", type=click.Path())
@click.argument("theirs", type=click.Path())
@click.argument("name", type=click.Path())
def merge_files_command(base: str, ours: str, theirs: str, name: str) -> int:
    """Merge and tell the conflicts."""
    from drafter.app.git_files import merge_files  # noqa: PLC0415 - heavy, only when run

    conflicts = merge_files(base, ours, theirs, name)
    if conflicts is None:
        tell(f"drafter: {safe(name)}: not merged by paragraphs; git's own merge has conflicts")
        return CONFLICTS
    if conflicts:
        tell(f"drafter: {safe(name)}: conflicts in brackets: {len(conflicts)}")
    for conflict in conflicts:
        tell(f"  {safe(told(conflict))}")
    return CONFLICTS if conflicts else 0
