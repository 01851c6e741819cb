"""The map beside the page: every change at its height, told apart by shape and by lane."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafter.render.categories import Category, category
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


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark on the map: the row it leads to, its shape, in words what is there, and the lane."""

    place: int
    of: str
    words: str
    lane: int = _MIDDLE


def minimap(chapters: Iterable[Chapter]) -> Markup:
    """The map of a comparison."""
    return draw(_heights(chapters))


def draw(heights: Iterable[tuple[Dot | None, int]]) -> Markup:
    """A map of things one below the other, each with its height and a mark where it has one.

    For the pointer alone, since the list of changes says the same in words.
    """
    listed = list(heights)
    total = sum(height for _, height in listed) or 1
    marks: list[Markup] = []
    reached = 0
    for dot, height in listed:
        if dot is not None:
            marks.append(_mark(dot, 100 * reached / total))
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


def lines(*texts: str) -> int:
    """The height of a row with some texts beside each other."""
    return 2 + max(map(len, texts), default=0) // _LINE


def _heights(chapters: Iterable[Chapter]) -> Iterator[tuple[Dot | None, int]]:
    for chapter in chapters:
        yield None, 3
        for shown in chapter.entries:
            yield _dot(shown), _height(shown)


def _dot(shown: Entry) -> Dot | None:
    if not isinstance(shown, Row) or not shown.stop:
        return None
    of = category(shown.change)
    return Dot(shown.place, of, phrase(shown.change), _LANES.get(of, _MIDDLE))


def _height(shown: Entry) -> int:
    match shown:
        case Row(change=change):
            return lines(
                *("".join(unit.text for unit in side) for side in (change.old, change.new))
            )
        case Fold() | Ghost():
            return 2


def _mark(dot: Dot, percent: float) -> Markup:
    return tag(
        "a",
        tag("title", dot.words),
        tag("rect", x=0, y=f"{percent:.2f}%", width=_WIDTH, height=SIZE, class_="touch"),
        tag("use", href=f"#shape-{dot.of}", x=dot.lane, y=f"{percent:.2f}%"),
        href=f"#c{dot.place}",
        class_=f"of-{dot.of} is-{dot.of}",
        tabindex=-1,
    )
