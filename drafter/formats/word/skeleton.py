"""The skeleton: a resolution without its visible words, kept in the Word file beside the page.

What a reader of the page sees is read from the page; the skeleton holds the rest: ids, structure,
targets of references, overrides of labels, meta-information. `strip` makes it, `fill` puts the
words of the page back. Texts are known by the names of their bookmarks (`docs/formats/docx.md`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from drafter.codec import decode, encode
from drafter.formats.word.read_fields import FIELDS, printed, profile_of, understood
from drafter.model import (
    Adoption,
    AgendaItem,
    Annex,
    Block,
    Embedded,
    Heading,
    Inlines,
    Masthead,
    Note,
    NoteMark,
    Origin,
    Paragraph,
    Part,
    Reference,
    Resolution,
    Row,
    Run,
    Separator,
    Submission,
    Table,
    Text,
    build,
    flatten,
    plain_text,
    query,
    walk,
    walk_text,
)

SHOWN = (*FIELDS, "number", "letter")
"""The names of all fields that a layout may print: those of the masthead, number and letters."""

_PLACEHOLDER = "…"
"""Stands for words that were taken out, where the value needs some to be well formed."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a text: the name of its bookmark, the text there, the block it belongs to."""

    name: str
    text: Inlines
    owner: str = ""


def bookmark(id_: str, part: str = "") -> str:
    """The name of the bookmark of a block, annex or note, or of a part of it ("tail", "title").

    >>> bookmark("p-3k"), bookmark("p-3k", "tail")
    ('_p_3k', '_1tail_p_3k')

    Ids begin with a letter, so that no block has the name of a part of another.
    """
    name = "_" + id_.replace("-", "_")
    return f"_1{part}{name}" if part else name


def field_bookmark(name: str, *places: int) -> str:
    """The name of the bookmark of a field: ("sponsor", 2) is "_0_sponsor_2".

    Ids begin with a letter, so that no block has such a name.
    """
    return "_".join(("_0", name, *map(str, places)))


def cell_slot(table: str, row: int, cell: int) -> str:
    """The name under which the text of a cell is known; no bookmark has it."""
    return f"{bookmark(table)}/{row}/{cell}"


def strip(resolution: Resolution, shown: Collection[str] = SHOWN) -> dict[str, Any]:
    """The resolution as data without visible words.

    `shown` names the fields that the layout prints; the others are kept, for nothing else does.
    """
    return encode(bare(resolution, shown))


def unpack(data: Any) -> Resolution:
    """The bare resolution from skeleton data.

    Raises:
        Malformed, Invalid: the data are not what `strip` makes.
    """
    return decode(data)


def bare(resolution: Resolution, shown: Collection[str] = SHOWN) -> Resolution:
    """A resolution in which every text is what hides in it, and every printed field is empty."""
    emptied = walk(walk_text(resolution, hidden), _without_signs)
    letters = "letter" in shown
    return replace(
        emptied,
        masthead=_bare_masthead(emptied, shown),
        number="" if "number" in shown else emptied.number,
        parts=tuple(replace(p, letter="" if letters else p.letter) for p in emptied.parts),
    )


def hidden(inlines: Inlines) -> Inlines:
    """What the page cannot show of a text: references, repeated marks, notes without their words.

    The words of links become a placeholder, for Word may write an address in another way. A text
    that hides nothing becomes a placeholder too, an empty one stays empty.
    """
    kept = [hint for run in flatten(inlines) if (hint := _hidden(run)) is not None]
    if inlines and not kept:
        return (Text(_PLACEHOLDER),)
    return build(kept)


def slots(resolution: Resolution) -> Iterator[Slot]:
    """Every place for a text that a (bare) resolution has in its blocks and annexes."""
    for site in query(resolution):
        yield from _block_slots(site.block)
    for annex in resolution.annexes:
        yield Slot(bookmark(annex.id), annex.title, annex.id)


def fill(bare: Resolution, texts: Mapping[str, Inlines], fields: Mapping[str, str]) -> Resolution:
    """A bare resolution with the words of the page.

    `texts` are by name of bookmark (cells by `cell_slot`), `fields` are those of `SHOWN` found on
    the page, by their names ("letter" with its part: "letter_1"). Sponsors, agenda items and
    closing lines are as many as the page has; a text that the page lacks is empty.
    """
    filled = walk(bare, lambda block: (fill_block(block, texts),))
    return replace(
        filled,
        masthead=fill_masthead(bare, texts, fields),
        origin=_fill_origin(bare.origin, texts),
        number=fields.get("number", bare.number),
        title=texts.get(field_bookmark("title"), ()),
        parts=tuple(_fill_part(p, n, texts, fields) for n, p in enumerate(filled.parts, 1)),
        annexes=tuple(_fill_annex(annex, texts) for annex in filled.annexes),
    )


def fill_block(block: Block, texts: Mapping[str, Inlines]) -> Block:
    """A bare block with its own words, not those of the blocks it holds."""
    name = bookmark(block.id)
    match block:
        case Paragraph():
            tail = texts.get(bookmark(block.id, "tail"), ()) if block.children else ()
            return replace(block, body=texts.get(name, ()), tail=tail)
        case Heading():
            return replace(block, body=texts.get(name, ()))
        case Table():
            return replace(block, rows=tuple(_fill_rows(block, texts)))
        case Embedded():
            title = texts.get(bookmark(block.id, "title"), ())
            return replace(block, title=title, enacting=texts.get(bookmark(block.id, "enact"), ()))
        case Separator():
            return replace(block, text=plain_text(texts.get(name, ())))
        case _:
            return block


