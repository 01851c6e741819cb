"""Proof-reading: what was written is read back, and a file that says something else is refused."""

from __future__ import annotations

from drafter.model import Resolution


def prove(resolution: Resolution, data: bytes) -> None:
    """Read the bytes back and compare."""
