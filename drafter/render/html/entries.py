"""What the page shows, in order: changes, the places that moved paragraphs left, and folds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from drafter.diff import Area, Change, Diff, Kind
from drafter.render.categories import is_stop
from drafter.render.html.words import part_of
from drafter.render.phrases import AREAS, area


@dataclass(frozen=True, slots=True)
class Row:
    """A change and its place in the comparison; `stop` when a reader should not miss it."""

    place: int
    change: Change
    stop: bool

    @property
    def area(self) -> Area:
        """Where it stands."""
        return area(self.change)


@dataclass(frozen=True, slots=True)
class Ghost:
    """The place that a moved paragraph left; `down` when it stands further down now."""

    place: int
    change: Change
    down: bool

    @property
    def area(self) -> Area:
        """Where the paragraph stood."""
        return self.change.old[0].section


@dataclass(frozen=True, slots=True)
class Fold:
    """Kept paragraphs one after the other, none worth reading by itself."""

    rows: tuple[Row, ...]

    @property
    def area(self) -> Area:
        """Where they stand."""
        return self.rows[0].area


Entry: TypeAlias = Row | Ghost | Fold


@dataclass(frozen=True, slots=True)
class Chapter:
    """Entries of one part of the text under one heading."""

    title: str
    entries: tuple[Entry, ...]


_GROUPS = {Area.MASTHEAD: Area.TITLE, Area.ENACTING: Area.PREAMBLE}
"""Areas of a line or two, shown under the heading of the area after them."""


def rows(diff: Diff) -> list[Row]:
    """All changes but those of notes that are shown with the paragraph that calls them."""
    called = _called(diff)
    return [
        Row(place, change, is_stop(change))
        for place, change in enumerate(diff.changes)
        if not is_called(change, called)
    ]


def is_called(change: Change, called: set[str]) -> bool:
    """Whether a change is that of a note which some paragraph calls."""
    units = (*change.old, *change.new)
    return units[0].section is Area.NOTE and any(unit.id in called for unit in units)


def chapters(shown: Sequence[Row], context: int) -> list[Chapter]:
    """The page: rows with `context` kept ones around each stop, the rest folded."""
    entries = _folded(_with_ghosts(shown), context)
    groups = groupby(entries, key=lambda e: (_part(e), _GROUPS.get(e.area, e.area)))
    return [_chapter(part, tuple(some)) for (part, _), some in groups]


def _called(diff: Diff) -> set[str]:
    return {
        call.id
        for change in diff.changes
        for unit in (*change.old, *change.new)
        for call in unit.notes
    }


def _chapter(part: str, entries: tuple[Entry, ...]) -> Chapter:
    first = entries[0].area
    title = AREAS[Area.PREAMBLE if first is Area.ENACTING else first]
    if {entry.area for entry in entries} == {Area.MASTHEAD, Area.TITLE}:
        title = "Masthead and title"
    return Chapter(f"{part}: {title.lower()}" if part else title, entries)


def _part(shown: Entry) -> str:
    """Which part of several an entry stands in, "Part B"; "" where there is one text alone."""
    match shown:
        case Fold(rows=folded):
            return _part(folded[0])
        case Ghost(change=change):
            unit = change.old[0]
        case Row(change=change):
            unit = (*change.new, *change.old)[0]
    return part_of(unit.name)


def _with_ghosts(shown: Sequence[Row]) -> Iterator[Row | Ghost]:
    """Each row, then the places that moved paragraphs left after it.

    Right beside the paragraph itself its old place tells nothing, and is left out.
    """
    listed = list(_all_with_ghosts(shown))
    around = zip(listed, [None, *listed], [*listed[1:], None], strict=False)
    for entry, before, after in around:
        beside = {each.place for each in (before, after) if isinstance(each, Row)}
        if not (isinstance(entry, Ghost) and entry.place in beside):
            yield entry


def _all_with_ghosts(shown: Sequence[Row]) -> Iterator[Row | Ghost]:
    ghosts = _ghosts(shown)
    yield from ghosts.get(-1, ())
    for row in shown:
        yield row
        yield from ghosts.get(row.place, ())


def _ghosts(shown: Sequence[Row]) -> dict[int, list[Ghost]]:
    """The ghosts by the place of the change that they follow: the one that they stood after."""
    olds = ((unit.index, row) for row in shown for unit in row.change.old)
    found: defaultdict[int, list[Ghost]] = defaultdict(list)
    last = -1
    for _, row in sorted(olds, key=lambda pair: pair[0]):
        if row.change.kind is Kind.MOVED:
            found[last].append(Ghost(row.place, row.change, down=row.place > last))
        else:
            last = row.place
    return found


def _folded(entries: Iterable[Row | Ghost], context: int) -> Iterator[Entry]:
    listed = list(entries)
    shown = _shown(listed, context)
    keyed = zip(listed, shown, strict=True)
    for (is_shown, _, _), some in groupby(
        keyed, key=lambda pair: (pair[1], pair[0].area, _part(pair[0]))
    ):
        run = [entry for entry, _ in some]
        if is_shown or len(run) == 1:
            yield from run
        else:
            yield Fold(tuple(entry for entry in run if isinstance(entry, Row)))


def _shown(entries: Sequence[Row | Ghost], context: int) -> list[bool]:
    """What stands within `context` of a stop in the same area; a ghost always does."""
    shown = [False] * len(entries)
    for place, entry in enumerate(entries):
        if isinstance(entry, Ghost):
            shown[place] = True
        elif entry.stop:
            for near in range(max(0, place - context), min(len(entries), place + context + 1)):
                shown[near] |= entries[near].area is entry.area
    return shown
