"""`drafter diff OURS THEIRS --base BASE`: what each of two versions changed since their base."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from drafter.app import write_whole
from drafter.cli.options import Source, coloured, read
from drafter.cli.show import page
from drafter.cli.talk import Verbosity, tell, working
from drafter.render.safe import safe

if TYPE_CHECKING:
    from drafter.merge.three import Three

DIFFERENT = 1

FORMATS = ("terminal", "summary", "markdown", "json")
"""The names of `drafter.render.three.RENDERERS`, written out because that module brings the whole
comparison with it; a test holds the two together."""


def compare_three(
    sources: Sequence[Source],
    form: str,
    target: str,
    verbosity: Verbosity | None,
    *,
    force: bool,
    paged: bool,
) -> int:
    """Open base, ours and theirs; compare; show or write; return the exit code."""
    if form not in FORMATS:
        raise click.UsageError(f"with --base the format is one of {', '.join(FORMATS)}")
    three = _compare(sources, verbosity)
    if target == "-" and form == "terminal":
        columns = shutil.get_terminal_size((100, 24)).columns
        shown = _render(three, form, columns, colour=coloured())
        page(shown.splitlines(), paged=paged and sys.stdout.isatty())
    else:
        write_whole(_render(three, form, 100, colour=False).encode(), target, force=force)
    if target != "-" and verbosity is not Verbosity.QUIET:
        tell(f"wrote {safe(target)}")
    return 0 if three.same else DIFFERENT


def _compare(sources: Sequence[Source], verbosity: Verbosity | None) -> Three:
    from drafter.app.merge import three_documents  # noqa: PLC0415 - heavy, only when run

    texts = [read(source, verbosity) for source in sources]
    with working("comparing"):
        return three_documents(texts, [source.name for source in sources])


def _render(three: Three, form: str, columns: int, *, colour: bool) -> str:
    from drafter.render.terminal import View  # noqa: PLC0415 - heavy, only when run
    from drafter.render.three import RENDERERS  # noqa: PLC0415 - as above

    return RENDERERS[form](three, View(columns, colour))
