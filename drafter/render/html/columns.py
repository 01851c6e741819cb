"""Old and new text beside each other; in the inline view the new column alone, with both marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from unicodedata import bidirectional

from drafter.diff import Change, Kind, Mark, Sort, Unit
from drafter.model import Style
from drafter.render.html.book import Book, Side
from drafter.render.html.marked import Lines, Stretch, new_lines, old_lines, whole
from drafter.render.html.markup import Markup, Node, join, tag
from drafter.render.html.texts import BORDER, Piece

_TAGS = {
    Style.OPENING: partial(tag, "em", class_="opening"),
    Style.ITALIC: partial(tag, "em"),
    Style.BOLD: partial(tag, "strong"),
    Style.UNDERLINE: partial(tag, "span", class_="underline"),
    Style.STRIKE: partial(tag, "span", class_="strike"),
    Style.SMALL_CAPS: partial(tag, "span", class_="small-caps"),
    Style.SUPERSCRIPT: partial(tag, "sup"),
    Style.SUBSCRIPT: partial(tag, "sub"),
}
_MARKS = {Mark.DELETE: "del", Mark.INSERT: "ins"}
_DEEPEST = 6
"""Levels beyond are indented no further: a column is only so wide."""
_SORTS = {
    Sort.HEADING: "heading",
    Sort.FIELD: "field",
    Sort.LINE: "line",
    Sort.ROW: "table-row",
    Sort.SEPARATOR: "separator",
    Sort.NOTE: "note-text",
    Sort.PARAGRAPH: "",
}


def columns(change: Change, book: Book) -> Markup:
    """Both columns of a change. A text that is the same on both sides is read aloud once."""
    kept = change.kind is Kind.KEPT
    old = _column(change.old, _old(change), book.old, book, "" if kept else "Old text")
    units = change.new or change.old
    lines = new_lines(change.words, change.old, change.new)
    new = _column(units, lines, book.new, book, "" if kept else "New text")
    return tag("div", old, new, class_="pair")


def redline(change: Change, book: Book, label: str, class_: str) -> Markup:
    """One column with the marks of both texts."""
    units = change.new or change.old
    lines = new_lines(change.words, change.old, change.new)
    paragraphs = zip(units, lines, strict=False)
    return tag(
        "div",
        (_paragraph(unit, line, book.new, book) for unit, line in paragraphs),
        class_=f"side {class_}{' many' if len(units) > 1 else ''}",
        lang=book.new.language,
        role="group",
        aria_label=label,
    )


def plain(unit: Unit, book: Book) -> Markup:
    """One column with an old text as it stood."""
    inside = _paragraph(unit, whole(unit)[0], book.old, book)
    return tag("div", inside, class_="side", lang=book.old.language)


def excerpt(unit: Unit, book: Book, size: int = 90) -> Markup:
    """The first words of an old text."""
    short = unit.text if len(unit.text) <= size else f"{unit.text[:size].rsplit(' ', 1)[0]} …"
    inside = (tag("span", unit.label, " ", class_="label") if unit.label else "", short)
    return tag("p", *inside, class_=_classes(unit), lang=book.old.language, dir=direction(unit))


def direction(unit: Unit) -> str | None:
    """Whether a text runs from right to left, by its first letter; a label "(a)" does not count."""
    for sign in unit.text:
        kind = bidirectional(sign)
        if kind in {"L", "R", "AL"}:
            return None if kind == "L" else "rtl"
    return None


def _old(change: Change) -> Lines:
    if change.kind is Kind.KEPT and change.old:
        return whole(change.old[0])
    return old_lines(change.words, change.old)


def _column(units: Sequence[Unit], lines: Lines, side: Side, book: Book, label: str) -> Markup:
    if not units:
        return tag("div", class_="side old empty", aria_hidden="true")
    return tag(
        "div",
        (_paragraph(unit, line, side, book) for unit, line in zip(units, lines, strict=False)),
        class_=f"side {'old' if side.is_old else 'new'}{' many' if len(units) > 1 else ''}",
        lang=side.language,
        role="group" if label else None,
        aria_label=label or None,
        aria_hidden="true" if side.is_old and not label else None,
    )


def _paragraph(unit: Unit, line: Iterable[Stretch], side: Side, book: Book) -> Markup:
    return tag(
        "p",
        (tag("span", unit.label, class_="label"), " ") if unit.label else "",
        _stretches(line, side, book),
        class_=_classes(unit),
        dir=direction(unit),
    )


def _classes(unit: Unit) -> str:
    level = f"l{min(unit.level, _DEEPEST)}" if unit.level else ""
    return " ".join(filter(None, ("unit", _SORTS[unit.sort], level)))


def _stretches(line: Iterable[Stretch], side: Side, book: Book) -> Iterator[Node]:
    """The words of a line; what is marked right after other marked words is told apart by a gap."""
    after = Mark.EQUAL
    for stretch in line:
        if stretch.mark is Mark.EQUAL:
            links = not side.is_old
            yield [_piece(piece, side, links=links, mark=True) for piece in stretch.pieces]
        else:
            yield _marked(stretch, side, book, gap=after is not Mark.EQUAL)
        after = stretch.mark if stretch.pieces else after


def _marked(stretch: Stretch, side: Side, book: Book, *, gap: bool) -> Node:
    """Words with their mark; the space around them is not marked."""
    source = book.old if stretch.mark is Mark.DELETE else side
    inside = join(_piece(p, source, links=not source.is_old, mark=False) for p in stretch.pieces)
    words = inside.html.strip(" ")
    before, after = inside.html.split(words, 1) if words else (inside.html, "")
    told = tag(_MARKS[stretch.mark], Markup(words), class_="gap" if gap else None) if words else ""
    gone = stretch.mark is Mark.DELETE and not side.is_old
    return _space(before, gone=gone), told, _space(after, gone=gone)


def _space(space: str, *, gone: bool) -> Node:
    """Space beside marked words; that of the old text is hidden together with them."""
    return tag("span", space, class_="gone") if space and gone else space


def _piece(piece: Piece, side: Side, *, links: bool, mark: bool) -> Node:
    if piece.note:
        return _note_mark(piece.note, side, links=links, mark=mark)
    if piece.words == BORDER:
        return tag("span", "¶ ", class_="border")
    inside: Node = piece.words
    if not piece.words:
        return inside
    if links and piece.target in side.anchors:
        inside = tag("a", inside, href=f"#c{side.anchors[piece.target]}", class_="reference")
    for style in reversed(piece.styles):
        inside = _TAGS[style](inside)
    return inside


def _note_mark(id_: str, side: Side, *, links: bool, mark: bool) -> Node:
    """The mark of a note; marked itself when only this side has the note."""
    label: Node = side.marks.get(id_, "?")
    if links and id_ in side.anchors:
        label = tag("a", label, href=f"#c{side.anchors[id_]}", class_="call")
    if mark and id_ in side.alone:
        label = tag("del" if side.is_old else "ins", label)
    return tag("sup", label, class_="mark")
