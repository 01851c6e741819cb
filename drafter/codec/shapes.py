"""How each type of the model looks as plain data, read off its annotations.

A `Shape` is a pair of functions. Shapes are built once per type: strings, whole numbers, booleans,
dates and enumerations stand for themselves, tuples are lists, pairs are objects, dataclasses are
objects, `Text` is a plain string. What can stand among others of its kind has a "type".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from drafter.codec.faults import Faults
from drafter.codec.nearest import nearest
from drafter.model import (
    Adoption,
    Blank,
    Break,
    Embedded,
    Emphasis,
    Heading,
    Link,
    Note,
    NoteMark,
    Opaque,
    Paragraph,
    Reference,
    Section,
    Separator,
    Submission,
    Table,
    Text,
)

TYPES: Mapping[type, str] = MappingProxyType(
    {
        Paragraph: "paragraph",
        Heading: "heading",
        Section: "section",
        Table: "table",
        Embedded: "embedded",
        Separator: "separator",
        Emphasis: "emphasis",
        Link: "link",
        Note: "note",
        NoteMark: "note-mark",
        Reference: "reference",
        Blank: "blank",
        Break: "break",
        Submission: "submission",
        Adoption: "adoption",
    }
)
"""The word that the field "type" has for a class; classes not named here have no such field."""

ALWAYS = frozenset({"kind", "language"})
"""Fields written even when they have their default: every file says what it is."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One type as plain data: `encode` a value, `decode` data found at a path."""

    encode: Callable[[Any], Any]
    decode: Callable[[Any, str, Faults], Any]


@dataclass(frozen=True, slots=True)
class FieldShape:
    """A field of a dataclass: its name, its shape, and its default or MISSING."""

    name: str
    shape: Shape
    default: Any

    @property
    def required(self) -> bool:
        """Whether data without this field are faulty."""
        return self.default is MISSING or self.name in ALWAYS


@cache
def shape_of(hint: Any) -> Shape:
    """The shape of a type as annotated; a type that the model does not use is a TypeError."""
    if hint in _SCALARS:
        return _scalar(hint)
    if get_origin(hint) in (Union, UnionType):
        return _union(tuple(part for part in get_args(hint) if part is not NoneType))
    if hint == tuple[tuple[str, str], ...]:
        return Shape(dict, _decode_pairs)
    if get_origin(hint) is tuple:
        return _list(get_args(hint)[0])
    if issubclass(hint, StrEnum):
        return _enum(hint)
    if is_dataclass(hint):
        return _record(cast("type", hint))
    raise TypeError(hint)


@cache
def field_shapes(cls: type) -> tuple[FieldShape, ...]:
    """The fields of a dataclass, in order."""
    hints = get_type_hints(cls)
    return tuple(
        FieldShape(f.name, shape_of(hints[f.name]), _default(f.default, hints[f.name]))
        for f in fields(cls)
    )


def _default(given: Any, hint: Any) -> Any:
    """A field that may be None and has no default may be left out too (a section's heading)."""
    return None if given is MISSING and NoneType in get_args(hint) else given


_SCALARS: Mapping[Any, str] = MappingProxyType(
    {str: "a text", int: "a whole number", bool: "true or false", date: "a date"}
)


def _same(value: Any) -> Any:
    return value


def _scalar(cls: type) -> Shape:
    if cls is date:
        return Shape(date.isoformat, _decode_date)

    def decode(data: Any, path: str, faults: Faults) -> Any:
        if type(data) is not cls:
            faults.wrong_type(path, _SCALARS[cls], data)
        return data

    return Shape(_same, decode)


def _decode_date(data: Any, path: str, faults: Faults) -> Any:
    if not isinstance(data, str):
        return faults.wrong_type(path, "a date", data)
    try:
        day = date.fromisoformat(data)
    except ValueError:
        day = None
    if day is None or day.isoformat() != data:
        faults.add(path, f"{data[:40]!r} is not a date", "write year, month and day: 2009-10-06")
    return day


def _enum(cls: type[StrEnum]) -> Shape:
    words = tuple(member.value for member in cls)

    def decode(data: Any, path: str, faults: Faults) -> Any:
        if not isinstance(data, str):
            return faults.wrong_type(path, "a word", data)
        if data not in words:
            return faults.add(path, f"{data[:40]!r} is not known here", nearest(data, words))
        return cls(data)

    return Shape(str, decode)


