"""Forms from schemas: what an editor asks, one field after the other, and nothing of how it asks.

A field added to a schema is a field of the form: there is no list of fields in code. Discriminators
("type" decides which other fields there are) are written with if/then, and a form asks for the
fields of a branch once its answer is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Protocol

from drafter.errors import Unsupported

RUNNING_TEXT = "#/$defs/inlines"
"""The definition that means text with emphasis and notes; it is asked for as one line of text."""

SUGGEST = "x-suggest"
"""An annotation of ours in a schema: the map of the language profile that holds likely answers."""


EMPTY: frozenset[str] = frozenset()


class Kind(StrEnum):
    """What a field takes. The fields of a clause have the types of its slots instead."""

    TEXT = "text"
    RUNNING = "running-text"  # a line in the markup of drafts
    DATE = "date"
    NUMBER = "number"
    WHOLE = "whole-number"
    FLAG = "yes-or-no"
    CHOICE = "choice"
    LIST = "list"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Choice:
    """A likely answer: what is stored, and what it means ("" when it says so itself)."""

    value: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form.

    `kind` is a `Kind`, or the type of a clause's slot, `of` the type of the items that a slot lists
    in one line. `default` is what an empty answer means, as
    it would be typed. `items` is the field that a LIST repeats, `fields` are those of a GROUP.
    `suggest` names a family of likely answers. `rules` is the schema that an answer must meet.
    """

    name: str
    title: str
    kind: str = Kind.TEXT
    help: str = ""
    of: str = ""
    choices: tuple[Choice, ...] = ()
    required: bool = False
    pattern: str = ""
    default: str = ""
    suggest: str = ""
    items: Field | None = None
    fields: tuple[Field, ...] = ()
    rules: Mapping[str, Any] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Branch:
    """Fields that are asked only when the field `name` is answered with `value`."""

    name: str
    value: Any
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """The fields in the order in which they are asked.

    `open_ended`: a required field may be left empty for now (a clause keeps it as a visible blank).
    """

    title: str
    fields: tuple[Field, ...]
    help: str = ""
    branches: tuple[Branch, ...] = ()
    open_ended: bool = False

    def asked(self, answers: Mapping[str, Any]) -> tuple[Field, ...]:
        """The fields with those of the branches that the answers open, each asked once."""
        opened = [b.fields for b in self.branches if answers.get(b.name) == b.value]
        named = {one.name: one for fields in (self.fields, *opened) for one in fields}
        return tuple(named.values())


class Slot(Protocol):
    """What a form needs to know of a slot of a clause."""

    @property
    def name(self) -> str:
        """The name in the clause's text."""

    @property
    def type(self) -> str:
        """One of the slot types."""

    @property
    def label(self) -> str:
        """What the slot is called when it is asked for."""

    @property
    def help(self) -> str:
        """A sentence for who does not know what to write."""

    @property
    def optional(self) -> bool:
        """Whether the text is whole without it."""


def form_of(schema: Mapping[str, Any], definition: str = "", title: str = "") -> Form:
    """The form of an object in a schema: of the whole, or of the definition of this name.

    Raises:
        Unsupported: there is no such definition, or it is no object.
    """
    rules = _resolved({"$ref": f"#/$defs/{definition}"}, schema) if definition else schema
    if "properties" not in rules:
        raise Unsupported(f"{definition or 'the schema'} has no fields", hint="name an object")
    return Form(
        title=title or rules.get("title") or spoken(definition),
        fields=_fields(rules, schema),
        help=rules.get("description", ""),
        branches=tuple(_branches(rules, schema)),
    )


def form_of_slots(title: str, slots: Iterable[Slot], help_: str = "") -> Form:
    """The form of a clause: a field for each slot, which may stay open."""
    return Form(title, tuple(_slot_field(slot) for slot in slots), help_, open_ended=True)


def field_of(
    name: str, rules: Mapping[str, Any], schema: Mapping[str, Any], above: frozenset[str] = EMPTY
) -> Field:
    """The field of one property; `schema` is the whole schema that its references mean.

    `above` are the definitions that hold it: what holds itself, as a block does, ends there.

    Raises:
        Unsupported: a reference of the schema leads nowhere.
    """
    chain = tuple(_chain(rules, schema))
    whole = _resolved(rules, schema)
    kind = _kind(chain, whole)
    inside = above | set(chain)
    return Field(
        name=name,
        title=whole.get("title") or spoken(name),
        kind=kind,
        help=(rules if kind == Kind.RUNNING else whole).get("description", ""),
        choices=tuple(Choice(str(value)) for value in whole.get("enum", whole.get("examples", ()))),
        pattern=whole.get("pattern", ""),
        default=_default(whole.get("default", "")),
        suggest=whole.get(SUGGEST, ""),
        items=_items(name, whole, schema, inside) if kind == Kind.LIST else None,
        fields=_fields(whole, schema, inside) if kind == Kind.GROUP else (),
        rules={**whole, "$defs": schema.get("$defs", {})},
    )


