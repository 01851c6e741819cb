"""A shape for each category and state, the same in the margin, in the filter and on the map.

Shapes differ in form, and on the map in lane, so that nobody depends on colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drafter.merge.three import State
from drafter.render.categories import Category
from drafter.render.html.markup import Markup, tag

_PATHS: Mapping[str, str] = {
    Category.EDITED: "M1 4h14v2H1zM1 7h14v2H1zM1 10h14v2H1z",
    Category.INSERTED: "M8 1.5l5 5.5H9.6v7.5H6.4V7H3z",
    Category.DELETED: "M8 14.5L3 9h3.4V1.5h3.2V9H13z",
    Category.MOVED: "M8 0l4 4.4H9.2v7.2H12L8 16l-4-4.4h2.8V4.4H4z",
    Category.SPLIT: "M7 1h2v5l6 6-1.5 2.6L8 9l-5.5 5.6L1 12l6-6z",
    Category.MERGED: "M7 15h2v-5l6-6-1.5-2.6L8 7 2.5 1.4 1 4l6 6z",
    Category.NOTES: "M8 4l4 4-4 4-4-4zM8 6.5L6.5 8 8 9.5 9.5 8z",
    Category.ADJUSTED: "M3 7h2.4v2.4H3zM7 7h2.4v2.4H7zM11 7h2.4v2.4H11z",
    Category.RENUMBERED: "M3 5.5h10v1.6H3zM3 9h10v1.6H3z",
    Category.KEPT: "M3 7.2h10v1.6H3z",
    State.OURS: "M12 2v12L3 8z",
    State.THEIRS: "M4 2v12l9-6z",
    State.ALIKE: "M2 4.5h12v2.6H2zM2 9h12v2.6H2z",
    State.BOTH: "M6.7 2h2.6v4.7H14v2.6H9.3V14H6.7V9.3H2V6.7h4.7z",
    State.CONFLICT: "M6.5 1h3l-.5 9H7zM6.5 11.8h3v3h-3z",
    State.UNCHANGED: "M3 7.2h10v1.6H3z",
}
SIZE = 16
"""Width and height of a shape, in pixels of the page."""


def definitions(of: Iterable[str]) -> Markup:
    """The shapes of some categories or states, drawn once, to be used by name."""
    drawn = [tag("path", id=f"shape-{each}", d=_PATHS[each]) for each in of]
    return tag(
        "svg",
        tag("defs", drawn),
        xmlns="http://www.w3.org/2000/svg",
        class_="definitions",
        width=0,
        height=0,
        aria_hidden="true",
    )


def shape(of: str) -> Markup:
    """The shape of a category or state, for the eye alone: words stand beside it."""
    return tag(
        "svg",
        tag("use", href=f"#shape-{of}"),
        xmlns="http://www.w3.org/2000/svg",
        class_=f"shape of-{of}",
        width=SIZE,
        height=SIZE,
        aria_hidden="true",
    )
