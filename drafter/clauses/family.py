"""A family file taken apart: its clauses, or everything that is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from drafter.clauses.clause import PREFIX, Clause, Part, SlotType, clause_from
from drafter.clauses.shape import (
    Field,
    anything,
    flag,
    one_of,
    record,
    row_of,
    shape_faults,
    shown,
    text,
    whole,
    word,
)
from drafter.clauses.template import holes, parse_template
from drafter.codec import nearest
from drafter.errors import Malformed, Place
from drafter.model import Form
from drafter.model.invariants import Fault

_FAMILY = MappingProxyType(
    {
        "language": Field(word, required=True),
        "family": Field(word, required=True),
        "clauses": Field(row_of(anything, least=1), required=True),
    }
)
_CLAUSE = MappingProxyType(
    {
        "id": Field(word, required=True),
        "part": Field(one_of(Part), required=True),
        "organs": Field(row_of(word)),
        "title": Field(text, required=True),
        "purpose": Field(text, required=True),
        "text": Field(text, required=True),
        "slots": Field(row_of(anything)),
        "tags": Field(row_of(word)),
        "example": Field(record, required=True),
        "seen": Field(row_of(text)),
    }
)
_ITEM_TYPES = tuple(
    type_ for type_ in SlotType if type_ not in (SlotType.LIST, SlotType.CHOICE, SlotType.FOOTNOTE)
)
_TYPES = frozenset(SlotType)
_SLOT = MappingProxyType(
    {
        "name": Field(word, required=True),
        "type": Field(one_of(SlotType), required=True),
        "label": Field(text, required=True),
        "help": Field(text),
        "optional": Field(flag),
        "default": Field(anything),
        "choices": Field(row_of(anything, least=2)),
        "of": Field(one_of(_ITEM_TYPES)),
        "begins": Field(row_of(text, least=1)),
        "join": Field(text),
        "words": Field(flag),
        "minimum": Field(whole),
        "maximum": Field(whole),
        "form": Field(one_of(Form)),
    }
)
_CHOICE = MappingProxyType({"value": Field(text, required=True), "label": Field(text)})
_ONLY: Mapping[str, SlotType] = MappingProxyType(
    {
        "begins": SlotType.TEXT,
        "choices": SlotType.CHOICE,
        "of": SlotType.LIST,
        "join": SlotType.LIST,
        "words": SlotType.NUMBER,
        "minimum": SlotType.NUMBER,
        "maximum": SlotType.NUMBER,
        "form": SlotType.PARAGRAPH,
    }
)
"""Fields of a slot that belong to one type."""
_NEEDED: Mapping[SlotType, str] = MappingProxyType(
    {SlotType.CHOICE: "choices", SlotType.LIST: "of"}
)


def family_from(data: Any) -> tuple[Clause, ...]:
    """The clauses of a family file's content, in its order.

    Raises:
        Malformed: the content breaks the rules; the error names every fault with its path.
    """
    found = tuple(family_faults(data))
    if found:
        raise faults_error(found)
    return tuple(
        clause_from(clause, data["language"], data["family"]) for clause in data["clauses"]
    )


def faults_error(faults: tuple[Fault, ...]) -> Malformed:
    """The faults of a file as one error that names them all."""
    first, *rest = (
        Malformed(fault.message, hint=fault.hint, where=Place(path=fault.path)) for fault in faults
    )
    first.also = tuple(rest)
    return first


def family_faults(data: Any) -> Iterator[Fault]:
    """Everything that is wrong with a family file's content, in its order."""
    found = tuple(shape_faults(data, _FAMILY))
    yield from found
    clauses = data.get("clauses") if isinstance(data, dict) else None
    if not isinstance(clauses, list):
        return
    for index, clause in enumerate(clauses):
        yield from clause_faults(clause, f"clauses/{index}")
    ids = Counter(
        clause["id"]
        for clause in clauses
        if isinstance(clause, dict) and isinstance(clause.get("id"), str)
    )
    for id_, times in ids.items():
        if times > 1:
            yield Fault("clauses", f"the id {id_!r} stands {times} times", "give each its own id")