def numbered(texts: Mapping[str, Any], name: str, *places: int) -> list[str]:
    """The bookmarks of a row of fields that were found, in order: "_0_sponsor_1" ..."""
    head = field_bookmark(name, *places) + "_"
    found = {
        int(rest): key
        for key in texts
        if key.startswith(head) and (rest := key.removeprefix(head)).isdecimal()
    }
    return [found[place] for place in sorted(found)]


def _hidden(run: Run) -> Run | None:
    match run.atom:
        case Reference(pinned=pinned) as reference:
            bare = replace(reference, pinned=None if pinned is None else _PLACEHOLDER)
            return Run(bare, (), run.href)
        case NoteMark() as mark:
            return Run(mark)
        case Note(body=body) as note:
            return Run(replace(note, body=hidden(body)))
        case _:
            return Run(Text(_PLACEHOLDER), (), run.href) if run.href else None


def _without_signs(block: Block) -> tuple[Block, ...]:
    return (replace(block, text=_PLACEHOLDER) if isinstance(block, Separator) else block,)


def _bare_masthead(resolution: Resolution, shown: Collection[str]) -> Masthead:
    """The masthead without printed fields; one that its printed form would not give back stays."""
    masthead, profile = resolution.masthead, profile_of(resolution.language)
    emptied: dict[str, Any] = {}
    for name in FIELDS:
        value = getattr(masthead, name)
        if name in shown and understood(name, printed(name, value, profile), profile) == value:
            emptied[name] = getattr(Masthead(), name)
    return replace(masthead, **emptied)


def fill_masthead(
    bare: Resolution, texts: Mapping[str, Inlines], fields: Mapping[str, str]
) -> Masthead:
    """The masthead with the fields of the page; one that was kept stays while the page agrees."""
    profile = profile_of(bare.language)
    found: dict[str, Any] = {}
    for name in FIELDS:
        kept = getattr(bare.masthead, name)
        if name in fields and (not kept or fields[name] != printed(name, kept, profile)):
            found[name] = understood(name, fields[name], profile)
    return replace(bare.masthead, agenda=_fill_agenda(texts), **found)


def _fill_agenda(texts: Mapping[str, Inlines]) -> tuple[AgendaItem, ...]:
    keys = (*numbered(texts, "agenda"), *numbered(texts, "agenda_title"))
    places = sorted({int(key.rpartition("_")[2]) for key in keys})
    items = (
        AgendaItem(
            texts.get(field_bookmark("agenda", place), ()),
            texts.get(field_bookmark("agenda_title", place), ()),
        )
        for place in places
    )
    return tuple(item for item in items if item.line or item.title)


def _fill_origin(origin: Origin, texts: Mapping[str, Inlines]) -> Origin:
    if isinstance(origin, Adoption):
        line = texts.get(field_bookmark("adoption"), ())
        return replace(origin, line=line, bracket=texts.get(field_bookmark("bracket"), ()))
    sponsors = tuple(texts[key] for key in numbered(texts, "sponsor") if texts[key])
    return Submission(sponsors, texts.get(field_bookmark("submission"), ()))


def _fill_part(
    part: Part, place: int, texts: Mapping[str, Inlines], fields: Mapping[str, str]
) -> Part:
    return replace(
        part,
        letter=fields.get(f"letter_{place}", part.letter),
        title=texts.get(field_bookmark("part_title", place), ()),
        enacting=texts.get(field_bookmark("enacting", place), ()),
        closing=tuple(texts[key] for key in numbered(texts, "closing", place) if texts[key]),
    )


def _fill_annex(annex: Annex, texts: Mapping[str, Inlines]) -> Annex:
    return replace(annex, title=texts.get(bookmark(annex.id), ()))


def _fill_rows(table: Table, texts: Mapping[str, Inlines]) -> Iterator[Row]:
    for r, row in enumerate(table.rows):
        cells = (
            replace(cell, body=texts.get(cell_slot(table.id, r, c), ()))
            for c, cell in enumerate(row.cells)
        )
        yield replace(row, cells=tuple(cells))


def _block_slots(block: Block) -> Iterator[Slot]:
    match block:
        case Paragraph(id=id_, body=body, tail=tail):
            yield Slot(bookmark(id_), body, id_)
            yield Slot(bookmark(id_, "tail"), tail, id_)
        case Heading(id=id_, body=body):
            yield Slot(bookmark(id_), body, id_)
        case Table(id=id_, rows=rows):
            yield from _cell_slots(id_, rows)
        case Embedded(id=id_, title=title, enacting=enacting):
            yield Slot(bookmark(id_, "title"), title, id_)
            yield Slot(bookmark(id_, "enact"), enacting, id_)
        case Separator(id=id_):
            yield Slot(bookmark(id_), (), id_)
        case _:
            return


def _cell_slots(table: str, rows: tuple[Row, ...]) -> Iterator[Slot]:
    for r, row in enumerate(rows):
        for c, cell in enumerate(row.cells):
            yield Slot(cell_slot(table, r, c), cell.body, table)
