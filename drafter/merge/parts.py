"""The parts of a composite resolution, which have no ids: known by what they hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from drafter.merge.identify import part_keys
from drafter.merge.tree import Tree, tree
from drafter.model import Resolution


def base_tree(base: Resolution) -> Tree:
    """The tree of the base, its parts numbered."""
    return tree(base, part_keys(base))


def side_tree(base: Tree, side: Resolution) -> Tree:
    """The tree of a side, its parts under the keys that the base has for them."""
    own = part_keys(side)
    first = tree(side, own)
    found: dict[str, str] = {}
    for guess in (_by_content, _by_letter, _by_place):
        for key in own:
            if key not in found:
                free = (name for name in guess(key, first, base) if name not in found.values())
                if name := next(free, ""):
                    found[key] = name
    return tree(side, list(_named(side, own, found)))


def _by_content(key: str, side: Tree, base: Tree) -> list[str]:
    """The part from which most of the paragraphs come."""
    homes = (_home(base, inner) for inner in side.inside(key) if inner in base.shells)
    return [name for name, _ in Counter(homes).most_common() if name.startswith("part ")]


def _by_letter(key: str, side: Tree, base: Tree) -> list[str]:
    letter = getattr(side.shells[key], "letter", "")
    return [k for k, shell in base.shells.items() if getattr(shell, "letter", None) == letter]


def _by_place(key: str, side: Tree, base: Tree) -> list[str]:
    """The part of the same number, when both texts have as many."""
    counts = [sum(" " in k for k in whole.shells) for whole in (side, base)]
    return [key] if counts[0] == counts[1] and key in base.shells else []


def _home(whole: Tree, key: str) -> str:
    while whole.places[key].holder:
        key = whole.places[key].holder
    return key


def _named(side: Resolution, own: list[str], found: dict[str, str]) -> Iterator[str]:
    """The keys; a new part is named after what it is, so that both sides may have the same one."""
    used: Counter[str] = Counter()
    for key, part in zip(own, side.parts, strict=True):
        if key in found:
            yield found[key]
            continue
        bare = repr(replace(part, preamble=(), operative=()))
        used[bare] += 1
        yield f"part {used[bare]} {bare}"
