"""The map beside the page: every change at its height, told apart by shape and by lane."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.render.html.categories import Category, category
from drafter.render.html.entries import Chapter, Entry, Fold, Ghost, Row
from drafter.render.html.markup import Markup, tag
from drafter.render.html.shapes import SIZE
from drafter.render.phrases import phrase

_LANES = {Category.DELETED: 0, Category.INSERTED: 24}
"""What is gone stands left, what is new right, as the columns do."""
_MIDDLE = 12
_WIDTH = 40
_LINE = 60
"""Characters in a line of a column, roughly: heights are put right by the script."""


def minimap(chapters: Iterable[Chapter]) -> Markup:
    """The map; for the pointer alone, since the list of changes says the same in words."""
    heights = list(_heights(chapters))
    total = sum(height for _, height in heights) or 1
    marks: list[Markup] = []
    reached = 0
    for shown, height in heights:
        if isinstance(shown, Row) and shown.stop:
            marks.append(_mark(shown, 100 * reached / total))
        reached += height
    return tag(
        "svg",
        tag("rect", id="window", width=_WIDTH, height=0, rx=3),
        marks,
        xmlns="http://www.w3.org/2000/svg",
        class_="map",
        width=_WIDTH,
        aria_hidden="true",
    )


def _heights(chapters: Iterable[Chapter]) -> Iterator[tuple[Entry | None, int]]:
    for chapter in chapters:
        yield None, 3
        for shown in chapter.entries:
            yield shown, _height(shown)


def _height(shown: Entry) -> int:
    match shown:
        case Row(change=change):
            sides = (sum(len(unit.text) for unit in side) for side in (change.old, change.new))
            return 2 + max(sides) // _LINE
        case Fold() | Ghost():
            return 2


def _mark(row: Row, percent: float) -> Markup:
    of = category(row.change)
    return tag(
        "a",
        tag("title", phrase(row.change)),
        tag("rect", x=0, y=f"{percent:.2f}%", width=_WIDTH, height=SIZE, class_="touch"),
        tag("use", href=f"#shape-{of}", x=_LANES.get(of, _MIDDLE), y=f"{percent:.2f}%"),
        href=f"#c{row.place}",
        class_=f"of-{of} is-{of}",
        tabindex=-1,
    )
