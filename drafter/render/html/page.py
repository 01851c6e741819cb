"""The page: heading, controls, chapters, map."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.diff import Area, Diff, Unit
from drafter.render.categories import HINTS, LABELS, Category, count, sentence
from drafter.render.html.book import Book, make_book
from drafter.render.html.change import entry
from drafter.render.html.columns import direction
from drafter.render.html.controls import Box, change_list, keys, toolbar
from drafter.render.html.entries import Chapter, Ghost, Row, chapters, rows
from drafter.render.html.frame import document
from drafter.render.html.markup import Markup, Node, tag
from drafter.render.html.minimap import minimap
from drafter.render.html.options import Options
from drafter.render.html.shapes import definitions
from drafter.render.html.words import file_names
from drafter.render.summary import line


def render(diff: Diff, options: Options = Options()) -> str:
    """The comparison as the text of an HTML file that loads nothing (`frame.document`)."""
    shown = rows(diff)
    book = make_book(diff, options)
    parts = chapters(shown, options.context)
    title = " → ".join(file_names(diff.old_name, diff.new_name))
    return document(title, _body(diff, options, shown, parts, book))


def _body(
    diff: Diff, options: Options, shown: Sequence[Row], parts: Sequence[Chapter], book: Book
) -> Node:
    counts = count(row.change for row in shown)
    downs = {e.place: e.down for part in parts for e in part.entries if isinstance(e, Ghost)}
    return (
        tag("a", "Skip to the changes", href="#changes", class_="skip"),
        definitions(Category),
        tag("header", _heading(diff), _counts(diff, counts, book), _list(shown), keys()),
        toolbar(_boxes(counts), _names(diff), inline=options.inline),
        tag(
            "main",
            (_chapter(part, place, book, downs) for place, part in enumerate(parts)),
            id="changes",
            tabindex=-1,
        ),
        minimap(parts),
    )


def _heading(diff: Diff) -> Node:
    """The title of the text and the names of both drafts."""
    title = _unit(diff, Area.TITLE, "title")
    words: Node = "Comparison of two drafts"
    if title is not None:
        words = tag("bdi", title.text, dir=direction(title))
    old, new = file_names(diff.old_name, diff.new_name)
    drafts = [
        (
            tag("dt", label),
            tag("dd", tag("bdi", name, class_="file"), _symbol(diff, is_old=is_old)),
        )
        for label, name, is_old in (("Old", old, True), ("New", new, False))
    ]
    return (
        tag("p", "Comparison", class_="kicker"),
        tag("h1", words),
        tag("dl", drafts, class_="drafts"),
    )


def _symbol(diff: Diff, *, is_old: bool) -> Node:
    unit = _unit(diff, Area.MASTHEAD, "symbol", is_old=is_old)
    if unit is None:
        return ""
    name = diff.old_name if is_old else diff.new_name
    return "" if unit.text in name else (" ", tag("bdi", unit.text, class_="symbol"))


def _unit(diff: Diff, area: Area, part: str, *, is_old: bool = False) -> Unit | None:
    """The first unit of a part of the masthead or of the title."""
    for change in diff.changes:
        for unit in change.old if is_old else change.new:
            if unit.section is area and unit.part == part:
                return unit
    return None


def _counts(diff: Diff, counts: dict[Category, int], book: Book) -> Markup:
    called = {place for change in diff.changes for place, _ in book.notes(change)}
    found = count(diff.changes[place] for place in sorted(called))
    told = [
        f"{number} {each}"
        for each, number in found.items()
        if number and each not in {Category.KEPT, Category.ADJUSTED, Category.RENUMBERED}
    ]
    lines = [sentence(counts)]
    if told:
        lines.append(f"Notes: {', '.join(told)}.")
    if diff.unprinted:
        lines.append(f"Not printed, but different: {', '.join(diff.unprinted)}.")
    return tag("p", " ".join(lines), class_="counts")


def _list(shown: Sequence[Row]) -> Markup:
    return change_list((row.place, line(row.change)) for row in shown if row.stop)


def _boxes(counts: dict[Category, int]) -> list[Box]:
    return [Box(each, LABELS[each], number, HINTS.get(each)) for each, number in counts.items()]


def _names(diff: Diff) -> Markup:
    """Which column is which; without columns there is nothing to name."""
    old, new = (tag("bdi", name) for name in file_names(diff.old_name, diff.new_name))
    return tag(
        "div",
        tag("div", "Old: ", old),
        tag("div", "New: ", new),
        class_="names",
        aria_hidden="true",
    )


def _chapter(part: Chapter, place: int, book: Book, downs: dict[int, bool]) -> Markup:
    return tag(
        "section",
        tag("h2", part.title, id=f"part-{place}"),
        (entry(shown, book, downs) for shown in part.entries),
        aria_labelledby=f"part-{place}",
    )
