"""The family of renderers of a comparison: help and choices come from this mapping."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from drafter.diff import Diff
from drafter.render import html
from drafter.render.json import to_json
from drafter.render.markdown import markdown
from drafter.render.summary import summary
from drafter.render.terminal import View, terminal

Renderer = Callable[[Diff, View], str]
"""Text that ends with a line end."""


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


RENDERERS: Mapping[str, Renderer] = MappingProxyType(
    {
        "terminal": lambda diff, view: _joined(terminal(diff, view)),
        "summary": lambda diff, _: _joined(summary(diff)),
        "markdown": lambda diff, _: _joined(markdown(diff)),
        "html": lambda diff, view: html.render(
            diff, html.Options(context=view.context, inline=view.side_by_side is False)
        ),
        "json": lambda diff, _: to_json(diff),
    }
)
