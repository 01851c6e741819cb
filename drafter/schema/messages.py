"""What a schema error means, in plain words: a mapping from the schema's keyword to a message."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from drafter.codec import nearest

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

Told: TypeAlias = tuple[str, str, str]
"""Path, message, hint."""


@dataclass(frozen=True, slots=True)
class _Failure:
    """What jsonschema says: the keyword's value, the schema around it, the data, its message."""

    wanted: Any
    rules: Mapping[str, Any]
    data: Any
    message: str


def tell(error: ValidationError) -> Iterator[Told]:
    """The faults that one schema error stands for."""
    path = "/".join(str(step) for step in error.absolute_path)
    rules = error.schema if isinstance(error.schema, Mapping) else {}
    failure = _Failure(error.validator_value, rules, error.instance, error.message)
    yield from _TELLERS.get(str(error.validator), _other)(failure, path)


def _type(failure: _Failure, path: str) -> Iterator[Told]:
    kinds = [failure.wanted] if isinstance(failure.wanted, str) else failure.wanted
    expected = " or ".join(_KINDS.get(kind, kind) for kind in kinds)
    message = f"{expected} is expected, this is {_shown(failure.data)}"
    yield path, message, f"write {expected} here"


def _required(failure: _Failure, path: str) -> Iterator[Told]:
    # jsonschema makes one error for each missing field, and names it in its message alone.
    named = [name for name in failure.wanted if failure.message.startswith(repr(name))]
    for name in named:
        yield path, f"the field {name!r} is missing", f"add {name!r}"


def _unknown(failure: _Failure, path: str) -> Iterator[Told]:
    known = list(failure.rules.get("properties", ()))
    for name in failure.data:
        if name not in known:
            place = f"{path}/{name}" if path else str(name)
            yield place, f"there is no field {name!r} here", nearest(str(name), known)


def _enum(failure: _Failure, path: str) -> Iterator[Told]:
    words = [str(word) for word in failure.wanted]
    yield path, f"{_shown(failure.data)} is not known here", nearest(str(failure.data), words)


def _const(failure: _Failure, path: str) -> Iterator[Told]:
    hint = f"write {failure.wanted!r}"
    yield path, f"{_shown(failure.data)} cannot stand here", hint


def _pattern(failure: _Failure, path: str) -> Iterator[Told]:
    hint = failure.rules.get("description", "") or f"it must match {failure.wanted}"
    yield path, f"{_shown(failure.data)} has not the form that is needed", hint


def _format(failure: _Failure, path: str) -> Iterator[Told]:
    name = failure.wanted
    hint = failure.rules.get("description", "") or f"write a {name}"
    yield path, f"{_shown(failure.data)} is not a {name}", hint


def _short(failure: _Failure, path: str) -> Iterator[Told]:
    least = failure.wanted
    yield path, f"{_shown(failure.data)} is too short", f"at least {least} needed"


def _long(failure: _Failure, path: str) -> Iterator[Told]:
    most = failure.wanted
    yield path, f"{_shown(failure.data)} is too long", f"at most {most} can stand here"


def _small(failure: _Failure, path: str) -> Iterator[Told]:
    yield path, f"{failure.data} is too small", f"the least is {failure.wanted}"


def _large(failure: _Failure, path: str) -> Iterator[Told]:
    yield path, f"{failure.data} is too large", f"the most is {failure.wanted}"


def _unique(_failure: _Failure, path: str) -> Iterator[Told]:
    yield path, "an item stands twice in the list", "take one of the two away"


def _other(failure: _Failure, path: str) -> Iterator[Told]:
    yield path, failure.message[:200], str(failure.rules.get("description", ""))


def _shown(data: Any) -> str:
    match data:
        case None:
            return "null"
        case bool():
            return str(data).lower()
        case str():
            return f"the text {data[:40]!r}"
        case list():
            return f"a list of {len(data)}"
        case dict():
            return "an object"
        case _:
            return f"the number {data!r:.40}"


_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "string": "a text",
        "integer": "a whole number",
        "number": "a number",
        "boolean": "true or false",
        "array": "a list",
        "object": "an object",
        "null": "null",
    }
)

_TELLERS: Mapping[str, Callable[[_Failure, str], Iterator[Told]]] = MappingProxyType(
    {
        "type": _type,
        "required": _required,
        "additionalProperties": _unknown,
        "unevaluatedProperties": _unknown,
        "enum": _enum,
        "const": _const,
        "pattern": _pattern,
        "format": _format,
        "minLength": _short,
        "minItems": _short,
        "minProperties": _short,
        "maxLength": _long,
        "maxItems": _long,
        "minimum": _small,
        "maximum": _large,
        "uniqueItems": _unique,
    }
)
