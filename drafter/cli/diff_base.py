"""`drafter diff OURS THEIRS --base BASE`: what each of two versions changed since their base."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from drafter.app import write_whole
from drafter.cli.options import Source, coloured, read
from drafter.cli.show import page
from drafter.cli.talk import Verbosity, tell, working
from drafter.render.safe import safe

if TYPE_CHECKING:
    from drafter.merge.three import Three
    from drafter.render.terminal import View

DIFFERENT = 1

FORMATS = ("terminal", "summary", "markdown", "html", "json")
"""The names of `drafter.render.three.RENDERERS`, written out because that module brings the whole
comparison with it; a test holds the two together."""


@dataclass(frozen=True, slots=True)
class Showing:
    """Where a comparison goes, and its layout; `beside` None leaves that to the width."""

    target: str
    context: int
    beside: bool | None
    force: bool
    paged: bool


def show(render: Callable[[View], str], form: str, showing: Showing) -> None:
    """Show on the terminal what `render` makes for its width, or write it."""
    from drafter.render.terminal import View  # noqa: PLC0415 - heavy, only when run

    if showing.target == "-" and form == "terminal":
        columns = shutil.get_terminal_size((100, 24)).columns
        shown = render(View(columns, coloured(), showing.context, showing.beside))
        page(shown.splitlines(), paged=showing.paged and sys.stdout.isatty())
    else:
        view = View(100, context=showing.context, side_by_side=showing.beside)
        write_whole(render(view).encode(), showing.target, force=showing.force)


def compare_three(
    sources: Sequence[Source], form: str, showing: Showing, verbosity: Verbosity | None
) -> int:
    """Open base, ours and theirs; compare; show or write; return the exit code."""
    if form not in FORMATS:
        raise click.UsageError(f"with --base the format is one of {', '.join(FORMATS)}")
    three = _compare(sources, verbosity)
    show(lambda view: _render(three, form, view), form, showing)
    if showing.target != "-" and verbosity is not Verbosity.QUIET:
        tell(f"wrote {safe(showing.target)}")
    return 0 if three.same else DIFFERENT


def _compare(sources: Sequence[Source], verbosity: Verbosity | None) -> Three:
    from drafter.app.merge import three_documents  # noqa: PLC0415 - heavy, only when run

    texts = [read(source, verbosity) for source in sources]
    with working("comparing"):
        return three_documents(texts, [source.name for source in sources])


def _render(three: Three, form: str, view: View) -> str:
    from drafter.render.three import RENDERERS  # noqa: PLC0415 - heavy, only when run

    return RENDERERS[form](three, view)
