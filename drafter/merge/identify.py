"""Who is who: the ids of a side exchanged for those that the same things have in the base.

Ids come first; where they differ, as in files that carry none, the comparison says which paragraph
became which. Things that both sides put in at one place in equal words are one thing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from drafter.diff import Kind, Side, compare
from drafter.diff import Options as DiffOptions
from drafter.diff.patch import Shell
from drafter.merge.notes import called
from drafter.merge.rename import rename
from drafter.merge.shell_text import map_shell_text, shell_notes
from drafter.merge.tree import Place, Tree, tree
from drafter.model import (
    IdMaker,
    Inlines,
    Note,
    Part,
    Resolution,
    map_inlines,
    notes,
    passages,
    plain_text,
    query_inlines,
)

PREFIXES = {
    "Paragraph": "p", "Heading": "h", "Section": "s", "Table": "t", "Embedded": "e",
    "Separator": "r", "Annex": "a", "Note": "n",
}  # fmt: skip


def known_as(base: Resolution, side: Resolution, view: Side) -> Resolution:
    """A side with the ids that its things have in the base; new things have ids of their own."""
    olds, news = things(base), things(side)
    pairs = _pairs(base, side, view, olds, news)
    return rename(side, {**_fresh(news, pairs, olds), **pairs})


def told_apart(ours: Resolution, theirs: Resolution, base: Resolution) -> Resolution:
    """Theirs, with the ids of ours for what both put in, and other ids for what only it did."""
    known, mine, other = things(base), things(ours), things(theirs)
    same = _same_insertions(ours, theirs, known.keys())
    free = {id_: thing for id_, thing in other.items() if id_ not in known}
    return rename(theirs, {**_fresh(free, same, {**known, **mine}), **same})


def things(resolution: Resolution) -> dict[str, object]:
    """Every block, annex and note by its id, without what it holds."""
    whole = tree(resolution, part_keys(resolution))
    found: dict[str, object] = {key: shell for key, shell in whole.shells.items() if " " not in key}
    return found | {note.id: note for note in notes(resolution)}


def part_keys(resolution: Resolution) -> list[str]:
    """The keys of the parts by their places."""
    return [f"part {place}" for place in range(len(resolution.parts))]


def _pairs(
    base: Resolution,
    side: Resolution,
    view: Side,
    olds: Mapping[str, object],
    news: Mapping[str, object],
) -> dict[str, str]:
    """From the id of each known thing of the side to its id in the base."""
    twice = (_repeated_notes(olds) | _repeated_notes(news)) - _at_home(base, side)
    pairs = {
        id_: id_
        for id_, thing in news.items()
        if type(olds.get(id_)) is type(thing) and id_ not in twice
    }
    book = _Book(olds, news, pairs)
    if book.open:
        for old, new in _aligned(base, side, view):
            book.pair(old, new)
        for id_ in twice:
            book.pair(id_, id_)
        _pair_holders(base, side, book)
    return book.pairs


class _Book:
    """The pairs found so far; a thing has one partner, of its own type."""

    def __init__(
        self, olds: Mapping[str, object], news: Mapping[str, object], pairs: dict[str, str]
    ) -> None:
        self.olds = olds
        self.news = news
        self.pairs = pairs
        self.taken = set(pairs.values())

    @property
    def open(self) -> bool:
        """Whether things without a partner are left on both sides."""
        return len(self.pairs) < min(len(self.olds), len(self.news))

    def pair(self, old: str, new: str) -> None:
        """Record a pair, if both are without a partner and of one type."""
        alike = old in self.olds and type(self.olds[old]) is type(self.news.get(new))
        if alike and old not in self.taken and new not in self.pairs:
            self.pairs[new] = old
            self.taken.add(old)


def _repeated_notes(some: Mapping[str, object]) -> set[str]:
    """Notes whose words stand in several notes ("Ibid."): their ids may tell them apart wrongly.

    An id that is made from the words goes to the first of equal notes, whichever that is now.
    """
    said = {id_: plain_text(thing.body) for id_, thing in some.items() if isinstance(thing, Note)}
    counts = Counter(said.values())
    return {id_ for id_, words in said.items() if counts[words] > 1}


def _at_home(base: Resolution, side: Resolution) -> set[str]:
    """The notes that the same block calls on both sides."""
    old, new = called(base), called(side)
    return {id_ for id_, (owner, _) in new.items() if id_ in old and owner == old[id_][0] != ""}


def _aligned(base: Resolution, side: Resolution, view: Side) -> Iterator[tuple[str, str]]:
    """The pairs of ids that the comparison finds; of a split or merger, the first of each side."""
    options = DiffOptions(old=replace(view, name="base"), new=replace(view, name="side"))
    for change in compare(base, side, options).changes:
        if change.kind not in {Kind.INSERTED, Kind.DELETED}:
            yield change.old[0].id, change.new[0].id


def _pair_holders(base: Resolution, side: Resolution, book: _Book) -> None:
    """Pair sections, tables and the like without a text of their own by what they hold."""
    old, new = (tree(one, part_keys(one)) for one in (base, side))
    for key in reversed(list(new.shells)):
        if key in book.pairs or " " in key:
            continue
        votes = Counter(
            old.places[book.pairs[inner]].holder for inner in new.held(key) if inner in book.pairs
        )
        for holder, _ in votes.most_common(1):
            book.pair(holder, key)


def _fresh(
    some: Mapping[str, object], known: Mapping[str, str], taken: Iterable[str]
) -> dict[str, str]:
    """New ids for the things without a partner whose ids are taken."""
    used = set(taken)
    maker = IdMaker({*used, *some})
    return {
        id_: maker.make(PREFIXES[type(thing).__name__], _words(thing))
        for id_, thing in some.items()
        if id_ not in known and id_ in used
    }


def _words(thing: object) -> str:
    text = getattr(thing, "body", ()) or getattr(thing, "title", ())
    return plain_text(text)


def _same_insertions(ours: Resolution, theirs: Resolution, known: Iterable[str]) -> dict[str, str]:
    """From ids of theirs to ids of ours, for equal things that both put in at one place."""
    base = set(known)
    there: dict[object, list[str]] = defaultdict(list)
    mine, other = (tree(one, part_keys(one)) for one in (ours, theirs))
    for key, place in _insertions(mine, base):
        there[place, _anonymous(mine, key)].append(key)
    same: dict[str, str] = {}
    for key, place in _insertions(other, base):
        if partners := there[place, _anonymous(other, key)]:
            same |= zip(_ids(other, key), _ids(mine, partners.pop(0)), strict=True)
    return _same_notes(ours, theirs, base) | same


def _same_notes(ours: Resolution, theirs: Resolution, known: set[str]) -> dict[str, str]:
    """From new notes of theirs to new notes of ours, equal ones called in one paragraph."""
    there: dict[object, list[str]] = defaultdict(list)
    for where, note in _new_notes(ours, known):
        there[where, replace(note, id="")].append(note.id)
    same: dict[str, str] = {}
    for where, note in _new_notes(theirs, known):
        if partners := there[where, replace(note, id="")]:
            same[note.id] = partners.pop(0)
    return same


def _new_notes(side: Resolution, known: set[str]) -> Iterator[tuple[tuple[str, str], Note]]:
    for passage in passages(side):
        if passage.owner and passage.owner not in known:
            continue
        for inline in query_inlines(passage.text):
            if isinstance(inline, Note) and inline.id not in known:
                yield (passage.owner, passage.field), inline


def _insertions(whole: Tree, known: set[str]) -> Iterator[tuple[str, tuple[Place, str]]]:
    """What stands in a known holder without being known, and after which known thing."""
    for place, row in whole.rows.items():
        if place.holder and place.holder not in known and " " not in place.holder:
            continue
        last = ""
        for key in row:
            if key in known or " " in key:
                last = key
            else:
                yield key, (place, last)


def _anonymous(whole: Tree, key: str) -> tuple[object, ...]:
    """A thing and all it holds with every id taken off."""
    return tuple((_unnamed(whole.shells[k]), whole.places[k].slot) for k in whole.inside(key))


def _unnamed(shell: Shell) -> Shell:
    if isinstance(shell, Part | Resolution):
        return shell
    bare = map_shell_text(shell, _unnamed_text)
    return bare if isinstance(bare, Part | Resolution) else replace(bare, id="")


def _unnamed_text(inlines: Inlines) -> Inlines:
    return map_inlines(
        inlines, lambda inline: (replace(inline, id="") if isinstance(inline, Note) else inline,)
    )


def _ids(whole: Tree, key: str) -> list[str]:
    """The ids in a thing: its own, those of its notes, and those of what it holds."""
    found: list[str] = []
    for inner in whole.inside(key):
        found += [inner, *(note.id for note in shell_notes(whole.shells[inner]))]
    return found
