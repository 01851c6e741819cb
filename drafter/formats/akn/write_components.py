"""Embedded texts that stand as components of the statement, as files of 2021 have them."""

from __future__ import annotations

from drafter.model import Blocks, Embedded, Part, Resolution


def split(part: Part) -> tuple[Blocks, tuple[Embedded, ...]]:
    """The operative part, and the embedded texts at its end that were components."""
    blocks = list(part.operative)
    components: list[Embedded] = []
    while blocks and isinstance(last := blocks[-1], Embedded) and _is_component(last):
        components.insert(0, last)
        blocks.pop()
    return tuple(blocks), tuple(components)


def _is_component(block: Embedded) -> bool:
    return ("form", "component") in block.meta and not block.title


def is_collection(resolution: Resolution) -> bool:
    """Several parts, or one whose own metadata say that it came from a collection."""
    return len(resolution.parts) > 1 or any(
        kept_.name == "identification" for part in resolution.parts for kept_ in part.meta
    )
