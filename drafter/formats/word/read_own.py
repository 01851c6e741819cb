"""Our own files: the skeleton's structure, filled with the words that the page shows.

This way is taken when the page has every paragraph of the skeleton, in its order, and no other.
A file that people have worked on in Word goes through `read_edited`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter import resources
from drafter.errors import Place, Unsupported
from drafter.formats.common.tidy import clean
from drafter.formats.word.read_claims import (
    Claim,
    Claims,
    claim_blocks,
    claim_fields,
    expected_labels,
    expected_order,
    is_word,
    texted,
)
from drafter.formats.word.read_document import Document
from drafter.formats.word.read_fields import profile_of
from drafter.formats.word.read_inlines import Texts
from drafter.formats.word.read_lines import Grid, GridCell, words
from drafter.formats.word.read_pruned import pruned
from drafter.formats.word.skeleton import (
    Slot,
    bookmark,
    cell_slot,
    field_bookmark,
    fill,
    fill_masthead,
    slots,
)
from drafter.formats.word.tables import filled, laid
from drafter.model import (
    Adoption,
    Block,
    IdMaker,
    Inline,
    Inlines,
    Note,
    Paragraph,
    Resolution,
    Separator,
    Submission,
    Table,
    Text,
    map_inlines,
    notes,
    query,
    walk_text,
)
from drafter.numbering import Numbering, Scheme, number
from drafter.numbering.scheme import squeeze
from drafter.profiles import LanguageProfile
from drafter.report import Kind, Notice, Read


@dataclass(slots=True)
class Own:
    """One file of ours: its skeleton with masthead, the page sorted by bookmarks, the texts."""

    bare: Resolution
    claims: Claims
    texts: Texts
    numbers: Numbering
    labels: dict[str, str]
    known: dict[str, Slot]
    blocks: dict[str, Block]

    @property
    def complete(self) -> bool:
        """Whether the page has all that the skeleton has, in its order, and nothing else."""
        page = [name for one in self.claims.blocks for name in one.names]
        if any(not one.names for one in self.claims.blocks) or not _tables_fit(self):
            return False
        return texted(page, self.bare) == list(expected_order(self.bare))

    @property
    def recognised(self) -> bool:
        """Whether half of the page's lines, or of the skeleton's, have kept their names."""
        named = sum(bool(one.names) for one in self.claims.blocks)
        fewest = min(len(self.claims.blocks), len(list(expected_order(self.bare))))
        return 2 * named >= fewest


def open_own(document: Document, bare: Resolution) -> Own:
    """Sort the page of a file that has a skeleton."""
    claims = claim_fields(document.heads, document.items)
    named = fill_masthead(bare, {}, words_of_fields(claims))
    bare = replace(bare, masthead=replace(named, agenda=bare.masthead.agenda))
    numbers = number(bare, scheme_of(bare))
    labels = expected_labels(bare, numbers)
    claim_blocks(claims, labels)
    called = list(notes(bare))
    texts = Texts(
        document.notes,
        IdMaker([*numbers.labels, *(note.id for note in called)]),
        known={bookmark(note.id): note for note in called},
        numbers=numbers,
        notices=document.notices,
        opening=profile_of(bare.language).opening,
    )
    known = {slot.name: slot for slot in slots(bare)}
    blocks = {bookmark(site.block.id): site.block for site in query(bare)}
    return Own(bare, claims, texts, numbers, labels, known, blocks)


def read_complete(own: Own) -> Read[Resolution]:
    """The value of a page that has all that the skeleton has."""
    found = fields_of(own)
    for one in own.claims.blocks:
        compare_label(one, own)
        found |= dict(content(one, own))
    value = fill(own.bare, found, words_of_fields(own.claims))
    return finish(value, own)


def finish(value: Resolution, own: Own) -> Read[Resolution]:
    """The value with its notices: odd marks, notes that nobody calls, words around the fields."""
    value = marked(pruned(value), own.texts, scheme_of(value))
    tell_uncalled(own.texts)
    known = _furniture(profile_of(value.language))
    for around, where in own.claims.around:
        if any(word not in known for word in _words(around)):
            message = "words beside a field of the masthead are left out"
            own.texts.notices.append(Notice(Kind.SKIPPED, message, where, around))
    return Read(value, tuple(own.texts.notices))


def compare_label(one: Claim, own: Own) -> None:
    """Notice a printed label that is not the one that drafter derives."""
    expected = "".join(own.labels[name] for name in one.names)
    if squeeze(one.label) != squeeze(expected):
        printed = f"the label {one.label!r} is printed" if one.label else "no label is printed"
        message = f"{printed} where {expected!r} follows from the place" if expected else printed
        own.texts.notices.append(Notice(Kind.NUMBER, message, one.item.where, one.label))


def content(one: Claim, own: Own) -> Iterator[tuple[str, Inlines]]:
    """The texts of a claim by the names of their slots."""
    if isinstance(one.item, Grid):
        yield from _cells(one, one.item, own)
        return
    slot = own.known.get(one.name)
    if slot is None:
        return
    if isinstance(own.blocks.get(one.name), Separator):
        yield one.name, (Text(words(one.pieces)),)
    else:
        opens = isinstance(own.blocks.get(one.name), Paragraph)
        text = own.texts.text(one.pieces, one.item.where, slot.text, slot.owner, opens=opens)
        yield one.name, text


def fields_of(own: Own) -> dict[str, Inlines]:
    """The texts of the fields outside blocks by their bookmarks."""
    hidden = _hidden_fields(own.bare)
    return {
        name: own.texts.text(pieces, where, hidden.get(name, ()))
        for name, (pieces, where) in own.claims.fields.items()
        if not is_word(name)
    }


def words_of_fields(claims: Claims) -> dict[str, str]:
    """The plain strings among the fields by their names ("symbol", "letter_1")."""
    return {
        name.removeprefix("_0_"): clean(words(pieces))
        for name, (pieces, _) in claims.fields.items()
        if is_word(name)
    }


def scheme_of(resolution: Resolution) -> Scheme:
    """The numbering of the resolution's language, with the habit of its organ."""
    try:
        single = resources.organ(resolution.masthead.organ).single_operative
    except Unsupported:
        single = False
    return profile_of(resolution.language).numbering(single_operative=single)


