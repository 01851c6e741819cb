"""End punctuation that follows the structure: the last operative paragraph ends with a full stop.

The mark is stored in the text, because adopted texts have exceptions that must be kept (a colon
before a list or a quotation, full stops in declarations). What follows a change of structure is
only the exchange: the paragraph that was last gives up its full stop, the one that is last now
takes it; a paragraph that changes between preamble and operative part changes its mark.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from drafter.model import (
    Block,
    Blocks,
    Embedded,
    Inlines,
    Paragraph,
    Resolution,
    Role,
    Run,
    Section,
    Text,
    build,
    flatten,
    query,
    walk,
)


@dataclass(frozen=True, slots=True)
class Ends:
    """The end marks of a language: after preambular paragraphs, operative ones, and the last."""

    preambular: str = ","
    operative: str = ";"
    last: str = "."


def follow_ends(before: Resolution, after: Resolution, ends: Ends) -> Resolution:
    """`after` with the end marks exchanged that the change from `before` makes wrong."""
    changes: dict[str, Mapping[str, str]] = {}
    for old, new in zip(before.parts, after.parts, strict=False):
        was, is_now = last_leaf(old.operative), last_leaf(new.operative)
        if is_now and is_now != was:
            changes[is_now] = {ends.operative: ends.last, ends.preambular: ends.last}
            if was:
                changes[was] = {ends.last: ends.operative}
    changes.update(_crossed(before, after, ends, changes))
    if not changes:
        return after
    return walk(after, lambda block: (_exchange(block, changes.get(block.id)),))


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


def _crossed(
    before: Resolution, after: Resolution, ends: Ends, done: Mapping[str, object]
) -> dict[str, Mapping[str, str]]:
    """The exchanges for paragraphs that went from the preamble to the operative part or back."""
    was = {site.block.id: _role(site.block) for site in query(before)}
    exchanges: dict[str, Mapping[str, str]] = {}
    for site in query(after):
        old, new = was.get(site.block.id), _role(site.block)
        if old is None or old == new or site.block.id in done:
            continue
        if new is Role.PREAMBULAR:
            exchanges[site.block.id] = {ends.operative: ends.preambular, ends.last: ends.preambular}
        elif old is Role.PREAMBULAR:
            exchanges[site.block.id] = {ends.preambular: ends.operative}
    return exchanges


def _role(block: Block) -> Role | None:
    return block.role if isinstance(block, Paragraph) else None


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
                runs[place] = Run(
                    Text(atom.text.removesuffix(old) + new), runs[place].styles, runs[place].href
                )
                return build(runs)
        return inlines
    return inlines
