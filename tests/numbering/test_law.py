"""Law 4: labels count up from 1 at each level, notes from 1, and neither depends on ids."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given

from drafter import resources
from drafter.model import (
    Annex,
    Block,
    Blocks,
    Embedded,
    Inline,
    Inlines,
    Note,
    Paragraph,
    Resolution,
    Role,
    Section,
    Series,
    map_inlines,
    notes,
    query,
    walk,
    walk_text,
)
from drafter.numbering import Numbering, number
from tests.strategies import resolutions


def without_overrides(resolution: Resolution) -> Resolution:
    def plain(block: Block) -> tuple[Block, ...]:
        return (replace(block, label=None),) if isinstance(block, Paragraph) else (block,)

    def unmark(inline: Inline) -> Inlines:
        return (replace(inline, mark=None),) if isinstance(inline, Note) else (inline,)

    return walk_text(walk(resolution, plain), lambda some: map_inlines(some, unmark))


def renamed(resolution: Resolution, new: Callable[[str], str]) -> Resolution:
    def block_id(block: Block) -> tuple[Block, ...]:
        return (replace(block, id=new(block.id)),)

    def note_id(inline: Inline) -> Inlines:
        return (replace(inline, id=new(inline.id)),) if isinstance(inline, Note) else (inline,)

    def annex_id(annex: Annex) -> Annex:
        return replace(annex, id=new(annex.id))

    inside = walk_text(walk(resolution, block_id), lambda some: map_inlines(some, note_id))
    return replace(inside, annexes=tuple(annex_id(annex) for annex in inside.annexes))


def derive(resolution: Resolution) -> Numbering:
    return number(resolution, resources.language(resolution.language).numbering())


@given(resolutions())
def test_operative_labels_of_a_part_count_up_from_one(resolution: Resolution) -> None:
    plain = without_overrides(resolution)
    numbering = derive(plain)
    pattern = numbering.scheme.level(0)
    for part in plain.parts:
        tops = [b for b in part.operative if isinstance(b, Paragraph) and b.role is Role.OPERATIVE]
        if any(isinstance(b, Section) for b in (*part.preamble, *part.operative)):
            continue
        first = sum(isinstance(b, Paragraph) and b.role is Role.OPERATIVE for b in part.preamble)
        count = first + len(tops)
        expected = [pattern.label(first + n) for n in range(1, len(tops) + 1)]
        assert [numbering.label(b.id) for b in tops] == (
            expected if count != 1 else [""] * len(tops)
        )


def depth_of(chain: Blocks) -> int:
    """How deep the last of these paragraphs stands; an item at the top is one below no paragraph.

    An embedded text counts on its own.
    """
    depth = -1
    for block in chain:
        if isinstance(block, Embedded):
            depth = -1
        elif isinstance(block, Paragraph):
            depth = max(depth + 1, 1) if block.role is Role.ITEM else depth + 1
    return depth


@given(resolutions())
def test_sub_paragraphs_count_up_from_the_first_letter(resolution: Resolution) -> None:
    plain = without_overrides(resolution)
    numbering = derive(plain)
    for site in query(plain):
        if not isinstance(site.block, Paragraph):
            continue
        depth = 1 + depth_of((*site.above, site.block))
        run: list[str] = []
        for child in (*site.block.children, None):
            if isinstance(child, Paragraph) and child.role is Role.ITEM:
                run.append(numbering.label(child.id))
                assert run[-1] == numbering.scheme.level(depth).label(len(run))
            elif child is None or isinstance(child, Paragraph):
                run = []


@given(resolutions())
def test_notes_count_up_from_one_in_reading_order(resolution: Resolution) -> None:
    plain = without_overrides(resolution)
    marks = derive(plain).marks
    numbered = [note.id for note in notes(plain) if note.series is Series.NUMBERED]
    starred = [note.id for note in notes(plain) if note.series is Series.ASTERISK]
    assert [marks[id_] for id_ in numbered] == [str(n) for n in range(1, len(numbered) + 1)]
    assert [marks[id_] for id_ in starred] == ["*" * n for n in range(1, len(starred) + 1)]


@given(resolutions())
def test_neither_labels_nor_marks_depend_on_ids(resolution: Resolution) -> None:
    before = derive(resolution)
    after = derive(renamed(resolution, lambda id_: f"z{id_}"[:32]))
    assert {f"z{id_}"[:32]: label for id_, label in before.labels.items()} == dict(after.labels)
    assert list(before.marks.values()) == list(after.marks.values())
