"""A comparison as a Word file holds two texts: which of them is read, and how to know its names.

The bookmarks of the old text go by numbers ("_1_17"), for the two texts share names. The names, and
the skeleton of the old text, stand in a custom part of their own (`former`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from drafter.errors import Malformed
from drafter.formats.word.skeleton import unpack
from drafter.model import Resolution

_ALIAS = re.compile(r"_1_(0|[1-9]\d{0,6})")


@dataclass(frozen=True, slots=True)
class Former:
    """The old text of a comparison: its skeleton, its bookmarks' names in order, the new ones."""

    bare: Resolution
    olds: tuple[str, ...]
    news: tuple[str, ...]

    def reads_old(self, found: Collection[str], *, reject: bool) -> bool:
        """Whether the bookmarks of a page without tracked changes are rather those of the old text.

        Rejecting all changes takes away the bookmarks that are the new text's alone. Where none is
        gone on either side, `reject` says what was asked for.
        """
        olds = sum(alias(place) not in found for place in range(len(self.olds)))
        news = sum(name not in found for name in self.news)
        return reject if olds == news else news > olds

    def name(self, found: str, *, old: bool) -> str:
        """The name of a bookmark in the text that is read; "" for those of the other one."""
        other = _ALIAS.fullmatch(found)
        if other is None:
            return "" if old else found
        place = int(other[1])
        return self.olds[place] if old and place < len(self.olds) else ""


def alias(place: int) -> str:
    """The name under which the old text's bookmark at a place of its list goes.

    Ids begin with a letter, so that no block has such a name.
    """
    return f"_1_{place}"


def former(skeleton: Mapping[str, Any], olds: Sequence[str], news: Sequence[str]) -> dict[str, Any]:
    """The data of the custom part."""
    return {"skeleton": skeleton, "old": list(olds), "new": list(news)}


def unpack_former(data: Any) -> Former:
    """The old text of a comparison from the data of its custom part.

    Raises:
        Malformed, Invalid: the data are not what `former` makes.
    """
    if not isinstance(data, dict) or not {"skeleton", "old", "new"} <= data.keys():
        raise Malformed("the data of the old text are not whole")
    lists = data["old"], data["new"]
    if not all(isinstance(one, list) and all(isinstance(n, str) for n in one) for one in lists):
        raise Malformed("the names of the old text's bookmarks are no names")
    return Former(unpack(data["skeleton"]), tuple(lists[0]), tuple(lists[1]))
