"""A clause: a paragraph with slots, as a value made from the data of `templates/clauses/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from drafter.clauses.template import Piece, parse_template
from drafter.model import Form, Role

NOTHING: Mapping[str, Any] = MappingProxyType({})


class Part(StrEnum):
    """Where a clause stands; the words of the data files."""

    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    SUB_PARAGRAPH = "sub-paragraph"
    NOTE = "note"
    CLOSING = "closing"


PREFIX: Mapping[Part, str] = MappingProxyType(
    {
        Part.PREAMBULAR: "pp",
        Part.OPERATIVE: "op",
        Part.SUB_PARAGRAPH: "sub",
        Part.NOTE: "note",
        Part.CLOSING: "closing",
    }
)
"""How the id of a clause begins, by its part."""

ROLE: Mapping[Part, Role] = MappingProxyType(
    {
        Part.PREAMBULAR: Role.PREAMBULAR,
        Part.OPERATIVE: Role.OPERATIVE,
        Part.SUB_PARAGRAPH: Role.ITEM,
        Part.NOTE: Role.PLAIN,
        Part.CLOSING: Role.PLAIN,
    }
)
"""What paragraph a filled clause is. A note or a closing line is one that the caller takes the
body of."""


class SlotType(StrEnum):
    """What stands in a slot; decides how a value is checked and printed."""

    TEXT = "text"  # a few words
    PARAGRAPH_TEXT = "paragraph-text"  # words that may hold *italics*
    RESOLUTION = "resolution"  # the number of a resolution, as it is cited: 64/1, 1325 (2000)
    DOCUMENT = "document"  # a document symbol: A/79/123
    DATE = "date"  # ISO in the data, printed as the language writes dates
    SESSION = "session"  # a number in the data, printed as "eighty-first"
    AGENDA_ITEM = "agenda-item"  # the number or the title of an item
    ORGAN = "organ"  # one that the names of the language know
    ENTITY = "entity"  # any organization; the known ones are suggested
    STATE = "state"  # a State, by its short name
    NUMBER = "number"
    CHOICE = "choice"
    LIST = "list"
    PARAGRAPH = "paragraph"  # the id of a paragraph; printed as a reference to it
    FOOTNOTE = "footnote"  # the text of a note that stands where the slot stands


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values of a choice; `label` tells it to people where the value does not."""

    value: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a clause that the drafter fills.

    `default` is plain data, None for none. `choices` are those of a choice, `of` and `join` the
    type of the items of a list and the word before its last one, `words` whether small numbers are
    spelled, `minimum` and `maximum` the bounds of a number, `form` how a reference is printed. A
    text begins with one of the words `begins`, where there are some: "of", "that".
    """

    name: str
    type: SlotType = SlotType.TEXT
    label: str = ""
    help: str = ""
    optional: bool = False
    default: object = None
    choices: tuple[Choice, ...] = ()
    of: SlotType | None = None
    join: str = ""
    words: bool = True
    minimum: int | None = None
    maximum: int | None = None
    form: Form = Form.PLACED
    begins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of one language.

    `text` is the template as written and `pieces` the same taken apart. `organs` are names of organ
    profiles, none for a clause of any organ. `example` holds plain data for its slots, `seen` the
    symbols of texts where the form was seen. `family` is the name of its file.
    """

    id: str
    language: str
    part: Part
    title: str
    purpose: str
    text: str
    pieces: tuple[Piece, ...]
    slots: tuple[Slot, ...] = ()
    organs: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    example: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    seen: tuple[str, ...] = ()
    family: str = ""

    def slot(self, name: str) -> Slot | None:
        """The slot of this name, if there is one."""
        return next((slot for slot in self.slots if slot.name == name), None)


def clause_from(data: Mapping[str, Any], language: str, family: str = "") -> Clause:
    """A clause from its data, in which `clause_faults` has found nothing wrong."""
    return Clause(
        id=data["id"],
        language=language,
        part=Part(data["part"]),
        title=data["title"],
        purpose=data["purpose"],
        text=data["text"],
        pieces=parse_template(data["text"]),
        slots=tuple(map(slot_from, data.get("slots", ()))),
        organs=tuple(data.get("organs", ())),
        tags=tuple(data.get("tags", ())),
        example=MappingProxyType(dict(data["example"])),
        seen=tuple(data.get("seen", ())),
        family=family,
    )


def slot_from(data: Mapping[str, Any]) -> Slot:
    """A slot from its data, in which `slot_faults` has found nothing wrong."""
    plain = ("name", "label", "help", "optional", "default", "join", "words", "minimum", "maximum")
    return Slot(
        **{name: data[name] for name in plain if name in data},
        type=SlotType(data["type"]),
        choices=tuple(map(_choice, data.get("choices", ()))),
        of=SlotType(data["of"]) if "of" in data else None,
        form=Form(data.get("form", Form.PLACED)),
        begins=tuple(data.get("begins", ())),
    )


def _choice(data: str | Mapping[str, str]) -> Choice:
    return Choice(data) if isinstance(data, str) else Choice(data["value"], data.get("label", ""))
