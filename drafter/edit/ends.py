"""End punctuation that follows the structure: the last operative paragraph ends with a full stop.

The mark is stored in the text, because adopted texts have exceptions that must be kept (a colon
before a quotation, full stops in declarations). What follows a change of structure is only the
exchange: a paragraph whose place has changed, and which had the mark of its old place, takes that
of the new one. The places are: a preambular paragraph, an operative one, the last one, and one that
introduces sub-paragraphs, whose text ends with a colon (75 of 76 such paragraphs of 126 texts;
items end with a semicolon as operative paragraphs do, 279 of 297).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from drafter.model import (
    Block,
    Blocks,
    Embedded,
    Inlines,
    Paragraph,
    Part,
    Resolution,
    Role,
    Section,
    Text,
    build,
    flatten,
    walk,
)


class Where(StrEnum):
    """The place of a paragraph, as far as its end mark goes."""

    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    LAST = "last"
    INTRODUCING = "introducing"


@dataclass(frozen=True, slots=True)
class Ends:
    """The end marks of a language by place, with the space that is set before them."""

    preambular: str = ","
    operative: str = ";"
    last: str = "."
    introducing: str = ":"

    def mark(self, where: Where) -> str:
        """The mark of a place."""
        mark: str = getattr(self, where.value)
        return mark


_ENDS: Mapping[str, Ends] = MappingProxyType(
    {
        "fr": Ends(operative="\u00a0;", introducing="\u00a0:"),
        "ar": Ends(preambular="،", operative="؛"),
        "zh": Ends(preambular="，", operative="；", last="。", introducing="："),
    }
)
_LINKED = re.compile(r"[,;،؛，；]\s?\w{1,3}$")
_SPACES = ("\u00a0", "\u202f", "")
_NUMBERED = frozenset({Role.OPERATIVE, Role.ITEM, Role.BULLET})


def ends_of(language: str) -> Ends:
    """The end marks of a language, by its code."""
    return _ENDS.get(language, Ends())


def follow_ends(before: Resolution, after: Resolution, ends: Ends) -> Resolution:
    """`after` with the end marks exchanged that the change from `before` makes wrong."""
    was, is_now = places(before), places(after)
    changes = {
        id_: marks
        for id_, where in is_now.items()
        if was.get(id_) is not where and (marks := _marks(was.get(id_), where, ends))
    }
    if not changes:
        return after
    return walk(after, lambda block: (_exchange(block, changes.get(block.id)),))


def places(resolution: Resolution) -> dict[str, Where]:
    """The place of each paragraph of the parts that has one, by its id.

    Text in embedded texts and annexes has habits of its own: only what ends the operative part has
    a place there.
    """
    found: dict[str, Where] = {}
    for part in resolution.parts:
        found.update(_part_places(part))
        if last := last_leaf(part.operative):
            found[last] = Where.LAST
    return found


def last_leaf(blocks: Blocks) -> str:
    """The id of the paragraph whose text ends the blocks; "" when they end in something else."""
    if not blocks:
        return ""
    match blocks[-1]:
        case Paragraph(id=id_, children=children, tail=tail):
            return last_leaf(children) if children and not tail else id_
        case Section(blocks=inner) | Embedded(blocks=inner):
            return last_leaf(inner)
        case _:
            return ""


def with_end(inlines: Inlines, mark: str) -> Inlines:
    """The text with an end mark put after its last letter, where it has none.

    A mark before a last "and" or "or" is one.

    >>> with_end((Text("Decides to meet"),), ";")
    (Text(text='Decides to meet;'),)
    """
    runs = list(flatten(inlines))
    for place in range(len(runs) - 1, -1, -1):
        atom = runs[place].atom
        if isinstance(atom, Text):
            if _LINKED.search(atom.text):
                return inlines
            if atom.text[-1].isalnum() or atom.text[-1] in ")]\"'”’»）":
                runs[place] = replace(runs[place], atom=Text(atom.text + mark))
            return build(runs)
    return inlines


def without_end(inlines: Inlines, ends: Ends) -> Inlines:
    """The text without the mark that ends a paragraph; a colon stays, it has meanings of its own.

    >>> without_end((Text("Decides to meet;"),), Ends())
    (Text(text='Decides to meet'),)
    """
    signs = {mark.strip("\u00a0") for mark in (ends.preambular, ends.operative, ends.last)}
    gone = {space + sign: "" for sign in sorted(signs) for space in _SPACES}
    return exchange_end(inlines, gone)


def begun(draft: Resolution, ends: Ends) -> Resolution:
    """A new draft with the end marks of the places its paragraphs stand in, as if all were put in.

    The last operative paragraph ends with a full stop.
    """
    empty = replace(draft, parts=tuple(replace(p, preamble=(), operative=()) for p in draft.parts))
    return follow_ends(empty, draft, ends)


def _part_places(part: Part) -> Iterator[tuple[str, Where]]:
    yield from _row_places(part.preamble, Where.PREAMBULAR)
    yield from _row_places(part.operative, Where.OPERATIVE)


def _row_places(blocks: Blocks, where: Where) -> Iterator[tuple[str, Where]]:
    for block in blocks:
        if isinstance(block, Section):
            yield from _row_places(block.blocks, where)
        elif isinstance(block, Paragraph):
            yield from _paragraph_places(block, where)


def _paragraph_places(block: Paragraph, where: Where) -> Iterator[tuple[str, Where]]:
    here = Where.PREAMBULAR if block.role is Role.PREAMBULAR else where
    introduces = any(isinstance(child, Paragraph) for child in block.children)
    if introduces and not block.tail:
        yield block.id, Where.INTRODUCING
    elif block.role is Role.PREAMBULAR or block.role in _NUMBERED:
        yield block.id, here
    yield from _row_places(block.children, here)


def _marks(old: Where | None, new: Where, ends: Ends) -> Mapping[str, str]:
    """The exchanges for a paragraph that came from one place to another.

    One that comes from outside (typed, or from an annex) may bring the mark of any place but the
    colon, which has meanings of its own.
    """
    wrong = {ends.mark(old)} if old else {ends.preambular, ends.operative, ends.last}
    if new in {Where.LAST, Where.PREAMBULAR, Where.INTRODUCING}:
        wrong |= {ends.preambular, ends.operative}
    if new is not Where.LAST and old is Where.OPERATIVE:
        wrong |= {ends.last}
    right = ends.mark(new)
    signs = {mark.strip("\u00a0") for mark in wrong} - {right.strip("\u00a0")}
    return {space + sign: right for sign in sorted(signs) for space in _SPACES}


def _exchange(block: Block, marks: Mapping[str, str] | None) -> Block:
    if not marks or not isinstance(block, Paragraph):
        return block
    if block.tail:
        return replace(block, tail=exchange_end(block.tail, marks))
    return replace(block, body=exchange_end(block.body, marks))


def exchange_end(inlines: Inlines, marks: Mapping[str, str]) -> Inlines:
    """The text with its last visible sign exchanged by the map; notes after it stay where they are.

    >>> exchange_end((Text("Decides to meet;"),), {";": "."})
    (Text(text='Decides to meet.'),)
    """
    runs = list(flatten(inlines))
    for place in range(len(runs) - 1, -1, -1):
        atom = runs[place].atom
        if not isinstance(atom, Text):
            continue
        for old, new in marks.items():
            if atom.text.endswith(old):
                words = atom.text.removesuffix(old) + new
                runs[place] = replace(runs[place], atom=Text(words))
                return build(runs)
        return inlines
    return inlines
