"""Clauses in commands: found in a line, chosen from, their slots asked for and filled."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from drafter.clauses import Clause, Part, check_slot, clause_of, fill, refill, values_of
from drafter.clauses.clause import SlotType
from drafter.codec import nearest
from drafter.commands.command import Pairs
from drafter.commands.find import find as find_address
from drafter.commands.find import read_address
from drafter.commands.pairs import read_pairs
from drafter.commands.requests import Ask, Choice, Outcome, Pick, Show
from drafter.commands.state import State, change
from drafter.edit import find, replace_block
from drafter.errors import BadSlot, Unsupported
from drafter.model import IdMaker, Paragraph
from drafter.schema.forms import Field, form_of_slots

_ID = re.compile(r"(?:pp|op|sub|note|closing)-[a-z0-9-]+")


def clause_in(typed: str, state: State) -> tuple[Clause, Pairs] | None:
    """The clause that words begin with, and the values after it; None where they name none.

    Raises:
        Unsupported: they name a clause that is not there.
        Unclear: what follows are no values.
    """
    word, _, rest = typed.strip().partition(" ")
    if (state.language.code, word) in state.library:
        return state.library[state.language.code, word], read_pairs(rest)
    if _ID.fullmatch(word):
        state.library.get_clause(word, state.language.code)
    return None


def pick_clause(
    state: State, part: Part, words: str, chosen: Callable[[State, str], Outcome]
) -> Pick:
    """A choice among the clauses of a part that are like the words; "" means to type a text."""
    organ = state.resolution.masthead.organ or None
    found = state.library.search(words, part=part, language=state.language.code, organ=organ)
    choices = tuple(Choice(clause.id, clause.title, clause.purpose) for clause in found)
    typing = Choice("", "type the text", "No clause: write the paragraph yourself.")
    ids = ", ".join(choice.value for choice in choices[:4])
    hint = f"name one: {ids}" if ids else "put the text in quotes to add it as it is"
    title = f"Clauses like “{words}”" if words else "Clauses"
    ordered = (*choices, typing) if choices else (typing,)
    return Pick(title, ordered, chosen, hint=hint)


def form_of_clause(
    clause: Clause,
    state: State,
    resume: Callable[[State, Mapping[str, Any]], Outcome],
    values: Mapping[str, Any] | None = None,
) -> Ask:
    """The slots of a clause as a form; an address is understood where a paragraph is named."""
    return Ask(
        form_of_slots(clause.title, clause.slots, clause.purpose),
        resume,
        dict(values or {}),
        check=lambda field, typed: _checked(clause, field, typed, state),
        preview=lambda answers: fill(clause, answers, state.context, IdMaker()).body,
        skippable=True,
    )


def slot_values(clause: Clause, pairs: Pairs, state: State) -> dict[str, object]:
    """The values of a line, with addresses of paragraphs made ids.

    Raises:
        BadSlot: there is no such slot.
        NoSuchParagraph: an address names nothing.
    """
    values: dict[str, object] = {}
    for name, typed in pairs:
        slot = clause.slot(name)
        if slot is None:
            known = [one.name for one in clause.slots]
            raise BadSlot(name, typed, f"has no slot in {clause.id!r}", hint=nearest(name, known))
        values[name] = _id_of(typed, state) if slot.type is SlotType.PARAGRAPH else typed
    return values


def fill_again(state: State, id_: str, pairs: Pairs) -> Outcome:
    """The paragraph filled again: with these values, or after asking for all.

    Raises:
        Unsupported: it was made of no clause.
    """
    paragraph = find(state.resolution, id_).block
    if not isinstance(paragraph, Paragraph):
        raise Unsupported("only a paragraph is made of a clause", hint="name one: op 3")
    clause = clause_of(paragraph, state.library, state.language.code)

    def filled(now: State, values: Mapping[str, Any]) -> Outcome:
        block = find(now.resolution, id_).block
        if not isinstance(block, Paragraph):
            raise Unsupported("only a paragraph is made of a clause", hint="name one: op 3")
        new = refill(block, now.library, values, now.context)
        made = change(now, replace_block(now.resolution, id_, new), _said(now, id_), id_)
        return made, Show((id_,), (made.said,))

    if pairs:
        return filled(state, slot_values(clause, pairs, state))
    return state, form_of_clause(clause, state, filled, values_of(paragraph))


def _said(state: State, id_: str) -> str:
    return f"{state.address(id_)} filled again"


def _checked(clause: Clause, field: Field, typed: str, state: State) -> Any:
    slot = clause.slot(field.name)
    if slot is None or not typed.strip():
        return None
    if slot.type is SlotType.PARAGRAPH:
        return check_slot(slot, _id_of(typed, state), state.context)
    return check_slot(slot, typed, state.context)


def _id_of(typed: str, state: State) -> str:
    """The id that an address names; what is no address stays what it is."""
    found = read_address(typed, 0)
    if found is None or typed[found[1] :].strip():
        return typed
    return find_address(found[0], state.addresses, state.here)
