"""The old text's names and numbers changed so that both texts fit into one file."""

from __future__ import annotations

from drafter.formats.word.sides import alias
from drafter.render.tracked.sides import NAME, NUMBER, Side, bookmarks
from drafter.render.tracked.signs import tag

_MARKS = (tag("bookmarkStart"), tag("bookmarkEnd"))


def rename(old: Side, above: int) -> dict[str, str]:
    """Give the old text's bookmarks other names, and numbers from `above` on.

    Returns the new names by the old ones, in order; fields that name a bookmark follow it.
    """
    names: dict[str, str] = {}
    for root in old.roots():
        for name in bookmarks(root):
            names.setdefault(name, alias(len(names)))
        for one in root.iter(*_MARKS):
            one.set(NUMBER, str(int(str(one.get(NUMBER))) + above))
    for root in old.roots():
        for one in root.iter(_MARKS[0]):
            one.set(NAME, names[str(one.get(NAME))])
        for code in root.iter(tag("instrText")):
            code.text = " ".join(names.get(w, w) for w in str(code.text).split(" "))
    return names