def marked(value: Resolution, texts: Texts, scheme: Scheme) -> Resolution:
    """The value in which a note keeps a printed mark that is not the derived one."""
    derived = number(value, scheme).marks
    odd = {id_: said for id_, said in texts.printed.items() if derived.get(id_) != said}
    if not odd:
        return value
    for id_, said in odd.items():
        message = f"the mark {said} is kept; it would be {derived.get(id_)} by its place"
        texts.notices.append(Notice(Kind.NOTE, message))

    def keep(inline: Inline) -> Inlines:
        if isinstance(inline, Note) and inline.id in odd:
            return (replace(inline, mark=odd[inline.id]),)
        return (inline,)

    return walk_text(value, lambda text: map_inlines(text, keep))


def tell_uncalled(texts: Texts) -> None:
    """A notice for every note of the file that no text calls."""
    for key, note in texts.notes.items():
        if key not in texts.used and note.words:
            message = "a note that nothing calls is left out"
            where = Place(path=key.replace("/", " "))
            texts.notices.append(Notice(Kind.NOTE, message, where, note.words))


def table_cells(table: Table, grid: Grid) -> list[list[GridCell]] | None:
    """The cells of the page that are those of a table; None when the table has another shape now.

    Where a merged cell reaches down, and where a row is short, Word has cells that are none.
    """
    rows, columns = laid(table.rows)
    if len(rows) != len(grid.rows):
        return None
    found = []
    for places, row in zip(rows, grid.rows, strict=True):
        whole = list(filled(places, columns))
        if len(whole) != len(row.cells):
            return None
        pairs = zip(whole, row.cells, strict=True)
        found.append([cell for place, cell in pairs if place.cell is not None])
    return found


def _cells(one: Claim, grid: Grid, own: Own) -> Iterator[tuple[str, Inlines]]:
    table = own.blocks.get(one.name)
    cells = table_cells(table, grid) if isinstance(table, Table) else None
    if not isinstance(table, Table) or cells is None:
        return
    for r, row in enumerate(table.rows):
        for c, cell in enumerate(row.cells):
            text = own.texts.lines(cells[r][c].lines, grid.where, cell.body, table.id)
            yield cell_slot(table.id, r, c), text


def _tables_fit(own: Own) -> bool:
    for one in own.claims.blocks:
        table = own.blocks.get(one.name)
        if isinstance(one.item, Grid):
            if not isinstance(table, Table) or table_cells(table, one.item) is None:
                return False
        elif isinstance(table, Table):
            return False
    return True


def _hidden_fields(bare: Resolution) -> dict[str, Inlines]:
    """What hides in the texts outside the blocks, by their bookmarks."""
    found = {field_bookmark("title"): bare.title}
    for place, item in enumerate(bare.masthead.agenda, 1):
        found[field_bookmark("agenda", place)] = item.line
        found[field_bookmark("agenda_title", place)] = item.title
    match bare.origin:
        case Adoption(line, bracket):
            found |= {field_bookmark("adoption"): line, field_bookmark("bracket"): bracket}
        case Submission(sponsors, line):
            found[field_bookmark("submission")] = line
            found |= {field_bookmark("sponsor", n): one for n, one in enumerate(sponsors, 1)}
    for place, part in enumerate(bare.parts, 1):
        found[field_bookmark("part_title", place)] = part.title
        found[field_bookmark("enacting", place)] = part.enacting
        found |= {
            field_bookmark("closing", place, n): line for n, line in enumerate(part.closing, 1)
        }
    return found


def _furniture(profile: LanguageProfile) -> frozenset[str]:
    """The words that a layout puts around the fields; Chinese ones touch where a field is out."""
    phrases = [re.sub(r"\{\w+\}", "", phrase) for phrase in profile.phrases.values()]
    phrases += [profile.list_end, profile.list_separator, *profile.phrases.values()]
    return frozenset(word for phrase in phrases for word in _words(phrase))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
