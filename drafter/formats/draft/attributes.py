"""The block of attributes at the end of a line: `{#recall label="3 bis" @class="H1"}`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from drafter.codec import nearest
from drafter.formats.draft.faults import Faults, Line
from drafter.formats.draft.words import BARE_META
from drafter.model import ID, Meta
from drafter.model.text_rules import BAD_SIGN

_ITEM = re.compile(r"(?P<name>[a-z][a-z-]*)(?P<sign>=?)")
_NUMBER = re.compile(r"[0-9]{1,9}")
_ID_END = re.compile(r"[ }]")
_DECODER = json.JSONDecoder()


@dataclass(slots=True)
class Attributes:
    """What an attribute block says: an id or "", named values, and pairs kept as they are."""

    id: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    pairs: dict[str, str] = field(default_factory=dict)

    @property
    def meta(self) -> Meta:
        """The pairs, sorted by name."""
        return tuple(sorted(self.pairs.items()))


@dataclass(slots=True)
class AttributeReader:
    """Reads one block; `known` maps the names that may stand here to str, int or bool."""

    line: Line
    faults: Faults
    known: Mapping[str, type]
    has_id: bool = True

    def read(self, offset: int) -> tuple[Attributes, int]:
        """The attributes of the block that opens at `offset`, and the offset after it."""
        found = Attributes()
        place = self._id(found, offset + 2)
        while place < self.line.end and self.line.text[place] != "}":
            if self.line.text[place] == " ":
                place += 1
            else:
                place = self._item(found, place)
        if place >= self.line.end:
            hint = "close it with } at the end of the line"
            self.faults.add(self.line, offset, "the attributes are not closed", hint)
        return found, place + 1

    def _id(self, found: Attributes, start: int) -> int:
        end = _ID_END.search(self.line.text, start, self.line.end)
        stop = end.start() if end else self.line.end
        name = self.line.text[start:stop]
        if name and not self.has_id:
            self.faults.add(self.line, start, "no id can stand here", "begin with {# and a space")
        elif name and not ID.fullmatch(name):
            hint = "an id has 1 to 32 lower-case letters, digits and hyphens, a letter first"
            self.faults.add(self.line, start, f"{name[:40]!r} is not an id", hint)
        else:
            found.id = name
        return stop

    def _item(self, found: Attributes, place: int) -> int:
        if self.line.text[place] == "@":
            return self._pair(found, place + 1)
        item = _ITEM.match(self.line.text, place, self.line.end)
        if item is None:
            hint = f'write name="value"; {nearest("", self.known)}'
            self.faults.add(self.line, place, "this is no attribute", hint)
            return self._closing(place)
        name = item["name"]
        if name not in self.known:
            message = f"there is no attribute {name!r} here"
            self.faults.add(self.line, place, message, nearest(name, self.known))
            return self._closing(place)
        if name in found.values:
            self._twice(name, place)
        value, stop = self._value(name, item["sign"], item.end())
        found.values[name] = value
        return stop

    def _value(self, name: str, sign: str, place: int) -> tuple[Any, int]:
        kind = self.known[name]
        if kind is bool:
            if sign:
                self.faults.add(self.line, place, f"{name!r} has no value", "take = away")
            return True, self._closing(place) if sign else place
        if kind is int:
            number = _NUMBER.match(self.line.text, place, self.line.end) if sign else None
            if number is None:
                self.faults.add(self.line, place, f"{name!r} needs a number", f"write {name}=2")
                return 1, self._closing(place)
            return int(number.group()), number.end()
        return self._string(place, f'{name}="value"') if sign else self._none(name, place)

    def _none(self, name: str, place: int) -> tuple[str, int]:
        self.faults.add(self.line, place, f"{name!r} needs a value", f'write {name}="value"')
        return "", self._closing(place)

    def _pair(self, found: Attributes, place: int) -> int:
        bare = BARE_META.match(self.line.text, place, self.line.end)
        if bare:
            name, stop = bare.group(), bare.end()
        else:
            name, stop = self._string(place, '@name="value"')
        if not self.line.text.startswith("=", stop):
            return self._none(name, stop)[1]
        if name in found.pairs:
            self._twice(name, place)
        found.pairs[name], stop = self._string(stop + 1, '@name="value"')
        return stop

    def _twice(self, name: str, place: int) -> None:
        hint = "take one of the two away"
        self.faults.add(self.line, place, f"{name!r} stands twice", hint)

    def _string(self, place: int, form: str) -> tuple[str, int]:
        found = read_string(self.line.text, place)
        if found is None:
            hint = f'write {form}, with \\" for a quotation mark'
            self.faults.add(self.line, place, "a text in double quotes is expected", hint)
            return "", self._closing(place)
        return found

    def _closing(self, place: int) -> int:
        """Where reading goes on after a fault: at the closing brace, or else at the end."""
        found = self.line.text.find("}", place, self.line.end)
        return found if found >= 0 else self.line.end


def read_string(text: str, place: int) -> tuple[str, int] | None:
    """A JSON string that begins at `place`, and the offset after it; None when there is none."""
    if not text.startswith('"', place):
        return None
    try:
        value, stop = _DECODER.raw_decode(text, place)
    except ValueError:
        return None
    return str(value), stop


def quoted(data: Any) -> str:
    """Data as JSON on one line, with every sign that no line may hold written as an escape."""
    written = json.dumps(data, ensure_ascii=False)
    return BAD_SIGN.sub(lambda found: f"\\u{ord(found.group()):04x}", written)


def write_attributes(id_: str = "", items: Iterable[tuple[str, Any]] = (), meta: Meta = ()) -> str:
    """The block for an id, named values (None, False: not there) and pairs; "" when it is empty."""
    words = [f"#{id_}"]
    for name, value in items:
        if value is True:
            words.append(name)
        elif value is not None and value is not False:
            words.append(f"{name}={quoted(value)}")
    for name, kept in meta:
        shown = name if BARE_META.fullmatch(name) else quoted(name)
        words.append(f"@{shown}={quoted(kept)}")
    return "" if words == ["#"] else f"{{{' '.join(words)}}}"