def spoken(name: str) -> str:
    """A name of a field as a person says it.

    >>> spoken("job_number")
    'Job number'
    """
    words = "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in name)
    return words.replace("_", " ").replace("-", " ").strip().capitalize()


def _slot_field(slot: Slot) -> Field:
    choices = tuple(_choice(one) for one in getattr(slot, "choices", ()) or ())
    return Field(
        name=slot.name,
        title=slot.label or spoken(slot.name),
        kind=str(slot.type),
        help=slot.help,
        of=str(getattr(slot, "of", None) or ""),
        choices=choices,
        required=not slot.optional,
        default=_default(getattr(slot, "default", "")),
    )


def _choice(one: Any) -> Choice:
    if isinstance(one, Mapping):
        return Choice(str(one["value"]), str(one.get("label", "")))
    return Choice(str(getattr(one, "value", one)), str(getattr(one, "label", "")))


def _fields(
    rules: Mapping[str, Any], schema: Mapping[str, Any], above: frozenset[str] = EMPTY
) -> tuple[Field, ...]:
    needed = rules.get("required", ())
    made = (
        replace(field_of(name, one, schema, above), required=name in needed)
        for name, one in rules.get("properties", {}).items()
        if above.isdisjoint(_chain(one, schema))
    )
    return tuple(one for one in made if one.kind != Kind.LIST or one.items)


def _branches(rules: Mapping[str, Any], schema: Mapping[str, Any]) -> Iterator[Branch]:
    """The if/then pairs whose condition is one constant field."""
    for one in (rules, *rules.get("allOf", ())):
        conditions = one.get("if", {}).get("properties", {})
        for name, condition in conditions.items():
            if "const" in condition and "then" in one:
                then = _resolved(one["then"], schema)
                fields = tuple(f for f in _fields(then, schema) if f.name != name)
                yield Branch(name, condition["const"], fields)


def _items(
    name: str, whole: Mapping[str, Any], schema: Mapping[str, Any], above: frozenset[str]
) -> Field | None:
    """The field of a list's items; what the list says of itself is said of each."""
    items = whole.get("items", {})
    if not above.isdisjoint(_chain(items, schema)):
        return None
    item = field_of(name, items, schema, above)
    return replace(item, help=whole.get("description", "") or item.help)


def _kind(chain: tuple[str, ...], whole: Mapping[str, Any]) -> Kind:
    if RUNNING_TEXT in chain:
        return Kind.RUNNING
    if "enum" in whole:
        return Kind.CHOICE
    if whole.get("format") == "date":
        return Kind.DATE
    return _KINDS.get(str(whole.get("type")), Kind.TEXT)


_KINDS: Mapping[str, Kind] = {
    "integer": Kind.WHOLE,
    "number": Kind.NUMBER,
    "boolean": Kind.FLAG,
    "array": Kind.LIST,
    "object": Kind.GROUP,
}


def _chain(rules: Mapping[str, Any], schema: Mapping[str, Any]) -> Iterator[str]:
    """The references from a property to what it means, one after the other."""
    while "$ref" in rules:
        yield rules["$ref"]
        rules = _definition(rules["$ref"], schema)


def _resolved(rules: Mapping[str, Any], schema: Mapping[str, Any]) -> dict[str, Any]:
    """The rules with those they refer to; what stands beside a reference goes before it."""
    if "$ref" not in rules:
        return dict(rules)
    own = {name: value for name, value in rules.items() if name != "$ref"}
    return {**_resolved(_definition(rules["$ref"], schema), schema), **own}


def _definition(reference: str, schema: Mapping[str, Any]) -> Mapping[str, Any]:
    name = reference.removeprefix("#/$defs/")
    known = schema.get("$defs", {})
    if name not in known:
        raise Unsupported(
            f"the schema has no definition {name!r}", hint=f"it refers to {reference!r}"
        )
    found: Mapping[str, Any] = known[name]
    return found


def _default(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
