"""Edits of a resolution for property tests: what a negotiation does to a text, at random."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import strategies as st

from drafter.model import (
    Block,
    Blocks,
    Embedded,
    Heading,
    Paragraph,
    Resolution,
    Section,
    Separator,
    Table,
    map_block_text,
    normalise,
    text,
    walk,
    walk_text,
)
from tests.strategies import resolutions, small_resolutions

Edit = Callable[[Resolution], Resolution]


def edited_pairs() -> st.SearchStrategy[tuple[Resolution, Resolution]]:
    """A resolution and what a few edits made of it."""
    some = st.lists(edits(), max_size=4)
    return st.builds(_apply, resolutions(), some)


def unrelated_pairs() -> st.SearchStrategy[tuple[Resolution, Resolution]]:
    """Two resolutions that have nothing to do with each other."""
    return st.tuples(small_resolutions(), small_resolutions())


def pairs() -> st.SearchStrategy[tuple[Resolution, Resolution]]:
    """Any two resolutions."""
    return edited_pairs() | unrelated_pairs()


def _apply(resolution: Resolution, edits: list[Edit]) -> tuple[Resolution, Resolution]:
    new = resolution
    for edit in edits:
        new = edit(new)
    return resolution, new


def edits() -> st.SearchStrategy[Edit]:
    """Any one edit."""
    return st.one_of(
        st.builds(_delete, st.integers(0, 30)),
        st.builds(_insert, st.integers(0, 30), st.sampled_from(("Urges peace;", "Notes;", ""))),
        st.builds(_reword, st.integers(0, 30)),
        st.builds(_reverse),
        st.builds(_retitle),
        st.builds(_swap_parts),
    )


def _nth(place: int, change: Callable[[Block], Blocks]) -> Edit:
    seen = iter(range(1_000_000))

    def one(block: Block) -> Blocks:
        return change(block) if next(seen) == place else (block,)

    return lambda resolution: walk(resolution, one)


def _delete(place: int) -> Edit:
    return _nth(place, lambda block: () if isinstance(block, Paragraph) else (block,))


def _insert(place: int, words: str) -> Edit:
    new = Heading(f"h-new{place}", text(words or "New heading"))
    return _nth(place, lambda block: (block, new))


def _reword(place: int) -> Edit:
    def reword(block: Block) -> Blocks:
        match block:
            case Paragraph() | Heading() | Table() | Embedded():
                return (map_block_text(block, lambda t: normalise((*t, *text("again")))),)
            case Section() | Separator():
                return (block,)

    return _nth(place, reword)


def _reverse() -> Edit:
    def reverse(resolution: Resolution) -> Resolution:
        parts = (replace(part, operative=part.operative[::-1]) for part in resolution.parts)
        return replace(resolution, parts=tuple(parts))

    return reverse


def _retitle() -> Edit:
    return lambda resolution: walk_text(
        replace(resolution, title=text("Another title")), lambda inlines: inlines
    )


def _swap_parts() -> Edit:
    def swap(resolution: Resolution) -> Resolution:
        parts = (
            replace(part, preamble=part.operative, operative=part.preamble)
            for part in resolution.parts
        )
        return replace(resolution, parts=tuple(parts))

    return swap
