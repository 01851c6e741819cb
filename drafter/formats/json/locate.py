"""Where in a JSON text the data of a path stand: a second look, taken only to tell a fault.

The text is known to be JSON, so that splitting it into tokens is enough; nothing here recurses.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


@dataclass(slots=True)
class _Holder:
    """A list or object that is open: its path, and the key or place that comes next."""

    path: str
    is_object: bool
    key: str = ""
    place: int = 0
    waits_for_key: bool = True
    keys: set[str] = field(default_factory=set)

    def next_path(self) -> str:
        step = self.key if self.is_object else str(self.place)
        return f"{self.path}/{step}" if self.path else step


@dataclass(frozen=True, slots=True)
class _Met:
    """A key or a value of the text; `again` marks a key that its object already has."""

    path: str
    offset: int
    key: str = ""
    again: bool = False


def offsets(text: str, paths: Collection[str]) -> dict[str, int]:
    """Each path's offset; a path that the text does not have gets that of the nearest above it."""
    values = {met.path: met.offset for met in _walk(text) if not met.key}
    return {path: values[_nearest(path, values)] for path in paths}


def doubled(text: str) -> Iterator[tuple[str, str, int]]:
    """Path, key and offset of each key that stands in its object a second time."""
    return ((met.path, met.key, met.offset) for met in _walk(text) if met.again)


def _nearest(path: str, values: Collection[str]) -> str:
    while path and path not in values:
        path = path.rpartition("/")[0]
    return path


def _walk(text: str) -> Iterator[_Met]:
    """Every key and every value of the text, with its path."""
    open_: list[_Holder] = []
    for token in _TOKEN.finditer(text):
        sign = token.group()
        holder = open_[-1] if open_ else None
        if sign in "}]":
            open_.pop()
        elif sign == "," and holder:
            holder.place += 1
            holder.waits_for_key = True
        elif sign == ":" and holder:
            holder.waits_for_key = False
        elif holder and holder.is_object and holder.waits_for_key:
            yield _key(holder, sign, token.start())
        else:
            path = holder.next_path() if holder else ""
            yield _Met(path, token.start())
            if sign in "{[":
                open_.append(_Holder(path, sign == "{"))


def _key(holder: _Holder, sign: str, offset: int) -> _Met:
    holder.key = json.loads(sign)
    again = holder.key in holder.keys
    holder.keys.add(holder.key)
    return _Met(holder.next_path(), offset, holder.key or '""', again)
