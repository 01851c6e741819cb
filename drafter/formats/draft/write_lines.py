"""Lines put together from a marker, a text and attributes."""

from __future__ import annotations

GAP = "  "
"""What stands between the marker, the text and the attributes of a line."""


def joined(*pieces: str, gap: str = GAP) -> str:
    """The pieces that are not empty, with a gap between them."""
    return gap.join(piece for piece in pieces if piece)


def line_of(marker: str, *pieces: str, level: int = 0) -> str:
    """A line of a marker and what follows it, indented by its level."""
    return GAP * level + joined(marker, *pieces)
