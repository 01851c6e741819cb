"""The families of renderers of a comparison: help and choices come from these mappings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from drafter.diff import Diff
from drafter.render import html
from drafter.render.categories import count, sentence
from drafter.render.json import to_json
from drafter.render.markdown import markdown
from drafter.render.summary import summary
from drafter.render.terminal import View, terminal

if TYPE_CHECKING:
    from drafter.model import Resolution
    from drafter.render.tracked import Options

Renderer = Callable[[Diff, View], str]
"""Text that ends with a line end."""

DocumentRenderer = Callable[["Resolution", "Resolution", Diff, "Options"], bytes]
"""A whole file, made of the old text, the new one and their comparison."""


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _counted(diff: Diff) -> tuple[str, ...]:
    """The summary below one sentence that says how much there is of what."""
    lines = summary(diff)
    return lines if diff.same else (sentence(count(diff.changes)), *lines)


RENDERERS: Mapping[str, Renderer] = MappingProxyType(
    {
        "terminal": lambda diff, view: _joined(terminal(diff, view)),
        "summary": lambda diff, _: _joined(_counted(diff)),
        "markdown": lambda diff, _: _joined(markdown(diff)),
        "html": lambda diff, view: html.render(
            diff, html.Options(context=view.context, inline=view.side_by_side is False)
        ),
        "json": lambda diff, _: to_json(diff),
    }
)


def _tracked(old: Resolution, new: Resolution, diff: Diff, options: Options) -> bytes:
    from drafter.render import tracked  # noqa: PLC0415 - Word files are heavy, only when asked for

    return tracked.render(old, new, diff, options)


DOCUMENTS: Mapping[str, DocumentRenderer] = MappingProxyType(
    {"docx": _tracked, "tracked": _tracked}
)
"""Two names for one thing: what it is, and what it shows."""