def _decode_pairs(data: Any, path: str, faults: Faults) -> Any:
    if not isinstance(data, dict):
        return faults.wrong_type(path, "an object", data)
    for name, value in data.items():
        if not isinstance(value, str):
            faults.wrong_type(f"{path}/{name}", "a text", value)
    return tuple(sorted(data.items(), key=lambda pair: str(pair[0])))


def _list(item: Any) -> Shape:
    shape = shape_of(item)

    def encode(values: Any) -> list[Any]:
        return [shape.encode(value) for value in values]

    def decode(data: Any, path: str, faults: Faults) -> Any:
        if not isinstance(data, list):
            return faults.wrong_type(path, "a list", data)
        return tuple(
            shape.decode(value, f"{path}/{place}", faults) for place, value in enumerate(data)
        )

    return Shape(encode, decode)


def _record(cls: type) -> Shape:
    def encode(value: Any) -> dict[str, Any]:
        return encode_record(value)

    def decode(data: Any, path: str, faults: Faults) -> Any:
        if not isinstance(data, dict):
            return faults.wrong_type(path, _kind(cls), data)
        if cls in TYPES and data.get("type", "") != TYPES[cls]:
            return _wrong_tag(data, (cls,), path, faults)
        return decode_record(cls, data, path, faults)

    return Shape(encode, decode)


def _union(classes: tuple[Any, ...]) -> Shape:
    if len(classes) == 1:
        return shape_of(classes[0])
    tagged = {TYPES[cls]: cls for cls in classes if cls is not Text}

    def encode(value: Any) -> Any:
        return value.text if isinstance(value, Text) else encode_record(value)

    def decode(data: Any, path: str, faults: Faults) -> Any:
        if isinstance(data, str) and Text in classes:
            return Text(data)
        if not isinstance(data, dict):
            expected = "a text or an object" if Text in classes else "an object"
            return faults.wrong_type(path, expected, data)
        name = data.get("type")
        if not isinstance(name, str) or name not in tagged:
            return _wrong_tag(data, tuple(tagged.values()), path, faults)
        return decode_record(tagged[name], data, path, faults)

    return Shape(encode, decode)


def _wrong_tag(
    data: Mapping[str, Any], classes: tuple[type, ...], path: str, faults: Faults
) -> None:
    words = tuple(TYPES[cls] for cls in classes)
    if "type" not in data:
        return faults.add(path, "the field 'type' is missing", f"one of: {', '.join(words)}")
    name = data["type"]
    if not isinstance(name, str):
        return faults.wrong_type(f"{path}/type", "a word", name)
    return faults.add(f"{path}/type", f"{name[:40]!r} cannot stand here", nearest(name, words))


def encode_record(value: Any) -> dict[str, Any]:
    """A dataclass as an object: its type, then its fields that differ from their defaults."""
    cls: type = type(value)
    data: dict[str, Any] = {"type": TYPES[cls]} if cls in TYPES else {}
    for field in field_shapes(cls):
        content = getattr(value, field.name)
        if field.required or content != field.default:
            data[field.name] = field.shape.encode(content)
    return data


def decode_record(cls: type, data: Mapping[str, Any], path: str, faults: Faults) -> Any:
    """The dataclass that an object describes; faulty fields are None and noted."""
    _unknown(cls, data, path, faults)
    values: dict[str, Any] = {}
    for field in field_shapes(cls):
        if field.name in data:
            place = f"{path}/{field.name}" if path else field.name
            values[field.name] = field.shape.decode(data[field.name], place, faults)
        else:
            values[field.name] = None if field.required else field.default
            if field.required:
                message = f"the field {field.name!r} is missing in {_kind(cls)}"
                faults.add(path, message, f"add {field.name!r}")
    return cls(**values)


def _unknown(cls: type, data: Mapping[str, Any], path: str, faults: Faults) -> None:
    known = [field.name for field in field_shapes(cls)] + ["type"] * (cls in TYPES)
    for name in data:
        if name not in known:
            place = f"{path}/{name}" if path else str(name)
            message = f"there is no field {str(name)[:40]!r} in {_kind(cls)}"
            faults.add(place, message, nearest(str(name), known))


def _kind(cls: type) -> str:
    """What a class is called in messages: "a paragraph", "an agenda item"."""
    if cls is Opaque:
        return "a kept element"
    words = "".join(f" {c.lower()}" if c.isupper() else c for c in cls.__name__).strip()
    return f"an {words}" if words[0] in "aeio" else f"a {words}"
