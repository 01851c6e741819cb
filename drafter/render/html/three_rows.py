"""An entry of the page of three drafts: what each side made of a paragraph of the base."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.diff import Area, Change, Diff, Kind, Sort
from drafter.merge import Conflict, ConflictKind
from drafter.merge.three import Entry, State, Three, key
from drafter.render.html.book import Book, Side, make_book
from drafter.render.html.columns import plain, redline
from drafter.render.html.markup import Markup, Node, tag
from drafter.render.html.options import Options
from drafter.render.html.shapes import shape
from drafter.render.html.words import capital
from drafter.render.phrases import names, phrase, reasons
from drafter.render.three_words import unchanged, unit

LABELS = {
    State.OURS: "Ours",
    State.THEIRS: "Theirs",
    State.ALIKE: "Both alike",
    State.BOTH: "Both, can be merged",
    State.CONFLICT: "Conflict",
    State.UNCHANGED: "Unchanged",
}
SIDES = ("ours", "theirs")
WHY = {
    ConflictKind.WORDS: "Both changed the same words.",
    ConflictKind.DELETED: "One side took away what the other changed.",
    ConflictKind.MOVED: "Both moved it, to different places.",
    ConflictKind.FIELD: "Both changed it, and there is room for one only.",
}
_SHORT = 160
"""Characters up to which the words in dispute are repeated; longer ones stand in the columns."""
_WHOLE = {Kind.INSERTED: " whole-inserted", Kind.DELETED: " whole-deleted"}


@dataclass(frozen=True, slots=True)
class Pages:
    """What an entry must know of the rest.

    `books` are those of both sides, `homes` lead from a change of a side to the entry that shows
    it, `disputes` from the id or field of a conflict to the conflicts.
    """

    three: Three
    books: tuple[Book, Book]
    homes: tuple[Mapping[int, int], Mapping[int, int]]
    disputes: Mapping[str, Sequence[Conflict]]


def make_pages(three: Three, options: Options) -> Pages:
    """The pages of a comparison."""
    homes = tuple(_homes(three, side) for side in SIDES)
    diffs = (three.ours, three.theirs)
    ours, theirs = (_book(d, home, options) for d, home in zip(diffs, homes, strict=True))
    disputes: defaultdict[str, list[Conflict]] = defaultdict(list)
    for conflict in three.conflicts:
        disputes[conflict.id or conflict.field].append(conflict)
    return Pages(three, (ours, theirs), (homes[0], homes[1]), disputes)


def row(place: int, entry: Entry, pages: Pages) -> Markup:
    """An entry that somebody changed."""
    sort = unit(pages.three, entry).sort
    line = " line" if sort in {Sort.FIELD, Sort.LINE} else ""
    return tag(
        "article",
        tag("div", _margin(place, entry, pages), class_="margin"),
        tag("div", _sides(place, entry, pages), _disputes(entry, pages), class_="body"),
        class_=f"row is-{entry.state} stop{line}",
        id=f"c{place}",
        tabindex=-1,
        aria_labelledby=f"h{place}",
    )


def kept(place: int, entry: Entry, pages: Pages) -> Markup:
    """An entry that nobody changed: the text of the base, once."""
    name = tag("span", capital(unit(pages.three, entry).name), class_="name")
    text = plain(entry.base, pages.books[0]) if entry.base else ""
    return tag(
        "article",
        tag("div", name, class_="margin"),
        tag("div", tag("div", text, class_="once"), class_="body"),
        class_="row is-unchanged quiet",
        id=f"c{place}",
    )


def fold(run: Sequence[tuple[int, Entry]], pages: Pages) -> Markup:
    """A run of them, folded."""
    summary = tag("summary", capital(unchanged([entry for _, entry in run])))
    inside = [kept(place, entry, pages) for place, entry in run]
    return tag("details", summary, inside, class_="fold is-unchanged")


def _homes(three: Three, side: str) -> dict[int, int]:
    found: dict[int, int] = {}
    for place, entry in enumerate(three.entries):
        change = getattr(entry, side)
        if change is not None:
            found.setdefault(change, place)
    return found


def _book(diff: Diff, homes: Mapping[int, int], options: Options) -> Book:
    """The book of a side, whose links lead to entries."""
    book = make_book(diff, options)
    return replace(book, old=_anchored(book.old, homes), new=_anchored(book.new, homes))


def _anchored(side: Side, homes: Mapping[int, int]) -> Side:
    return replace(side, anchors={id_: homes[place] for id_, place in side.anchors.items()})


def _margin(place: int, entry: Entry, pages: Pages) -> Node:
    kind = tag("span", LABELS[entry.state], class_="kind")
    told = [*_told(entry, pages)]
    name = told.pop() if len(told) == 1 else capital(unit(pages.three, entry).name)
    heading = (shape(entry.state), " ", kind, " ", tag("span", name, class_="name"))
    return (
        tag("h3", heading, id=f"h{place}", class_=f"of-{entry.state}"),
        tag("ul", [tag("li", words) for words in told], class_="told") if told else "",
    )


def _told(entry: Entry, pages: Pages) -> Iterator[str]:
    """What a side did, or both, in a delegate's words."""
    for side, change in zip(SIDES, pages.three.changes(entry), strict=True):
        if change is None or _is_idle(entry, side):
            continue
        why = reasons(change)
        words = _phrase(change) + (f" ({why})" if why else "")
        if entry.state in {State.BOTH, State.CONFLICT}:
            yield f"{capital(side)}: {words}"
        else:
            yield capital(words)
            return


