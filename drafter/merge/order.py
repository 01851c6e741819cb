"""Every row of the merged text: what stayed in the base's order, the rest where a side put it."""

from __future__ import annotations

from collections import defaultdict
from functools import partial

from drafter.merge.desk import Desk
from drafter.merge.moves import START, anchors, weave
from drafter.merge.shell_text import shell_texts
from drafter.merge.survive import Fate
from drafter.merge.tokens import said
from drafter.merge.tree import Place, Tree
from drafter.merge.value import ConflictKind, Trio

_SHOWN = 40
"""Signs of a paragraph by which a message names a place."""


def rows(trees: Trio[Tree], fate: Fate, desk: Desk) -> dict[Place, list[str]]:
    """The rows of the survivors; each stands in exactly one, once."""
    members: dict[Place, set[str]] = defaultdict(set)
    for key, place in fate.places.items():
        members[place].add(key)
    _tell_apart(trees, fate, desk)
    return {place: _row(place, some, trees, fate, desk) for place, some in members.items()}


def _row(place: Place, members: set[str], trees: Trio[Tree], fate: Fate, desk: Desk) -> list[str]:
    row = trees.map(lambda tree: [k for k in tree.rows.get(place, ()) if k in members])
    at_home = set(row.base)
    spine = at_home - fate.moved.ours - fate.moved.theirs
    ours = [k for k in row.ours if k in spine or k not in at_home or k in fate.moved.ours]
    theirs = [k for k in row.theirs if k in spine or k not in at_home or k in fate.moved.theirs]
    here, there = anchors(ours, spine), anchors(theirs, spine)
    twice = {k for k in here.keys() & there.keys() if here[k] != there[k]}
    for key in sorted(twice & trees.base.shells.keys()):
        _tell(key, Trio(_before(row.base, key), here[key], there[key]), trees, desk)
    theirs = [k for k in theirs if k not in twice]
    return weave(row.base, spine, ours, theirs)


def _before(row: list[str], key: str) -> str:
    place = row.index(key) if key in row else 0
    return row[place - 1] if place else START


def _tell_apart(trees: Trio[Tree], fate: Fate, desk: Desk) -> None:
    """Tell what both sides moved to different holders; it stands where ours put it."""
    for key in fate.apart:
        _tell(key, trees.map(partial(_neighbour, key)), trees, desk)


def _neighbour(key: str, tree: Tree) -> str:
    place = tree.places.get(key)
    if place is None:
        return START
    return _before(tree.rows[place], key) or place.holder


def _tell(key: str, where: Trio[str], trees: Trio[Tree], desk: Desk) -> None:
    words = Trio(
        _named(trees.base, where.base),
        _named(trees.ours, where.ours),
        _named(trees.theirs, where.theirs),
    )
    id_ = "" if " " in key else key
    desk.tell(ConflictKind.MOVED, id_, "place", words)


def _named(tree: Tree, key: str) -> str:
    """A place as a person finds it: after which words it comes."""
    shell = tree.shells.get(key)
    words = " ".join(filter(None, (said(text) for text in shell_texts(shell)))) if shell else ""
    if not words:
        return "at the beginning" if shell is None else f"after {key}"
    return f'after "{words[:_SHOWN]}{"…" if len(words) > _SHOWN else ""}"'
