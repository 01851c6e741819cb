"""A draft as lines of text, and the change from one draft to the next as a short delta.

The first line holds everything but the blocks and says how many blocks stand where; each further
line is a block at the top of a part or an annex. A delta names runs of the old lines and gives the
new ones, so that it grows with the change and not with the draft; deleting, moving and inserting
name runs alone. Time grows with the number of lines.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from drafter.codec.faults import Faults
from drafter.codec.shapes import shape_of
from drafter.errors import Malformed
from drafter.model import Block, Blocks, Resolution

Lines: TypeAlias = tuple[str, ...]
Delta: TypeAlias = list[list[int] | str]


class Coder:
    """Makes lines of drafts and drafts of lines, and remembers blocks that it has met."""

    def __init__(self) -> None:
        self._lines: dict[str, tuple[Block, str]] = {}
        self._blocks: dict[str, Block] = {}

    def lines(self, draft: Resolution) -> Lines:
        """The lines of a draft."""
        counts = {
            "parts": [[len(part.preamble), len(part.operative)] for part in draft.parts],
            "annexes": [len(annex.blocks) for annex in draft.annexes],
        }
        head = {"counts": counts, "draft": shape_of(Resolution).encode(_bare(draft))}
        return (_dump(head), *(self._line(block) for block in _top_blocks(draft)))

    def draft(self, lines: Sequence[str]) -> Resolution:
        """The draft of such lines.

        Raises:
            Malformed: they are none.
        """
        try:
            head = json.loads(lines[0])
            bare = _decoded(Resolution, head["draft"])
            return _filled(bare, head["counts"], iter([self._block(line) for line in lines[1:]]))
        except (ValueError, KeyError, IndexError, TypeError, StopIteration, RuntimeError) as error:
            raise Malformed("the journal holds no draft here") from error

    def _line(self, block: Block) -> str:
        known = self._lines.get(block.id)
        if known is not None and known[0] == block:
            return known[1]
        line = _dump(shape_of(Block).encode(block))
        self._lines[block.id] = (block, line)
        self._blocks[line] = block
        return line

    def _block(self, line: str) -> Block:
        known = self._blocks.get(line)
        if known is None:
            known = self._blocks[line] = _decoded(Block, json.loads(line))
        return known


def delta(old: Sequence[str], new: Sequence[str]) -> Delta:
    """The way from old lines to new ones.

    >>> delta(("a", "b", "c"), ("c", "x", "a", "b"))
    [[2, 1], 'x', [0, 2]]
    """
    places = {line: place for place, line in enumerate(old)}
    steps: Delta = []
    for line in new:
        last = steps[-1] if steps else None
        following = sum(last) if isinstance(last, list) else -1
        if isinstance(last, list) and following < len(old) and old[following] == line:
            last[1] += 1
        elif line in places:
            steps.append([places[line], 1])
        else:
            steps.append(line)
    return steps


def patched(old: Sequence[str], steps: Delta) -> Lines:
    """The new lines that a delta makes of the old ones.

    >>> patched(("a", "b", "c"), [[2, 1], "x", [0, 2]])
    ('c', 'x', 'a', 'b')
    """
    lines: list[str] = []
    for step in steps:
        if isinstance(step, str):
            lines.append(step)
        else:
            start, count = step
            lines.extend(old[start : start + count])
    return tuple(lines)


def _bare(draft: Resolution) -> Resolution:
    return replace(
        draft,
        parts=tuple(replace(part, preamble=(), operative=()) for part in draft.parts),
        annexes=tuple(replace(annex, blocks=()) for annex in draft.annexes),
    )


def _filled(bare: Resolution, counts: Any, blocks: Iterator[Block]) -> Resolution:
    parts = tuple(
        replace(part, preamble=_take(blocks, pre), operative=_take(blocks, main))
        for part, (pre, main) in zip(bare.parts, counts["parts"], strict=True)
    )
    annexes = tuple(
        replace(annex, blocks=_take(blocks, count))
        for annex, count in zip(bare.annexes, counts["annexes"], strict=True)
    )
    return replace(bare, parts=parts, annexes=annexes)


def _take(blocks: Iterator[Block], count: int) -> Blocks:
    return tuple([next(blocks) for _ in range(count)])


def _top_blocks(draft: Resolution) -> Iterator[Block]:
    for part in draft.parts:
        yield from part.preamble
        yield from part.operative
    for annex in draft.annexes:
        yield from annex.blocks


def _decoded(kind: Any, data: Any) -> Any:
    faults = Faults()
    value = shape_of(kind).decode(data, "", faults)
    faults.raise_any()
    return value


def _dump(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
