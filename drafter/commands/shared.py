"""What several families of commands need: ids, roles, the making of new things."""

from __future__ import annotations

from dataclasses import replace

from drafter.commands.command import Argument, Kind
from drafter.commands.state import State
from drafter.edit import Where, find, places, replace_block, tidy, with_end, without_end
from drafter.model import (
    IdMaker,
    Inlines,
    Paragraph,
    Resolution,
    Role,
    Site,
    Zone,
    plain_text,
    query,
)

_CLOSING = frozenset(",;.،؛，；。")

WHAT = Argument("what", Kind.ADDRESS, "an address, such as op 2 (a)")


def maker(state: State) -> IdMaker:
    """A maker of ids that are free in the draft."""
    return IdMaker(state.addresses.texts)


def opening_role(site: Site) -> Role | None:
    """The role whose opening words a block may begin with; None for items and annexes."""
    block = site.block
    if not isinstance(block, Paragraph) or site.zone is Zone.ANNEX:
        return None
    return block.role if block.role in {Role.PREAMBULAR, Role.OPERATIVE} else None


def ended(state: State, resolution: Resolution, id_: str) -> Resolution:
    """The resolution with the end mark of its place on a paragraph that has none.

    Words before sub-paragraphs keep the mark that they had, or end with a colon.
    """
    where = places(resolution).get(id_)
    block = find(resolution, id_).block
    if where is None or not isinstance(block, Paragraph):
        return resolution
    if where is Where.INTRODUCING:
        body = _introducing(state, block)
    elif not block.children:
        body = with_end(block.body, state.ends.mark(where))
    else:
        return resolution
    return replace_block(resolution, id_, replace(block, body=body))


def _introducing(state: State, block: Paragraph) -> Inlines:
    """The words before sub-paragraphs with a colon in place of the mark of another place."""
    mark = state.ends.mark(Where.INTRODUCING)
    was = [site.block for site in query(state.resolution) if site.block.id == block.id]
    old = plain_text(was[0].body) if was and isinstance(was[0], Paragraph) else ""
    if old and plain_text(block.body)[-1:] == old[-1] != mark[-1] and old[-1] not in _CLOSING:
        return block.body
    return with_end(tidy(without_end(block.body, state.ends)), mark)


def part_of(state: State) -> int:
    """The part in which the last change was made; the last one where that was in none."""
    last = len(state.resolution.parts) - 1
    for site in query(state.resolution):
        if site.block.id == state.here and site.zone is not Zone.ANNEX:
            return site.index
    return last


def shortened(words: str, most: int = 60) -> str:
    """Words cut to fit into a line that is told."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
