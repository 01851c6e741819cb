"""Names out of a list: choices, organs, States, entities, paragraphs of the draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drafter.clauses.check_words import words
from drafter.clauses.clause import Slot
from drafter.clauses.names import Context
from drafter.errors import BadSlot
from drafter.model import ID, Paragraph, Role, query

_NEAR = 0.6


def choice(slot: Slot, value: object) -> str:
    """One of the slot's choices, by its value or its label, in large or small letters."""
    by_key = {_key(one.label): one.value for one in slot.choices if one.label}
    by_key |= {_key(one.value): one.value for one in slot.choices}
    return _known(slot, value, by_key, "is not one of the choices")


def organ(slot: Slot, value: object, context: Context) -> str:
    """The printed name of an organ, from that or from our name for it.

    Any words will do in a language whose list is only that of its profile.
    """
    organs = context.organs()
    by_key = {_key(name): printed for name, printed in organs.items()}
    by_key |= {_key(printed): printed for printed in organs.values()}
    if not context.names.organs:
        return by_key.get(_key(str(value)), "") or words(slot, value)
    return _known(slot, value, by_key, "is no organ that drafter knows")


def state(slot: Slot, value: object, context: Context) -> str:
    """The short name of a State, from that or from its form in running text: "the Sudan".

    Any words will do where the language has no list of States.
    """
    if not context.names.states:
        return words(slot, value)
    by_running = {_key(running): name for name, running in context.names.running.items()}
    if isinstance(value, str) and (name := by_running.get(_key(value))):
        return name
    by_key = {_key(name): name for name in context.names.states}
    return _known(slot, value, by_key, "is not the short name of a State")


def entity(slot: Slot, value: object, context: Context) -> str:
    """Any organization; one that is known gets the spelling it is known by."""
    text = words(slot, value)
    known = {_key(name): name for name in context.names.entities}
    return known.get(_key(text), text)


def paragraph(slot: Slot, value: object, context: Context) -> str:
    """The id of a paragraph of the draft that has a number or stands in the preamble."""
    text = value.strip().removeprefix("#") if isinstance(value, str) else ""
    if not ID.fullmatch(text):
        hint = "choose a paragraph of the draft, or write its id: `drafter show --ids` shows them"
        raise BadSlot(slot.name, value, "is not the id of a paragraph", hint=hint)
    if context.resolution is None:
        return text
    ids = paragraphs(context)
    if text not in ids:
        near = _nearest(text, ids)
        hint = f"did you mean {near!r}?" if near else "`drafter show --ids` shows the ids there are"
        raise BadSlot(slot.name, value, "is no paragraph of this draft", hint=hint)
    return text


def paragraphs(context: Context) -> dict[str, Paragraph]:
    """The paragraphs that a reference can name, by id, in reading order."""
    if context.resolution is None:
        return {}
    named = (Role.PREAMBULAR, Role.OPERATIVE, Role.ITEM)
    return {
        site.block.id: site.block
        for site in query(context.resolution)
        if isinstance(site.block, Paragraph) and site.block.role in named
    }


def _known(slot: Slot, value: object, by_key: Mapping[str, str], why: str) -> str:
    """The value that a key of a list stands for."""
    key = _key(value) if isinstance(value, str) else ""
    if key in by_key:
        return by_key[key]
    near = _nearest(key, by_key)
    if near:
        hint = f"did you mean {by_key[near]!r}?"
    else:
        some = list(dict.fromkeys(by_key.values()))
        more = f" and {len(some) - 8} more" if len(some) > 8 else ""
        hint = f"choose one of: {', '.join(some[:8])}{more}"
    raise BadSlot(slot.name, value, why, hint=hint)


def _nearest(word: str, known: Iterable[str]) -> str:
    """The known name that was probably meant: it holds the word, is short for it, or is like it."""
    # difflib is loaded for a fault only
    from difflib import get_close_matches  # noqa: PLC0415 - see above

    names = tuple(known)
    holding = [name for name in names if len(word) > 2 and word in name.split()]
    short = [name for name in names if len(word) > 1 and _initials(name).startswith(word)]
    close = get_close_matches(word[:80], names, n=1, cutoff=_NEAR if len(word) > 4 else 0.75)
    only = next((rows for rows in (holding, short) if len(rows) == 1), [])
    return next(iter(only or close or holding), "")


def _initials(name: str) -> str:
    """The first letters of the words that a short form is made of: "usa"."""
    return "".join(word[0] for word in name.split() if len(word) > 3 or word.isupper())


def _key(text: str) -> str:
    """What two spellings of one name have in common: letters, whatever the apostrophe and case."""
    plain = text.replace("’", "'").replace("‑", "-").replace("\u00a0", " ")
    return " ".join(plain.split()).casefold()
