"""References that were typed by hand: made to follow during a merge, and typed again after it.

Files without ids, such as foreign Word files, have "paragraph 2 above" as mere words. When both
sides insert paragraphs, the right number is on neither side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.diff import Options as DiffOptions
from drafter.diff import Unit, units
from drafter.diff.options import Side
from drafter.model import (
    Block,
    Blocks,
    Form,
    Inline,
    Inlines,
    Paragraph,
    Reference,
    Resolution,
    Run,
    Text,
    build,
    flatten,
    map_inlines,
    plain_text,
    query,
    query_inlines,
    walk,
)
from drafter.numbering import Numbering, State, number, resolve

MARK = "typed "
"""Begins the target of a reference that is typed; no id has a space in it."""


def follow_typed(resolution: Resolution, side: Side) -> Resolution:
    """The resolution with its typed references as references, where they name what they should."""
    numbering = number(resolution, side.scheme)
    found: dict[tuple[str, str], Inlines] = {}
    for unit in units(resolution, side, DiffOptions().own_text):
        if unit.calls and unit.part in {"body", "tail"}:
            found[unit.id, unit.part] = _followed(unit, numbering)
    if not found:
        return resolution

    def change(block: Block) -> Blocks:
        if not isinstance(block, Paragraph):
            return (block,)
        body, tail = (found.get((block.id, part)) for part in ("body", "tail"))
        return (replace(block, body=body or block.body, tail=tail or block.tail),)

    return walk(resolution, change)


def type_again(merged: Resolution, older: Sequence[Resolution], side: Side) -> Resolution:
    """The merged text with the typed references as words, by its own numbers.

    A reference to what is gone has the number that it had in the first of `older` that has it.
    """
    if not any(_is_typed(inline) for inline in _inlines(merged)):
        return merged
    numberings = [number(one, side.scheme) for one in (merged, *older)]

    def change(block: Block) -> Blocks:
        if not isinstance(block, Paragraph):
            return (block,)

        def typed(inline: Inline) -> Inlines:
            return (Text(_words(inline, numberings, block.id)),) if _is_typed(inline) else (inline,)

        return (
            replace(
                block, body=map_inlines(block.body, typed), tail=map_inlines(block.tail, typed)
            ),
        )

    return walk(merged, change)


def _words(reference: Inline, numberings: Sequence[Numbering], within: str) -> str:
    """The number of a typed reference, from the first text that has its paragraph."""
    found = [resolve(_named(reference), numbering, within) for numbering in numberings]
    return next((one.text for one in found if one.state is State.VALID), found[0].text)


def _named(reference: Inline) -> Reference:
    if not isinstance(reference, Reference):
        raise TypeError(reference)
    return replace(reference, target=reference.target.removeprefix(MARK))


def _is_typed(inline: Inline) -> bool:
    return isinstance(inline, Reference) and inline.target.startswith(MARK)


def _inlines(resolution: Resolution) -> Iterator[Inline]:
    for site in query(resolution):
        if isinstance(site.block, Paragraph):
            yield from query_inlines(site.block.body)
            yield from query_inlines(site.block.tail)


def _followed(unit: Unit, numbering: Numbering) -> Inlines:
    """The text of a unit with its typed references exchanged."""
    calls = {call.start: call.target for call in unit.calls}
    return build(_runs(unit, calls, numbering))


def _runs(unit: Unit, calls: dict[int, str], numbering: Numbering) -> Iterator[Run]:
    place = 0
    for run in flatten(unit.body):
        size = _length(run, numbering, unit.id)
        if isinstance(run.atom, Text):
            inside = {at - place: calls[at] for at in calls if place <= at < place + size}
            yield from _cut(run, run.atom.text, inside, numbering, unit.id)
        else:
            yield run
        place += size


def _cut(
    run: Run, words: str, calls: dict[int, str], numbering: Numbering, within: str
) -> Iterator[Run]:
    """A run of words cut at the numbers of typed references that print as they are typed."""
    done = 0
    for start, target in sorted(calls.items()):
        printed = resolve(Reference(target, Form.BARE), numbering, within)
        stop = start + len(printed.text)
        if printed.state is not State.VALID or words[start:stop] != printed.text:
            continue
        yield replace(run, atom=Text(words[done:start]))
        yield replace(run, atom=Reference(MARK + target, Form.BARE))
        done = stop
    yield replace(run, atom=Text(words[done:]))


def _length(run: Run, numbering: Numbering, within: str) -> int:
    """How many signs a run has as it is printed; notes and marks have none of their own."""
    if isinstance(run.atom, Reference):
        return len(resolve(run.atom, numbering, within).text)
    return len(plain_text((run.atom,)))
