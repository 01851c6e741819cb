"""Filling: clause and values to paragraph; and again, from what the paragraph remembers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from drafter.clauses.clause import ROLE, Clause, Part, Slot, SlotType
from drafter.clauses.library import Library
from drafter.clauses.names import Context
from drafter.clauses.slots import check_slot, print_slot
from drafter.clauses.template import Hole, Piece, Stretch, Words, opens
from drafter.clauses.tidy import tidy, with_end_of
from drafter.clauses.values import Value, empty, value_text
from drafter.codec import nearest
from drafter.errors import BadSlot, Unsupported
from drafter.model import (
    Blank,
    Emphasis,
    IdMaker,
    Inline,
    Inlines,
    Meta,
    Note,
    Paragraph,
    Style,
    Text,
    map_inlines,
    notes,
    plain_text,
    query,
    query_inlines,
)

CLAUSE = "clause"
"""Where a paragraph remembers the id of its clause."""
SLOT = "slot-"
"""How the names begin under which it remembers the values of the slots."""


def fill(
    clause: Clause, values: Mapping[str, object], context: Context, make: IdMaker
) -> Paragraph:
    """The paragraph that a clause gives with these values; it remembers clause and values.

    A slot without a value takes its default; a needed one that has none either becomes a `Blank` of
    its name. `make` gives the paragraph and its notes ids.

    Raises:
        BadSlot: a value is not what its slot takes, or there is no such slot.
    """
    checked = check_values(clause.slots, values, context)
    body = _body(clause, checked, context, make)
    return Paragraph(
        id=make.make("p", plain_text(body)),
        role=ROLE[clause.part],
        body=body,
        meta=_remembered(clause, checked),
    )


def refill(
    paragraph: Paragraph, library: Library, values: Mapping[str, object], context: Context
) -> Paragraph:
    """The paragraph filled again, with some values new; id, role, children, tail and label stay.

    A value that is empty empties its slot. A note whose text stays keeps its id, and the text its
    end mark, which follows from the paragraph's place. Whatever else was changed in the text by
    hand is lost: `is_edited` tells whether something was.

    Raises:
        BadSlot: as for `fill`.
        Unsupported: the paragraph was made of no clause, or of one that is not in the library.
    """
    clause = clause_of(paragraph, library, context.language.code)
    kept = {name: value for name, value in values_of(paragraph).items() if clause.slot(name)}
    cleared = {slot.name: "" for slot in clause.slots}  # what was emptied takes no default again
    checked = check_values(clause.slots, {**cleared, **kept, **values}, context)
    body = with_end_of(_body(clause, checked, context, IdMaker()), paragraph.body)
    return replace(
        paragraph,
        body=_with_ids(body, paragraph.body, context),
        meta=_merged(paragraph.meta, _remembered(clause, checked)),
    )


def is_edited(paragraph: Paragraph, library: Library, context: Context) -> bool:
    """Whether the text of a paragraph is no longer what its clause gives with its values.

    Raises:
        BadSlot, Unsupported: as for `refill`.
    """
    return refill(paragraph, library, {}, context).body != paragraph.body


def check_values(
    slots: tuple[Slot, ...], values: Mapping[str, object], context: Context
) -> dict[str, Value]:
    """The values of slots, checked; those that are empty are left out.

    Raises:
        BadSlot: as for `fill`; `also` names further bad values.
    """
    names = [slot.name for slot in slots]
    faults = [
        BadSlot(name, value, "has no slot of this name", hint=nearest(name, names))
        for name, value in values.items()
        if name not in names
    ]
    checked: dict[str, Value] = {}
    for slot in slots:
        value = values.get(slot.name, slot.default)
        try:
            if not empty(value):
                checked[slot.name] = check_slot(slot, value, context)
        except BadSlot as error:
            faults.append(error)
    if faults:
        faults[0].also = tuple(faults[1:])
        raise faults[0]
    return checked


def values_of(paragraph: Paragraph) -> dict[str, str]:
    """What the slots of a paragraph were filled with, as text; none for one without a clause."""
    return {
        name.removeprefix(SLOT): value for name, value in paragraph.meta if name.startswith(SLOT)
    }


def clause_of(paragraph: Paragraph, library: Library, language: str) -> Clause:
    """The clause that a paragraph was made of, in the language of its document.

    Raises:
        Unsupported: the paragraph was made of no clause, or of one that is not in the library.
    """
    id_ = clause_id(paragraph)
    if not id_:
        raise Unsupported("the paragraph was not made of a clause", hint="edit its text instead")
    return library.get_clause(id_, language)


def clause_id(paragraph: Paragraph) -> str:
    """The id of the clause that a paragraph was made of; "" for one without a clause."""
    return dict(paragraph.meta).get(CLAUSE, "")


def blanks(inlines: Inlines) -> tuple[str, ...]:
    """The names of the unfilled slots of a text, those in its notes included."""
    return tuple(one.name for one in query_inlines(inlines) if isinstance(one, Blank))


@dataclass(frozen=True, slots=True)
class _Filling:
    """What pieces are filled with."""

    clause: Clause
    values: Mapping[str, Value]
    context: Context
    make: IdMaker

    def printing(self) -> Context:
        """How values print: a roll of votes after a text has the names of States as lists do."""
        if self.clause.part is not Part.CLOSING:
            return self.context
        names = replace(self.context.names, running=MappingProxyType({}))
        return replace(self.context, names=names)


def _body(clause: Clause, values: Mapping[str, Value], context: Context, make: IdMaker) -> Inlines:
    filling = _Filling(clause, values, context, make)
    opening = opens(clause.pieces) and clause.part not in (Part.NOTE, Part.CLOSING)
    out: list[Inline] = []
    for piece in clause.pieces:
        opening = opening and not isinstance(piece, Stretch) and piece.slanted
        out += _styled(piece, filling, Style.OPENING if opening else Style.ITALIC)
    return tidy(tuple(out))


def _styled(piece: Piece, filling: _Filling, style: Style) -> Iterator[Inline]:
    if isinstance(piece, Stretch):
        if _wanted(piece, filling):
            for inner in piece.pieces:
                yield from _styled(inner, filling, style)
        return
    inlines = (Text(piece.text),) if isinstance(piece, Words) else _filled(piece, filling)
    yield from (Emphasis(style, inlines),) if piece.slanted else inlines


def _filled(hole: Hole, filling: _Filling) -> Inlines:
    slot = filling.clause.slot(hole.slot) or Slot(hole.slot)
    if slot.name in filling.values:
        return print_slot(slot, filling.values[slot.name], filling.printing(), filling.make)
    if slot.optional:
        return ()
    if slot.type is SlotType.FOOTNOTE:
        return (Note(filling.make.make("n", slot.name), (Blank(slot.name),)),)
    return (Blank(slot.name),)


def _wanted(stretch: Stretch, filling: _Filling) -> bool:
    """Whether a stretch is printed: a slot in it is filled, or must be."""
    names = [piece.slot for piece in stretch.pieces if isinstance(piece, Hole)]
    needed = [slot.name for slot in filling.clause.slots if not slot.optional]
    return any(name in filling.values or name in needed for name in names)


def _remembered(clause: Clause, values: Mapping[str, Value]) -> Meta:
    pairs = {f"{SLOT}{name}": value_text(value) for name, value in values.items()}
    return tuple(sorted({CLAUSE: clause.id, **pairs}.items()))


def _merged(old: Meta, new: Meta) -> Meta:
    """The new memory beside whatever else the paragraph keeps."""
    other = [pair for pair in old if pair[0] != CLAUSE and not pair[0].startswith(SLOT)]
    return tuple(sorted((*other, *new)))


def _with_ids(new: Inlines, old: Inlines, context: Context) -> Inlines:
    """The new text with the ids of the old notes: of equal ones first, then of those left over."""
    before = [note for note in query_inlines(old) if isinstance(note, Note)]
    now = [note for note in query_inlines(new) if isinstance(note, Note)]
    ids: dict[str, str] = {}
    for same in (True, False):
        for note in (one for one in now if one.id not in ids):
            found = next((one for one in before if not same or one.body == note.body), None)
            if found is not None:
                ids[note.id] = found.id
                before.remove(found)
    make = IdMaker(_taken(context) | set(ids.values()))
    for note in now:
        if note.id not in ids:
            ids[note.id] = make.make("n", plain_text(note.body))

    def renamed(inline: Inline) -> Inlines:
        return (replace(inline, id=ids[inline.id]) if isinstance(inline, Note) else inline,)

    return map_inlines(new, renamed)


def _taken(context: Context) -> set[str]:
    """The ids that a new note cannot have."""
    if context.resolution is None:
        return set()
    return {
        *(site.block.id for site in query(context.resolution)),
        *(note.id for note in notes(context.resolution)),
        *(annex.id for annex in context.resolution.annexes),
    }
