"""The page: head with its policy, heading, controls, chapters, map."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from drafter.diff import Area, Diff, Unit
from drafter.render.html.book import Book, make_book
from drafter.render.html.categories import Category, count, sentence
from drafter.render.html.change import entry
from drafter.render.html.columns import direction
from drafter.render.html.controls import change_list, keys, toolbar
from drafter.render.html.entries import Chapter, Ghost, Row, chapters, rows
from drafter.render.html.markup import Markup, Node, raw, tag
from drafter.render.html.minimap import minimap
from drafter.render.html.options import Options
from drafter.render.html.shapes import definitions
from drafter.render.html.words import file_names

_ASSETS = Path(__file__).parent


def render(diff: Diff, options: Options = Options()) -> str:
    """The comparison as the text of an HTML file.

    The file loads nothing: its policy allows its own style and script, by their hashes, and forbids
    all else. The same comparison gives the same bytes.
    """
    shown = rows(diff)
    book = make_book(diff, options)
    parts = chapters(shown, options.context)
    page = tag(
        "html",
        _head(diff),
        tag("body", _body(diff, options, shown, parts, book)),
        lang="en",
        xmlns="http://www.w3.org/1999/xhtml",
    )
    return f"<!DOCTYPE html>\n{page.html}\n"


def _head(diff: Diff) -> Markup:
    style, script = _style(), _script()
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", " → ".join(file_names(diff.old_name, diff.new_name))),
        raw("style", style),
        raw("script", script),
    )


def _body(
    diff: Diff, options: Options, shown: Sequence[Row], parts: Sequence[Chapter], book: Book
) -> Node:
    counts = count(row.change for row in shown)
    downs = {e.place: e.down for part in parts for e in part.entries if isinstance(e, Ghost)}
    return (
        tag("a", "Skip to the changes", href="#changes", class_="skip"),
        definitions(),
        tag("header", _heading(diff), _counts(diff, counts, book), change_list(shown), keys()),
        toolbar(counts, options, _names(diff)),
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
    if diff.hidden:
        lines.append(f"Not printed, but different: {', '.join(diff.hidden)}.")
    return tag("p", " ".join(lines), class_="counts")


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


@cache
def _style() -> str:
    return _source("page.css", "/*", "*/")


@cache
def _script() -> str:
    return _source("page.js", "//", "")


def _source(name: str, opening: str, closing: str) -> str:
    """An asset between marks that hide its signs "<" and "&" from XML and the marks from HTML."""
    text = (_ASSETS / name).read_text(encoding="utf-8")
    return f"{opening}<![CDATA[{closing}\n{text}{opening}]]>{closing}"


def _digest(source: str) -> str:
    return f"sha256-{b64encode(sha256(source.encode()).digest()).decode()}"