def clause_faults(data: Any, path: str = "") -> Iterator[Fault]:
    """Everything that is wrong with the data of one clause."""
    found = list(shape_faults(data, _CLAUSE, path))
    for index, slot in enumerate(_rows(data, "slots")):
        found += slot_faults(slot, f"{path}/slots/{index}")
    yield from found
    if found:  # the rules below take the right fields for granted
        return
    yield from _id_faults(data, path)
    yield from _text_faults(data, path)
    yield from _example_faults(data, path)


def slot_faults(data: Any, path: str = "") -> Iterator[Fault]:
    """Everything that is wrong with the data of one slot."""
    found = tuple(shape_faults(data, _SLOT, path))
    yield from found
    for index, choice in enumerate(_rows(data, "choices")):
        if not isinstance(choice, str):
            yield from shape_faults(choice, _CHOICE, f"{path}/choices/{index}")
        elif wanted := text(choice):
            message = f"{wanted} is expected, this is {shown(choice)}"
            yield Fault(f"{path}/choices/{index}", message, f"write {wanted} here")
    if found or data["type"] not in _TYPES:
        return
    needed = _NEEDED.get(data["type"])
    if needed and needed not in data:
        message = f"a slot of type {data['type']!r} needs the field {needed!r}"
        yield Fault(path, message, f"add {needed!r}")
    for name, type_ in _ONLY.items():
        if name in data and data["type"] != type_:
            message = f"{name!r} belongs to slots of type {type_.value!r}, not {data['type']!r}"
            yield Fault(f"{path}/{name}", message, "leave it out, or change the type")


def _rows(data: Any, name: str) -> list[Any]:
    rows = data.get(name) if isinstance(data, dict) else None
    return rows if isinstance(rows, list) else []


def _id_faults(data: Mapping[str, Any], path: str) -> Iterator[Fault]:
    prefix = PREFIX[Part(data["part"])]
    if not data["id"].startswith(f"{prefix}-"):
        message = f"the id of a {data['part']} clause begins with '{prefix}-'"
        yield Fault(f"{path}/id", message, f"write '{prefix}-{data['id']}' or change the part")


def _text_faults(data: Mapping[str, Any], path: str) -> Iterator[Fault]:
    where = f"{path}/text"
    if data["text"] != data["text"].strip(" "):
        yield Fault(where, "the text begins or ends with a space", "take the space away")
    try:
        used = {name for name, _ in holes(parse_template(data["text"]))}
    except Malformed as error:
        yield Fault(where, error.what, error.hint)
        return
    names = [slot["name"] for slot in data.get("slots", ())]
    for name in sorted(used - set(names)):
        message = f"the text has a slot {{{name}}} that is not in 'slots'"
        yield Fault(where, message, nearest(name, names))
    for index, name in enumerate(names):
        if name not in used:
            hint = f"write {{{name}}} where it stands, or take the slot away"
            yield Fault(f"{path}/slots/{index}", f"the text does not use the slot {name!r}", hint)
        if name in names[:index]:
            yield Fault(f"{path}/slots/{index}", f"two slots are called {name!r}", "rename one")


def _example_faults(data: Mapping[str, Any], path: str) -> Iterator[Fault]:
    slots = {slot["name"]: slot for slot in data.get("slots", ())}
    example = data["example"]
    for name in example:
        if name not in slots:
            message = f"the example fills a slot {name!r} that the clause has not"
            yield Fault(f"{path}/example/{name}", message, nearest(name, slots))
    for name, slot in slots.items():
        if name not in example and not slot.get("optional") and slot.get("default") is None:
            hint = f"add a value of type {slot['type']!r}"
            yield Fault(f"{path}/example", f"the example does not fill the slot {name!r}", hint)
