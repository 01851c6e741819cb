"""Words of the page itself."""

from __future__ import annotations


def capital(words: str) -> str:
    """The words with a capital at the start; the rest keeps its own."""
    return words[:1].upper() + words[1:]
