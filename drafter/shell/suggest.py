"""Likely answers to a question of a form: from choices, profiles, clauses' types and the draft."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.clauses import Slot, SlotType, suggestions
from drafter.commands import State
from drafter.schema import Choice, Field, Kind

_SLOT_TYPES = {kind.value for kind in SlotType} - {kind.value for kind in Kind}


def likely(field: Field, state: State) -> list[Choice]:
    """The likely answers, the likeliest first; none where anything may be written."""
    if field.choices:
        return list(field.choices)
    if field.kind == Kind.FLAG:
        return [Choice("yes"), Choice("no")]
    if field.suggest:
        names = getattr(state.language, field.suggest, None)
        return [Choice(*pair) for pair in names.items()] if isinstance(names, Mapping) else []
    if field.kind in _SLOT_TYPES or field.of:
        return _of_slot(field, state)
    return []


def _of_slot(field: Field, state: State) -> list[Choice]:
    slot = Slot(field.name, SlotType(field.of or field.kind), field.title)
    found = suggestions(slot, state.context)
    if slot.type is SlotType.PARAGRAPH:
        return [Choice(state.address(one.value), one.label) for one in found]
    return [Choice(one.value, one.label) for one in found]
