"""A comparison of three drafts as a page: both sides beside each other, each against the base."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from drafter.diff import Area, Diff, Unit
from drafter.merge.three import Entry, State, Three, key
from drafter.render.html.columns import direction
from drafter.render.html.controls import Box, change_list, keys, toolbar
from drafter.render.html.frame import document
from drafter.render.html.markup import Markup, Node, tag
from drafter.render.html.minimap import Dot, draw, lines
from drafter.render.html.options import Options
from drafter.render.html.shapes import definitions
from drafter.render.html.three_rows import LABELS, Pages, dispute, fold, kept, make_pages, row
from drafter.render.html.words import file_names, part_of
from drafter.render.phrases import AREAS
from drafter.render.three_words import WORDS, area, sentence, told, unit

_GROUPS = {Area.TITLE: Area.MASTHEAD, Area.ENACTING: Area.PREAMBLE}
_TITLES = AREAS | {Area.MASTHEAD: "Masthead and title"}
_LANES = {State.OURS: 0, State.THEIRS: 24}
_ORDER = (
    State.CONFLICT,
    State.OURS,
    State.THEIRS,
    State.BOTH,
    State.ALIKE,
    State.UNCHANGED,
)


def render(three: Three, options: Options = Options()) -> str:
    """The comparison as the text of an HTML file that loads nothing (`frame.document`)."""
    pages = make_pages(three, options)
    old, ours = file_names(three.base_name, three.ours.new_name)
    _, theirs = file_names(three.base_name, three.theirs.new_name)
    body = (
        tag("a", "Skip to the changes", href="#changes", class_="skip"),
        definitions(State),
        tag("header", _heading(three, (old, ours, theirs)), _list(three), keys()),
        toolbar(_boxes(three), _names(ours, theirs), inline=options.inline),
        tag("main", _chapters(pages, options.context), id="changes", tabindex=-1),
        draw(_heights(three)),
    )
    return document(f"{old} → {ours}, {theirs}", body, ("page.css", "three.css"))


def _heading(three: Three, drafts: tuple[str, str, str]) -> Node:
    title = _unit(three.ours, Area.TITLE, "title", is_old=True)
    words: Node = "Comparison of three drafts"
    if title is not None:
        words = tag("bdi", title.text, dir=direction(title))
    named = [
        (tag("dt", label), tag("dd", tag("bdi", name, class_="file"), _symbol(unit, name)))
        for label, name, unit in zip(
            ("Base", "Ours", "Theirs"), drafts, _symbols(three), strict=True
        )
    ]
    return (
        tag("p", "Comparison of two versions with their base", class_="kicker"),
        tag("h1", words),
        tag("dl", named, class_="drafts"),
        tag("p", " ".join(_counts(three)), class_="counts"),
        [dispute_line(conflict) for conflict in _apart(three)],
    )


def dispute_line(told: tuple[str, Markup]) -> Markup:
    """A conflict about a datum that is not printed, with its name."""
    name, words = told
    return tag("div", tag("p", f"Conflict: {name}", class_="state"), words, class_="apart")


def _apart(three: Three) -> Iterator[tuple[str, Markup]]:
    """Conflicts that no entry shows."""
    known = {key(entry.base) for entry in three.entries if entry.base is not None}
    for conflict in three.conflicts:
        if (conflict.id or conflict.field) not in known:
            yield conflict.name or conflict.field, dispute(conflict)


def _symbols(three: Three) -> tuple[Unit | None, Unit | None, Unit | None]:
    base = _unit(three.ours, Area.MASTHEAD, "symbol", is_old=True)
    ours, theirs = (_unit(diff, Area.MASTHEAD, "symbol") for diff in (three.ours, three.theirs))
    return base, ours, theirs


def _symbol(unit: Unit | None, name: str) -> Node:
    if unit is None or unit.text in name:
        return ""
    return " ", tag("bdi", unit.text, class_="symbol")


def _unit(diff: Diff, where: Area, part: str, *, is_old: bool = False) -> Unit | None:
    units = (u for change in diff.changes for u in (change.old if is_old else change.new))
    return next((u for u in units if u.section is where and u.part == part), None)


def _counts(three: Three) -> Iterator[str]:
    yield sentence(three)
    for side, diff in (("ours", three.ours), ("theirs", three.theirs)):
        if diff.unprinted:
            yield f"Not printed, but different in {side}: {', '.join(diff.unprinted)}."


def _list(three: Three) -> Markup:
    return change_list(
        (place, f"{WORDS[entry.state]}: {told(three, entry)}")
        for place, entry in enumerate(three.entries)
        if entry.state is not State.UNCHANGED
    )


def _boxes(three: Three) -> list[Box]:
    counts = Counter(entry.state for entry in three.entries)
    return [Box(state, LABELS[state], counts[state]) for state in _ORDER]


def _names(*names: str) -> Markup:
    sides = zip(("Ours", "Theirs"), names, strict=True)
    inside = [tag("div", f"{side}: ", tag("bdi", name)) for side, name in sides]
    return tag("div", inside, class_="names", aria_hidden="true")


def _chapters(pages: Pages, context: int) -> Iterator[Markup]:
    three = pages.three
    numbered = list(enumerate(three.entries))
    shown = _shown(three, context)
    for number, ((part, where), some) in enumerate(
        groupby(numbered, key=lambda pair: _chapter(three, pair[1]))
    ):
        title = f"{part}: {_TITLES[where].lower()}" if part else _TITLES[where]
        yield tag(
            "section",
            tag("h2", title, id=f"part-{number}"),
            _entries(list(some), shown, pages),
            aria_labelledby=f"part-{number}",
        )


def _chapter(three: Three, entry: Entry) -> tuple[str, Area]:
    named = unit(three, entry)
    return part_of(named.name), _GROUPS.get(named.section, named.section)


def _entries(
    some: Sequence[tuple[int, Entry]], shown: Sequence[bool], pages: Pages
) -> Iterator[Markup]:
    for is_shown, run in groupby(some, key=lambda pair: shown[pair[0]]):
        listed_run = list(run)
        if is_shown or len(listed_run) == 1:
            yield from (_one(place, entry, pages) for place, entry in listed_run)
        else:
            yield fold(listed_run, pages)


def _one(place: int, entry: Entry, pages: Pages) -> Markup:
    as_kept = entry.state is State.UNCHANGED
    return kept(place, entry, pages) if as_kept else row(place, entry, pages)


def _shown(three: Three, context: int) -> list[bool]:
    """What changed, and what stands within `context` of it in the same area."""
    entries = three.entries
    shown = [False] * len(entries)
    for place, entry in enumerate(entries):
        if entry.state is not State.UNCHANGED:
            for near in range(max(0, place - context), min(len(entries), place + context + 1)):
                shown[near] |= area(three, entries[near]) is area(three, entry)
    return shown


def _heights(three: Three) -> Iterator[tuple[Dot | None, int]]:
    for place, entry in enumerate(three.entries):
        if entry.state is State.UNCHANGED:
            yield None, 1
        else:
            lane = {"lane": _LANES[entry.state]} if entry.state in _LANES else {}
            dot = Dot(place, entry.state, told(three, entry), **lane)
            yield dot, lines(unit(three, entry).text)
