"""What is still there after both sides' edits, and where.

A thing that one side deleted is gone, unless the other side edited it, moved it, or put something
in it: then it stays with all it held, and that is a conflict.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from drafter.diff.patch import Shell
from drafter.merge.moves import moved
from drafter.merge.shell_text import map_shell_text
from drafter.merge.tokens import runs, without_end
from drafter.merge.tree import Place, Tree
from drafter.merge.value import Trio
from drafter.model import build


@dataclass(slots=True)
class Fate:
    """What becomes of every thing.

    `places` are those of the survivors. `kept_by` names for each thing that one side deleted and
    that stays the side that keeps it, "ours" or "theirs"; `roots` are those of them whose holder
    is not one of them. `apart` are the things that both sides moved to different holders. `moved`
    are the keys that each side put elsewhere within their row.
    """

    places: dict[str, Place] = field(default_factory=dict)
    kept_by: dict[str, str] = field(default_factory=dict)
    roots: list[str] = field(default_factory=list)
    apart: list[str] = field(default_factory=list)
    moved: Trio[frozenset[str]] = Trio(frozenset(), frozenset(), frozenset())


def decide(trees: Trio[Tree]) -> Fate:
    """The fate of everything in the three trees."""
    fate = Fate()
    fate.moved = Trio(frozenset(), moved(trees.base, trees.ours), moved(trees.base, trees.theirs))
    gone = _place_all(trees, fate)
    _break_circles(trees, fate)
    _protect(trees, fate, gone)
    _break_circles(trees, fate)
    fate.roots = [
        key
        for key in fate.kept_by
        if _side(trees, fate, key).places[key].holder not in fate.kept_by
    ]
    return fate


def _place_all(trees: Trio[Tree], fate: Fate) -> dict[str, str]:
    """Place what is there on both sides or new; return what one side deleted, with who has it."""
    gone: dict[str, str] = {}
    for key in {**trees.base.shells, **trees.ours.shells, **trees.theirs.shells}:
        where = trees.map(partial(_where, key))
        if where.ours is not None and where.theirs is not None:
            fate.places[key] = _place(key, where, fate)
        elif where.base is None:
            fate.places[key] = where.ours or where.theirs or Place("", 0)
        elif where.ours is not None or where.theirs is not None:
            gone[key] = "ours" if where.ours is not None else "theirs"
    return gone


def _where(key: str, tree: Tree) -> Place | None:
    return tree.places.get(key)


def _place(key: str, where: Trio[Place | None], fate: Fate) -> Place:
    if where.base is not None and not where.clear:
        fate.apart.append(key)
    chosen = where.ours if where.base is None else where.chosen
    return chosen or Place("", 0)


def _break_circles(trees: Trio[Tree], fate: Fate) -> None:
    """Undo moves of theirs that would put things into each other: ours stand."""
    for key in list(fate.places):
        circle = _circle(fate, key)
        while circle:
            back = [k for k in circle if k in trees.ours.places]
            back = [k for k in back if fate.places[k] != trees.ours.places[k]]
            if not back:
                break
            for k in back:
                fate.places[k] = trees.ours.places[k]
                fate.apart.append(k)
            circle = _circle(fate, key)


def _circle(fate: Fate, key: str) -> list[str]:
    """The things from here upwards, if the way leads back to one of them."""
    way: dict[str, None] = {}
    while key in fate.places and key not in way:
        way[key] = None
        key = fate.places[key].holder
    return list(way) if key in way else []


def _protect(trees: Trio[Tree], fate: Fate, gone: dict[str, str]) -> None:
    """Keep what was deleted by one side and is needed by the other."""
    for key, side in gone.items():
        if key not in fate.kept_by and _touched(trees, fate, key, side):
            _keep(trees, fate, gone, key)
    for key in list(fate.places):
        for holder in _holders(fate, key):
            if holder in gone and holder not in fate.kept_by:
                _keep(trees, fate, gone, holder)


def _holders(fate: Fate, key: str) -> Iterator[str]:
    """The holders of a thing, as far up as they are placed, and the first that is not."""
    while key in fate.places:
        key = fate.places[key].holder
        if key:
            yield key


def _keep(trees: Trio[Tree], fate: Fate, gone: dict[str, str], key: str) -> None:
    """Keep a deleted thing, the deleted things that hold it, and all deleted things in them."""
    tree = _tree(trees, gone[key])
    top = key
    while tree.places[top].holder in gone:
        top = tree.places[top].holder
    for inner in tree.inside(top):
        if inner in gone and inner not in fate.kept_by:
            fate.kept_by[inner] = gone[inner]
            fate.places[inner] = tree.places[inner]


def _touched(trees: Trio[Tree], fate: Fate, key: str, side: str) -> bool:
    """Whether the side that still has a thing edited or moved it."""
    tree = _tree(trees, side)
    if tree.places[key] != trees.base.places[key] or key in getattr(fate.moved, side):
        return True
    return _core(tree.shells[key]) != _core(trees.base.shells[key])


def _core(shell: Shell) -> Shell:
    """A shell without its closing signs, which follow from its place."""
    return map_shell_text(shell, lambda text: build(runs(without_end(text))))


def _side(trees: Trio[Tree], fate: Fate, key: str) -> Tree:
    return _tree(trees, fate.kept_by[key])


def _tree(trees: Trio[Tree], side: str) -> Tree:
    return trees.ours if side == "ours" else trees.theirs
