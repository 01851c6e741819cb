"""Three resolutions in, one out: the edits of both sides since the common base, put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from drafter.diff.patch import Shell
from drafter.edit import Ends, follow_ends
from drafter.edit.ends import last_leaf
from drafter.merge.desk import Desk
from drafter.merge.enclose import enclose
from drafter.merge.frame import merge_frame
from drafter.merge.identify import known_as, told_apart
from drafter.merge.mend import mend, mend_roles
from drafter.merge.named import in_reading_order
from drafter.merge.notes import Called, NoteBook, called, claimed
from drafter.merge.order import rows
from drafter.merge.parts import base_tree, side_tree
from drafter.merge.shell_text import map_shell_text
from drafter.merge.shells import merge_shell
from drafter.merge.survive import Fate, decide
from drafter.merge.tree import Place, Tree, resolution_of
from drafter.merge.typed import follow_typed, type_again
from drafter.merge.value import Merged, Options, Trio
from drafter.model import Resolution, walk_text


def merge(
    base: Resolution, ours: Resolution, theirs: Resolution, options: Options = Options()
) -> Merged:
    """The resolution with the edits of both sides, and the conflicts between them.

    Disjoint edits are put together, down to single words of one paragraph; where they are about
    the same words, the text has both in brackets that name the sides. Ids are those of the base,
    where it has the thing. Pure: the same three values give the same result on every machine.
    """
    versions = Trio(base, ours, theirs)
    if versions.clear:
        return Merged(versions.chosen)
    return merge_changed(versions, options)


def merge_changed(versions: Trio[Resolution], options: Options) -> Merged:
    """As `merge`, for sides that may be the base itself: every step is taken."""
    ours = known_as(versions.base, versions.ours, options.side)
    theirs = known_as(versions.base, versions.theirs, options.side)
    known = Trio(versions.base, ours, told_apart(ours, theirs, versions.base))
    known = known.map(lambda one: follow_typed(one, options.side))
    notes = known.map(called)
    desk = Desk(options, claimed(notes))
    whole = _text(known, notes, desk)
    older = known.ours, known.theirs, known.base
    merged = type_again(_follow(known, mend(whole)), older, options.side)
    return Merged(merged, in_reading_order(desk.conflicts, merged, options.side))


def _text(known: Trio[Resolution], notes: Trio[Called], desk: Desk) -> Resolution:
    """Everything merged but the end punctuation."""
    base = base_tree(known.base)
    trees = Trio(base, side_tree(base, known.ours), side_tree(base, known.theirs))
    fate = decide(trees)
    frame = merge_frame(known.map(lambda one: replace(one, parts=(), annexes=())), desk)
    whole = Tree(
        shells=dict(_shells(trees, fate, desk)), places=fate.places, rows=rows(trees, fate, desk)
    )
    enclose(whole, fate, trees, desk)
    mend_roles(whole)
    book = NoteBook(notes, desk)
    frame = walk_text(frame, book.place)
    for slot in (0, 1):
        for top in whole.rows.get(Place("", slot), ()):
            for key in whole.inside(top):
                whole.shells[key] = map_shell_text(whole.shells[key], book.place)
    return resolution_of(frame, whole)


def _shells(trees: Trio[Tree], fate: Fate, desk: Desk) -> Iterator[tuple[str, Shell]]:
    """What each survivor says."""
    for key in fate.places:
        some = trees.map(partial(_shell, key))
        if some.base is not None and some.ours is not None and some.theirs is not None:
            yield key, merge_shell(Trio(some.base, some.ours, some.theirs), desk)
        elif shell := some.ours or some.theirs:
            yield key, shell


def _shell(key: str, tree: Tree) -> Shell | None:
    return tree.shells.get(key)


def _follow(known: Trio[Resolution], merged: Resolution) -> Resolution:
    """End punctuation where both sides changed the end: the last paragraph has the full stop.

    A side that alone decides the end has its own punctuation, which is left as it is.
    """
    for side in (known.ours, known.theirs):
        if any(_another_end(*three) for three in _ends(known.base, side, merged)):
            merged = follow_ends(side, merged, Ends())
    return merged


def _ends(*versions: Resolution) -> Iterator[tuple[str, ...]]:
    """The last paragraph of each part in each version."""
    for parts in zip(*(version.parts for version in versions), strict=False):
        yield tuple(last_leaf(part.operative) for part in parts)


def _another_end(base: str, side: str, merged: str) -> bool:
    return side not in {base, merged}
