"""The known word that an unknown one was probably meant to be, for hints."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint: 'did you mean "title"?', or the list of what is known when nothing is near."""
    # difflib is loaded for a fault only: reading a sound file does not pay for it.
    from difflib import get_close_matches  # noqa: PLC0415 - see above

    words = tuple(known)
    close = get_close_matches(word[:80], words, n=1, cutoff=0.5)
    if close:
        return f"did you mean {close[0]!r}?"
    return f"known: {', '.join(words)}" if words else "nothing may stand here"
