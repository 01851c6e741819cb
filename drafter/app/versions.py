"""Two language versions of one text: whether they are built alike, and where not.

The versions of a resolution have the same paragraphs, numbers and notes in all six languages;
words and label forms differ. What is compared is therefore the sort of each block, its depth,
whether it has a number, and how many notes its text calls.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from drafter.app.numbers import Numbered
from drafter.model import (
    Block,
    Heading,
    Inlines,
    Note,
    Paragraph,
    Table,
    Zone,
    passages,
    plain_text,
    query,
    query_inlines,
)
from drafter.report import Kind, Notice

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class _Stone:
    """A block as its structure counts (`shape`), and as a reader finds it (`name`).

    `rows` counts the cells of each row of a table.
    """

    shape: tuple[object, ...]
    name: str
    rows: tuple[int, ...] = ()


def structure_notices(whole: Numbered, other: Numbered) -> tuple[Notice, ...]:
    """Where a text is built otherwise than another version of it; none where they are alike.

    Each notice names the blocks of both sides, by label and first words. The time grows with the
    length where the two are alike, as versions of one text are.
    """
    here, there = list(_stones(whole)), list(_stones(other))
    matcher = SequenceMatcher(
        None, [stone.shape for stone in here], [stone.shape for stone in there], autojunk=False
    )
    return tuple(
        _notice(here[a1:a2], there[b1:b2], here[a1 - 1].name if a1 else "the beginning")
        for kind, a1, a2, b1, b2 in matcher.get_opcodes()
        if kind != "equal"
    )


def _notice(here: list[_Stone], there: list[_Stone], before: str) -> Notice:
    if not there:
        message = f"{_names(here)}: the other version has nothing in its place"
    elif not here:
        message = f"after {before}: nothing stands here for {_names(there)} of the other version"
    else:
        message = f"{_names(here)}: built otherwise in the other version, {_names(there)}"
    return Notice(Kind.STRUCTURE, message + _first_row(here[:1], there[:1]))


def _first_row(here: list[_Stone], there: list[_Stone]) -> str:
    """Where two tables part: ": row 2 has 3 cells here and 4 there"."""
    if not (here and there and here[0].rows and there[0].rows):
        return ""
    pairs = zip(here[0].rows, there[0].rows, strict=False)
    for place, (ours, theirs) in enumerate(pairs, 1):
        if ours != theirs:
            return f": row {place} has {ours} cell{'s' * (ours != 1)} here and {theirs} there"
    return ""


def _names(stones: list[_Stone]) -> str:
    first = stones[0].name
    return first if len(stones) == 1 else f"{first} and {len(stones) - 1} more"


def _stones(whole: Numbered) -> Iterator[_Stone]:
    calls = _calls(whole)
    for site in query(whole.resolution):
        block = site.block
        label = whole.numbering.label(block.id)
        shape = (
            site.zone,
            site.index if site.zone is not Zone.ANNEX else f"annex {site.index}",
            len(site.above),
            type(block).__name__,
            block.role if isinstance(block, Paragraph) else "",
            bool(label),
            calls.get(block.id, 0),
            rows := _rows(block),
        )
        yield _Stone(shape, _name(site.zone, block, label, calls.get(block.id, 0)), rows)


def _rows(block: Block) -> tuple[int, ...]:
    return tuple(len(row.cells) for row in block.rows) if isinstance(block, Table) else ()


def _calls(whole: Numbered) -> dict[str, int]:
    """How many notes each block calls, by its id."""
    calls: dict[str, int] = {}
    for passage in passages(whole.resolution):
        count = sum(isinstance(inline, Note) for inline in query_inlines(passage.text))
        calls[passage.owner] = calls.get(passage.owner, 0) + count
    return calls


def _name(zone: Zone, block: Block, label: str, notes: int) -> str:
    words = plain_text(_text(block))[:_SHOWN]
    said = " ".join(part for part in (label, f"“{words}”" if words else "") if part)
    called = f" with {notes} note{'s' if notes > 1 else ''}" if notes else ""
    rows = (
        f" of {len(block.rows)} row{'s' * (len(block.rows) != 1)}"
        if isinstance(block, Table)
        else ""
    )
    return f"{zone} {type(block).__name__.lower()}{rows} {said}".strip() + called


def _text(block: Block) -> Inlines:
    return block.body if isinstance(block, Paragraph | Heading) else ()
