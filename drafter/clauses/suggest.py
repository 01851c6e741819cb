"""What may stand in a slot, for completion: from lists, and from what the draft says already."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from drafter.clauses.check_names import paragraphs
from drafter.clauses.check_symbols import document, resolution
from drafter.clauses.clause import Slot, SlotType
from drafter.clauses.names import Context
from drafter.errors import BadSlot
from drafter.model import passages, plain_text, query_inlines
from drafter.model.inline import Inlines, Note

_CITED = re.compile(
    r"(?<![\w/])(?:[A-Z][A-Z0-9]*(?:/[A-Z0-9][\w.-]*\w)+"  # a symbol
    r"|(?:E?S-)?\d{1,4}/\d{1,4}(?: [A-Z]\b(?!\.))?"  # 64/1
    r"|\d{1,4}(?: [A-Z])? \((?:[IVXLC]+|E?S-[IVX]+|\d{4})\))"  # 2625 (XXV)
)
_WORDS_OF_PARAGRAPH = 60


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A value that a slot may take, and what tells it to people where the value does not."""

    value: str
    label: str = ""


def suggestions(slot: Slot, context: Context) -> tuple[Suggestion, ...]:
    """Likely values of a slot, likeliest first; none where nothing is known of it."""
    if slot.type is SlotType.LIST and slot.of is not None:
        return suggestions(replace(slot, type=slot.of), context)
    return tuple(_SOURCES.get(slot.type, _nothing)(slot, context))


def _nothing(_slot: Slot, _context: Context) -> Iterator[Suggestion]:
    return iter(())


def _choices(slot: Slot, _context: Context) -> Iterator[Suggestion]:
    return (Suggestion(choice.value, choice.label) for choice in slot.choices)


def _organs(_slot: Slot, context: Context) -> Iterator[Suggestion]:
    return (Suggestion(printed) for printed in context.organs().values())


def _states(_slot: Slot, context: Context) -> Iterator[Suggestion]:
    return map(Suggestion, context.names.states)


def _entities(_slot: Slot, context: Context) -> Iterator[Suggestion]:
    return map(Suggestion, context.names.entities)


def _resolutions(slot: Slot, context: Context) -> Iterator[Suggestion]:
    return map(Suggestion, _good(_cited(context), lambda text: resolution(slot, text)))


def _documents(slot: Slot, context: Context) -> Iterator[Suggestion]:
    return map(Suggestion, _good(_cited(context), lambda text: document(slot, text)))


def _paragraphs(_slot: Slot, context: Context) -> Iterator[Suggestion]:
    for id_, paragraph in paragraphs(context).items():
        words = plain_text(paragraph.body)
        yield Suggestion(id_, words[:_WORDS_OF_PARAGRAPH])


def _sessions(_slot: Slot, context: Context) -> Iterator[Suggestion]:
    """The sessions from that of the draft on."""
    line = context.resolution.masthead.session if context.resolution else ""
    known = [one.casefold() for one in context.names.session_lines]
    now = known.index(line.casefold()) if line.casefold() in known else None
    for place in () if now is None else range(now, min(now + 5, len(known))):
        yield Suggestion(str(place + 1), context.names.sessions[place])


def _items(_slot: Slot, context: Context) -> Iterator[Suggestion]:
    for item in context.resolution.masthead.agenda if context.resolution else ():
        if item.title:
            yield Suggestion(plain_text(item.title), plain_text(item.line))


def _cited(context: Context) -> list[str]:
    """Everything in the draft that looks like a symbol or a number of a resolution."""
    if context.resolution is None:
        return []
    texts = (
        plain_text(text) for passage in passages(context.resolution) for text in _all(passage.text)
    )
    return [found for text in texts for found in _CITED.findall(text)]


def _all(inlines: Inlines) -> Iterator[Inlines]:
    yield inlines
    yield from (one.body for one in query_inlines(inlines) if isinstance(one, Note))


def _good(texts: Iterable[str], check: Callable[[str], str]) -> list[str]:
    """The texts that pass a check, each once, in the order of the draft."""
    kept: dict[str, None] = {}
    for text in texts:
        try:
            kept[check(text)] = None
        except BadSlot:
            continue
    return list(kept)


_SOURCES: Mapping[SlotType, Callable[[Slot, Context], Iterator[Suggestion]]] = MappingProxyType(
    {
        SlotType.CHOICE: _choices,
        SlotType.ORGAN: _organs,
        SlotType.STATE: _states,
        SlotType.ENTITY: _entities,
        SlotType.RESOLUTION: _resolutions,
        SlotType.DOCUMENT: _documents,
        SlotType.PARAGRAPH: _paragraphs,
        SlotType.SESSION: _sessions,
        SlotType.AGENDA_ITEM: _items,
    }
)
