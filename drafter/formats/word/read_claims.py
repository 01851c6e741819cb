"""Which line of the page is which text of the skeleton: by the bookmarks that survived."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from drafter.errors import Place
from drafter.formats.word.read_lines import Grid, Item, Line, Piece, Sign, words
from drafter.formats.word.read_notes import without_space
from drafter.formats.word.skeleton import bookmark
from drafter.model import (
    Annex,
    Block,
    Embedded,
    Heading,
    Paragraph,
    Resolution,
    Section,
    Separator,
    Table,
    held,
    query,
)
from drafter.numbering import Numbering
from drafter.numbering.scheme import squeeze

_FIELD = "_0_"
_WORD = re.compile(
    r"_0_(organ|symbol|distribution|date|original|session|committee|job_number|number|letter_\d+)"
)
_SHARED = re.compile(r"_0_(bracket|sponsor_\d+)")
"""Fields that share their line with other words; the others reach to the end of their line."""


def is_word(name: str) -> bool:
    """Whether a bookmark is of a plain string and not of running text."""
    return _WORD.fullmatch(name) is not None


@dataclass(frozen=True, slots=True)
class Claim:
    """A line or grid, the bookmarks of the skeleton's blocks that begin in it, label and content.

    A line without names was not there when drafter wrote the file, or has lost its bookmark.
    """

    item: Item
    names: tuple[str, ...] = ()
    label: str = ""
    pieces: tuple[Piece, ...] = ()

    @property
    def name(self) -> str:
        """The innermost name: of the text that stands in the line."""
        return self.names[-1] if self.names else ""


@dataclass(slots=True)
class Claims:
    """The page sorted by bookmarks.

    `fields` are the pieces of the fields by bookmark, with their places; `around` are the words on
    their lines that belong to none; `blocks` is everything else that has words, in order.
    """

    fields: dict[str, tuple[tuple[Piece, ...], Place]] = field(default_factory=dict)
    around: list[tuple[str, Place]] = field(default_factory=list)
    blocks: list[Claim] = field(default_factory=list)


def claim_fields(heads: Iterable[Line], items: Iterable[Item]) -> Claims:
    """Take the fields out of heads and body; everything else in the body is left in `blocks`."""
    claims = Claims()
    for line in heads:
        _fields(line, claims)
    for item in items:
        if isinstance(item, Line) and any(name.startswith(_FIELD) for name in item.opened):
            claims.around.append((_fields(item, claims), item.where))
        elif item.opened or item.words.strip() or isinstance(item, Grid):
            claims.blocks.append(Claim(item))
    return claims


def claim_blocks(claims: Claims, labels: Mapping[str, str]) -> None:
    """Name the blocks by their bookmarks; `labels` are those that the skeleton expects."""
    named = [_named(one.item, labels) for one in claims.blocks]
    kept = [one for one in named if one.names or one.item.words.strip()]
    claims.blocks = list(_labelled(kept, labels))


def expected_labels(bare: Resolution, numbers: Numbering) -> dict[str, str]:
    """Every bookmark of a block or annex, with the label that was printed in its line."""
    labels: dict[str, str] = {}
    for site in query(bare):
        id_ = site.block.id
        labels[bookmark(id_)] = numbers.label(id_)
        match site.block:
            case Paragraph():
                labels[bookmark(id_, "tail")] = ""
            case Embedded():
                labels |= {bookmark(id_, "title"): "", bookmark(id_, "enact"): ""}
            case _:
                pass
    return labels | {bookmark(annex.id): numbers.label(annex.id) for annex in bare.annexes}


def expected_order(bare: Resolution) -> Iterator[str]:
    """The bookmarks of all texts of blocks and annexes in the order of the page."""
    for part in bare.parts:
        yield from _ordered((*part.preamble, *part.operative))
    for annex in bare.annexes:
        yield from _annex(annex)


def texted(names: Iterable[str], bare: Resolution) -> list[str]:
    """Bookmarks without those of sections and embedded texts, which have no words of their own."""
    holders = {
        bookmark(site.block.id)
        for site in query(bare)
        if isinstance(site.block, Section | Embedded)
    }
    return [name for name in names if name not in holders]


def _annex(annex: Annex) -> Iterator[str]:
    yield bookmark(annex.id)
    yield from _ordered(annex.blocks)


def _ordered(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph | Heading | Separator | Table):
            yield bookmark(block.id)
        if isinstance(block, Embedded):
            if block.title:
                yield bookmark(block.id, "title")
            if block.enacting:
                yield bookmark(block.id, "enact")
        yield from _ordered(held(block))
        if isinstance(block, Paragraph) and block.tail:
            yield bookmark(block.id, "tail")


def _fields(line: Line, claims: Claims) -> str:
    """Take the fields out of a line; returns the words that belong to none of them."""
    names = [name for name in line.opened if name.startswith(_FIELD)]
    rest = line.pieces
    for name in names:
        inside = tuple(piece for piece in line.pieces if name in piece.inside)
        if not is_word(name) and not _SHARED.fullmatch(name):
            inside = _to_the_end(line.pieces, name)
        claims.fields.setdefault(name, (without_space(inside), line.where))
        taken = {id(piece) for piece in inside}
        rest = tuple(piece for piece in rest if id(piece) not in taken)
    return words(rest).strip()


def _to_the_end(pieces: tuple[Piece, ...], name: str) -> tuple[Piece, ...]:
    """What is inside a bookmark and what was typed behind it.

    A bookmark that programs have emptied (LibreOffice does, beside a drawing) is that of the line.
    """
    inside = (place for place, piece in enumerate(pieces) if name in piece.inside)
    start = next(
        inside, next((n for n, piece in enumerate(pieces) if not piece.inside), len(pieces))
    )
    return pieces[start:]


def _named(item: Item, labels: Mapping[str, str]) -> Claim:
    names = tuple(name for name in item.opened if name in labels)
    if isinstance(item, Grid):
        return Claim(item, names)
    if not names:
        return Claim(item, (), item.label, item.pieces)
    expected = "".join(labels[name] for name in names)
    typed, pieces = _split(item.pieces, names[-1], expected)
    return Claim(item, names, item.label + typed, pieces)


def _split(pieces: tuple[Piece, ...], name: str, expected: str) -> tuple[str, tuple[Piece, ...]]:
    """Label and content of a line whose content is bookmarked.

    What stands before the bookmark up to its last tab or break is the label; whatever was typed at
    the edges of the bookmark belongs to the content.
    """
    start = next((n for n, piece in enumerate(pieces) if name in piece.inside), len(pieces))
    head = pieces[:start]
    if squeeze(words(head)) == squeeze(expected):
        return words(head).strip(), pieces[start:]
    cut = max((n + 1 for n, piece in enumerate(head) if _is_gap(piece)), default=0)
    return words(head[:cut]).strip(), pieces[cut:]


def _is_gap(piece: Piece) -> bool:
    return piece.sign in (Sign.TAB, Sign.BREAK)


def _labelled(blocks: Sequence[Claim], labels: Mapping[str, str]) -> Iterator[Claim]:
    """Claims where a label in a line of its own has joined the line that it belongs to."""
    waiting: Claim | None = None
    for one in blocks:
        if waiting is not None:
            label = "".join(labels[name] for name in one.names)
            if label and not one.label and squeeze(waiting.item.words) == squeeze(label):
                one = Claim(one.item, one.names, waiting.item.words.strip(), one.pieces)  # noqa: PLW2901 - the same line with its label
            else:
                yield waiting
            waiting = None
        if one.names or isinstance(one.item, Grid):
            yield one
        else:
            waiting = one
    if waiting is not None:
        yield waiting
