"""The slots of clauses: a value checked, printed, and suggested, by the type of its slot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from drafter.clauses import check_names, check_numbers, check_symbols, check_words
from drafter.clauses.clause import Slot, SlotType
from drafter.clauses.names import Context
from drafter.clauses.values import PARTED, Value, empty, items_of
from drafter.errors import BadSlot
from drafter.model import IdMaker, Inlines, Note, Reference, Text, plain_text


def check_slot(slot: Slot, value: object, context: Context) -> Value:
    """What a slot takes a value for: `value` is what a person typed, or plain data of a file.

    The result is the value in its one spelling: "A/RES/64/1" gives "64/1", "19 December 2024" a
    date, "eighty-first" 81; checked again it stays the same.

    Raises:
        BadSlot: the slot cannot take it; message and hint name the slot, the value and the fix.
    """
    if empty(value):
        hint = slot.help or f"{slot.label or 'it'}: write a value"
        raise BadSlot(slot.name, value or "", "is empty", hint=hint)
    if isinstance(value, str) and len(value) > _LONGEST:
        raise BadSlot(slot.name, value[:40] + "...", "is too long", hint="write less")
    if isinstance(value, dict | float | bytes):
        hint = "write a text, a whole number or a list"
        raise BadSlot(slot.name, value, "is no value for a slot", hint=hint)
    if slot.type is SlotType.LIST:
        return _list(slot, value, context)
    if isinstance(value, list | tuple):
        raise BadSlot(slot.name, value, "is a list", hint="write one value")
    return _CHECKS[slot.type](slot, value, context)


def print_slot(slot: Slot, value: Value, context: Context, make: IdMaker) -> Inlines:
    """A checked value as running text, as the clause prints it; `make` gives a note its id."""
    match slot.type:
        case SlotType.LIST if isinstance(value, tuple):
            return (Text(_row(slot, value, context)),)
        case SlotType.FOOTNOTE:
            body = check_words.marked(str(value))
            return (Note(make.make("n", plain_text(body)), body),)
        case SlotType.PARAGRAPH:
            return (Reference(str(value), slot.form),)
        case SlotType.PARAGRAPH_TEXT:
            return check_words.marked(str(value))
        case _:
            return (Text(_words(slot, value, context)),)


def _words(slot: Slot, value: Value, context: Context) -> str:
    """A value that prints as words alone."""
    if isinstance(value, date):
        return context.language.print_date(value)
    if isinstance(value, int):
        if slot.type is SlotType.SESSION:
            return context.names.sessions[value - 1]
        return check_numbers.number_words(slot, value, context)
    words = str(value)
    return context.names.running.get(words, words) if slot.type is SlotType.STATE else words


def _row(slot: Slot, values: tuple[str | int | date, ...], context: Context) -> str:
    """The items of a list in a row: "Kenya, Mexico and Qatar", with the slot's own last word."""
    item = replace(slot, type=slot.of or SlotType.TEXT)
    printed = tuple(_words(item, value, context) for value in values)
    if not slot.join:
        return context.language.join(printed)
    return replace(context.language, list_end=f" {slot.join} ").join(printed)


def _list(slot: Slot, value: object, context: Context) -> Value:
    item = replace(slot, type=slot.of or SlotType.TEXT)
    if isinstance(value, str):
        return _typed_list(item, value, context)
    given = list(value) if isinstance(value, list | tuple) else [value]
    return _distinct(slot, tuple(_item(item, one, context) for one in given))


def _typed_list(item: Slot, text: str, context: Context) -> Value:
    """A list as people type it: parted by ";", or by commas where that gives good items."""
    try:
        return _distinct(item, tuple(_item(item, one, context) for one in items_of(text)))
    except BadSlot:
        commas = [one.strip() for one in text.split(",") if one.strip()]
        if PARTED in text or len(commas) < 2:
            raise
        try:
            return _distinct(item, tuple(_item(item, one, context) for one in commas))
        except BadSlot as error:
            error.hint = f"{error.hint} (items are parted with ';')"
            raise


def _item(item: Slot, value: object, context: Context) -> str | int | date:
    if empty(value):
        raise BadSlot(item.name, value or "", "is an empty item", hint="take it out of the list")
    checked = check_slot(item, value, context)
    return "" if isinstance(checked, tuple) else checked


def _distinct(slot: Slot, values: tuple[str | int | date, ...]) -> Value:
    if not values:
        raise BadSlot(slot.name, "", "is an empty list", hint="write its items, parted by ';'")
    for place, value in enumerate(values):
        if value in values[:place]:
            raise BadSlot(slot.name, value, "stands twice in the list", hint="take one away")
    return values


_LONGEST = 100_000
_CHECKS: Mapping[SlotType, Callable[[Slot, object, Context], str | int | date]] = MappingProxyType(
    {
        SlotType.TEXT: lambda slot, value, _: check_words.words(slot, _typed(value)),
        SlotType.PARAGRAPH_TEXT: lambda slot, value, _: check_words.words(slot, value),
        SlotType.RESOLUTION: lambda slot, value, _: check_symbols.resolution(slot, value),
        SlotType.DOCUMENT: lambda slot, value, _: check_symbols.document(slot, value),
        SlotType.DATE: check_numbers.day,
        SlotType.SESSION: check_numbers.session,
        SlotType.AGENDA_ITEM: check_words.agenda_item,
        SlotType.ORGAN: check_names.organ,
        SlotType.ENTITY: check_names.entity,
        SlotType.STATE: check_names.state,
        SlotType.NUMBER: check_numbers.number,
        SlotType.CHOICE: lambda slot, value, _: check_names.choice(slot, value),
        SlotType.PARAGRAPH: check_names.paragraph,
        SlotType.FOOTNOTE: lambda slot, value, _: check_words.footnote(slot, value),
    }
)


def _typed(value: object) -> object:
    """A whole number in a data file where words are wanted means its figures."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value