def _phrase(change: Change) -> str:
    """What became of it; a line of the masthead is told whole in its columns."""
    if change.kind is Kind.EDITED and change.new[0].section is Area.MASTHEAD:
        return f"{names(change.new)} edited"
    return phrase(change)


def _is_idle(entry: Entry, side: str) -> bool:
    """Whether a side left alone what the other changed."""
    return entry.state == SIDES[side == "ours"]


def _sides(place: int, entry: Entry, pages: Pages) -> Markup:
    if entry.state is State.ALIKE:
        return tag("div", _side(place, entry, pages, 0, "Both sides"), class_="pair alike")
    columns = [_side(place, entry, pages, n, capital(side)) for n, side in enumerate(SIDES)]
    return tag("div", columns, class_="pair trio")


def _side(place: int, entry: Entry, pages: Pages, number: int, label: str) -> Markup:
    """What one side has: marked where it changed something, else as it stood."""
    change = pages.three.changes(entry)[number]
    if change is None:
        return tag("div", class_="side empty", aria_hidden="true")
    home = pages.homes[number][getattr(entry, SIDES[number])]
    if home != place:
        where = unit(pages.three, pages.three.entries[home]).name
        link = tag("a", f"with {where}", href=f"#c{home}", class_="way")
        return tag("div", link, class_="side elsewhere", role="group", aria_label=label)
    idle = " same" if _is_idle(entry, SIDES[number]) else _WHOLE.get(change.kind, "")
    return redline(change, pages.books[number], label, f"{SIDES[number]}{idle}")


def _disputes(entry: Entry, pages: Pages) -> Node:
    """What a merge cannot settle by itself."""
    if entry.state is not State.CONFLICT or entry.base is None:
        return ""
    return [dispute(conflict) for conflict in pages.disputes.get(key(entry.base), ())]


def dispute(conflict: Conflict) -> Markup:
    """A conflict in words, with the alternatives where they are short."""
    sides = (("Base", conflict.base), ("Ours", conflict.ours), ("Theirs", conflict.theirs))
    brief = max(len(words) for _, words in sides) <= _SHORT
    told = [(tag("dt", side), tag("dd", tag("bdi", words or "–"))) for side, words in sides]
    return tag(
        "div",
        tag("p", WHY[conflict.kind]),
        tag("dl", told) if brief else "",
        class_="dispute",
    )
